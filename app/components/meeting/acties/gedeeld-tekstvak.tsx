import { type ReactNode, useId } from 'react'
import type * as Y from 'yjs'
import { useGedeeldeTekst } from '#app/realtime/use-gedeelde-tekst.ts'

type Props = { tekst: Y.Text; label: ReactNode; hint?: string; rijen: number; focus?: boolean }

/** A textarea in which several people write at once. */
export function GedeeldTekstvak({ tekst, label, hint, rijen, focus = false }: Props) {
  const id = useId()
  const veld = useGedeeldeTekst(tekst)
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <span id={`${id}-hint`} className="field__hint small">
          {hint}
        </span>
      )}
      <textarea
        ref={veld}
        id={id}
        className="input input--laag"
        rows={rijen}
        lang="nl"
        defaultValue={tekst.toString()}
        aria-describedby={hint ? `${id}-hint` : undefined}
        // biome-ignore lint/a11y/noAutofocus: it is there because this person just pressed Nieuwe actie
        autoFocus={focus}
      />
    </div>
  )
}
