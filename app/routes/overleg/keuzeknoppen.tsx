import { Check, DoorOpen } from 'lucide-react'
import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { VERTREKREDENEN } from '#domain/tafel.ts'
import type { Deelnemer } from './deelnemers-data.server.ts'

/** One press decides: blijft, or vertrekt with one of the three reasons. T1 */
export function Keuzeknoppen({ deelnemer }: { deelnemer: Deelnemer }) {
  const { id, naam, keuze, vertrekreden } = deelnemer
  const isFout = useIsGeweigerd('keuze', id)
  return (
    <Handelingsformulier intent="keuze" doel={id} className="keuze">
      <Button
        small
        name="keuze"
        value="blijft"
        icon={Check}
        aria-pressed={keuze === 'blijft'}
        aria-label={`Blijft: ${naam}`}
      >
        Blijft
      </Button>
      <details className="meer meer--klein" open={isFout || undefined}>
        <summary>
          Vertrekt…<span className="visually-hidden"> {naam}</span>
        </summary>
        <p className="small subtle">Waarom vertrekt {naam} als de cliënt aanschuift?</p>
        <div className="stack stack--tight">
          {Object.entries(VERTREKREDENEN).map(([reden, tekst]) => (
            <Button
              key={reden}
              small
              name="keuze"
              value={reden}
              icon={DoorOpen}
              aria-pressed={vertrekreden === reden}
            >
              {tekst}
            </Button>
          ))}
          {keuze !== 'onbeslist' && (
            <Button small variant="plain" name="keuze" value="onbeslist">
              Toch nog niet besloten
            </Button>
          )}
        </div>
      </details>
    </Handelingsformulier>
  )
}
