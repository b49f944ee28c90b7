import { Eye } from 'lucide-react'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { momentTekst } from '#app/tekst.ts'
import { ACTIESTATUS_TEKST, type Actiestatus } from '#domain/actie.ts'

export type Wijziging = {
  status: Actiestatus
  notitie: string
  uitleg: string
  door: string
  op: Date
}

/** Every change: who, when and a note; the newest first. P2 */
export function Actiehistorie({ wat, historie }: { wat: string; historie: Wijziging[] }) {
  return (
    <Disclosure
      summary={
        <>
          Verloop ({historie.length})<span className="visually-hidden"> van: {wat}</span>
        </>
      }
    >
      <ol className="verloop">
        {historie.toReversed().map(({ status, notitie, uitleg, door, op }) => (
          <li key={`${op.getTime()}-${status}`}>
            <p>
              <strong>{ACTIESTATUS_TEKST[status]}</strong>{' '}
              <span className="subtle">
                {door}, {momentTekst(op)}
              </span>
            </p>
            {notitie && <p>{notitie}</p>}
            {uitleg && (
              <p className="voor-client">
                <Eye className="icon" aria-hidden="true" />
                <span>
                  <strong>De cliënt leest:</strong> {uitleg}
                </span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}
