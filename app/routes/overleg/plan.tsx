import { ListTodo, Printer } from 'lucide-react'
import { href, redirect } from 'react-router'
import { z } from 'zod'
import { answerVerzoekCommand } from '#app/commands/answer-verzoek.server.ts'
import { Actieblok } from '#app/components/acties/actieblok.tsx'
import {
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { AntwoordTag } from '#app/components/meeting/stem/antwoord-tag.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { deelnameContext, gebruikerContext, omgevingContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, parseForm } from '#app/invoer.server.ts'
import { uitkomstResponse } from '#app/refusal-response.ts'
import { datumTekst } from '#app/tekst.ts'
import type { Route } from './+types/plan'
import { Dossierlink } from './dossierlink.tsx'
import { type Planpagina, readPlanpagina } from './plan-data.server.ts'
import { Doelen, EigenWoorden, Merken, Samenvatting } from './plan-tekst.tsx'
import { Verzoeken } from './plan-verzoeken.tsx'

export async function loader({ context, params: { overlegId } }: Route.LoaderArgs) {
  const { bewaartermijnen } = context.get(omgevingContext)
  const deelnemerschap = context.get(deelnameContext)
  const pagina = await readPlanpagina(context.get(sqlContext), deelnemerschap, bewaartermijnen)
  if (!pagina) throw redirect(href('/overleggen/:overlegId', { overlegId }))
  return pagina
}

const Formulier = z.strictObject({
  intent: z.enum(['toewijzen', 'afwijzen']),
  doel: z.uuid(),
  tekst: z.string().max(10_000),
})

/** The answer to *Klopt er iets niet?*. K7 */
export async function action({ request, context, params: { overlegId } }: Route.ActionArgs) {
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return uitkomstResponse({ intent: 'plan' }, { code: 'ongeldige-invoer' })

  const { intent, doel, tekst } = invoer
  const result = await answerVerzoekCommand(context.get(sqlContext), {
    overlegId,
    gebruikerId: context.get(gebruikerContext).id,
    verzoekId: doel,
    besluit: intent === 'toewijzen' ? 'toegewezen' : 'afgewezen',
    tekst,
  })
  if (result.ok && isZonderJavaScript(request)) {
    throw redirect(href('/overleggen/:overlegId/plan', { overlegId }))
  }
  return uitkomstResponse(invoer, result.ok ? null : result.refusal)
}

export default function PlanPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { plan, acties, casus, bewaardTot, evaluatieOpen, verzoeken } = loaderData
  const uitkomst = useLaatste<Uitkomst>(actionData)
  return (
    <div className="page plan">
      <PageHeader
        title={plan ? 'Plan van aanpak' : 'Uw acties uit dit plan'}
        lead={
          plan
            ? `Casus ${casus.nummer}, ${casus.initialen} · versie ${plan.versie}, vastgesteld op ${plan.vastgesteldOp}`
            : `Casus ${casus.nummer}, ${casus.initialen}`
        }
      >
        <ButtonLink to={href('/acties')} icon={ListTodo}>
          Werk de acties bij
        </ButtonLink>
        {plan && (
          <ButtonLink
            to={href('/overleggen/:overlegId/plan/papier', { overlegId: params.overlegId })}
            icon={Printer}
            reloadDocument
          >
            Op papier (PDF)
          </ButtonLink>
        )}
      </PageHeader>
      {evaluatieOpen && <Evaluatievraag overlegId={params.overlegId} />}
      {verzoeken && (
        <UitkomstProvider value={uitkomst}>
          <Uitkomstfouten />
          <p role="status" className="visually-hidden">
            {uitkomst && !uitkomst.refusal ? 'Het antwoord is gegeven.' : ''}
          </p>
          <Verzoeken verzoeken={verzoeken.lijst} magBeantwoorden={verzoeken.magBeantwoorden} />
        </UitkomstProvider>
      )}
      {plan ? <Inhoud plan={plan} /> : <Vertrokken />}
      <Card title={plan ? 'Acties' : 'Wat u doet'}>
        {acties.length === 0 ? (
          <Empty title="Er staan voor u geen acties in dit plan" />
        ) : (
          <ul className="rows">
            {acties.map((actie, index) => (
              <li key={actie.id} className="actieregel">
                <Actieblok actie={actie}>
                  <AntwoordTag antwoord={antwoordOp(plan, actie.id)} eerder={null} />
                  <Merken
                    merken={
                      plan?.merken.filter(
                        ({ plek }) => plek.deel === 'actie' && plek.nummer === index + 1,
                      ) ?? []
                    }
                  />
                </Actieblok>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {plan && <Monitoring plan={plan} />}
      {bewaardTot && (
        <Card title="Hoe lang we dit bewaren">
          <p>
            We bewaren deze casus tot en met {datumTekst(bewaardTot)}. Daarna wordt alles
            vernietigd.
          </p>
          <div className="form-actions">
            <Dossierlink overlegId={params.overlegId} />
          </div>
        </Card>
      )}
    </div>
  )
}

// K10
function Evaluatievraag({ overlegId }: { overlegId: string }) {
  return (
    <div className="no-print">
      <Notice
        title="Hoe was het met de cliënt aan tafel?"
        actions={
          <ButtonLink to={href('/overleggen/:overlegId/evaluatie', { overlegId })}>
            Beantwoord
          </ButtonLink>
        }
      >
        <p>Twee vragen. Uw antwoord wordt alleen geteld.</p>
      </Notice>
    </div>
  )
}

type Plan = NonNullable<Planpagina['plan']>

function Inhoud({ plan }: { plan: Plan }) {
  const { casushouder, metClient } = plan
  return (
    <>
      {metClient && (
        <div className="no-print">
          <Notice tone="client" title="De cliënt leest dit plan ook">
            <p>De samenvatting, de doelen en de acties, elk met hoe het ermee staat.</p>
          </Notice>
        </div>
      )}
      <Card title="Casushouder">
        <p>
          <strong>{casushouder.naam}</strong>, {casushouder.organisatie}
          {casushouder.telefoon && (
            <>
              ,{' '}
              <a href={`tel:${casushouder.telefoon.replaceAll(/[^\d+]/g, '')}`}>
                {casushouder.telefoon}
              </a>
            </>
          )}
        </p>
      </Card>
      <EigenWoorden plan={plan} />
      <Samenvatting plan={plan} />
      <Doelen plan={plan} />
    </>
  )
}

function antwoordOp(plan: Planpagina['plan'], actieId: string) {
  return plan?.actieantwoorden.find(({ id }) => id === actieId)?.antwoord ?? null
}

function Vertrokken() {
  return (
    <Notice>
      <p>
        U was er niet bij toen de cliënt aanschoof. Daarom ziet u van dit plan alleen wat u zelf
        doet.
      </p>
    </Notice>
  )
}

// P4
function Monitoring({ plan: { monitoring } }: { plan: Plan }) {
  return (
    <Card title="Hoe gaat het daarna?">
      <p>De casushouder kijkt op vier momenten of het plan werkt.</p>
      <dl className="facts monitoring">
        {monitoring.map(({ termijn, datum }) => (
          <div key={termijn}>
            <dt>Na {termijn}</dt>
            <dd>{datumTekst(datum)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Plan van aanpak – Focustafel' }]
