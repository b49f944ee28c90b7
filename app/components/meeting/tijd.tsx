import { Plus } from 'lucide-react'
import { useId } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { HandelingForm } from './handeling-form.tsx'
import { looptijdOf } from './looptijd.ts'
import type { Meeting } from './meeting.ts'
import { useNu } from './use-nu.ts'

type Props = { tijd: NonNullable<Meeting['tijd']>; nu: number; magZetten: boolean }

const BIJSCHRIFT = {
  nog: 'nog voor deze fase',
  over: 'over de tijd van deze fase',
  bezig: 'bezig met deze fase',
} as const

/** Silent, and never in the way: it counts on when the time is over. */
export function Tijd({ tijd, nu, magZetten }: Props) {
  const id = useId()
  const { soort, tekst } = looptijdOf({ ...tijd, nu: useNu(nu) })
  return (
    <Card title="Tijd" className="tijd">
      <div className="cluster cluster--apart">
        <p className={`tijd__klok tijd__klok--${soort}`} role="timer" aria-live="off">
          {tekst}
        </p>
        {magZetten && (
          <HandelingForm velden={{ intent: 'tijd-erbij', erbij: '5' }}>
            <Button small icon={Plus}>
              <span aria-hidden="true">5 min</span>
              <span className="visually-hidden">5 minuten erbij</span>
            </Button>
          </HandelingForm>
        )}
      </div>
      <p className="subtle small">{BIJSCHRIFT[soort]}</p>
      {magZetten && (
        <div className="tijd__zetten">
          <details>
            <summary>Andere tijd</summary>
            <HandelingForm velden={{ intent: 'tijd' }} className="tijd__formulier">
              <label className="field__label" htmlFor={id}>
                Minuten voor deze fase
              </label>
              <span className="cluster">
                <input
                  id={id}
                  className="input input--kort number"
                  type="number"
                  name="minuten"
                  min={1}
                  max={480}
                  required
                  defaultValue={tijd.minuten ?? 20}
                />
                <Button small>Zet de tijd</Button>
              </span>
            </HandelingForm>
          </details>
        </div>
      )}
    </Card>
  )
}

/** The same in a few characters, for a narrow screen. */
export function TijdKort({ tijd, nu }: Pick<Props, 'tijd' | 'nu'>) {
  const { soort, tekst } = looptijdOf({ ...tijd, nu: useNu(nu) })
  return (
    <span className="number">
      {soort === 'nog' ? 'nog ' : ''}
      {tekst}
    </span>
  )
}
