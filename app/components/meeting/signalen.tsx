import { Hand, LogOut, Pause } from 'lucide-react'
import { Button } from '#app/components/ui/button.tsx'
import { HandelingForm } from './handeling-form.tsx'
import type { Wachtende } from './meeting.ts'

const SIGNAAL = {
  'iets-zeggen': { icon: Hand, tekst: 'wil iets zeggen' },
  pauze: { icon: Pause, tekst: 'wil even pauze' },
  stoppen: { icon: LogOut, tekst: 'wil stoppen' },
} as const

type Props = { aanwezigen: Wachtende[]; breedte: 'breed' | 'smal' }

/** What the client side lets know, for the procesregisseur alone; on a phone above the bar that is always there. */
export function Signalen({ aanwezigen, breedte }: Props) {
  return (
    <div role="status" className={`signalen signalen--${breedte}`}>
      {aanwezigen.map((gast) => {
        if (!gast.signaal) return null
        const { icon: Icon, tekst } = SIGNAAL[gast.signaal]
        return (
          <div key={gast.sessieId} className="signaal">
            <Icon className="icon" aria-hidden="true" />
            <p>
              <strong>{gast.naam}</strong> {tekst}
            </p>
            <HandelingForm velden={{ intent: 'signaal-gezien', sessieId: gast.sessieId }}>
              <Button small variant="plain">
                Gezien
                <span className="visually-hidden">
                  : {gast.naam} {tekst}
                </span>
              </Button>
            </HandelingForm>
          </div>
        )
      })}
    </div>
  )
}
