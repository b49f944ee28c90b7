import { insertActie, insertActiestatus } from '#db/acties.ts'
import { listAntwoorden } from '#db/antwoorden.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { type DeelnemerRij, listDeelnemers } from '#db/deelnemers.ts'
import { readDocument } from '#db/documenten.ts'
import { findEigenWoorden } from '#db/eigen-woorden.ts'
import { lowerHands } from '#db/handen.ts'
import { saveOverleg } from '#db/overleggen.ts'
import { insertMonitoring, insertPlan } from '#db/plannen.ts'
import { schoneTekst } from '#db/schone-tekst.ts'
import type { Conceptactie, VolledigeActie } from '#domain/actie.ts'
import type { Actieantwoord, Antwoorden } from '#domain/antwoord.ts'
import { datumInNederland } from '#domain/datum.ts'
import { type Blok, blokkenOf, type Knoop } from '#domain/inhoud.ts'
import { planMonitoring } from '#domain/monitoring.ts'
import { checkVaststellen } from '#domain/plan.ts'
import { wieVoorClient } from '#domain/projectie.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { actieWoorden } from '#domain/stem.ts'
import { zinnenOf } from '#domain/zin.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'

type Input = Key & { now?: Date }

/** Freezes the plan as it stands in the live documents: nobody can write in them while the overleg is locked. P1, F4 */
export function vaststellenCommand(
  sql: Sql,
  { overlegId, gebruikerId, now = new Date() }: Input,
): Promise<Result<{ planId: string }, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'vaststellen' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    const deelnemers = await listDeelnemers(sql, overlegId)
    const casushouder = deelnemers.find(({ rol }) => rol === 'casushouder')
    const besluitvorming = await readDocument(sql, { overlegId, document: 'besluitvorming' })
    const checked = checkVaststellen(overleg.stand, {
      casushouder: casushouder ? { aanvaard: casushouder.casushouderAanvaardOp !== null } : null,
      acties: besluitvorming.acties.map((actie) => toOpslaanbaar(actie, deelnemers)),
    })
    if (!checked.ok) return checked
    if (!casushouder) return refuse({ code: 'casushouder-ontbreekt' })

    const { knopen } = besluitvorming
    const antwoorden = await listAntwoorden(sql, overlegId)
    const teksten = { overlegId, casushouderId: casushouder.id, knopen, antwoorden, now }
    const planId = await insertTeksten(sql, teksten)
    const acties = checked.value.map((actie) => ({
      actie,
      antwoord: antwoordOp(actie, deelnemers, antwoorden),
    }))
    await insertActies(sql, { planId, gebruikerId, acties })
    await insertMonitoring(sql, planId, planMonitoring(datumInNederland(now)))
    await saveOverleg(sql, overlegId, { status: 'vastgesteld' })
    await lowerHands(sql, overlegId, 'allen')
    const details = { planId, acties: checked.value.length }
    await recordAudit(sql, { event: 'plan-completed', overlegId, gebruikerId, details })
    return accept({ planId })
  })
}

type Teksten = {
  overlegId: string
  casushouderId: string
  knopen: readonly Knoop[]
  antwoorden: Antwoorden
  now: Date
}

async function insertTeksten(sql: Transaction, teksten: Teksten) {
  const { overlegId, casushouderId, knopen, antwoorden, now } = teksten
  const document = await readDocument(sql, { overlegId, document: 'samenvatting' })
  const samenvatting = schoneBlokken(document.knopen)
  const { wil, anders } = await findEigenWoorden(sql, overlegId)
  // K3: an answer to other words than these is no answer.
  const zinantwoorden = zinnenOf(samenvatting).flatMap(({ sleutel }) =>
    antwoorden.zinnen.filter((gegeven) => gegeven.sleutel === sleutel),
  )
  return insertPlan(sql, {
    overlegId,
    casushouderId,
    samenvatting,
    besluitvorming: schoneBlokken(knopen),
    eigenWoorden: { wil: wil.tekst, anders: anders.tekst },
    zinantwoorden,
    vastgesteldOp: now,
  })
}

function antwoordOp(
  actie: VolledigeActie,
  deelnemers: readonly DeelnemerRij[],
  { acties }: Antwoorden,
): Actieantwoord | null {
  const { sleutel } = actieWoorden({ ...actie, wie: wieVoorClient(actie.wie, deelnemers) })
  return acties.find((gegeven) => gegeven.sleutel === sleutel)?.antwoord ?? null
}

type Acties = {
  planId: string
  gebruikerId: string
  acties: readonly { actie: VolledigeActie; antwoord: Actieantwoord | null }[]
}

async function insertActies(sql: Transaction, { planId, gebruikerId, acties }: Acties) {
  for (const [index, { actie, antwoord }] of acties.entries()) {
    const actieId = await insertActie(sql, { planId, nummer: index + 1, actie, antwoord })
    const door = { gebruikerId }
    await insertActiestatus(sql, { actieId, status: 'open', notitie: '', uitleg: '', door })
  }
}

/** Who is no deelnemer (any more) carries nothing: then somebody still has to be chosen. */
function toOpslaanbaar(actie: Conceptactie, deelnemers: readonly DeelnemerRij[]): Conceptactie {
  const { wie } = actie
  const bekend = wie?.soort !== 'deelnemer' || deelnemers.some(({ id }) => id === wie.deelnemerId)
  return {
    ...actie,
    wat: schoneTekst(actie.wat),
    waarom: schoneTekst(actie.waarom),
    wie: bekend ? wie : null,
  }
}

function schoneBlokken(knopen: readonly Knoop[]): Blok[] {
  return blokkenOf(knopen.map(schoneKnoop))
}

function schoneKnoop({ text, content, ...knoop }: Knoop): Knoop {
  return {
    ...knoop,
    ...(text === undefined ? {} : { text: schoneTekst(text) }),
    ...(content === undefined ? {} : { content: content.map(schoneKnoop) }),
  }
}
