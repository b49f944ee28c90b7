import { data, Form, href, Link } from 'react-router'
import { z } from 'zod'
import { cookieHeaders } from '#app/auth/aanvrager.server.ts'
import { changeWachtwoordCommand } from '#app/commands/change-wachtwoord.server.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { PasswordField } from '#app/components/ui/password-field.tsx'
import { gebruikerContext, omgevingContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { refusalResponse } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import type { Refusal } from '#domain/refusal.ts'
import { AANGERADEN_WACHTWOORD, KORTSTE_WACHTWOORD } from '#domain/wachtwoord.ts'
import type { Route } from './+types/wachtwoord'

export async function loader() {
  return null
}

const Formulier = z.strictObject({
  oud: z.string().min(1).max(500),
  nieuw: z.string().min(1).max(1000),
})

export async function action({ request, context }: Route.ActionArgs) {
  const invoer = await parseForm(request, Formulier)
  if (!invoer) {
    const oud = 'Vul uw huidige en uw nieuwe wachtwoord in.'
    return refusalResponse({ code: 'ongeldige-invoer', velden: { oud } })
  }

  const gebruiker = context.get(gebruikerContext)
  const { secure } = context.get(omgevingContext)
  const result = await changeWachtwoordCommand(context.get(sqlContext), {
    ...invoer,
    gebruiker,
    secure,
  })
  if (!result.ok) return refusalResponse(result.refusal)
  return data({ refusal: null }, { headers: cookieHeaders(result.value.cookies) })
}

export default function WachtwoordPage({ actionData }: Route.ComponentProps) {
  const refusal = actionData?.refusal
  const fout = refusal ? refusalTekst(refusal) : undefined
  const bij = refusal && isOverNieuw(refusal) ? 'nieuw' : 'oud'
  return (
    <div className="page page--narrow">
      <PageHeader title="Wachtwoord wijzigen" />
      <ErrorSummary errors={fout ? [{ id: bij, text: fout }] : []} />
      {actionData && !refusal ? (
        <Notice tone="ok" role="status" title="Uw wachtwoord is gewijzigd">
          <p>Op alle andere plekken bent u uitgelogd.</p>
        </Notice>
      ) : (
        <Card>
          <Form method="post" className="form" noValidate>
            <PasswordField
              id="oud"
              name="oud"
              label="Uw huidige wachtwoord"
              error={bij === 'oud' ? fout : undefined}
              autoComplete="current-password"
            />
            <PasswordField
              id="nieuw"
              name="nieuw"
              label="Uw nieuwe wachtwoord"
              hint={`Ten minste ${KORTSTE_WACHTWOORD} tekens; liever ${AANGERADEN_WACHTWOORD} of meer. Een zin van een paar woorden is goed, hoofdletters en cijfers hoeven niet. Niet uw naam, e-mailadres of organisatie.`}
              error={bij === 'nieuw' ? fout : undefined}
              autoComplete="new-password"
            />
            <p>Met een nieuw wachtwoord bent u op alle andere plekken uitgelogd.</p>
            <div className="form-actions">
              <Button variant="primary">Wachtwoord wijzigen</Button>
            </div>
          </Form>
        </Card>
      )}
      <p>
        <Link to={href('/account')}>Terug naar uw account</Link>
      </p>
    </div>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Wachtwoord wijzigen – Focustafel' }]

function isOverNieuw({ code }: Refusal): boolean {
  return code === 'wachtwoord-te-zwak'
}
