import { Handshake } from 'lucide-react'
import { Handelingsformulier } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { opsomming } from '#app/tekst.ts'
import { ZONDER_CLIENT_REDENEN } from '#domain/tafel.ts'
import type { DeelnemersPagina } from './deelnemers-data.server.ts'

type Props = { pagina: DeelnemersPagina; gelukt: boolean }

/** What matters about everybody together, above the list. */
export function Mededelingen({ pagina, gelukt }: Props) {
  const { mag, overleg, stand, onbeslist } = pagina
  return (
    <>
      <p role="status" className="visually-hidden">
        {gelukt ? 'Opgeslagen.' : ''}
      </p>
      {overleg.afgebrokenReden !== null && (
        <Notice tone="danger" title="Dit overleg is afgebroken">
          <p>{overleg.afgebrokenReden}</p>
        </Notice>
      )}
      {mag.aanvaarden && <Aanvaarden />}
      {overleg.zonderClient && (
        <Notice tone="warn" title="Dit overleg is zonder de cliënt">
          <p>
            {ZONDER_CLIENT_REDENEN[overleg.zonderClient.reden]}
            {overleg.zonderClient.toelichting && `: ${overleg.zonderClient.toelichting}`}
          </p>
        </Notice>
      )}
      {mag.isOpen && stand.metClient && <Keuzestand onbeslist={onbeslist} />}
    </>
  )
}

function Aanvaarden() {
  return (
    <Notice
      icon={Handshake}
      title="U bent voorgedragen als casushouder"
      actions={
        <Handelingsformulier intent="aanvaarden">
          <Button variant="primary">Ik aanvaard het casushouderschap</Button>
        </Handelingsformulier>
      }
    >
      <p>
        De casushouder draagt het plan na het overleg en werkt de acties bij. Zonder aanvaarding kan
        het plan niet worden vastgesteld.
      </p>
    </Notice>
  )
}

// T1
function Keuzestand({ onbeslist }: { onbeslist: string[] }) {
  if (onbeslist.length === 0) {
    return (
      <Notice tone="ok" title="Over iedereen is besloten">
        <p>Wie blijft en wie vertrekt als de cliënt aanschuift, staat vast.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warn" title="Wie blijft als de cliënt aanschuift?">
      <p>Besluit dit samen. Nog niet besloten: {opsomming(onbeslist)}.</p>
    </Notice>
  )
}
