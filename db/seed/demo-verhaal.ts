import { randomUUID } from 'node:crypto'
import { acceptCasushouderschapCommand } from '#app/commands/accept-casushouderschap.server.ts'
import { advanceFaseCommand } from '#app/commands/advance-fase.server.ts'
import { answerAfspraakCommand, sendCollegaCommand } from '#app/commands/answer-afspraak.server.ts'
import { createOverlegCommand } from '#app/commands/create-overleg.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import { startOverlegCommand } from '#app/commands/start-overleg.server.ts'
import { answerAfwegingCommand } from '#app/commands/weigh-client.server.ts'
import { findOpenAfweging } from '#db/client-afwegingen.ts'
import type { Sql } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { changeDocument } from '#db/documenten.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import { appendActie, appendAlinea } from '#db/yjs-inhoud.ts'
import { addDagen, type Datum, datumInNederland } from '#domain/datum.ts'
import { FASEN, type Fase } from '#domain/fase.ts'
import type { Refusal } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import type { Actiezin, Casusverhaal } from './demo-casussen.ts'
import { emailOf, type Persoon } from './demo-mensen.ts'

export type Verteld = { overlegId: string; regie: string; deelnemers: Map<string, string> }

/** What the demo tells goes the way that people go: a rule that changes shows here at once. */
export function must<Value>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export async function idOf(sql: Sql, persoon: Persoon): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from gebruiker where email = ${emailOf(persoon)}`
  if (!row) throw new Error(`Nobody is called ${persoon}`)
  return row.id
}

/** Makes an overleg and plays it as far as `tot`, with what people wrote on the way; null leaves it gepland. */
export async function tellVerhaal(
  sql: Sql,
  verhaal: Casusverhaal,
  tot: Fase | null,
): Promise<Verteld> {
  const { overlegId, regie, deelnemers } = await createFromVerhaal(sql, verhaal)
  const verteld = { overlegId, regie, deelnemers }
  await confirmZonder(sql, verteld, verhaal)
  await answerAfspraken(sql, verteld, verhaal)
  if (tot === null) {
    await writeZinnen(sql, verteld, verhaal)
    return verteld
  }

  must(await startOverlegCommand(sql, { overlegId, gebruikerId: regie }))
  await acceptAsCasushouder(sql, verteld, verhaal)
  await writeZinnen(sql, verteld, verhaal)
  for (const from of FASEN.slice(0, FASEN.indexOf(tot))) {
    must(await advanceFaseCommand(sql, { overlegId, gebruikerId: regie, from }))
  }
  for (const { persoon, vertrekreden } of verhaal.keuzes) {
    const deelnemerId = deelnemers.get(persoon) ?? ''
    const keuze = vertrekreden ? 'vertrekt' : 'blijft'
    const input = { overlegId, gebruikerId: regie, deelnemerId, keuze, vertrekreden } as const
    must(await setKeuzeCommand(sql, input))
  }
  return verteld
}

async function createFromVerhaal(sql: Sql, verhaal: Casusverhaal): Promise<Verteld> {
  const regie = await idOf(sql, verhaal.regie)
  const gekozen = await Promise.all(
    verhaal.deelnemers.map(async ({ persoon, rol, taak }) => ({
      gebruikerId: await idOf(sql, persoon),
      rol,
      taak,
    })),
  )
  const ruimte = verhaal.casus.nummer.replace('-', '')
  const { overlegId } = must(
    await createOverlegCommand(sql, {
      gebruikerId: regie,
      casus: verhaal.casus,
      geplandOp: momentOf(verhaal),
      vraag: verhaal.vraag,
      deelnemers: gekozen,
      clienten: verhaal.client ? [{ soort: 'client', naam: verhaal.client }] : [],
      voorstelZonder: verhaal.voorstelZonder,
      linkVooroverleg: `https://video.voorbeeld.nl/vooroverleg-${ruimte}`,
      linkTafel: `https://video.voorbeeld.nl/tafel-${ruimte}`,
    }),
  )
  const rows = await listDeelnemers(sql, overlegId)
  const deelnemers = new Map<string, string>()
  for (const { persoon } of verhaal.deelnemers) {
    const gebruikerId = await idOf(sql, persoon)
    deelnemers.set(persoon, rows.find((row) => row.gebruikerId === gebruikerId)?.id ?? '')
  }
  return { overlegId, regie, deelnemers }
}

/** The hour on the clock in the Netherlands, on any machine. */
function momentOf({ overDagen, uur }: Casusverhaal): Date {
  const dag = addDagen(datumInNederland(new Date()), overDagen)
  const inUtc = new Date(`${dag}T${uur}:00Z`)
  const klok = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(inUtc)
  const verschil = Date.parse(`${klok.replace(' ', 'T')}:00Z`) - inUtc.getTime()
  return new Date(inUtc.getTime() - verschil)
}

async function confirmZonder(sql: Sql, { overlegId }: Verteld, verhaal: Casusverhaal) {
  const open = await findOpenAfweging(sql, overlegId)
  const casushouder = verhaal.deelnemers.find(({ rol }) => rol === 'casushouder')
  if (!open || !casushouder || !verhaal.voorstelZonder?.bevestigd) return
  const wie = { overlegId, gebruikerId: await idOf(sql, casushouder.persoon) }
  const antwoord = { afwegingId: open.id, uitkomst: 'bevestigd', reden: '' } as const
  must(await answerAfwegingCommand(sql, { ...wie, ...antwoord }))
}

async function answerAfspraken(sql: Sql, { overlegId }: Verteld, verhaal: Casusverhaal) {
  for (const { persoon, antwoord } of verhaal.antwoorden) {
    const gebruikerId = await idOf(sql, persoon)
    const deelnemerschap = await findDeelnemerschap(sql, { overlegId, gebruikerId })
    const geplandOp = deelnemerschap?.overleg.geplandOp ?? new Date()
    const key = { overlegId, gebruikerId, geplandOp }
    if (typeof antwoord === 'string') {
      must(await answerAfspraakCommand(sql, { ...key, antwoord }))
      continue
    }
    const collegaId = await idOf(sql, antwoord.collega)
    must(await sendCollegaCommand(sql, { ...key, collegaId }))
  }
}

async function acceptAsCasushouder(sql: Sql, { overlegId }: Verteld, verhaal: Casusverhaal) {
  const casushouder = verhaal.deelnemers.find(({ rol }) => rol === 'casushouder')
  if (!casushouder) return
  const gebruikerId = await idOf(sql, casushouder.persoon)
  must(await acceptCasushouderschapCommand(sql, { overlegId, gebruikerId }))
}

/** Straight into the documents: who types in a meeting does so over a socket, and there is no command for it. */
async function writeZinnen(sql: Sql, verteld: Verteld, { zinnen, acties }: Casusverhaal) {
  const { overlegId, regie } = verteld
  for (const { document, door, kop, tekst } of zinnen) {
    const gebruikerId = await idOf(sql, door)
    await changeDocument(sql, { overlegId, document, gebruikerId }, (doc) =>
      appendAlinea(doc, kop, tekst),
    )
  }
  if (acties.length === 0) return
  const key = { overlegId, document: 'besluitvorming', gebruikerId: regie } as const
  await changeDocument(sql, key, (doc) => {
    for (const actie of acties) appendActie(doc, toConceptactie(actie, verteld))
  })
}

function toConceptactie({ overDagen, wie, ...actie }: Actiezin, { deelnemers }: Verteld) {
  const wanneer: Datum = addDagen(datumInNederland(new Date()), overDagen)
  const deelnemerId = deelnemers.get(wie)
  return {
    id: randomUUID(),
    ...actie,
    wanneer,
    wie: deelnemerId
      ? ({ soort: 'deelnemer', deelnemerId } as const)
      : ({ soort: 'client' } as const),
  }
}
