import { Lock, LockOpen } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { HandelingForm } from './handeling-form.tsx'

/** *Dicht nu*: everything, for everybody but the procesregisseur. T8 */
export function DichtKnop() {
  const [vraagt, setVraagt] = useState(false)
  return (
    <>
      <noscript>
        <HandelingForm velden={{ intent: 'dicht' }}>
          <Button variant="danger" icon={Lock}>
            Dicht nu
          </Button>
        </HandelingForm>
      </noscript>
      <Button
        type="button"
        variant="danger"
        icon={Lock}
        className="alleen-met-js"
        onClick={() => setVraagt(true)}
      >
        Dicht nu
      </Button>
      <Dialog open={vraagt} title="Dit overleg nu sluiten?" onClose={() => setVraagt(false)}>
        <div className="stack">
          <p>
            Iedereen behalve u verliest direct alles van dit overleg: tekst, mensen en
            videoverbinding. Er begint een incident. Alleen u kunt het weer openen.
          </p>
          <div className="cluster">
            <HandelingForm velden={{ intent: 'dicht' }} onGelukt={() => setVraagt(false)}>
              <Button variant="danger" icon={Lock}>
                Ja, dicht nu
              </Button>
            </HandelingForm>
            <Button type="button" onClick={() => setVraagt(false)}>
              Nee, openlaten
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

export function DichtMelding() {
  const id = useId()
  return (
    <Notice tone="danger" title="Dit overleg is dicht" icon={Lock}>
      <p>Niemand behalve u kan er nu bij. Er loopt een incident.</p>
      <HandelingForm velden={{ intent: 'openen' }} className="handeling stack stack--tight">
        <label className="field__label" htmlFor={id}>
          Wat is er gebeurd, en waarom kan het weer open?
        </label>
        <textarea id={id} className="input input--laag" name="toelichting" rows={2} required />
        <Button icon={LockOpen}>Open het overleg weer</Button>
      </HandelingForm>
    </Notice>
  )
}
