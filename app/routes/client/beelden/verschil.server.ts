import type { Veranderdbeeld } from '#app/components/client/planblokken.ts'
import { datumIn } from '#app/woorden/datum.ts'
import type { Taal } from '#app/woorden/taal.ts'
import type { ActieRij } from '#db/acties.ts'
import type { Plan } from '#db/plannen.ts'
import type { VorigPlan } from '#db/vorig-plan.ts'
import { type Datum, datumInNederland } from '#domain/datum.ts'
import type { Blok } from '#domain/inhoud.ts'
import {
  type Actieverschil,
  isZelfdeWie,
  isZonderVerschil,
  type Vergelijkactie,
  vergelijkPlannen,
} from '#domain/planverschil.ts'
import { zinnenOf } from '#domain/zin.ts'
import { wieOf } from './wie.server.ts'

/** What is different from the plan that this person had before, in days and names as words; null when nothing is. K8 */
export function verschilOf(vorig: VorigPlan, plan: Plan, taal: Taal): Veranderdbeeld | null {
  const vastgesteld = datumInNederland(plan.vastgesteldOp)
  const { acties, zinnen, volgende } = vergelijkPlannen(
    { ...vergelijkbaar(vorig), volgende: naDag(vorig.monitoring, vastgesteld) },
    {
      ...vergelijkbaar(plan),
      volgende: naDag(
        plan.monitoring.map(({ datum }) => datum),
        vastgesteld,
      ),
    },
  )
  if (isZonderVerschil({ acties, zinnen, volgende })) return null
  return {
    vorigeVan: datumIn(taal, datumInNederland(vorig.vastgesteldOp)),
    nieuw: acties.nieuw.map(({ wat }) => wat),
    veranderd: acties.veranderd.map((paar) => toVeranderd(paar, taal)),
    nietMeer: acties.weg.filter(({ klaar }) => !klaar).map(({ wat }) => wat),
    klaar: acties.weg.filter(({ klaar }) => klaar).map(({ wat }) => wat),
    zinnenErbij: zinnen.nieuw,
    zinnenWeg: zinnen.weg,
    volgende: volgende && { eerst: datumIn(taal, volgende.eerst), nu: datumIn(taal, volgende.nu) },
  }
}

type Veranderd = Veranderdbeeld['veranderd'][number]

function toVeranderd({ eerst, nu }: Actieverschil, taal: Taal): Veranderd {
  const verschil = (van: string, naar: string) => (van === naar ? null : { eerst: van, nu: naar })
  return {
    wat: nu.wat,
    tekst: verschil(eerst.wat, nu.wat),
    wie: isZelfdeWie(eerst.wie, nu.wie) ? null : { eerst: eerst.wie, nu: nu.wie },
    wanneer: verschil(datumIn(taal, eerst.wanneer), datumIn(taal, nu.wanneer)),
  }
}

type Bron = { samenvatting: Blok[]; besluitvorming: Blok[]; acties: readonly ActieRij[] }

function vergelijkbaar({ samenvatting, besluitvorming, acties }: Bron) {
  return {
    zinnen: zinnenOf([...samenvatting, ...besluitvorming]).map(({ tekst }) => tekst),
    acties: acties.map(toVergelijkactie),
  }
}

function toVergelijkactie({ wat, drager, wanneer, status }: ActieRij): Vergelijkactie {
  return { wat, wie: wieOf(drager), wanneer, klaar: status === 'gedaan' }
}

function naDag(datums: readonly Datum[], dag: Datum): Datum | null {
  return datums.find((datum) => datum > dag) ?? null
}
