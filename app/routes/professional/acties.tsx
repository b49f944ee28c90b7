import { href, redirect } from 'react-router'
import { z } from 'zod'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { Actieblok } from '#app/components/acties/actieblok.tsx'
import {
  type Uitkomst,
  Uitkomstfouten,
  UitkomstProvider,
  useLaatste,
} from '#app/components/formulier/uitkomst.tsx'
import { Card } from '#app/components/ui/card.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { gebruikerContext, sqlContext } from '#app/context.ts'
import { isZonderJavaScript, parseForm } from '#app/invoer.server.ts'
import { uitkomstResponse } from '#app/refusal-response.ts'
import { recordLijst } from '#app/verslag.server.ts'
import { type ActieVoorGebruiker, listActiesVoorGebruiker } from '#db/acties.ts'
import { ACTIESTATUSSEN } from '#domain/actie.ts'
import { datumInNederland } from '#domain/datum.ts'
import { toActieOpScherm } from '../actie-op-scherm.server.ts'
import type { Route } from './+types/acties'
import { ACTIEGROEPEN, type Actiegroep, actiegroepOf } from './actiegroepen.ts'
import { Bijwerken } from './bijwerken.tsx'

const TITEL = {
  'te-laat': 'Te laat',
  'deze-week': 'Deze week',
  later: 'Later',
  klaar: 'Klaar',
} as const satisfies Record<Actiegroep, string>

export async function loader({ context }: Route.LoaderArgs) {
  const { id } = context.get(gebruikerContext)
  const vandaag = datumInNederland(new Date())
  const acties = await listActiesVoorGebruiker(context.get(sqlContext), id)
  await recordLijst(
    context,
    'acties',
    acties.map(({ overlegId }) => overlegId),
  )
  return {
    acties: acties
      .toSorted((a, b) => (a.actie.wanneer < b.actie.wanneer ? -1 : 1))
      .map((rij) => ({ ...toRegel(rij), groep: actiegroepOf(rij.actie, vandaag) })),
  }
}

const Formulier = z.strictObject({
  intent: z.enum(['stand', 'lukt-niet', 'vervallen']),
  doel: z.uuid(),
  overlegId: z.uuid(),
  status: z.enum(ACTIESTATUSSEN),
  notitie: z.string().max(10_000).default(''),
  uitleg: z.string().max(10_000).default(''),
})

export async function action({ request, context }: Route.ActionArgs) {
  const invoer = await parseForm(request, Formulier)
  if (!invoer) return uitkomstResponse({ intent: 'acties' }, { code: 'ongeldige-invoer' })

  const { overlegId, doel, status, notitie, uitleg } = invoer
  const { id: gebruikerId } = context.get(gebruikerContext)
  const result = await updateActieCommand(context.get(sqlContext), {
    overlegId,
    actieId: doel,
    status,
    notitie,
    uitleg,
    gebruikerId,
  })
  if (result.ok && isZonderJavaScript(request)) throw redirect(href('/acties'))
  return uitkomstResponse(invoer, result.ok ? null : result.refusal)
}

export default function ActiesPage({ loaderData: { acties }, actionData }: Route.ComponentProps) {
  const uitkomst = useLaatste<Uitkomst>(actionData)
  return (
    <UitkomstProvider value={uitkomst}>
      <div className="page" id="acties">
        <PageHeader title="Acties" lead="Uit de plannen waar u aan meewerkt." />
        <Uitkomstfouten />
        <p role="status" className="visually-hidden">
          {uitkomst && !uitkomst.refusal ? 'De actie is bijgewerkt.' : ''}
        </p>
        {acties.length === 0 && (
          <Empty title="U hebt nog geen acties">
            <p>Acties komen hier als een plan is vastgesteld waar u of uw organisatie in staat.</p>
          </Empty>
        )}
        {ACTIEGROEPEN.map((groep) => (
          <Groep key={groep} groep={groep} acties={acties.filter((a) => a.groep === groep)} />
        ))}
      </div>
    </UitkomstProvider>
  )
}

type Regel = ReturnType<typeof toRegel>

function Groep({ groep, acties }: { groep: Actiegroep; acties: Regel[] }) {
  if (acties.length === 0) return null
  return (
    <Card title={`${TITEL[groep]} (${acties.length})`} className={`actiegroep--${groep}`}>
      <ul className="rows">
        {acties.map(({ actie, casus, overlegId, magBijwerken, metClient }) => (
          <li key={actie.id} className="actieregel">
            <Actieblok
              actie={actie}
              teLaat={groep === 'te-laat'}
              boven={
                <p className="small">
                  <span className="number">{casus.nummer}</span>{' '}
                  <span className="subtle">{casus.initialen}</span>
                </p>
              }
            >
              {magBijwerken && (
                <Bijwerken
                  key={actie.historie.length}
                  actie={actie}
                  overlegId={overlegId}
                  metClient={metClient}
                />
              )}
            </Actieblok>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export const meta: Route.MetaFunction = () => [{ title: 'Acties – Focustafel' }]

function toRegel({ overlegId, casus, magBijwerken, metClient, actie }: ActieVoorGebruiker) {
  return {
    overlegId,
    casus: { nummer: casus.nummer, initialen: casus.initialen },
    magBijwerken,
    metClient,
    actie: toActieOpScherm(actie),
  }
}
