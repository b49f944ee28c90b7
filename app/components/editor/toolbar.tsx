import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { KNOPPEN, type Knop, TABELKNOPPEN } from './knoppen.ts'
import { useRoving } from './use-roving.ts'

type Props = { editor: Editor; tekstId: string }

export function Toolbar({ editor, tekstId }: Props) {
  const { aan, inTabel } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      aan: KNOPPEN.filter((knop) => knop.isAan?.(editor))
        .map(({ id }) => id)
        .join(' '),
      inTabel: editor.isActive('table'),
    }),
  })
  const ids = aan.split(' ')
  return (
    <div className="werkbalken">
      <Knoppenrij label="Opmaak" knoppen={KNOPPEN} {...{ editor, tekstId, aan: ids }} />
      {inTabel && (
        <Knoppenrij label="Tabel" knoppen={TABELKNOPPEN} {...{ editor, tekstId, aan: ids }} />
      )}
    </div>
  )
}

type RijProps = Props & { label: string; knoppen: readonly Knop[]; aan: readonly string[] }

function Knoppenrij({ editor, tekstId, label, knoppen, aan }: RijProps) {
  const { onKeyDown, itemProps } = useRoving(knoppen.length)
  return (
    <div
      className="werkbalk"
      role="toolbar"
      aria-label={label}
      aria-controls={tekstId}
      onKeyDown={onKeyDown}
    >
      {knoppen.map((knop, index) => (
        <button
          key={knop.id}
          type="button"
          className="werkbalk__knop"
          aria-label={knop.naam}
          title={knop.naam}
          aria-pressed={knop.isAan ? aan.includes(knop.id) : undefined}
          aria-keyshortcuts={knop.toets}
          onClick={() => knop.doe(editor)}
          {...itemProps(index)}
        >
          <knop.icoon className="icon" aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}
