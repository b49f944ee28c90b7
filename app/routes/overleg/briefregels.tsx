import { Ban, MailCheck, MailPlus, MailWarning, Send } from 'lucide-react'
import { href } from 'react-router'
import { Handelingsformulier } from '#app/components/formulier/uitkomst.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Disclosure } from '#app/components/ui/disclosure.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'
import { CLIENTSOORT_TEKST, opsomming, VEROUDERING_TEKST } from '#app/tekst.ts'
import { TAALNAAM, type Taal } from '#app/woorden/taal.ts'
import type { Briefregel } from './briefkaart.server.ts'
import type { Clientpersoon } from './deelnemers-data.server.ts'
import { Taalveld } from './taalveld.tsx'

type Props = {
  overlegId: string
  persoon: Clientpersoon
  brieven: readonly Briefregel[]
  magWijzigen: boolean
}

/** One person of the client side, with the letter that opens something and those before it. */
export function Persoonregel({ overlegId, persoon, brieven, magWijzigen }: Props) {
  const { id, naam, soort, brief } = persoon
  const [laatste, ...eerder] = brieven.filter(({ clientPersoonId }) => clientPersoonId === id)
  const nieuw = laatste ? 'Maak nieuwe brief' : 'Maak brief'
  const isNodig = !laatste || laatste.verouderd.length > 0 || laatste.stand === 'verlopen'
  return (
    <li className="row row--brief">
      <div className="row__text stack stack--tight">
        <p>
          <strong>{naam}</strong>
          <span className="row__detail">{CLIENTSOORT_TEKST[soort]}</span>
        </p>
        {brief && <Briefstand brief={brief} laatste={laatste} />}
      </div>
      {brief && (
        <>
          {laatste && (
            <ButtonLink to={adresOf(overlegId, laatste.id)} aria-label={`Bekijk de brief: ${naam}`}>
              Bekijk de brief
            </ButtonLink>
          )}
          <Handelingsformulier intent="brief" doel={id} className="stack stack--tight">
            <Button
              icon={MailPlus}
              variant={isNodig ? 'primary' : 'secondary'}
              aria-label={`${nieuw}: ${naam}`}
            >
              {nieuw}
            </Button>
          </Handelingsformulier>
        </>
      )}
      {magWijzigen && (
        <Handelingsformulier intent="clientpersoon-eruit" doel={id} className="stack stack--tight">
          <Button variant="danger" aria-label={`Haal weg: ${naam}`}>
            Haal weg
          </Button>
        </Handelingsformulier>
      )}
      {laatste && laatste.verouderd.length > 0 && (
        <p className="row__onder">
          De brief klopt niet meer: {opsomming(laatste.verouderd.map(tekstVan))}. Maak een nieuwe.
        </p>
      )}
      {brief && <Taalkeuze persoonId={id} naam={naam} taal={brief.taal} />}
      {eerder.length > 0 && (
        <div className="row__onder">
          <Disclosure summary={`Eerdere brieven (${eerder.length})`}>
            <ul>
              {eerder.map(({ id, gemaakt, verzonden }) => (
                <li key={id}>
                  Gemaakt op {gemaakt}. {verzonden ?? 'Niet verstuurd'}.
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </li>
  )
}

type TaalProps = { persoonId: string; naam: string; taal: Taal }

/** K2 */
function Taalkeuze({ persoonId, naam, taal }: TaalProps) {
  return (
    <div className="row__onder">
      <Disclosure summary={`Taal: ${TAALNAAM[taal]}`}>
        <Handelingsformulier intent="clientpersoon-taal" doel={persoonId}>
          <Taalveld id={`taal-${persoonId}`} naam={naam} taal={taal} />
          <div className="form-actions">
            <Button variant="secondary" aria-label={`Bewaar de taal: ${naam}`}>
              Bewaar de taal
            </Button>
          </div>
        </Handelingsformulier>
      </Disclosure>
    </div>
  )
}

function adresOf(overlegId: string, briefId: string) {
  return href('/overleggen/:overlegId/brieven/:briefId', { overlegId, briefId })
}

function tekstVan(wat: Briefregel['verouderd'][number]) {
  return VEROUDERING_TEKST[wat]
}

type StandProps = {
  brief: NonNullable<Clientpersoon['brief']>
  laatste: Briefregel | undefined
}

function Briefstand({ brief, laatste }: StandProps) {
  if (brief.geblokkeerd) {
    return (
      <StatusTag tone="danger" icon={Ban}>
        Te vaak een verkeerde code: maak een nieuwe brief
      </StatusTag>
    )
  }
  if (!laatste) {
    return (
      <StatusTag tone="warn" icon={MailPlus}>
        Nog geen brief
      </StatusTag>
    )
  }
  if (laatste.verouderd.length > 0) {
    return (
      <StatusTag tone="warn" icon={MailWarning}>
        Brief klopt niet meer
      </StatusTag>
    )
  }
  return <Verzendstand laatste={laatste} metPin={brief.heeftPin} />
}

function Verzendstand({ laatste, metPin }: { laatste: Briefregel; metPin: boolean }) {
  const pin = metPin ? ', pincode gekozen' : ''
  if (laatste.verzonden) {
    return (
      <StatusTag tone="ok" icon={MailCheck}>
        {laatste.verzonden}
        {pin}
      </StatusTag>
    )
  }
  if (laatste.gemaild) {
    return (
      <StatusTag tone="warn" icon={Send}>
        Link gemaild, code nog doorgeven{pin}
      </StatusTag>
    )
  }
  return (
    <StatusTag tone="warn" icon={MailWarning}>
      Brief gemaakt op {laatste.gemaakt}, nog niet verstuurd{pin}
    </StatusTag>
  )
}
