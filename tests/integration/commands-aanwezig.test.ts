import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listClientAanwezigen } from '#db/client-personen.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { findGebruikerByEmail, listGebruikers } from '#db/gebruikers.ts'
import { findDeelnemerschap, listOverleggen } from '#db/overleggen.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

test('an account that is switched off is in no list and sees nothing', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids, emails, overlegId } = await seedOverleg(sql, { status: 'gepland' }, [
    'procesregisseur',
    'partner',
  ])
  expect((await findGebruikerByEmail(sql, ` ${emails.partner.toUpperCase()} `))?.id).toBe(
    ids.partner,
  )
  await sql`update gebruiker set uitgeschakeld_op = now() where id = ${ids.partner}`
  expect(await findGebruikerByEmail(sql, emails.partner)).toBeNull()
  expect((await listGebruikers(sql)).map(({ id }) => id)).toEqual([ids.procesregisseur])
  expect(await findDeelnemerschap(sql, { overlegId, gebruikerId: ids.partner })).toBeNull()
  expect(await listOverleggen(sql, ids.partner)).toEqual([])
})

test('who is here is who has a socket in a process that breathes, and a browser that was seen a moment ago', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids, wachtend, tweede } = await seedTafel(sql, 'vooroverleg')
  const [levend, gestopt] = [randomUUID(), randomUUID()]
  await sql`
    insert into proces (id, gezien_op)
    values (${levend}, now()), (${gestopt}, now() - interval '20 seconds')`
  await sql`update client_sessie set gezien_op = now() - interval '41 seconds'`
  for (const [proces, gebruikerId, sessieId] of [
    [levend, ids.blijft, null],
    [levend, ids.blijft, null],
    [gestopt, ids.vertrekt, null],
    [levend, null, wachtend],
    [gestopt, null, tweede],
  ] as const) {
    await sql`
      insert into aanwezigheid (proces_id, overleg_id, gebruiker_id, client_sessie_id)
      values (${proces}, ${overlegId}, ${gebruikerId}, ${sessieId})`
  }
  const aanwezig = (await listDeelnemers(sql, overlegId)).filter((deelnemer) => deelnemer.aanwezig)
  expect(aanwezig.map(({ gebruikerId }) => gebruikerId)).toEqual([ids.blijft])
  const browsers = await listClientAanwezigen(sql, overlegId)
  expect(browsers.map(({ sessieId }) => sessieId)).toEqual([wachtend])

  await sql`update client_sessie set gezien_op = now() where id = ${tweede}`
  expect((await listClientAanwezigen(sql, overlegId)).map((b) => b.sessieId).sort()).toEqual(
    [wachtend, tweede].sort(),
  )
  await sql`update client_sessie set expires_at = now() - interval '1 second'`
  expect(await listClientAanwezigen(sql, overlegId)).toEqual([])
})
