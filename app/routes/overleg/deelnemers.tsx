import { href, redirect } from 'react-router'
import { createUitnodigingCommand } from '#app/commands/create-uitnodiging.server.ts'
import {
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { deelnameContext, gebruikerContext, kluisContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, parseForm } from '#app/invoer.server.ts'
import { useLiveOverleg } from '#app/realtime/use-live-overleg.ts'
import { uitkomstResponse } from '#app/refusal-response.ts'
import { ketenTekst } from '#app/tekst.ts'
import type { Route } from './+types/deelnemers'
import { Afspraak } from './afspraak.tsx'
import { MetOfZonder } from './afweging.tsx'
import { Clientzijde } from './clientzijde.tsx'
import { Deelnemerregel } from './deelnemerregel.tsx'
import { readDeelnemersPagina } from './deelnemers-data.server.ts'
import { changeDeelnemers, DeelnemersInvoer } from './deelnemers-invoer.server.ts'
import { Mededelingen } from './mededelingen.tsx'
import { Overlegbeheer } from './overlegbeheer.tsx'

const KETENS = ['straf', 'zorg', 'bestuur']

export async function loader({ context }: Route.LoaderArgs) {
  const kluis = context.get(kluisContext)
  return readDeelnemersPagina(context.get(sqlContext), kluis, context.get(deelnameContext))
}

export async function action({ request, url, context, params: { overlegId } }: Route.ActionArgs) {
  const invoer = await parseForm(request, DeelnemersInvoer)
  if (!invoer) return uitkomstResponse({ intent: 'deelnemers' }, { code: 'ongeldige-invoer' })

  const sql = context.get(sqlContext)
  const wie = { overlegId, gebruikerId: context.get(gebruikerContext).id }
  if (invoer.intent !== 'brief') {
    const result = await changeDeelnemers(sql, wie, invoer)
    // He gave his place to a collega: this page is not there for him any more. F8
    if (result.ok && invoer.intent === 'collega') throw redirect(href('/overleggen'))
    if (result.ok && isZonderJavaScript(request)) throw redirect(url.pathname)
    return uitkomstResponse(invoer, result.ok ? null : result.refusal)
  }

  const uitnodiging = { ...wie, clientPersoonId: invoer.doel }
  const result = await createUitnodigingCommand(sql, context.get(kluisContext), uitnodiging)
  if (!result.ok) return uitkomstResponse(invoer, result.refusal)
  const { briefId } = result.value
  throw redirect(href('/overleggen/:overlegId/brieven/:briefId', { overlegId, briefId }))
}

export default function DeelnemersPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { deelnemers, mag, overleg, beheer, kandidaten, afspraak, afwegingen } = loaderData
  useLiveOverleg({ overlegId: params.overlegId, aanTafel: loaderData.aanTafel })
  const uitkomst = useLaatste<Uitkomst>(actionData)

  return (
    <UitkomstProvider value={uitkomst}>
      <div className="page" id="deelnemers">
        <PageHeader title="Deelnemers" lead={overleg.moment} />
        <Uitkomstfouten />
        <Mededelingen pagina={loaderData} gelukt={uitkomst !== null && !uitkomst.refusal} />
        {afwegingen && (
          <MetOfZonder
            afwegingen={afwegingen}
            metClient={loaderData.stand.metClient}
            casushouder={deelnemers.find(({ rol }) => rol === 'casushouder')?.naam ?? null}
          />
        )}
        {afspraak && <Afspraak overlegId={params.overlegId} afspraak={afspraak} />}
        {KETENS.map((keten) => {
          const vanKeten = deelnemers.filter((deelnemer) => deelnemer.keten === keten)
          if (vanKeten.length === 0) return null
          return (
            <Card key={keten} title={ketenTekst(keten)}>
              <ul className="rows">
                {vanKeten.map((deelnemer) => (
                  <Deelnemerregel
                    key={deelnemer.id}
                    deelnemer={deelnemer}
                    metClient={loaderData.stand.metClient}
                    mag={mag}
                  />
                ))}
              </ul>
            </Card>
          )
        })}
        <Clientzijde overlegId={params.overlegId} pagina={loaderData} />
        {beheer && (
          <Overlegbeheer overlegId={params.overlegId} beheer={beheer} kandidaten={kandidaten} />
        )}
      </div>
    </UitkomstProvider>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Deelnemers – Focustafel' }]
