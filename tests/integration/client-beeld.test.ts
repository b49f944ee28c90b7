import { expect, test } from 'vitest'
import { admitSessieCommand } from '#app/commands/admit-sessie.server.ts'
import { unseatClientCommand } from '#app/commands/unseat-client.server.ts'
import { readClientbeelden } from '#app/routes/client/clientbeeld.server.ts'
import type { Sql } from '#db/connection.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { addBrowser, seedTafel } from '../helpers/seed-tafel.ts'

test('[S5] who lost his PIN reads his plan when a human lets that browser in, and no other browser with it', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, regie, clientPersoonId } = await seedTafel(sql, 'vastgesteld')
  const zonderPin = await addBrowser(sql, clientPersoonId)
  const ander = await addBrowser(sql, clientPersoonId)
  expect(await weergaveOf(sql, overlegId, zonderPin)).toBe('pin-nodig')

  expect(await admitSessieCommand(sql, { ...regie, sessieId: zonderPin })).toMatchObject({
    ok: true,
  })
  expect(await weergaveOf(sql, overlegId, zonderPin)).toBe('plan')
  expect(await weergaveOf(sql, overlegId, ander)).toBe('pin-nodig')
})

test('[T2] [T3] the link of the table is for who sits at it, and the link of the vooroverleg for nobody of the client side', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, wachtend, tweede } = await seedTafel(sql, 'met cliënt')
  await sql`
    update overleg set link_vooroverleg = 'https://video.nl/vooroverleg', link_tafel = 'https://video.nl/tafel'
    where id = ${overlegId}`
  expect(await beeldOf(sql, overlegId, wachtend)).toMatchObject({ link: 'https://video.nl/tafel' })
  expect(JSON.stringify(await beeldOf(sql, overlegId, tweede))).not.toContain('video.nl')
  expect(JSON.stringify(await beeldOf(sql, overlegId, wachtend))).not.toContain('vooroverleg')
})

test('[S3, T5] who went back while the record was written gets the wachtkamer, and what he did not see is read anew', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, regie, wachtend } = await seedTafel(sql, 'met cliënt')
  const [row] = await sql<
    { hash: string }[]
  >`select id_hash as hash from client_sessie where id = ${wachtend}`
  const hash = row?.hash ?? ''
  const verslag: (string | undefined)[] = []
  const beelden = await readClientbeelden(
    sql,
    { overlegId, sessieHashes: [hash] },
    {
      async record(beelden) {
        verslag.push(beelden.get(hash)?.weergave)
        if (verslag.length > 1) return
        await unseatClientCommand(sql, regie)
        await sql`select pg_sleep(0.3)`
      },
    },
  )
  expect(beelden.get(hash)?.weergave).toBe('wachtkamer')
  expect(verslag).toEqual(['tafel', 'wachtkamer'])
})

test('[T7] a letter that was made after the change no longer says that the appointment was moved', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, clientPersoonId, wachtend } = await seedTafel(sql, 'gepland')
  await sql`update client_persoon set uitgenodigd_op = now() - interval '2 days' where id = ${clientPersoonId}`
  expect(await beeldOf(sql, overlegId, wachtend)).toMatchObject({ verplaatst: false })

  await sql`update overleg set verplaatst_op = now() - interval '1 day' where id = ${overlegId}`
  expect(await beeldOf(sql, overlegId, wachtend)).toMatchObject({ verplaatst: true })
  await sql`update client_persoon set uitgenodigd_op = now() where id = ${clientPersoonId}`
  expect(await beeldOf(sql, overlegId, wachtend)).toMatchObject({ verplaatst: false })
})

async function weergaveOf(sql: Sql, overlegId: string, sessieId: string) {
  return (await beeldOf(sql, overlegId, sessieId))?.weergave
}

async function beeldOf(sql: Sql, overlegId: string, sessieId: string) {
  const [row] = await sql<
    { hash: string }[]
  >`select id_hash as hash from client_sessie where id = ${sessieId}`
  const hash = row?.hash ?? ''
  return (await readClientbeelden(sql, { overlegId, sessieHashes: [hash] })).get(hash)
}
