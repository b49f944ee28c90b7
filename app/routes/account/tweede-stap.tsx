import { CircleAlert, CircleCheck } from 'lucide-react'
import { href } from 'react-router'
import { Handelingsformulier } from '#app/components/formulier/uitkomst.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { StatusTag } from '#app/components/ui/status-tag.tsx'

type Passkey = { id: string; naam: string; sinds: string; gebruikt: string | null }
type Props = { totp: boolean; passkeys: Passkey[]; herstelcodes: number; verplicht: boolean }

/** What he shows beside his password: an app with codes, passkeys, and codes on paper for when those are lost. */
export function TweedeStap({ totp, passkeys, herstelcodes, verplicht }: Props) {
  const heeft = totp || passkeys.length > 0
  return (
    <Card
      title="Tweede stap bij het inloggen"
      aside={
        heeft ? (
          <StatusTag tone="ok" icon={CircleCheck}>
            Ingesteld
          </StatusTag>
        ) : (
          <StatusTag tone="warn" icon={CircleAlert}>
            Niet ingesteld
          </StatusTag>
        )
      }
    >
      <div className="stack stack--wide">
        <p>
          Met een tweede stap kan niemand inloggen die alleen uw wachtwoord weet.
          {verplicht && ' In dit huis is die verplicht.'}
        </p>
        <ul className="rows">
          <App totp={totp} />
          {passkeys.map((passkey) => (
            <PasskeyRegel key={passkey.id} passkey={passkey} />
          ))}
          <li className="row">
            <div className="row__text">
              <h3>{passkeys.length > 0 ? 'Nog een passkey' : 'Passkey'}</h3>
              <p className="small subtle">
                Inloggen met uw vingerafdruk, uw gezicht of de pincode van uw apparaat.
              </p>
            </div>
            <ButtonLink to={href('/account/passkey')}>Passkey toevoegen</ButtonLink>
          </li>
          {heeft && (
            <li className="row">
              <div className="row__text">
                <h3>Herstelcodes</h3>
                <p className="small subtle">{codesTekst(herstelcodes)}</p>
              </div>
              <ButtonLink to={href('/account/herstelcodes')}>Nieuwe herstelcodes</ButtonLink>
            </li>
          )}
        </ul>
      </div>
    </Card>
  )
}

function App({ totp }: { totp: boolean }) {
  return (
    <li className="row">
      <div className="row__text">
        <h3>App met codes</h3>
        <p className="small subtle">
          {totp
            ? 'Ingesteld. U vult bij het inloggen de code uit uw app in.'
            : 'Een app op uw telefoon die elke halve minuut een code maakt.'}
        </p>
      </div>
      <div className="cluster">
        <ButtonLink to={href('/account/app')}>
          {totp ? 'Andere app instellen' : 'App instellen'}
        </ButtonLink>
        {totp && (
          <Handelingsformulier intent="app-weg">
            <Button variant="danger">Verwijder de app</Button>
          </Handelingsformulier>
        )}
      </div>
    </li>
  )
}

function PasskeyRegel({ passkey }: { passkey: Passkey }) {
  const { id, naam, sinds, gebruikt } = passkey
  return (
    <li className="row">
      <div className="row__text">
        <h3>Passkey: {naam}</h3>
        <p className="small subtle">
          Toegevoegd {sinds}. {gebruikt ? `Laatst gebruikt: ${gebruikt}.` : 'Nog niet gebruikt.'}
        </p>
      </div>
      <Handelingsformulier intent="passkey-weg" doel={id}>
        <Button variant="danger" aria-label={`Verwijder de passkey ${naam}`}>
          Verwijder
        </Button>
      </Handelingsformulier>
    </li>
  )
}

function codesTekst(aantal: number): string {
  if (aantal === 0) return 'U hebt er geen meer. Maak een nieuwe set.'
  return `Voor als u uw telefoon of passkey kwijt bent. Nog ${aantal} van de 10 te gebruiken.`
}
