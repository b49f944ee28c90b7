import type { Kluis } from '#app/auth/kluis.server.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { choosePinCommand } from '#app/commands/choose-pin.server.ts'
import { createUitnodigingCommand } from '#app/commands/create-uitnodiging.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { setTijdCommand } from '#app/commands/set-tijd.server.ts'
import { signInClientCommand } from '#app/commands/sign-in-client.server.ts'
import { updateActieCommand } from '#app/commands/update-actie.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { recordAudit } from '#db/audit.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import { listClientSessies, removeClientSessies } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import { findPlan } from '#db/plannen.ts'
import type { Clientsoort } from '#domain/rol.ts'
import { IN_BESLUITVORMING, VASTGESTELD } from './demo-besluiten.ts'
import { seedBrieven } from './demo-brieven.ts'
import {
  GEPLAND,
  IN_BEELDVORMING,
  IN_VRAAGSTELLING,
  WORDT_AFGEWOGEN,
  ZONDER_CLIENT,
} from './demo-casussen.ts'
import { seedEerderPlan, seedVerzoeken } from './demo-daarna.ts'
import { seedInbreng } from './demo-inbreng.ts'
import { seedEvaluaties, seedInzagen } from './demo-keek.ts'
import { seedMensen } from './demo-mensen.ts'
import { seedStem } from './demo-stem.ts'
import { idOf, must, tellVerhaal, type Verteld } from './demo-verhaal.ts'

/** What a cliënt has in his hands: the letter, and the PIN that he chose. */
export type Brief = {
  overlegId: string
  naam: string
  token: string
  code: string
  pin: string | null
}

const PIN = '48263'
const WEEK_GELEDEN_IN_MS = 8 * 24 * 60 * 60 * 1000

export async function isSeeded(sql: Sql): Promise<boolean> {
  const [row] = await sql`select from audit where event = 'demo-seeded'`
  return row !== undefined
}

/** Fills an empty house with people and overleggen; answers with the letters, which are known only now. */
export async function seedDemo(sql: Sql, kluis: Kluis): Promise<Brief[]> {
  await seedMensen(sql)
  await seedBrieven(sql, kluis, await tellVerhaal(sql, GEPLAND, null))
  await tellVerhaal(sql, WORDT_AFGEWOGEN, null)
  await tellVerhaal(sql, IN_VRAAGSTELLING, 'vraagstelling')
  await tellVerhaal(sql, ZONDER_CLIENT, 'oordeelsvorming')

  const beeldvorming = await tellVerhaal(sql, IN_BEELDVORMING, 'beeldvorming')
  must(
    await setTijdCommand(sql, {
      overlegId: beeldvorming.overlegId,
      gebruikerId: beeldvorming.regie,
      minuten: 20,
    }),
  )
  const besluitvorming = await tellVerhaal(sql, IN_BESLUITVORMING, 'besluitvorming')
  await seedInbreng(sql, besluitvorming)
  await seedEerderPlan(sql, kluis)
  const vastgesteld = await tellVerhaal(sql, VASTGESTELD, 'besluitvorming')
  const brieven = [
    await writeBrief(sql, kluis, beeldvorming),
    await writeBrief(sql, kluis, besluitvorming),
    await finish(sql, vastgesteld, await writeBrief(sql, kluis, vastgesteld)),
    await writeBrief(sql, kluis, besluitvorming, 'steunpersoon'),
  ]
  await seedEvaluaties(sql)
  // Its last row: without it, the demo was filled in only half.
  await recordAudit(sql, { event: 'demo-seeded', overlegId: null })
  return brieven
}

async function writeBrief(
  sql: Sql,
  kluis: Kluis,
  { overlegId, regie }: Verteld,
  wie: Clientsoort = 'client',
): Promise<Brief> {
  const personen = await listClientPersonen(sql, overlegId)
  const persoon = personen.find(({ soort }) => soort === wie)
  if (!persoon) throw new Error('Nobody to write to')
  const key = { overlegId, gebruikerId: regie, clientPersoonId: persoon.id }
  const { token, code } = must(await createUitnodigingCommand(sql, kluis, key))
  return { overlegId, naam: persoon.naam, token, code, pin: null }
}

/** From the cliënt at the door to the week after. */
async function finish(sql: Sql, verteld: Verteld, brief: Brief): Promise<Brief> {
  const { overlegId, regie } = verteld
  const { sessieId } = must(await signInClientCommand(sql, brief))
  const [browser] = await listClientSessies(sql, [hashOf(sessieId)])
  if (!browser) throw new Error('A session that was just made is there')

  const sessieIds = [browser.sessieId]
  must(await seatClientCommand(sql, { overlegId, gebruikerId: regie, sessieIds }))
  must(await choosePinCommand(sql, { browser, pin: PIN }))
  await seedStem(sql, browser)
  const now = new Date(Date.now() - WEEK_GELEDEN_IN_MS)
  must(await vaststellenCommand(sql, { overlegId, gebruikerId: regie, now }))
  await updateActies(sql, verteld)
  await seedVerzoeken(sql, verteld, browser.sessieHash)
  await seedInzagen(sql, { overlegId, clientPersoonId: browser.clientPersoonId })
  // He closed his browser.
  await removeClientSessies(sql, browser.clientPersoonId)
  return { ...brief, pin: PIN }
}

async function updateActies(sql: Sql, { overlegId }: Verteld) {
  const acties = (await findPlan(sql, overlegId))?.acties ?? []
  const casushouder = await idOf(sql, 'joke')
  const partner = await idOf(sql, 'mehmet')
  const updates = [
    {
      gebruikerId: casushouder,
      status: 'loopt',
      notitie: 'Aangevraagd aan het loket, samen met mevrouw.',
      uitleg: '',
    },
    {
      gebruikerId: casushouder,
      status: 'loopt',
      notitie: 'Formulier ingevuld, bankafschrift volgt.',
      uitleg: 'We hebben nog een bankafschrift van u nodig.',
    },
    {
      gebruikerId: partner,
      status: 'niet-gelukt-omstandigheden',
      notitie: 'De opvang heeft een wachtlijst tot januari. We zoeken een andere plek.',
      uitleg: 'De opvang is vol tot januari. We zoeken een andere plek voor u.',
    },
  ] as const
  for (const [index, update] of updates.entries()) {
    const actieId = acties[index]?.id ?? ''
    must(await updateActieCommand(sql, { overlegId, actieId, ...update }))
  }
  const eerste = { overlegId, actieId: acties[0]?.id ?? '', gebruikerId: casushouder }
  const notitie = 'Het briefadres is er. Mevrouw heeft de brief gekregen.'
  must(await updateActieCommand(sql, { ...eerste, status: 'gedaan', notitie }))
}
