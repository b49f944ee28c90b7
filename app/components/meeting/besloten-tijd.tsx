import { Hourglass } from 'lucide-react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { tijdTekst } from '#app/tekst.ts'
import { BESLOTEN_EINDEN, BESLOTEN_MINUTEN, type Beslotenreden } from '#domain/besloten.ts'
import { HandelingForm } from './handeling-form.tsx'
import { looptijdOf } from './looptijd.ts'
import type { Meeting } from './meeting.ts'
import { useNu } from './use-nu.ts'

const REDENEN = ['op-verzoek', 'dringend'] satisfies Beslotenreden[]
const MINUUT_IN_MS = 60_000

type Props = { tot: Date; nu: Meeting['nu']; magEinden: boolean }

/** Cannot be dismissed while it is true. K4 */
export function BeslotenTijd({ tot, nu, magEinden }: Props) {
  return (
    <div className="besloten">
      <Notice icon={Hourglass} title="De cliënt heeft nu besloten tijd">
        <p>
          <Nog tot={tot} nu={nu} />, tot {tijdTekst(tot)} uur. Schrijven staat stil; lezen en een
          hand opsteken kan. Wat de cliënt nu doet, ziet u daarna. Verlaat zo lang de videokamer.
        </p>
      </Notice>
      {magEinden && <Einden />}
    </div>
  )
}

// The tick is nobody's news: only the moments of beginning and end are announced.
function Nog({ tot, nu }: Pick<Props, 'tot' | 'nu'>) {
  const begonnenOp = new Date(tot.getTime() - BESLOTEN_MINUTEN * MINUUT_IN_MS)
  const { tekst } = looptijdOf({ begonnenOp, minuten: BESLOTEN_MINUTEN, nu: useNu(nu) })
  return (
    <span role="timer" aria-live="off" className="number">
      Nog {tekst}
    </span>
  )
}

function Einden() {
  return (
    <details>
      <summary>Eerder stoppen</summary>
      <div className="cluster">
        {REDENEN.map((beslotenreden) => (
          <HandelingForm key={beslotenreden} velden={{ intent: 'besloten-einde', beslotenreden }}>
            <Button small>{BESLOTEN_EINDEN[beslotenreden]}</Button>
          </HandelingForm>
        ))}
      </div>
    </details>
  )
}

export function GeefBeslotenTijd() {
  return (
    <HandelingForm velden={{ intent: 'besloten' }}>
      <Button icon={Hourglass}>Geef {BESLOTEN_MINUTEN} minuten besloten tijd</Button>
      <p className="subtle small">
        De cliënt is dan alleen met wie bij hem is. Niemand schrijft zolang in zijn plan.
      </p>
    </HandelingForm>
  )
}
