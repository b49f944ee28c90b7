import { Form, href, redirect } from 'react-router'
import { z } from 'zod'
import { signVerklaringCommand } from '#app/commands/sign-verklaring.server.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { ErrorSummary } from '#app/components/ui/error-summary.tsx'
import { Check, FieldGroup } from '#app/components/ui/field.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { deelnameContext, gebruikerContext, sqlContext } from '#app/context.ts'
import { parseForm } from '#app/invoer.server.ts'
import { refusalResponse } from '#app/refusal-response.ts'
import { refusalTekst } from '#app/tekst.ts'
import type { Route } from './+types/verklaring'

const NIET_AKKOORD = 'Zet een vinkje bij de verklaring. Zonder vinkje kunt u niet tekenen.'

// T9. Nothing of the casus is on this page but its number and initials, which stand in the bar above it.
export async function loader({ context, params }: Route.LoaderArgs) {
  const { deelname } = context.get(deelnameContext)
  const { overlegId } = params
  if (deelname.toegelaten) throw redirect(href('/overleggen/:overlegId', { overlegId }))

  const { naam, organisatie } = context.get(gebruikerContext)
  return { naam, organisatie }
}

const Formulier = z.strictObject({ akkoord: z.literal('ja').optional() })

export async function action({ request, context, params }: Route.ActionArgs) {
  const { overlegId } = params
  const formulier = await parseForm(request, Formulier)
  if (!formulier?.akkoord) {
    return refusalResponse({ code: 'ongeldige-invoer', velden: { akkoord: NIET_AKKOORD } })
  }

  const result = await signVerklaringCommand(context.get(sqlContext), {
    overlegId,
    gebruikerId: context.get(gebruikerContext).id,
  })
  if (!result.ok) return refusalResponse(result.refusal)
  return redirect(href('/overleggen/:overlegId', { overlegId }))
}

export default function VerklaringPage({ loaderData, actionData }: Route.ComponentProps) {
  const { naam, organisatie } = loaderData
  const fout = actionData && refusalTekst(actionData.refusal)
  return (
    <div className="page page--narrow">
      <PageHeader
        title="Geheimhoudingsverklaring"
        lead="Uw organisatie heeft het convenant niet getekend. Teken daarom zelf, voor dit overleg."
      />
      <ErrorSummary errors={fout ? [{ id: 'akkoord', text: fout }] : []} />
      <Card>
        <div className="stack stack--wide">
          <Verklaring naam={naam} organisatie={organisatie} />
          <Form method="post" className="form">
            <FieldGroup id="akkoord" label="Uw akkoord" error={fout}>
              <Check
                name="akkoord"
                value="ja"
                label={`Ik, ${naam}, heb de verklaring gelezen en houd mij eraan.`}
              />
            </FieldGroup>
            <div className="form-actions">
              <Button variant="primary">Teken de verklaring</Button>
            </div>
          </Form>
        </div>
      </Card>
    </div>
  )
}

function Verklaring({ naam, organisatie }: { naam: string; organisatie: string }) {
  return (
    <div className="prose">
      <h2>
        Verklaring van {naam}, {organisatie}
      </h2>
      <p>Ik doe mee aan dit focusoverleg van het Veiligheidshuis. Ik verklaar dat ik:</p>
      <ol>
        <li>geheimhoud wat ik in dit overleg over personen lees, hoor of schrijf;</li>
        <li>die informatie alleen gebruik voor het plan waarvoor dit overleg bij elkaar komt;</li>
        <li>
          er niets van doorgeef, ook niet binnen mijn organisatie, tenzij het overleg dat afspreekt
          of de wet mij ertoe verplicht;
        </li>
        <li>geen opnamen, schermafdrukken of eigen kopieën maak;</li>
        <li>het direct aan de procesregisseur meld als er toch iets is uitgelekt.</li>
      </ol>
      <p>Deze verklaring blijft gelden nadat het overleg voorbij is.</p>
      <p className="subtle">
        Na het tekenen leggen wij vast dat u, op dit moment, voor dit overleg hebt getekend.
      </p>
    </div>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Geheimhoudingsverklaring – Focustafel' }]
