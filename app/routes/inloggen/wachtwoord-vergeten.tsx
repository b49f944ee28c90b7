import '#app/styles/professional.css'
import { data, Form, href, Link } from 'react-router'
import { z } from 'zod'
import { requestWachtwoordlinkCommand } from '#app/commands/request-wachtwoordlink.server.ts'
import { Inlogkader } from '#app/components/shell/inlogkader.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { omgevingContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { veldenOf } from '#app/velden.ts'
import type { Route } from './+types/wachtwoord-vergeten'
import { Emailadres } from './emailadres.ts'

const Formulier = z.object({ email: Emailadres })
type Fouten = { email?: string }

// The same for every address: whether there is an account is nobody's business.
export async function action({ request, context }: Route.ActionArgs) {
  const velden = veldenOf((await readForm(request)) ?? new FormData())
  const email = typeof velden.email === 'string' ? velden.email : ''
  const invoer = Formulier.safeParse(velden)
  if (!invoer.success) {
    const fouten: Fouten = { email: z.flattenError(invoer.error).fieldErrors.email?.[0] }
    return data({ stap: 'vraag' as const, email, fouten }, { status: 400 })
  }
  const { origin } = context.get(omgevingContext)
  await requestWachtwoordlinkCommand(context.get(sqlContext), { ...invoer.data, origin })
  const fouten: Fouten = {}
  return { stap: 'verstuurd' as const, email: '', fouten }
}

export default function WachtwoordVergetenPage({ actionData }: Route.ComponentProps) {
  const fout = actionData?.fouten.email
  return (
    <Inlogkader
      titel="Wachtwoord vergeten"
      uitleg="U krijgt een mail met een link waarmee u een nieuw wachtwoord kiest."
      fouten={fout ? [{ id: 'email', text: fout }] : []}
      onder={
        <p>
          <Link to={href('/inloggen')}>Terug naar inloggen</Link>
        </p>
      }
    >
      {actionData?.stap === 'verstuurd' ? (
        <Notice tone="ok" role="status" title="Kijk in uw mail">
          <p>
            Is er een account met dit e-mailadres? Dan komt er binnen een paar minuten een mail. De
            link daarin werkt één uur.
          </p>
        </Notice>
      ) : (
        <Form method="post" className="form" noValidate>
          <TextField
            id="email"
            name="email"
            type="email"
            label="E-mailadres"
            error={fout}
            defaultValue={actionData?.email}
            autoComplete="username"
            size="middle"
          />
          <p>
            <Button variant="primary">Stuur mij een link</Button>
          </p>
        </Form>
      )}
    </Inlogkader>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Wachtwoord vergeten – Focustafel' }]
