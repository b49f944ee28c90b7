import '#app/styles/professional.css'
import { data, Form, href, Link, redirect } from 'react-router'
import { z } from 'zod'
import { startOidc } from '#app/auth/oidc.server.ts'
import { findGebruikerByCookie } from '#app/auth/professional.server.ts'
import { Inlogkader } from '#app/components/shell/inlogkader.tsx'
import { Vertrek } from '#app/components/shell/vertrek.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { kluisContext, omgevingContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf, throwRefusal } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { veldenOf } from '#app/velden.ts'
import { hasOidc } from '#db/organisatie-oidc.ts'
import { parseNaar } from '../naar.ts'
import type { Route } from './+types/organisatie'
import { Emailadres } from './emailadres.ts'

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const sql = context.get(sqlContext)
  const naar = parseNaar(url.searchParams.get('naar'))
  const cookie = request.headers.get('cookie')
  const gebruiker = await findGebruikerByCookie(sql, cookie, context.get(omgevingContext))
  if (gebruiker) throw redirect(naar ?? href('/overleggen'))
  if (!(await hasOidc(sql))) throwRefusal({ code: 'niet-gevonden' })
  return { naar }
}

const Formulier = z.object({ email: Emailadres })
type Fouten = { email?: string }

export async function action({ request, context }: Route.ActionArgs) {
  const velden = veldenOf((await readForm(request)) ?? new FormData())
  const email = typeof velden.email === 'string' ? velden.email : ''
  const invoer = Formulier.safeParse(velden)
  if (!invoer.success) {
    const fouten: Fouten = { email: z.flattenError(invoer.error).fieldErrors.email?.[0] }
    return data({ email, fouten, vertrek: null }, { status: 400 })
  }
  const parts = {
    sql: context.get(sqlContext),
    kluis: context.get(kluisContext),
    omgeving: context.get(omgevingContext),
  }
  const naar = parseNaar(velden.naar)
  const result = await startOidc(parts, { email: invoer.data.email, naar, doel: 'inloggen' })
  if (!result.ok) {
    const fouten: Fouten = { email: refusalTekst(result.refusal) }
    return data({ email, fouten, vertrek: null }, { status: statusOf(result.refusal) })
  }
  const { organisatie, adres, cookie } = result.value
  const headers = { 'Set-Cookie': cookie }
  const fouten: Fouten = {}
  return data({ email, fouten, vertrek: { organisatie, adres } }, { headers })
}

export default function OrganisatiePage({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData?.vertrek) {
    const { organisatie, adres } = actionData.vertrek
    return (
      <Inlogkader
        titel="U gaat nu naar uw organisatie"
        uitleg={`Log in bij ${organisatie}. Daarna komt u vanzelf hier terug.`}
      >
        <Vertrek adres={adres} />
      </Inlogkader>
    )
  }
  const fout = actionData?.fouten.email
  return (
    <Inlogkader
      titel="Inloggen via uw organisatie"
      uitleg="U logt in bij uw eigen organisatie en komt daarna hier terug."
      fouten={fout ? [{ id: 'email', text: fout }] : []}
      onder={
        <p>
          <Link to={href('/inloggen')}>Inloggen met een wachtwoord</Link>
        </p>
      }
    >
      {/* As a document: the answer is a page that goes on by itself, also without JavaScript. */}
      <Form method="post" className="form" noValidate reloadDocument>
        <input type="hidden" name="naar" value={loaderData.naar ?? ''} />
        <TextField
          id="email"
          name="email"
          type="email"
          label="E-mailadres van uw werk"
          error={fout}
          defaultValue={actionData?.email}
          autoComplete="email"
          size="middle"
        />
        <p>
          <Button variant="primary">Verder</Button>
        </p>
      </Form>
    </Inlogkader>
  )
}

export const meta: Route.MetaFunction = () => [
  { title: 'Inloggen via uw organisatie – Focustafel' },
]
