import { parseWithZod } from '@conform-to/zod/v4'
import { data, Form, href, redirect } from 'react-router'
import { createOverlegCommand } from '#app/commands/create-overleg.server.ts'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { readForm } from '#app/invoer.server.ts'
import { statusOf, throwRefusal } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import { listGebruikers } from '#db/gebruikers.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Route } from './+types/overleg-nieuw'
import { DeelnemersKiezen } from './deelnemers-kiezen.tsx'
import { formulierOf } from './formulier.ts'
import {
  hasKnownNames,
  nieuwOverlegSchema,
  toNieuwOverleg,
  vandaagInNederland,
} from './nieuw-overleg.server.ts'
import {
  Casusvelden,
  Clientvelden,
  Linkvelden,
  Momentvelden,
  Vraagveld,
} from './overleg-velden.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { id, huisfunctie } = context.get(gebruikerContext)
  if (huisfunctie !== 'procesregisseur') throwRefusal({ code: 'niet-bevoegd' })

  const gebruikers = await listGebruikers(context.get(sqlContext))
  return {
    vandaag: vandaagInNederland(),
    kandidaten: gebruikers.filter((gebruiker) => gebruiker.id !== id),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  if (!form || !hasKnownNames(form)) throwRefusal({ code: 'ongeldige-invoer' })

  const submission = parseWithZod(form, { schema: nieuwOverlegSchema(vandaagInNederland()) })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })

  const result = await createOverlegCommand(context.get(sqlContext), {
    gebruikerId: context.get(gebruikerContext).id,
    ...toNieuwOverleg(submission.value),
  })
  if (!result.ok) {
    return data(submission.reply(errorsOf(result.refusal)), { status: statusOf(result.refusal) })
  }
  return redirect(href('/overleggen/:overlegId/deelnemers', { overlegId: result.value.overlegId }))
}

export default function OverlegNieuwPage({ loaderData, actionData }: Route.ComponentProps) {
  const formulier = formulierOf(actionData)
  return (
    <div className="page page--narrow">
      <PageHeader
        title="Nieuw overleg"
        lead="U wordt procesregisseur van dit overleg. Alles wat u hier invult kunt u later wijzigen."
      />
      <ErrorSummary errors={formulier.samenvatting} />
      <Form id="formulier" method="post" className="form" noValidate>
        <Casusvelden formulier={formulier} />
        <Momentvelden formulier={formulier} vandaag={loaderData.vandaag} />
        <Vraagveld formulier={formulier} />
        <Clientvelden formulier={formulier} />
        <DeelnemersKiezen formulier={formulier} kandidaten={loaderData.kandidaten} />
        <Linkvelden formulier={formulier} />
        <div className="form-actions">
          <Button variant="primary">Overleg maken</Button>
          <ButtonLink to={href('/overleggen')} variant="plain">
            Niet maken
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Nieuw overleg – Focustafel' }]

function errorsOf(refusal: Refusal) {
  const velden = refusal.code === 'ongeldige-invoer' ? Object.entries(refusal.velden ?? {}) : []
  if (velden.length === 0) return { formErrors: [refusalTekst(refusal)] }
  return { fieldErrors: Object.fromEntries(velden.map(([naam, tekst]) => [naam, [tekst]])) }
}
