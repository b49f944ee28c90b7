import { href, redirect } from 'react-router'
import { z } from 'zod'
import { eisBevestiging } from '#app/auth/bevestiging.server.ts'
import { endAndereSessiesCommand, endSessieCommand } from '#app/commands/end-sessies.server.ts'
import { removePasskeyCommand, removeTotpCommand } from '#app/commands/remove-factor.server.ts'
import {
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, omgevingContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, parseForm } from '#app/invoer.server.ts'
import { uitkomstResponse } from '#app/refusal-response.ts'
import { momentTekst } from '#app/tekst.ts'
import { listPasskeys } from '#db/passkeys.ts'
import { listSessieRegels } from '#db/sessies.ts'
import { findFactoren } from '#db/tweede-factoren.ts'
import type { Route } from './+types/account'
import { Sessies } from './sessies.tsx'
import { TweedeStap } from './tweede-stap.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const { id, naam, email, organisatie, sessieHash } = context.get(gebruikerContext)
  const [sessies, passkeys, factoren] = await Promise.all([
    listSessieRegels(sql, id),
    listPasskeys(sql, id),
    findFactoren(sql, id),
  ])
  return {
    persoon: { naam, email, organisatie },
    verplicht: context.get(omgevingContext).tweedeFactor === 'required',
    totp: factoren.totp,
    herstelcodes: factoren.herstelcodes,
    passkeys: passkeys.map((passkey) => ({
      id: passkey.id,
      naam: passkey.naam,
      sinds: momentTekst(passkey.sinds),
      gebruikt: passkey.gebruiktOp && momentTekst(passkey.gebruiktOp),
    })),
    sessies: sessies.map(({ id, hash, browser, sinds, gebruikt }) => ({
      id,
      browser,
      isDeze: hash === sessieHash,
      sinds: momentTekst(sinds),
      gebruikt: momentTekst(gebruikt),
    })),
  }
}

const Formulier = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('sessie-weg'), doel: z.uuid() }),
  z.strictObject({ intent: z.literal('andere-sessies-weg') }),
  z.strictObject({ intent: z.literal('app-weg') }),
  z.strictObject({ intent: z.literal('passkey-weg'), doel: z.uuid() }),
])
type Formulier = z.infer<typeof Formulier>

export async function action({ request, context }: Route.ActionArgs) {
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return uitkomstResponse({ intent: 'account' }, { code: 'ongeldige-invoer' })
  if (invoer.intent === 'app-weg' || invoer.intent === 'passkey-weg') {
    eisBevestiging(request, context)
  }
  const result = await doe(invoer, context)
  if (result.ok && isZonderJavaScript(request)) throw redirect(href('/account'))
  return uitkomstResponse(invoer, result.ok ? null : result.refusal)
}

function doe(invoer: Formulier, context: Route.ActionArgs['context']) {
  const sql = context.get(sqlContext)
  const gebruiker = context.get(gebruikerContext)
  const wie = {
    gebruikerId: gebruiker.id,
    tweedeFactor: context.get(omgevingContext).tweedeFactor,
  }
  switch (invoer.intent) {
    case 'sessie-weg':
      return endSessieCommand(sql, { gebruikerId: gebruiker.id, sessieId: invoer.doel })
    case 'andere-sessies-weg':
      return endAndereSessiesCommand(sql, gebruiker)
    case 'app-weg':
      return removeTotpCommand(sql, wie)
    case 'passkey-weg':
      return removePasskeyCommand(sql, { ...wie, passkeyId: invoer.doel })
  }
}

const GELUKT = new Map([
  ['sessie-weg', 'De sessie is beëindigd.'],
  ['andere-sessies-weg', 'Alle andere sessies zijn beëindigd.'],
  ['app-weg', 'De app is verwijderd.'],
  ['passkey-weg', 'De passkey is verwijderd.'],
])

export default function AccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const uitkomst = useLaatste<Uitkomst>(actionData)
  const { persoon, sessies } = loaderData
  const gelukt = uitkomst && !uitkomst.refusal ? GELUKT.get(uitkomst.intent) : null
  return (
    <UitkomstProvider value={uitkomst}>
      <div className="page page--narrow" id="account">
        <PageHeader
          title="Uw account"
          lead={`${persoon.naam}, ${persoon.organisatie}. U logt in met ${persoon.email}.`}
        />
        <Uitkomstfouten />
        <p role="status" className={gelukt ? undefined : 'visually-hidden'}>
          {gelukt}
        </p>
        <TweedeStap {...loaderData} />
        <Card title="Wachtwoord">
          <ButtonLink to={href('/account/wachtwoord')}>Wachtwoord wijzigen</ButtonLink>
        </Card>
        <Sessies sessies={sessies} />
      </div>
    </UitkomstProvider>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Uw account – Focustafel' }]
