import { CalendarCheck, CalendarX, CircleHelp, UserRoundPlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Handelingsformulier, useIsGeweigerd } from '#app/components/formulier/uitkomst.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { SelectField, TextField } from '#app/components/ui/field.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { kaal } from '#app/kaal.ts'
import { Agendalink } from './agendalink.tsx'
import type { Deelnemer, DeelnemersPagina } from './deelnemers-data.server.ts'

const VEEL = 12

type Props = { overlegId: string; afspraak: NonNullable<DeelnemersPagina['afspraak']> }
type Collegas = NonNullable<Props['afspraak']['collegas']>

/** Whether I come. Once answered the buttons stay: an answer can be changed until the start. F8 */
export function Afspraak({ overlegId, afspraak }: Props) {
  const { moment, wanneer, antwoord, collegas } = afspraak
  return (
    <Card title="Komt u naar dit overleg?">
      <div className="stack">
        <p>
          {antwoord === null && `Het overleg is op ${wanneer}. Laat weten of u komt.`}
          {antwoord === 'komt' && `U komt op ${wanneer}.`}
          {antwoord === 'komt-niet' && `U komt niet op ${wanneer}.`}
          {antwoord !== null && ' U kunt dit wijzigen tot het overleg begint.'}
        </p>
        <Handelingsformulier intent="afspraak" className="cluster">
          <input type="hidden" name="moment" value={moment} />
          <Button
            variant={antwoord === null ? 'primary' : 'secondary'}
            icon={CalendarCheck}
            name="antwoord"
            value="komt"
            aria-pressed={antwoord === 'komt'}
          >
            Ik kom
          </Button>
          <Button
            icon={CalendarX}
            name="antwoord"
            value="komt-niet"
            aria-pressed={antwoord === 'komt-niet'}
          >
            Ik kom niet
          </Button>
          <Agendalink overlegId={overlegId} />
        </Handelingsformulier>
        {collegas && <Collega moment={moment} collegas={collegas} />}
      </div>
    </Card>
  )
}

function Collega({ moment, collegas }: { moment: string; collegas: Collegas }) {
  const isFout = useIsGeweigerd('collega')
  return (
    <div id="collega-komt">
      <Disclosure summary="Een collega komt" open={isFout}>
        {collegas.length === 0 ? (
          <p>
            Er is nog geen collega van uw organisatie met een account die hier niet al aan meedoet.
            Bel de procesregisseur.
          </p>
        ) : (
          <Handelingsformulier intent="collega">
            <input type="hidden" name="moment" value={moment} />
            <KiesCollega collegas={collegas} />
            <p className="subtle">
              Uw collega neemt uw plaats in en krijgt een uitnodiging. U ziet dit overleg daarna
              niet meer. Wat u schreef, blijft staan.
            </p>
            <div className="form-actions">
              <Button icon={UserRoundPlus}>Geef mijn plaats aan deze collega</Button>
            </div>
          </Handelingsformulier>
        )}
      </Disclosure>
    </div>
  )
}

/** A list that a browser can search by itself; of many a box narrows it, when there is JavaScript. */
function KiesCollega({ collegas }: { collegas: Collegas }) {
  const [zoek, setZoek] = useState('')
  const [metZoek, setMetZoek] = useState(false)
  useEffect(() => setMetZoek(collegas.length > VEEL), [collegas.length])
  const gevonden = collegas.filter(({ naam, functie }) =>
    kaal(`${naam} ${functie}`).includes(kaal(zoek.trim())),
  )
  return (
    <>
      {metZoek && (
        <TextField
          id="zoek-collega"
          type="search"
          label="Zoek op naam of functie"
          size="middle"
          value={zoek}
          onChange={(event) => setZoek(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
      {metZoek && (
        <p role="status" className="small subtle">
          {zoek.trim() ? `${gevonden.length} gevonden` : `${collegas.length} collega’s`}
        </p>
      )}
      <SelectField id="wie-komt" name="collega" label="Wie komt er in uw plaats?" size="middle">
        {gevonden.map(({ id, naam, functie }) => (
          <option key={id} value={id}>
            {[naam, functie].filter(Boolean).join(', ')}
          </option>
        ))}
      </SelectField>
    </>
  )
}

/** What he answered, with the day: who does not come stays visible as such. F8 */
export function Afspraaktag({ afspraak }: { afspraak: NonNullable<Deelnemer['afspraak']> }) {
  const { antwoord, op } = afspraak
  if (antwoord === 'komt') {
    return (
      <StatusTag tone="ok" icon={CalendarCheck}>
        Komt
      </StatusTag>
    )
  }
  if (antwoord === 'komt-niet') {
    return (
      <StatusTag tone="warn" icon={CalendarX}>
        Komt niet, gemeld op {op}
      </StatusTag>
    )
  }
  return <StatusTag icon={CircleHelp}>Nog geen antwoord</StatusTag>
}
