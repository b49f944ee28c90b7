import { data, href, Link } from 'react-router'
import { z } from 'zod'
import { eisBevestiging } from '#app/auth/bevestiging.server.ts'
import { addPasskeyCommand } from '#app/commands/add-factor.server.ts'
import { PasskeyFormulier } from '#app/components/passkey/passkey-formulier.tsx'
import { Toegevoegd } from '#app/components/tweede-stap/toegevoegd.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, omgevingContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { refusalResponse } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import type { Route } from './+types/passkey'

export async function loader({ request, context }: Route.LoaderArgs) {
  eisBevestiging(request, context)
  return null
}

const Formulier = z.strictObject({
  intent: z.literal('passkey'),
  naam: z.string().trim().min(1).max(60),
  antwoord: z.string().max(100_000).default(''),
})

export async function action({ request, context }: Route.ActionArgs) {
  eisBevestiging(request, context)
  const invoer = await parseForm(request, Formulier)
  if (!invoer) {
    return refusalResponse({
      code: 'ongeldige-invoer',
      velden: { naam: 'Geef de passkey een naam.' },
    })
  }
  const eigenaar = context.get(gebruikerContext)
  const result = await addPasskeyCommand(context.get(sqlContext), {
    eigenaar,
    antwoord: invoer.antwoord,
    naam: invoer.naam,
    houder: eigenaar.sessieHash,
    origin: context.get(omgevingContext).origin,
  })
  return result.ok ? data({ codes: result.value.herstelcodes }) : refusalResponse(result.refusal)
}

export default function PasskeyPage({ actionData }: Route.ComponentProps) {
  if (actionData && 'codes' in actionData) {
    return <Toegevoegd titel="Uw passkey is toegevoegd" codes={actionData.codes} />
  }
  const fout = actionData && refusalTekst(actionData.refusal)
  return (
    <div className="page page--narrow">
      <PageHeader
        title="Passkey toevoegen"
        lead="Daarna logt u in met uw vingerafdruk, uw gezicht of de pincode van dit apparaat, of met een beveiligingssleutel."
      />
      <ErrorSummary errors={fout ? [{ id: 'naam', text: fout }] : []} />
      <Card>
        <PasskeyFormulier doel="registreren" knop="Maak de passkey" variant="primary">
          <TextField
            id="naam"
            name="naam"
            label="Naam van deze passkey"
            hint="Zodat u die later herkent, zoals: laptop van het werk."
            error={fout}
            maxLength={60}
            required
            size="middle"
          />
        </PasskeyFormulier>
        <noscript>
          <p>Zonder JavaScript kan uw browser geen passkey maken. Stel dan een app met codes in.</p>
        </noscript>
      </Card>
      <p>
        <Link to={href('/account')}>Terug naar uw account</Link>
      </p>
    </div>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Passkey toevoegen – Focustafel' }]
