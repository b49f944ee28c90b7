import { FileCheck } from 'lucide-react'
import { useState } from 'react'
import { href, useNavigate } from 'react-router'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { refusalTekst } from '#app/tekst.ts'
import type { Conceptactie } from '#domain/actie.ts'
import { checkVaststellen } from '#domain/plan.ts'
import { HandelingForm } from './handeling-form.tsx'
import type { Meeting } from './meeting.ts'

type Props = Pick<Meeting, 'overlegId' | 'stand' | 'deelnemers'> & { acties: Conceptactie[] }

/** The end of the overleg; says what is missing until nothing is. F4, P1 */
export function Vaststellen({ overlegId, stand, deelnemers, acties }: Props) {
  const [vraagt, setVraagt] = useState(false)
  const navigate = useNavigate()
  const casushouder = deelnemers?.find(({ rol }) => rol === 'casushouder')
  const result = checkVaststellen(stand, {
    casushouder: casushouder ? { aanvaard: casushouder.aanvaard } : null,
    acties,
  })
  return (
    <Card title="Plan vaststellen" className="vaststellen">
      <p>
        Daarna is het overleg klaar: het plan verandert niet meer, en ieder werkt zijn acties bij.
      </p>
      <Button
        type="button"
        variant="primary"
        icon={FileCheck}
        why={result.ok ? null : refusalTekst(result.refusal)}
        onClick={() => setVraagt(true)}
      >
        Stel het plan vast
      </Button>
      <Dialog open={vraagt} title="Het plan vaststellen?" onClose={() => setVraagt(false)}>
        <div className="stack">
          <p>
            De samenvatting, het plan en de acties worden vastgelegd zoals zij nu zijn. Niemand kan
            ze daarna nog wijzigen. Het overleg is dan afgelopen.
          </p>
          <div className="cluster">
            <HandelingForm
              velden={{ intent: 'vaststellen' }}
              onGelukt={() => void navigate(href('/overleggen/:overlegId/plan', { overlegId }))}
            >
              <Button variant="primary" icon={FileCheck}>
                Ja, stel vast
              </Button>
            </HandelingForm>
            <Button type="button" onClick={() => setVraagt(false)}>
              Nog niet
            </Button>
          </div>
        </div>
      </Dialog>
    </Card>
  )
}
