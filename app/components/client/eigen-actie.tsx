import { Form, href } from 'react-router'
import type { Contact, PlanActie } from './clientbeeld.ts'
import { LetOpIcon } from './icons.tsx'
import { useWoorden, vul } from './woorden.tsx'

type Props = { actie: PlanActie; contact: Contact; fout: string | null }

/** Tick it off, with a word for who carries the plan; or say that it is not done after all. P3 */
export function Eigenactie({ actie: { nummer, wat, melden }, contact, fout }: Props) {
  const { plan: w } = useWoorden()
  const id = `woord-${nummer}`
  return (
    <Form method="post" action={href('/mijn-plan')} preventScrollReset className="eigen geen-print">
      <input type="hidden" name="intent" value="actie" />
      <input type="hidden" name="nummer" value={nummer} />
      <input type="hidden" name="status" value={melden ?? ''} />
      {melden === 'gedaan' && (
        <details open={fout ? true : undefined}>
          <summary>{w.woordErbij}</summary>
          <div className="field">
            <label className="visually-hidden" htmlFor={id}>
              {w.woordErbij} {wat}
            </label>
            <span id={`${id}-hint`} className="field__hint">
              {vul(w.woordHint, { naam: contact.naam })}
            </span>
            <textarea
              id={id}
              name="woord"
              rows={2}
              maxLength={300}
              className="input"
              aria-describedby={`${id}-hint`}
            />
          </div>
        </details>
      )}
      {fout && (
        <p className="field__error" role="alert">
          <LetOpIcon />
          <span>{fout}</span>
        </p>
      )}
      <button type="submit" className={melden === 'gedaan' ? 'button' : 'button button--plain'}>
        {melden === 'gedaan' ? w.gedaan : w.tochNiet}
        <span className="visually-hidden">: {wat}</span>
      </button>
    </Form>
  )
}
