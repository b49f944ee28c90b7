import { data, href, Link } from 'react-router'
import { z } from 'zod'
import { eisBevestiging } from '#app/auth/bevestiging.server.ts'
import { createTotpOpzet, openTotpOpzet } from '#app/auth/totp.server.ts'
import { addTotpCommand } from '#app/commands/add-factor.server.ts'
import { Toegevoegd } from '#app/components/tweede-stap/toegevoegd.tsx'
import { TotpOpzet } from '#app/components/tweede-stap/totp-opzet.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { type Gebruiker, gebruikerContext, kluisContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { statusOf } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import type { Route } from './+types/app'

export async function loader({ request, context }: Route.LoaderArgs) {
  eisBevestiging(request, context)
  const eigenaar = eigenaarOf(context.get(gebruikerContext))
  const { geheim, opzet, qr } = createTotpOpzet(context.get(kluisContext), eigenaar)
  return { totp: { geheim, opzet, qr } }
}

const Formulier = z.strictObject({
  intent: z.literal('totp'),
  opzet: z.string().max(1000),
  code: z.string().max(40).default(''),
})

export async function action({ request, context }: Route.ActionArgs) {
  eisBevestiging(request, context)
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return data({ refusal: { code: 'ongeldige-invoer' } as const }, { status: 400 })

  const kluis = context.get(kluisContext)
  const gebruiker = context.get(gebruikerContext)
  const nieuw = { eigenaar: gebruiker, ...invoer }
  const result = await addTotpCommand(context.get(sqlContext), kluis, nieuw)
  if (result.ok) return data({ codes: result.value.herstelcodes })
  const totp = openTotpOpzet(kluis, eigenaarOf(gebruiker), invoer.opzet)
  return data({ refusal: result.refusal, totp }, { status: statusOf(result.refusal) })
}

export default function AppPage({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'codes' in actionData) {
    return <Toegevoegd titel="Uw app is ingesteld" codes={actionData.codes} />
  }
  const fout = actionData && refusalTekst(actionData.refusal)
  const totp = (actionData && 'totp' in actionData && actionData.totp) || loaderData.totp
  return (
    <div className="page page--narrow">
      <PageHeader
        title="App met codes instellen"
        lead="Bij het inloggen vult u voortaan ook de code uit de app in."
      />
      <ErrorSummary errors={fout ? [{ id: 'code', text: fout }] : []} />
      <Card>
        <TotpOpzet totp={totp} fout={fout} />
      </Card>
      <p>
        <Link to={href('/account')}>Terug naar uw account</Link>
      </p>
    </div>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'App met codes – Focustafel' }]

function eigenaarOf({ id, email }: Gebruiker) {
  return { gebruikerId: id, email }
}
