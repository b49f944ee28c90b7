import { expect, test } from 'vitest'
import { reopenFaseCommand } from '#app/commands/reopen-fase.server.ts'
import { loadMeeting } from '#app/routes/overleg/document-data.server.ts'
import { findDeelnemerschap } from '#db/overleggen.ts'
import type { Document } from '#domain/document.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedTafel } from '../helpers/seed-tafel.ts'

test('[F3] why a fase was opened again is there for who may read that fase, and for nobody else', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  const { regie, ids, overlegId } = await seedTafel(sql, 'vooroverleg')
  const reden = 'De risico’s zijn nog niet gewogen.'
  expect(await reopenFaseCommand(sql, { ...regie, from: 'besluitvorming', reden })).toMatchObject({
    ok: true,
  })

  const heropeningVoor = async (gebruikerId: string, document: Document) => {
    const deelnemerschap = await findDeelnemerschap(sql, { overlegId, gebruikerId })
    if (!deelnemerschap) throw new Error('Seeded at the table')
    return (await loadMeeting({ sql, deelnemerschap, document, now: new Date() })).heropening
  }
  expect(await heropeningVoor(ids.vertrekt, 'oordeelsvorming')).toMatchObject({
    reden,
    naam: 'Yasmina Bakkali',
  })
  expect(await heropeningVoor(ids.vertrekt, 'beeldvorming')).toBeNull()
  expect(await heropeningVoor(ids['zonder-convenant'], 'oordeelsvorming')).toBeNull()
})
