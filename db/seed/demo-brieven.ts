import type { Kluis } from '#app/auth/kluis.server.ts'
import { addClientPersoonCommand } from '#app/commands/add-client-persoon.server.ts'
import { changeBriefgegevensCommand } from '#app/commands/change-briefgegevens.server.ts'
import { createUitnodigingCommand } from '#app/commands/create-uitnodiging.server.ts'
import { sendBriefCommand } from '#app/commands/send-brief.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import { listClientPersonen } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { datumInNederland } from '#domain/datum.ts'
import { must, type Verteld } from './demo-verhaal.ts'

const STADHUIS = 'Stadhuis Zwaluwe, kamer 4\nMarkt 1, Zwaluwe'

/** One letter that is on its way and does not say who comes any more, and one, for her sister, that still has to be sent. K1 */
export async function seedBrieven(sql: Sql, kluis: Kluis, { overlegId, regie }: Verteld) {
  const wie = { overlegId, gebruikerId: regie }
  const doel = 'Wij willen van u horen hoe het thuis gaat, en samen bedenken wat helpt.'
  must(await changeBriefgegevensCommand(sql, { ...wie, plaats: STADHUIS, doel }))
  await laatBlijven(sql, wie, 'Joke')
  const [client] = await listClientPersonen(sql, overlegId)
  const brief = { ...wie, clientPersoonId: client?.id ?? '' }
  const { briefId } = must(await createUitnodigingCommand(sql, kluis, brief))
  const now = new Date()
  const verzending = { wijze: 'post', op: datumInNederland(now), now } as const
  must(await sendBriefCommand(sql, { ...wie, briefId, ...verzending }))

  await laatBlijven(sql, wie, 'Anneke')
  const zus = { soort: 'steunpersoon', naam: 'Mevrouw T. B.' } as const
  const { clientPersoonId } = must(await addClientPersoonCommand(sql, { ...wie, ...zus }))
  must(await createUitnodigingCommand(sql, kluis, { ...wie, clientPersoonId }))
}

async function laatBlijven(
  sql: Sql,
  wie: { overlegId: string; gebruikerId: string },
  voornaam: string,
) {
  const deelnemers = await listDeelnemers(sql, wie.overlegId)
  const deelnemer = deelnemers.find(({ naam }) => naam.startsWith(voornaam))
  if (!deelnemer) throw new Error('Told in demo-casussen.ts')
  const keuze = { keuze: 'blijft', vertrekreden: null } as const
  must(await setKeuzeCommand(sql, { ...wie, deelnemerId: deelnemer.id, ...keuze }))
}
