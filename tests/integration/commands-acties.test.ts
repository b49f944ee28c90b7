import { expect, test } from 'vitest'
import { addDeelnemerCommand } from '#app/commands/add-deelnemer.server.ts'
import { closeNowCommand } from '#app/commands/close-now.server.ts'
import { removeDeelnemerCommand } from '#app/commands/remove-deelnemer.server.ts'
import { seatClientCommand } from '#app/commands/seat-client.server.ts'
import { setKeuzeCommand } from '#app/commands/set-keuze.server.ts'
import { submitAanvullingCommand } from '#app/commands/submit-aanvulling.server.ts'
import { updateActieCommand, updateEigenActieCommand } from '#app/commands/update-actie.server.ts'
import { vaststellenCommand } from '#app/commands/vaststellen.server.ts'
import { listAanvullingen } from '#db/aanvullingen.ts'
import { listActiesVoorGebruiker } from '#db/acties.ts'
import type { Sql } from '#db/connection.ts'
import { findPlan } from '#db/plannen.ts'
import { ACTIESTATUSSEN } from '#domain/actie.ts'
import { addClient } from '../helpers/clienten.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

test('[P3] who sees and who updates which actie is this table', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vooroverleg')
  const { regie, overlegId, ids, nieuw, actieIds } = tafel
  const collega = { ...regie, gebruikerIdNieuw: nieuw, rol: 'partner', taak: '' } as const
  const added = await addDeelnemerCommand(sql, collega)
  const deelnemerId = added.ok ? added.value.deelnemerId : ''
  await setKeuzeCommand(sql, { ...regie, deelnemerId, keuze: 'blijft', vertrekreden: null })
  await vaststellenCommand(sql, regie)
  expect(actieIds).toEqual([])

  const mensen = { ...ids, 'collega van blijft': nieuw }
  const rijen = await Promise.all(
    Object.entries(mensen).map(async ([naam, id]) => [naam, ...(await rijVan(sql, overlegId, id))]),
  )
  const plan = await findPlan(sql, overlegId)
  const { browser } = await addClient(sql, tafel, 'client')
  const client = await Promise.all(
    (plan?.acties ?? []).map(async ({ nummer }) => {
      const update = { browser, nummer, status: 'gedaan', woord: '' } as const
      return (await updateEigenActieCommand(sql, update)).ok ? 'werkt bij' : 'niet'
    }),
  )
  expect([...rijen, ['de cliënt', ...client]]).toEqual([
    // actie of            blijft       vertrekt     de cliënt
    ['procesregisseur', 'ziet', 'ziet', 'ziet'],
    ['casushouder', 'werkt bij', 'werkt bij', 'werkt bij'],
    ['blijft', 'werkt bij', 'niet', 'niet'],
    ['vertrekt', 'niet', 'werkt bij', 'niet'],
    ['zonder-convenant', 'niet', 'niet', 'niet'],
    ['collega van blijft', 'werkt bij', 'niet', 'niet'],
    ['de cliënt', 'niet', 'niet', 'werkt bij'],
  ])
})

test('[P3] a colleague who left sees what he carries himself, not what those who stayed agreed on', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, overlegId, nieuw, wachtend } = await seedTafel(sql, 'vooroverleg')
  const collega = { ...regie, gebruikerIdNieuw: nieuw, rol: 'partner', taak: '' } as const
  const added = await addDeelnemerCommand(sql, collega)
  const deelnemerId = added.ok ? added.value.deelnemerId : ''
  const weg = { deelnemerId, keuze: 'vertrekt', vertrekreden: 'groepsgrootte' } as const
  await setKeuzeCommand(sql, { ...regie, ...weg })
  await seatClientCommand(sql, { ...regie, sessieIds: [wachtend] })
  await vaststellenCommand(sql, regie)

  expect(await listActiesVoorGebruiker(sql, nieuw)).toEqual([])
  expect(await rijVan(sql, overlegId, nieuw)).toEqual(['niet', 'niet', 'niet'])
  const [actie] = (await findPlan(sql, overlegId))?.acties ?? []
  const key = { overlegId, gebruikerId: nieuw, actieId: actie?.id ?? '' }
  const update = { ...key, status: 'loopt', notitie: '' } as const
  expect(await updateActieCommand(sql, update)).toEqual({
    ok: false,
    refusal: { code: 'niet-gevonden' },
  })
})

test('[P2] every change is kept with who, when and a note, and the newest is how it stands', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, actieIds } = await seedTafel(sql, 'vastgesteld')
  const [actieId = ''] = actieIds
  const key = { overlegId, gebruikerId: ids.blijft, actieId }
  for (const status of ACTIESTATUSSEN) {
    const update = { ...key, status, notitie: ` Nu ${status}. ` }
    expect((await updateActieCommand(sql, update)).ok).toBe(true)
  }
  const [actie] = (await findPlan(sql, overlegId))?.acties ?? []
  expect(actie?.status).toBe('vervallen')
  expect(actie?.historie.map(({ status, notitie, door }) => [status, notitie, door])).toEqual([
    ['open', '', 'Yasmina Bakkali'],
    ...ACTIESTATUSSEN.map((status) => [status, `Nu ${status}.`, 'Mehmet Aydin']),
  ])
})

test('[P2] vervallen needs a reason; [P3] the cliënt marks his own as done and takes that back', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const tafel = await seedTafel(sql, 'vastgesteld')
  const { overlegId, ids, actieIds, regie } = tafel
  const { browser } = await addClient(sql, tafel, 'client')
  const key = { overlegId, gebruikerId: ids.casushouder, actieId: actieIds[2] ?? '' }
  expect(await updateActieCommand(sql, { ...key, status: 'vervallen', notitie: ' ' })).toEqual({
    ok: false,
    refusal: { code: 'reden-ontbreekt' },
  })
  const eigen = { browser, nummer: 3, woord: 'Ja' }
  const statussen = await Promise.all(
    ACTIESTATUSSEN.map(async (status) => {
      const result = await updateEigenActieCommand(sql, { ...eigen, status })
      return result.ok ? status : null
    }),
  )
  expect(statussen.filter(Boolean)).toEqual(['open', 'gedaan'])
  const laatste = () => sql`select max(id) from actie_status`
  await updateEigenActieCommand(sql, { ...eigen, status: 'gedaan' })
  const gezegd = await laatste()
  // He did not hear that it had arrived, and says it again.
  expect((await updateEigenActieCommand(sql, { ...eigen, status: 'gedaan' })).ok).toBe(true)
  expect(await laatste()).toEqual(gezegd)

  await closeNowCommand(sql, regie)
  expect(await updateEigenActieCommand(sql, { ...eigen, status: 'gedaan' })).toEqual({
    ok: false,
    refusal: { code: 'niet-gevonden' },
  })
  expect(await listActiesVoorGebruiker(sql, ids.casushouder)).toEqual([])
})

test('[D3] an aanvulling is kept with name and time, also of who may no longer read and of who is taken out', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, deelnemerIds, regie } = await seedTafel(sql, 'met cliënt')
  for (const gebruikerId of [ids.blijft, ids.vertrekt]) {
    const tekst = '  Hij belde gisteren nog. '
    const aanvulling = { overlegId, gebruikerId, document: 'besluitvorming', tekst } as const
    expect((await submitAanvullingCommand(sql, aanvulling)).ok).toBe(true)
  }
  await removeDeelnemerCommand(sql, { ...regie, deelnemerId: deelnemerIds.blijft })
  const aanvullingen = await listAanvullingen(sql, { overlegId, document: 'besluitvorming' })
  expect(aanvullingen).toMatchObject([
    { naam: 'Mehmet Aydin', organisatie: 'Wijkteam Noord', tekst: 'Hij belde gisteren nog.' },
    { naam: 'Fleur Hoekstra', organisatie: 'Politie', tekst: 'Hij belde gisteren nog.' },
  ])
  expect(aanvullingen[0]?.op).toBeInstanceOf(Date)
  expect(await listAanvullingen(sql, { overlegId, document: 'vraagstelling' })).toEqual([])
})

async function rijVan(sql: Sql, overlegId: string, gebruikerId: string): Promise<string[]> {
  const gezien = await listActiesVoorGebruiker(sql, gebruikerId)
  const plan = await findPlan(sql, overlegId)
  return Promise.all(
    (plan?.acties ?? []).map(async ({ id }) => {
      const actie = gezien.find((rij) => rij.actie.id === id)
      const key = { overlegId, gebruikerId, actieId: id }
      const update = { ...key, status: 'loopt', notitie: '' } as const
      const { ok } = await updateActieCommand(sql, update)
      // What the page offers is what the command allows.
      expect(ok).toBe(actie?.magBijwerken ?? false)
      return ok ? 'werkt bij' : actie ? 'ziet' : 'niet'
    }),
  )
}
