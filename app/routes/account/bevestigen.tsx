import { data, Form, href, redirect } from 'react-router'
import { z } from 'zod'
import { isBevestigd } from '#app/auth/bevestiging.server.ts'
import { confirmSessieCommand, type Proef } from '#app/commands/confirm-sessie.server.ts'
import { PasskeyFormulier } from '#app/components/passkey/passkey-formulier.tsx'
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
import { findFactoren } from '#db/tweede-factoren.ts'
import { parseNaar } from '../naar.ts'
import type { Route } from './+types/bevestigen'

export async function loader({ url, context }: Route.LoaderArgs) {
  const gebruiker = context.get(gebruikerContext)
  const naar = parseNaar(url.searchParams.get('naar')) ?? href('/account')
  if (isBevestigd(gebruiker)) throw redirect(naar)
  const { totp, passkeys } = await findFactoren(context.get(sqlContext), gebruiker.id)
  return { naar, totp, passkeys: passkeys > 0 }
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
    return data({ intent: 'wachtwoord', refusal }, { status: 400 })
  }
  const { origin, secure } = context.get(omgevingContext)
  const result = await confirmSessieCommand(context.get(sqlContext), context.get(kluisContext), {
    proef: proefOf(invoer, origin),
    gebruiker: context.get(gebruikerContext),
    secure,
  })
  if (!result.ok) {
    const { refusal } = result
    return data({ intent: invoer.intent, refusal }, { status: statusOf(refusal) })
  }
  const naar = parseNaar(invoer.naar) ?? href('/account')
  throw redirect(naar, { headers: { 'Set-Cookie': result.value.cookie } })
}

export default function BevestigenPage({ loaderData, actionData }: Route.ComponentProps) {
  const { naar, totp, passkeys } = loaderData
  const tekst = actionData && refusalTekst(actionData.refusal)
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
            <Button variant={passkeys ? 'secondary' : 'primary'}>Bevestig met wachtwoord</Button>
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

export const meta: Route.MetaFunction = () => [{ title: 'Bevestigen – Focustafel' }]

function proefOf(invoer: Formulier, origin: string): Proef {
  switch (invoer.intent) {
    case 'wachtwoord':
      return { soort: 'wachtwoord', wachtwoord: invoer.wachtwoord }
    case 'code':
      return { soort: 'code', code: invoer.code }
    case 'passkey':
      return { soort: 'passkey', antwoord: invoer.antwoord, origin }
  }
}
