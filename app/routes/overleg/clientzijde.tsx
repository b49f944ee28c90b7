import { DoorOpen } from 'lucide-react'
import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { SelectField, TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { CLIENTSOORT_TEKST } from '#app/tekst.ts'
import { CLIENTSOORTEN } from '#domain/rol.ts'
import { Persoonregel } from './briefregels.tsx'
import { Brieftekst } from './brieftekst.tsx'
import type { Clientpersoon, DeelnemersPagina } from './deelnemers-data.server.ts'
import { Taalveld } from './taalveld.tsx'

type Props = { overlegId: string; pagina: DeelnemersPagina }

/** The cliënt and whom he brings; for the procesregisseur also their letters. */
export function Clientzijde({ overlegId, pagina }: Props) {
  const { clientzijde, stand, mag, voorDeDeur, brieven } = pagina
  if (!stand.metClient) return null
  return (
    <Card title="De kant van de cliënt">
      <div className="stack stack--wide">
        {clientzijde.length === 0 ? (
          <Empty title="Er staat nog niemand op">
            {mag.beheren && <p>Voeg de cliënt toe, en maak dan de brief.</p>}
          </Empty>
        ) : (
          <ul className="rows">
            {clientzijde.map((persoon) => (
              <Persoonregel
                key={persoon.id}
                overlegId={overlegId}
                persoon={persoon}
                brieven={brieven?.regels ?? []}
                magWijzigen={mag.beheren}
              />
            ))}
          </ul>
        )}
        {voorDeDeur.map((browser) => (
          <VoorDeDeur key={browser.sessieId} browser={browser} />
        ))}
        {mag.beheren && brieven && <Brieftekst kaart={brieven} />}
        {mag.beheren && <PersoonErbij heeftClient={clientzijde.some(isClient)} />}
      </div>
    </Card>
  )
}

type DeurProps = { browser: DeelnemersPagina['voorDeDeur'][number] }

/** Somebody who forgot his PIN, or never chose one, and has called. S5 */
function VoorDeDeur({ browser: { sessieId, naam, soort } }: DeurProps) {
  return (
    <Notice tone="warn" icon={DoorOpen} title={`${naam} wil het plan lezen, zonder pincode`}>
      <p>
        {CLIENTSOORT_TEKST[soort]}. Bel eerst, en vraag of hij dit zelf is. Daarna kiest hij een
        nieuwe pincode.
      </p>
      <Handelingsformulier intent="client-binnen" doel={sessieId}>
        <Button aria-label={`Laat ${naam} het plan zien`}>Laat het plan zien</Button>
      </Handelingsformulier>
    </Notice>
  )
}

function PersoonErbij({ heeftClient }: { heeftClient: boolean }) {
  const isFout = useIsGeweigerd('clientpersoon-erbij')
  const soorten = CLIENTSOORTEN.filter((soort) => soort !== 'client' || !heeftClient)
  return (
    <Disclosure summary="Voeg iemand toe" open={isFout}>
      <Handelingsformulier intent="clientpersoon-erbij">
        <SelectField id="soort" name="soort" label="Wie is het?" size="middle">
          {soorten.map((soort) => (
            <option key={soort} value={soort}>
              {CLIENTSOORT_TEKST[soort]}
            </option>
          ))}
        </SelectField>
        <TextField
          id="naam"
          name="naam"
          label="Aanhef"
          hint="Zo spreekt de brief deze persoon aan: mevrouw K."
          size="middle"
          maxLength={120}
        />
        <Taalveld id="taal" />
        <div className="form-actions">
          <Button>Voeg toe</Button>
        </div>
      </Handelingsformulier>
    </Disclosure>
  )
}

function isClient({ soort }: Clientpersoon) {
  return soort === 'client'
}
