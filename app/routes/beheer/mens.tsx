import { href, redirect } from 'react-router'
import { z } from 'zod'
import {
  disableAccountCommand,
  enableAccountCommand,
  endSessiesCommand,
} from '#app/commands/change-account.server.ts'
import { renewUitnodigingCommand } from '#app/commands/invite-gebruiker.server.ts'
import {
  Handelingsformulier,
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, omgevingContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, parseForm } from '#app/invoer.server.ts'
import { throwRefusal, uitkomstResponse } from '#app/refusal-response.ts'
import { findAccount } from '#db/gebruikersbeheer.ts'
import { listSessieRegels } from '#db/sessies.ts'
import { findFactoren, heeftFactor } from '#db/tweede-factoren.ts'
import type { Route } from './+types/mens'
import { Accountstand } from './accountstand.tsx'

export async function loader({ params, context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const account = await findAccount(sql, params.gebruikerId)
  if (!account) throwRefusal({ code: 'niet-gevonden' })
  const [sessies, factoren] = await Promise.all([
    listSessieRegels(sql, account.id),
    findFactoren(sql, account.id),
  ])
  return {
    account,
    isEigen: account.id === context.get(gebruikerContext).id,
    sessies: sessies.length,
    tweedeStap: heeftFactor(factoren),
  }
}

const INTENTS = ['sessies-weg', 'uitschakelen', 'inschakelen', 'uitnodigen'] as const
const Formulier = z.strictObject({ intent: z.enum(INTENTS) })
type Intent = (typeof INTENTS)[number]

export async function action({ request, params, context }: Route.ActionArgs) {
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return uitkomstResponse({ intent: 'account' }, { code: 'ongeldige-invoer' })
  const { intent } = invoer
  const beheerderId = context.get(gebruikerContext).id
  const { origin } = context.get(omgevingContext)
  const { gebruikerId } = params
  const doel = { beheerderId, gebruikerId, origin }
  const result = await COMMANDS[intent](context.get(sqlContext), doel)
  if (result.ok && isZonderJavaScript(request)) {
    throw redirect(href('/beheer/mensen/:gebruikerId', { gebruikerId }))
  }
  return uitkomstResponse({ intent }, result.ok ? null : result.refusal)
}

const COMMANDS = {
  'sessies-weg': endSessiesCommand,
  uitschakelen: disableAccountCommand,
  inschakelen: enableAccountCommand,
  uitnodigen: renewUitnodigingCommand,
} as const satisfies Record<Intent, unknown>

const GELUKT = new Map([
  ['sessies-weg', 'Alle sessies zijn beëindigd.'],
  ['uitschakelen', 'Het account is uitgeschakeld. Deze persoon is nu overal uitgelogd.'],
  ['inschakelen', 'Het account is weer ingeschakeld.'],
  ['uitnodigen', 'Er is een nieuwe uitnodiging onderweg.'],
])

export default function MensPage({ loaderData, actionData }: Route.ComponentProps) {
  const uitkomst = useLaatste<Uitkomst>(actionData)
  const { account, isEigen } = loaderData
  const gelukt = uitkomst && !uitkomst.refusal ? GELUKT.get(uitkomst.intent) : null
  return (
    <UitkomstProvider value={uitkomst}>
      <div className="page page--narrow" id="account">
        <PageHeader
          title={account.naam}
          lead={[account.functie, account.organisatie, account.email].filter(Boolean).join(', ')}
        >
          <Accountstand {...account} />
        </PageHeader>
        <Uitkomstfouten />
        <p role="status" className={gelukt ? undefined : 'visually-hidden'}>
          {gelukt}
        </p>
        {isEigen ? <Eigen /> : <Handelingen {...loaderData} />}
      </div>
    </UitkomstProvider>
  )
}

function Eigen() {
  return (
    <Card title="Dit bent u zelf">
      <p>Een andere beheerder kan uw huisfunctie wijzigen of uw account uitschakelen.</p>
      <ButtonLink to={href('/account')}>Naar uw account</ButtonLink>
    </Card>
  )
}

type Props = Pick<Route.ComponentProps['loaderData'], 'account' | 'sessies' | 'tweedeStap'>

function Handelingen({ account, sessies, tweedeStap }: Props) {
  return (
    <>
      <Card title="Inloggen">
        <div className="stack">
          <p>
            {sessies === 0 ? 'Nu nergens ingelogd.' : `Nu ingelogd in ${browsers(sessies)}.`}{' '}
            {tweedeStap ? 'Met een tweede stap.' : 'Zonder tweede stap.'}
          </p>
          {sessies > 0 && (
            <Handelingsformulier intent="sessies-weg">
              <p>
                <Button>Beëindig alle sessies</Button>
              </p>
            </Handelingsformulier>
          )}
          {account.uitgenodigd && !account.uitgeschakeld && (
            <Handelingsformulier intent="uitnodigen">
              <p>Deze persoon heeft nog geen wachtwoord gekozen.</p>
              <p>
                <Button>Stuur een nieuwe uitnodiging</Button>
              </p>
            </Handelingsformulier>
          )}
        </div>
      </Card>
      <Card title="Toegang">
        <div className="stack">
          <p>Voor de huisfunctie en de tweede stap vragen wij u eerst of u het bent.</p>
          <p>
            <ButtonLink
              to={href('/beheer/mensen/:gebruikerId/toegang', { gebruikerId: account.id })}
            >
              Huisfunctie of tweede stap wijzigen
            </ButtonLink>
          </p>
        </div>
      </Card>
      <Card title={account.uitgeschakeld ? 'Weer inschakelen' : 'Uitschakelen'}>
        <Schakelaar uitgeschakeld={account.uitgeschakeld} />
      </Card>
    </>
  )
}

function Schakelaar({ uitgeschakeld }: { uitgeschakeld: boolean }) {
  if (uitgeschakeld) {
    return (
      <Handelingsformulier intent="inschakelen">
        <p>Deze persoon kan dan weer inloggen, en ziet weer de overleggen waaraan die meedoet.</p>
        <p>
          <Button variant="primary">Schakel het account in</Button>
        </p>
      </Handelingsformulier>
    )
  }
  return (
    <Handelingsformulier intent="uitschakelen">
      <p>Deze persoon is dan meteen overal uitgelogd. Wat die schreef, blijft.</p>
      <p>
        <Button variant="danger">Schakel het account uit</Button>
      </p>
    </Handelingsformulier>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Account – Beheer – Focustafel' }]

function browsers(aantal: number): string {
  return aantal === 1 ? '1 browser' : `${aantal} browsers`
}
