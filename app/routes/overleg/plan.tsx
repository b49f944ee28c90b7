import { ListTodo, Printer } from 'lucide-react'
import { href, redirect } from 'react-router'
import { Actieblok } from '#app/components/acties/actieblok.tsx'
import { Blokken } from '#app/components/blokken.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { deelnameContext, omgevingContext, sqlContext } from '#app/context.ts'
import { datumTekst } from '#app/tekst.ts'
import type { Route } from './+types/plan'
import { Dossierlink } from './dossierlink.tsx'
import { type Planpagina, readPlanpagina } from './plan-data.server.ts'

export async function loader({ context, params: { overlegId } }: Route.LoaderArgs) {
  const { bewaartermijnen } = context.get(omgevingContext)
  const deelnemerschap = context.get(deelnameContext)
  const pagina = await readPlanpagina(context.get(sqlContext), deelnemerschap, bewaartermijnen)
  if (!pagina) throw redirect(href('/overleggen/:overlegId', { overlegId }))
  return pagina
}

export default function PlanPage({ loaderData, params }: Route.ComponentProps) {
  const { plan, acties, casus, bewaardTot, evaluatieOpen } = loaderData
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
          <Button type="button" icon={Printer} onClick={() => window.print()}>
            Print
          </Button>
        )}
      </PageHeader>
      {evaluatieOpen && <Evaluatievraag overlegId={params.overlegId} />}
      {plan ? <Inhoud plan={plan} /> : <Vertrokken />}
      <Card title={plan ? 'Acties' : 'Wat u doet'}>
        {acties.length === 0 ? (
          <Empty title="Er staan voor u geen acties in dit plan" />
        ) : (
          <ul className="rows">
            {acties.map((actie) => (
              <li key={actie.id} className="actieregel">
                <Actieblok actie={actie} />
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
  const { casushouder, samenvatting, besluitvorming, metClient } = plan
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
      <Tekst title="Samenvatting" blokken={samenvatting} />
      <Tekst title="Wat we willen bereiken" blokken={besluitvorming} />
    </>
  )
}

function Tekst({ title, blokken }: { title: string; blokken: Plan['samenvatting'] }) {
  if (blokken.length === 0) return null
  return (
    <Card title={title}>
      <div className="prose">
        <Blokken blokken={blokken} />
      </div>
    </Card>
  )
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
