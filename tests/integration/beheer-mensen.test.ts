import { expect, test } from 'vitest'
import {
  changeHuisfunctieCommand,
  disableAccountCommand,
} from '#app/commands/change-account.server.ts'
import { searchAccounts } from '#db/gebruikersbeheer.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'
import { addCollega } from '../helpers/seed-tafel.ts'

test('two beheerders who put each other out at once: one of them is left', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, ['partner'])
  for (let ronde = 0; ronde < 10; ronde += 1) {
    const een = await addCollega(sql, ids.partner)
    const twee = await addCollega(sql, ids.partner)
    await sql`update gebruiker set huisfunctie = 'professional'`
    await sql`update gebruiker set huisfunctie = 'beheerder' where id in ${sql([een, twee])}`
    const resultaten = await Promise.all([
      disableAccountCommand(sql, { beheerderId: een, gebruikerId: twee }),
      changeHuisfunctieCommand(sql, {
        beheerderId: twee,
        gebruikerId: een,
        huisfunctie: 'professional',
      }),
    ])
    expect(resultaten.filter(({ ok }) => ok)).toHaveLength(1)
    const over = await sql`
      select from gebruiker where huisfunctie = 'beheerder' and uitgeschakeld_op is null`
    expect(over).toHaveLength(1)
  }
})

test('searching finds people by every word, whatever their accents, a page at a time', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { ids } = await seedOverleg(sql, { status: 'gepland' }, ['partner'])
  for (const naam of ['Ayşe Özdemir', 'Jan 100% Bakker', 'Jan de Vries']) {
    await sql`update gebruiker set naam = ${naam} where id = ${await addCollega(sql, ids.partner)}`
  }
  const zoek = async (zoek: string) =>
    (await searchAccounts(sql, { zoek, pagina: 1 })).accounts.map(({ naam }) => naam)
  expect(await zoek('ozdemir')).toEqual(['Ayşe Özdemir'])
  expect(await zoek('Özdemir ayse')).toEqual(['Ayşe Özdemir'])
  expect(await zoek('jan')).toEqual(['Jan 100% Bakker', 'Jan de Vries'])
  expect(await zoek('%')).toEqual(['Jan 100% Bakker'])
  expect(await zoek('zwaluwe jan vries')).toEqual(['Jan de Vries'])
  for (const niets of ["' or 1=1 --", '\\', '_', 'bestaat niet'])
    expect(await zoek(niets)).toEqual([])
  expect(await zoek('\0 ')).toHaveLength(4)

  for (let n = 0; n < 27; n += 1) await addCollega(sql, ids.partner)
  const { accounts, totaal } = await searchAccounts(sql, { zoek: 'sanne', pagina: 2 })
  expect([accounts.length, totaal]).toEqual([2, 27])
})
