import Collaboration from '@tiptap/extension-collaboration'
import CollaborationCaret from '@tiptap/extension-collaboration-caret'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import type { OpenDocument } from '#app/realtime/open-document.ts'
import { TEKST } from '#domain/document.ts'
import { createCarets } from './carets.ts'
import { EigenPlek } from './plek.ts'
import { createSchema } from './schema.ts'
import { Toetsen } from './toetsen.ts'
import { Toolbar } from './toolbar.tsx'

type Props = { open: OpenDocument; naam: string; magSchrijven: boolean }

/** The text of one document, live. Mount it anew (by key) for another document. */
export function Editor({ open, naam, magSchrijven }: Props) {
  const id = useId()
  const hulp = useRef<HTMLParagraphElement>(null)
  const kader = useRef<HTMLDivElement>(null)
  const [carets] = useState(() => createCarets(open.provider.awareness))
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    editable: magSchrijven,
    extensions: [
      ...createSchema(),
      Collaboration.configure({ document: open.doc, field: TEKST }),
      EigenPlek.configure({ doc: open.doc }),
      CollaborationCaret.configure({
        provider: open.provider,
        // Who it is, the server says. S4
        user: {},
        render: carets.render,
        selectionRender: carets.renderSelectie,
      }),
      Toetsen.configure({
        naarWerkbalk: () =>
          kader.current?.querySelector<HTMLElement>('.werkbalk button[tabindex="0"]')?.focus(),
        verlaat: () => hulp.current?.focus(),
      }),
    ],
    editorProps: { attributes: attributenOf({ id, naam, magSchrijven }) },
  })

  useEffect(() => {
    if (editor && editor.isEditable !== magSchrijven) editor.setEditable(magSchrijven, false)
  }, [editor, magSchrijven])

  useEffect(() => (editor ? carets.volg(editor.view.dom) : undefined), [editor, carets])

  return (
    <div className="editor" ref={kader}>
      {editor && magSchrijven && <Toolbar editor={editor} tekstId={`${id}-tekst`} />}
      <EditorContent editor={editor} className="editor__inhoud" />
      {magSchrijven && (
        <p ref={hulp} id={`${id}-hulp`} className="editor__hulp" tabIndex={-1}>
          <kbd>Escape</kbd> verlaat het tekstvak, <kbd>Alt</kbd> + <kbd>F10</kbd> gaat naar de
          opmaak. In een tabel gaat <kbd>Tab</kbd> naar de volgende cel, en na de laatste cel
          verder.
        </p>
      )}
    </div>
  )
}

type Aanduiding = { id: string; naam: string; magSchrijven: boolean }

function attributenOf({ id, naam, magSchrijven }: Aanduiding): Record<string, string> {
  const altijd = { id: `${id}-tekst`, lang: 'nl', class: 'prose' }
  if (!magSchrijven) return altijd
  return {
    ...altijd,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': `Tekst van ${naam.toLowerCase()}`,
    'aria-describedby': `${id}-hulp`,
  }
}
