import '#app/styles/professional.css'
import { data, Form, href, Link, redirect } from 'react-router'
import { z } from 'zod'
import { aanvragerOf, cookieHeaders } from '#app/auth/aanvrager.server.ts'
import { signIn } from '#app/auth/inloggen.server.ts'
import { signInWithPasskey } from '#app/auth/passkey-inloggen.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { PasskeyFormulier } from '#app/components/passkey/passkey-formulier.tsx'
import { Inlogkader } from '#app/components/shell/inlogkader.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { PasswordField } from '#app/components/ui/password-field.tsx'
import { omgevingContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { veldenOf } from '#app/velden.ts'
import { hasOidc } from '#db/organisatie-oidc.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Route } from './+types/inloggen'
import { metNaar, stapOf } from './inloggen/stap.ts'
import { parseNaar } from './naar.ts'

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const omgeving = context.get(omgevingContext)
  const gebruiker = await findGebruikerByCookie(
    context.get(sqlContext),
    request.headers.get('cookie'),
    omgeving,
  )
  const naar = parseNaar(url.searchParams.get('naar'))
  if (gebruiker) throw redirect(naar ?? href('/overleggen'))
  const viaOrganisatie = await hasOidc(context.get(sqlContext))
  return { naar, viaOrganisatie, zonderTweedeStap: omgeving.tweedeFactor === 'optional' }
}

const Inloggen = z.object({
  email: z
    .string({ error: 'Vul uw e-mailadres in.' })
    .trim()
    .min(1, 'Vul uw e-mailadres in.')
    .max(254, 'Dit e-mailadres is te lang.')
    .includes('@', { error: 'Vul een volledig e-mailadres in, zoals naam@gemeente.nl.' }),
  wachtwoord: z
    .string({ error: 'Vul uw wachtwoord in.' })
    .min(1, 'Vul uw wachtwoord in.')
    .max(500, 'Dit wachtwoord is te lang.'),
})
const Passkey = z.object({ antwoord: z.string().max(100_000) })

type Fouten = { email?: string; wachtwoord?: string; passkey?: string }

export async function action({ request, context }: Route.ActionArgs) {
  const velden = veldenOf((await readForm(request)) ?? new FormData())
  const email = typeof velden.email === 'string' ? velden.email : ''
  const naar = parseNaar(velden.naar)
  const aanvrager = aanvragerOf(request, context)
  const sql = context.get(sqlContext)
  const { origin, tweedeFactor } = context.get(omgevingContext)

  if (velden.intent === 'passkey') {
    const { antwoord } = Passkey.safeParse(velden).data ?? { antwoord: '' }
    const result = await signInWithPasskey(sql, { antwoord, origin, ...aanvrager })
    if (!result.ok) return weiger(result.refusal, { passkey: refusalTekst(result.refusal) })
    throw redirect(naar ?? href('/overleggen'), { headers: cookieHeaders(result.value.cookies) })
  }

  const invoer = Inloggen.safeParse(velden)
  if (!invoer.success) return data({ email, fouten: foutenOf(invoer.error) }, { status: 400 })
  const result = await signIn(sql, { ...invoer.data, ...aanvrager, tweedeFactor })
  if (!result.ok) return weiger(result.refusal, { email: refusalTekst(result.refusal) }, email)
  throw redirect(stapOf(result.value, naar), { headers: cookieHeaders(result.value.cookies) })
}

export default function InloggenPage({ loaderData, actionData }: Route.ComponentProps) {
  const fouten: Fouten = actionData?.fouten ?? {}
  const { naar, viaOrganisatie, zonderTweedeStap } = loaderData
  return (
    <Inlogkader
      titel="Inloggen"
      uitleg="Voor professionals die deelnemen aan een focusoverleg."
      fouten={samenvattingOf(fouten)}
      onder={<Onder zonderTweedeStap={zonderTweedeStap} />}
    >
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="naar" value={naar ?? ''} />
        <TextField
          id="email"
          name="email"
          type="email"
          label="E-mailadres"
          error={fouten.email}
          defaultValue={actionData?.email}
          autoComplete="username"
          size="middle"
        />
        <PasswordField
          id="wachtwoord"
          name="wachtwoord"
          label="Wachtwoord"
          error={fouten.wachtwoord}
          autoComplete="current-password"
        />
        <p>
          <Button variant="primary">Inloggen</Button>
        </p>
      </Form>
      <p>
        <Link to={href('/wachtwoord-vergeten')}>Wachtwoord vergeten?</Link>
      </p>
      <div id="passkey" tabIndex={-1}>
        <PasskeyFormulier doel="inloggen" knop="Gebruik een passkey">
          <input type="hidden" name="naar" value={naar ?? ''} />
        </PasskeyFormulier>
      </div>
      {viaOrganisatie && (
        <p>
          <Link to={metNaar(href('/inloggen/organisatie'), naar)}>Inloggen via uw organisatie</Link>
        </p>
      )}
    </Inlogkader>
  )
}

function Onder({ zonderTweedeStap }: { zonderTweedeStap: boolean }) {
  return (
    <div className="stack subtle">
      {zonderTweedeStap && (
        <p>
          Op deze installatie is een tweede stap bij het inloggen niet verplicht. U kunt die zelf
          instellen bij Uw account.
        </p>
      )}
      <p>Heeft u een brief van het Veiligheidshuis? Gebruik dan de link in die brief.</p>
    </div>
  )
}

function samenvattingOf({ email, wachtwoord, passkey }: Fouten) {
  return [
    ...(email ? [{ id: 'email', text: email }] : []),
    ...(wachtwoord ? [{ id: 'wachtwoord', text: wachtwoord }] : []),
    ...(passkey ? [{ id: 'passkey', text: passkey }] : []),
  ]
}

function weiger(refusal: Refusal, fouten: Fouten, email = '') {
  return data({ email, fouten }, { status: statusOf(refusal) })
}

function foutenOf(error: z.ZodError<z.infer<typeof Inloggen>>): Fouten {
  const { email, wachtwoord } = z.flattenError(error).fieldErrors
  return { email: email?.[0], wachtwoord: wachtwoord?.[0] }
}

export const meta: Route.MetaFunction = () => [{ title: 'Inloggen – Focustafel' }]
