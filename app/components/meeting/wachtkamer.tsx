import { DoorOpen, Eye, Undo2 } from 'lucide-react'
import { useId } from 'react'
import { href, Link, useRevalidator } from 'react-router'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Check } from '#app/components/ui/field.tsx'
import { CLIENTSOORT_TEKST, opsomming, refusalTekst, tijdTekst } from '#app/tekst.ts'
import { GeefBeslotenTijd } from './besloten-tijd.tsx'
import { HandelingForm } from './handeling-form.tsx'
import type { Meeting, Wachtende } from './meeting.ts'
import { Signalen } from './signalen.tsx'

type Props = Pick<Meeting, 'overlegId' | 'stand'> & {
  wachtkamer: NonNullable<Meeting['wachtkamer']>
}

// K6
const ZONDER_STEUN =
  'De cliënt wil nu zonder deze steunpersoon verder. Dat neemt hij zelf terug, op zijn eigen scherm.'

// K4
const IN_BESLOTEN_TIJD = 'Aanschuiven kan weer na de besloten tijd.'

/** Who of the client side waits, or sits at the table: for the procesregisseur alone. */
export function Wachtkamer({ overlegId, stand, wachtkamer }: Props) {
  const { overleg } = stand
  const metClient = overleg.status === 'lopend' && overleg.tafel === 'met-client'
  const wachtend = wachtkamer.aanwezigen.filter(({ toegelaten }) => !metClient || !toegelaten)
  return (
    <>
      <Signalen aanwezigen={wachtkamer.aanwezigen} breedte="breed" />
      <Card
        title={metClient && wachtend.length === 0 ? 'De cliënt' : wachtTitel(wachtend.length)}
        className={wachtend.length > 0 ? 'wachtkamer wachtkamer--wacht' : 'wachtkamer'}
      >
        {metClient ? (
          <Bijkomers wachtend={wachtend} besloten={stand.besloten} />
        ) : (
          <AanTafel {...{ overlegId, stand, wachtkamer, wachtend }} />
        )}
        {metClient && !stand.besloten && <GeefBeslotenTijd />}
        {metClient && <Terug />}
      </Card>
    </>
  )
}

function wachtTitel(aantal: number) {
  if (aantal === 0) return 'Niemand wacht'
  return aantal === 1 ? '1 persoon wacht' : `${aantal} wachten`
}

type AanTafelProps = Props & { wachtend: Wachtende[] }

/** One action, one transaction: who vertrekt is out, who is ticked is in. T2 */
function AanTafel({ overlegId, stand, wachtkamer, wachtend }: AanTafelProps) {
  const { weigering, vertrekkersMetActie } = wachtkamer
  const redenId = useId()
  const { revalidate } = useRevalidator()
  return (
    <div className="stack stack--tight">
      {vertrekkersMetActie.length > 0 && (
        <div className="waarschuwing">
          <p>
            <strong>Let op:</strong> {opsomming(vertrekkersMetActie)}{' '}
            {vertrekkersMetActie.length === 1 ? 'vertrekt en heeft' : 'vertrekken en hebben'} een
            actie. De cliënt ziet daarbij alleen de naam van de organisatie.
          </p>
          <Link to={href('/overleggen/:overlegId/meekijken', { overlegId })}>
            <Eye className="icon" aria-hidden="true" /> Kijk mee als cliënt
          </Link>
        </div>
      )}
      <HandelingForm velden={{ intent: 'aan-tafel' }}>
        {wachtend
          .filter(({ weggestuurd }) => !weggestuurd)
          .map((gast) => (
            <Check
              key={gast.sessieId}
              name="sessieId"
              value={gast.sessieId}
              defaultChecked={gast.nummer === null}
              label={naamOf(gast)}
              detail={`${CLIENTSOORT_TEKST[gast.soort]}, wacht sinds ${tijdTekst(gast.sinds)}`}
            />
          ))}
        {wachtend.some(({ nummer }) => nummer !== null) && (
          <p className="small">
            Dezelfde code is op twee apparaten gebruikt. Vraag na wie het is, voordat u iemand laat
            aanschuiven.
          </p>
        )}
        {weigering ? (
          <span className="button-group">
            <Button
              type="button"
              variant="client"
              icon={DoorOpen}
              aria-disabled="true"
              aria-describedby={redenId}
              onClick={() => void revalidate()}
            >
              Cliënt aan tafel
            </Button>
            <span id={redenId} className="why" aria-live="polite">
              {stand.overleg.status === 'gepland'
                ? 'Start eerst het overleg.'
                : refusalTekst(weigering)}
            </span>
          </span>
        ) : (
          <Button variant="client" icon={DoorOpen}>
            Cliënt aan tafel
          </Button>
        )}
      </HandelingForm>
    </div>
  )
}

/** A further browser, while the cliënt is at the table. T4, S5 */
function Bijkomers({ wachtend, besloten }: { wachtend: Wachtende[]; besloten: boolean }) {
  return wachtend.map((gast) => (
    <div key={gast.sessieId} className="bijkomer">
      <p>
        <strong>{naamOf(gast)}</strong>
        <br />
        <span className="subtle small">
          {CLIENTSOORT_TEKST[gast.soort]}, wacht sinds {tijdTekst(gast.sinds)}
        </span>
      </p>
      {gast.weggestuurd || besloten ? (
        <p className="small">{gast.weggestuurd ? ZONDER_STEUN : IN_BESLOTEN_TIJD}</p>
      ) : (
        <HandelingForm velden={{ intent: 'toelaten', sessieId: gast.sessieId }}>
          <Button small variant="client" icon={DoorOpen}>
            Laat aanschuiven<span className="visually-hidden">: {naamOf(gast)}</span>
          </Button>
        </HandelingForm>
      )}
    </div>
  ))
}

function Terug() {
  return (
    <HandelingForm velden={{ intent: 'terug' }}>
      <Button icon={Undo2}>Terug naar de wachtkamer</Button>
    </HandelingForm>
  )
}

function naamOf({ naam, nummer }: Wachtende) {
  return nummer === null ? naam : `${naam}, apparaat ${nummer}`
}
