import { RouterContextProvider } from 'react-router'
import { expect, test } from 'vitest'
import { deelnameContext, gebruikerContext, sqlContext } from '#app/context.ts'
import { readDeelnemersPagina } from '#app/routes/overleg/deelnemers-data.server.ts'
import { loader as layoutLoader } from '#app/routes/overleg/layout.tsx'
import { loader as overleggenLoader } from '#app/routes/professional/overleggen.tsx'
import type { Sql } from '#db/connection.ts'
import { type Deelnemerschap, findDeelnemerschap } from '#db/overleggen.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { kluis } from '../helpers/second-factor.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const VRAAG = 'Hoe houdt hij zijn woning?'
const MET_CLIENT = { status: 'lopend', fase: 'besluitvorming', tafel: 'met-client' } as const

async function deelnemerschapOf(sql: Sql, overlegId: string, gebruikerId: string) {
  const deelnemerschap = await findDeelnemerschap(sql, { overlegId, gebruikerId })
  if (!deelnemerschap) throw new Error('Seeded as a deelnemer')
  return deelnemerschap
}

test('[T2] what the vraag was is not in the page that who left keeps, now that he may not read vraagstelling', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids } = await seedOverleg(sql, { status: 'vastgesteld' }, ['vertrekt'])
  await sql`update overleg set vraag = ${VRAAG} where id = ${overlegId}`

  const vertrekt = await deelnemerschapOf(sql, overlegId, ids.vertrekt)
  expect(JSON.stringify(await readDeelnemersPagina(sql, kluis, vertrekt))).not.toContain(VRAAG)
})

test('[T9] who has not signed is told that there is an overleg, and not how far it is or who sits there', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { overlegId, ids } = await seedOverleg(sql, MET_CLIENT, ['zonder-convenant'])
  const deelnemerschap = await deelnemerschapOf(sql, overlegId, ids['zonder-convenant'])

  const told = JSON.stringify([
    await layoutLoader(argsFor(sql, deelnemerschap)),
    await overleggenLoader(argsFor(sql, deelnemerschap)),
  ])
  expect(told).toContain(overlegId)
  for (const word of ['besluitvorming', 'met-client', 'dicht']) expect(told).not.toContain(word)
})

/** All that these loaders ask of a request. */
function argsFor(sql: Sql, deelnemerschap: Deelnemerschap) {
  const context = new RouterContextProvider()
  context.set(sqlContext, sql)
  context.set(deelnameContext, deelnemerschap)
  context.set(gebruikerContext, {
    id: deelnemerschap.gebruikerId,
    naam: '',
    email: '',
    organisatieId: '',
    organisatie: '',
    huisfunctie: 'professional',
    sessieHash: '',
    bevestigd: false,
  })
  return Object({ context })
}
