import { Form, href, redirect } from 'react-router'
import { z } from 'zod'
import { finishEvaluatieAlsCasushouderCommand } from '#app/commands/finish-evaluatie.server.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Check, FieldGroup } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { deelnameContext, gebruikerContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { throwRefusal } from '#app/refusal-response.ts'
import { ANTWOORD_TEKST, EVALUATIEVRAAG_TEKST } from '#app/tekst-evaluatie.ts'
import { ANTWOORDEN, EVALUATIEVRAGEN } from '#domain/evaluatie.ts'
import { isEvaluatieOpenVoor } from '../evaluatie-open.server.ts'
import type { Route } from './+types/evaluatie'

// K10. Nothing of the casus is on this page but its number and initials, which stand in the bar above it.
export async function loader({ context, params: { overlegId } }: Route.LoaderArgs) {
  const deelnemerschap = context.get(deelnameContext)
  if (deelnemerschap.deelname.rol !== 'casushouder') throwRefusal({ code: 'niet-gevonden' })
  if (!(await isEvaluatieOpenVoor(context.get(sqlContext), deelnemerschap))) {
    throw redirect(href('/overleggen/:overlegId', { overlegId }))
  }
  return null
}

const antwoord = z.enum(ANTWOORDEN).optional()
const Formulier = z.strictObject({
  intent: z.enum(['klaar', 'overslaan']),
  'casushouder-waardevol': antwoord,
  'casushouder-gemotiveerd': antwoord,
})

export async function action({ request, context, params: { overlegId } }: Route.ActionArgs) {
  const invoer = await parseForm(request, Formulier)
  // Nobody comes here with the form that is on the page.
  if (!invoer) throwRefusal({ code: 'ongeldige-invoer' })

  const { intent, ...gegeven } = invoer
  const result = await finishEvaluatieAlsCasushouderCommand(context.get(sqlContext), {
    overlegId,
    gebruikerId: context.get(gebruikerContext).id,
    antwoorden: intent === 'klaar' ? gegeven : {},
  })
  // Who was done already, or may do this no more, finds that out where he comes.
  if (!result.ok && result.refusal.code !== 'niet-gevonden') throwRefusal(result.refusal)
  throw redirect(href('/overleggen/:overlegId', { overlegId }))
}

export default function EvaluatiePage() {
  return (
    <div className="page page--narrow">
      <PageHeader
        title="De cliënt aan tafel"
        lead="Twee vragen over het overleg. Het duurt twintig seconden."
      />
      <Card>
        <div className="stack stack--wide">
          <p>
            Alleen uw antwoord telt mee in de cijfers van dit kwartaal. Van wie het is en over welke
            casus het gaat, bewaren we niet.
          </p>
          <Form method="post" className="form">
            {EVALUATIEVRAGEN.casushouder.map((vraag) => (
              <FieldGroup key={vraag} id={vraag} label={EVALUATIEVRAAG_TEKST[vraag]}>
                {ANTWOORDEN.map((een) => (
                  <Check
                    key={een}
                    type="radio"
                    name={vraag}
                    value={een}
                    label={ANTWOORD_TEKST[een]}
                  />
                ))}
              </FieldGroup>
            ))}
            <div className="form-actions">
              <Button variant="primary" name="intent" value="klaar">
                Tel mijn antwoorden mee
              </Button>
              <Button variant="plain" name="intent" value="overslaan">
                Liever niet
              </Button>
            </div>
          </Form>
        </div>
      </Card>
    </div>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'De cliënt aan tafel – Focustafel' }]
