import { data, Form, href, Link } from 'react-router'
import { z } from 'zod'
import { eisBevestiging } from '#app/auth/bevestiging.server.ts'
import { renewHerstelcodesCommand } from '#app/commands/remove-factor.server.ts'
import { Toegevoegd } from '#app/components/tweede-stap/toegevoegd.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { refusalResponse } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import type { Route } from './+types/herstelcodes'

export async function loader({ request, context }: Route.LoaderArgs) {
  eisBevestiging(request, context)
  return null
}

const Formulier = z.strictObject({ intent: z.literal('nieuw') })

export async function action({ request, context }: Route.ActionArgs) {
  eisBevestiging(request, context)
  if (!(await parseForm(request, Formulier))) return refusalResponse({ code: 'ongeldige-invoer' })
  const { id } = context.get(gebruikerContext)
  const result = await renewHerstelcodesCommand(context.get(sqlContext), id)
  return result.ok ? data({ codes: result.value }) : refusalResponse(result.refusal)
}

export default function HerstelcodesPage({ actionData }: Route.ComponentProps) {
  if (actionData && 'codes' in actionData) {
    return <Toegevoegd titel="Uw nieuwe herstelcodes" codes={actionData.codes} />
  }
  const fout = actionData && refusalTekst(actionData.refusal)
  return (
    <div className="page page--narrow">
      <PageHeader
        title="Nieuwe herstelcodes"
        lead="Voor als u uw telefoon of passkey kwijt bent. Elke code werkt één keer."
      />
      <ErrorSummary errors={fout ? [{ id: 'nieuw', text: fout }] : []} />
      <Card>
        <Form method="post" id="nieuw" tabIndex={-1} className="form">
          <input type="hidden" name="intent" value="nieuw" />
          <p>Uw oude herstelcodes werken daarna niet meer.</p>
          <div className="form-actions">
            <Button variant="primary">Maak tien nieuwe codes</Button>
          </div>
        </Form>
      </Card>
      <p>
        <Link to={href('/account')}>Terug naar uw account</Link>
      </p>
    </div>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Herstelcodes – Focustafel' }]
