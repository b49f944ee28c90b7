import { datumTekst } from '#app/tekst.ts'
import { listActiesVoorGebruiker } from '#db/acties.ts'
import { listBewaarfeiten } from '#db/bewaren.ts'
import type { Sql } from '#db/connection.ts'
import type { Deelnemerschap } from '#db/overleggen.ts'
import { findPlan, type Plan } from '#db/plannen.ts'
import { listVerzoeken } from '#db/verzoeken.ts'
import { type Bewaartermijnen, bewaardTot } from '#domain/bewaren.ts'
import { datumInNederland } from '#domain/datum.ts'
import { zonderLegeKoppen } from '#domain/projectie.ts'
import { isBevoegd } from '#domain/rol.ts'
import { toegangTotDocument } from '#domain/toegang.ts'
import { toActieOpScherm, zonderWoordVanClient } from '../actie-op-scherm.server.ts'
import { stemOf } from '../client/beelden/plan.server.ts'
import { merkenOf } from '../client/beelden/verzoeken.server.ts'
import { isEvaluatieOpenVoor } from '../evaluatie-open.server.ts'
import { verzoekenVoorRegie } from './plan-verzoeken.server.ts'

/** The vastgesteld plan; of it, for who left when the cliënt sat down, his own acties alone. Null: there is none. */
export async function readPlanpagina(
  sql: Sql,
  deelnemerschap: Deelnemerschap,
  termijnen: Bewaartermijnen,
) {
  const { overleg, deelname, gebruikerId } = deelnemerschap
  const { stand, id } = overleg
  if (stand.overleg.status !== 'vastgesteld') return null
  const { nummer, initialen } = overleg.casus
  const casus = { nummer, initialen }

  if (toegangTotDocument(deelname, 'besluitvorming', stand) === 'geen') {
    const eigen = await listActiesVoorGebruiker(sql, gebruikerId)
    const acties = eigen.filter(({ overlegId }) => overlegId === id).map(({ actie }) => actie)
    return {
      casus,
      plan: null,
      acties: acties.map(toActieOpScherm),
      verzoeken: null,
      bewaardTot: null,
      evaluatieOpen: false,
    }
  }

  const plan = await findPlan(sql, id)
  if (!plan) return null
  const verzoeken = await listVerzoeken(sql, id)
  const zietVerzoeken = isBevoegd(deelname.rol, 'verzoeken-zien')
  const acties = zietVerzoeken ? plan.acties : plan.acties.map(zonderWoordVanClient)
  return {
    casus,
    plan: {
      ...toPlan(plan),
      metClient: stand.metClient,
      stem: stemOf(plan),
      merken: merkenOf(plan, verzoeken),
    },
    acties: acties.map(toActieOpScherm),
    // K7
    verzoeken: zietVerzoeken
      ? {
          magBeantwoorden: isBevoegd(deelname.rol, 'verzoek-beantwoorden'),
          lijst: verzoekenVoorRegie(verzoeken, datumInNederland(new Date())),
        }
      : null,
    // P7
    bewaardTot: isBevoegd(deelname.rol, 'bewaartermijn-zien')
      ? bewaardTot(await listBewaarfeiten(sql, id), termijnen)
      : null,
    evaluatieOpen: await isEvaluatieOpenVoor(sql, deelnemerschap),
  }
}
export type Planpagina = NonNullable<Awaited<ReturnType<typeof readPlanpagina>>>

function toPlan({ versie, vastgesteldOp, casushouder, besluitvorming, ...plan }: Plan) {
  const { monitoring, acties } = plan
  return {
    // K3, for who was there when it was said
    actieantwoorden: acties.flatMap(({ id, antwoord }) => (antwoord ? [{ id, antwoord }] : [])),
    versie,
    vastgesteldOp: datumTekst(datumInNederland(vastgesteldOp)),
    casushouder,
    besluitvorming: zonderLegeKoppen(besluitvorming),
    monitoring,
  }
}
