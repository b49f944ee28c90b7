import { BadgeCheck, Hourglass } from 'lucide-react'
import { Button } from '#app/components/ui/button.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { HandelingForm } from './handeling-form.tsx'
import type { Tafelgast } from './meeting.ts'

export function CasushouderVoordragen({ gast }: { gast: Tafelgast }) {
  return (
    <details className="gast__meer">
      <summary>
        Meer<span className="visually-hidden"> over {gast.naam}</span>
      </summary>
      <HandelingForm velden={{ intent: 'voordragen', deelnemerId: gast.id }}>
        <Button small>Draag voor als casushouder</Button>
      </HandelingForm>
      <p className="subtle small">{gast.naam} moet het daarna zelf aanvaarden.</p>
    </details>
  )
}

/** Only he himself can say that he carries the plan. F4 */
export function CasushouderAanvaarden({ gast, ben }: { gast: Tafelgast; ben: boolean }) {
  if (gast.aanvaard) {
    return (
      <p className="gast__stand">
        <StatusTag tone="ok" icon={BadgeCheck}>
          Heeft aanvaard
        </StatusTag>
      </p>
    )
  }
  if (!ben) {
    return (
      <p className="gast__stand">
        <StatusTag tone="warn" icon={Hourglass}>
          Moet nog aanvaarden
        </StatusTag>
      </p>
    )
  }
  return (
    <div className="gast__stand">
      <p className="small">
        U bent voorgedragen als casushouder: u draagt het plan na het overleg.
      </p>
      <HandelingForm velden={{ intent: 'aanvaarden' }}>
        <Button small variant="primary" icon={BadgeCheck}>
          Ik aanvaard
        </Button>
      </HandelingForm>
    </div>
  )
}
