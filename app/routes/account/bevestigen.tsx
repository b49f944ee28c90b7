import { data, Form, href, redirect } from 'react-router'
import { z } from 'zod'
import { isBevestigd } from '#app/auth/bevestiging.server.ts'
import { startOidc } from '#app/auth/oidc.server.ts'
import { confirmSessieCommand, type Proef } from '#app/commands/confirm-sessie.server.ts'
import { PasskeyFormulier } from '#app/components/passkey/passkey-formulier.tsx'
import { Vertrek } from '#app/components/shell/vertrek.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PasswordField } from '#app/components/ui/password-field.tsx'
import { gebruikerContext, kluisContext, omgevingContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { hasIdentiteit } from '#db/oidc-identiteiten.ts'
import { findFactoren } from '#db/tweede-factoren.ts'
import { parseNaar } from '../naar.ts'
import type { Route } from './+types/bevestigen'

export async function loader({ url, context }: Route.LoaderArgs) {
  const gebruiker = context.get(gebruikerContext)
  const naar = parseNaar(url.searchParams.get('naar')) ?? href('/account')
  if (isBevestigd(gebruiker)) throw redirect(naar)
  const sql = context.get(sqlContext)
  const { totp, passkeys } = await findFactoren(sql, gebruiker.id)
  const organisatie = await hasIdentiteit(sql, gebruiker.id)
  return { naar, totp, passkeys: passkeys > 0, organisatie }
}

const Formulier = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('wachtwoord'),
    wachtwoord: z.string().min(1).max(500),
    naar: z.string().default(''),
  }),
  z.strictObject({
    intent: z.literal('code'),
    code: z.string().min(1).max(40),
    naar: z.string().default(''),
  }),
  z.strictObject({ intent: z.literal('organisatie'), naar: z.string().default('') }),
  z.strictObject({
    intent: z.literal('passkey'),
    antwoord: z.string().max(100_000).default(''),
    naar: z.string().default(''),
  }),
])
type Formulier = z.infer<typeof Formulier>

export async function action({ request, context }: Route.ActionArgs) {
  const invoer = await parseForm(request, Formulier)
  if (!invoer) {
    const wachtwoord = 'Vul uw wachtwoord of een code in.'
    const refusal = { code: 'ongeldige-invoer', velden: { wachtwoord } } as const
    return data({ intent: 'wachtwoord', refusal, vertrek: null }, { status: 400 })
  }
  if (invoer.intent === 'organisatie') return toOrganisatie(context, invoer.naar)
  const { origin, secure } = context.get(omgevingContext)
  const result = await confirmSessieCommand(context.get(sqlContext), context.get(kluisContext), {
    proef: proefOf(invoer, origin),
    gebruiker: context.get(gebruikerContext),
    secure,
  })
  if (!result.ok) {
    const { refusal } = result
    return data({ intent: invoer.intent, refusal, vertrek: null }, { status: statusOf(refusal) })
  }
  const naar = parseNaar(invoer.naar) ?? href('/account')
  throw redirect(naar, { headers: { 'Set-Cookie': result.value.cookie } })
}

/** He knows no password here: his own organisatie asks him anew who he is. */
async function toOrganisatie(context: Route.ActionArgs['context'], naar: string) {
  const parts = {
    sql: context.get(sqlContext),
    kluis: context.get(kluisContext),
    omgeving: context.get(omgevingContext),
  }
  const { email } = context.get(gebruikerContext)
  const result = await startOidc(parts, { email, naar: parseNaar(naar), doel: 'opnieuw' })
  if (!result.ok) {
    const { refusal } = result
    return data({ intent: 'organisatie', refusal, vertrek: null }, { status: statusOf(refusal) })
  }
  const { organisatie, adres, cookie } = result.value
  const vertrek = { organisatie, adres }
  const headers = { 'Set-Cookie': cookie }
  return data({ intent: 'organisatie', refusal: null, vertrek }, { headers })
}

export default function BevestigenPage({ loaderData, actionData }: Route.ComponentProps) {
  const { naar, totp, passkeys, organisatie } = loaderData
  if (actionData?.vertrek) return <NaarOrganisatie {...actionData.vertrek} />
  const tekst = actionData?.refusal && refusalTekst(actionData.refusal)
  const fout = (intent: string) => (actionData?.intent === intent ? tekst : undefined)
  return (
    <div className="page page--narrow">
      <PageHeader
        title="Bent u het nog?"
        lead="Voor deze stap vragen wij het nog een keer. Daarna hoeft het tien minuten niet meer."
      />
      <ErrorSummary errors={actionData && tekst ? [{ id: actionData.intent, text: tekst }] : []} />
      <Card className="stack stack--wide">
        {passkeys && (
          <div id="passkey" tabIndex={-1}>
            <PasskeyFormulier doel="bevestigen" knop="Gebruik uw passkey" variant="primary">
              <input type="hidden" name="naar" value={naar} />
            </PasskeyFormulier>
          </div>
        )}
        {organisatie && (
          <Form method="post" reloadDocument>
            <input type="hidden" name="intent" value="organisatie" />
            <input type="hidden" name="naar" value={naar} />
            <Button id="organisatie" variant={passkeys ? 'secondary' : 'primary'}>
              Bevestig via uw organisatie
            </Button>
          </Form>
        )}
        <Form method="post" className="form" noValidate>
          <input type="hidden" name="intent" value="wachtwoord" />
          <input type="hidden" name="naar" value={naar} />
          <PasswordField
            id="wachtwoord"
            name="wachtwoord"
            label="Uw wachtwoord"
            error={fout('wachtwoord')}
            autoComplete="current-password"
          />
          <p>
            <Button variant={passkeys || organisatie ? 'secondary' : 'primary'}>
              Bevestig met wachtwoord
            </Button>
          </p>
        </Form>
        {totp && (
          <Form method="post" className="form" noValidate>
            <input type="hidden" name="intent" value="code" />
            <input type="hidden" name="naar" value={naar} />
            <TextField
              id="code"
              name="code"
              label="Of de code uit uw app"
              error={fout('code')}
              autoComplete="one-time-code"
              maxLength={40}
              size="short"
            />
            <p>
              <Button>Bevestig met code</Button>
            </p>
          </Form>
        )}
      </Card>
    </div>
  )
}

function NaarOrganisatie({ organisatie, adres }: { organisatie: string; adres: string }) {
  const lead = `Log in bij ${organisatie}. Daarna komt u vanzelf hier terug.`
  return (
    <div className="page page--narrow">
      <PageHeader title="U gaat nu naar uw organisatie" lead={lead} />
      <Vertrek adres={adres} />
    </div>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Bevestigen – Focustafel' }]

function proefOf(invoer: Exclude<Formulier, { intent: 'organisatie' }>, origin: string): Proef {
  switch (invoer.intent) {
    case 'wachtwoord':
      return { soort: 'wachtwoord', wachtwoord: invoer.wachtwoord }
    case 'code':
      return { soort: 'code', code: invoer.code }
    case 'passkey':
      return { soort: 'passkey', antwoord: invoer.antwoord, origin }
  }
}
