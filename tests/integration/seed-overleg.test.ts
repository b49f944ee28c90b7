import { expect, test } from 'vitest'
import { FASEN } from '#domain/fase.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

test('every state that a test can begin with is one that the schema accepts', async () => {
  await using database = await createTestDatabase()
  const states = [
    { status: 'gepland' },
    ...FASEN.map((fase) => ({ status: 'lopend', fase, tafel: 'vooroverleg' }) as const),
    { status: 'lopend', fase: 'besluitvorming', tafel: 'met-client' },
    { status: 'vastgesteld' },
    { status: 'afgebroken' },
  ] as const

  for (const state of states) {
    const { ids } = await seedOverleg(database.sql, state, [
      'procesregisseur',
      'casushouder',
      'partner',
      'blijft',
      'vertrekt',
      'zonder-convenant',
    ])
    expect(Object.values(ids)).toHaveLength(6)
  }
})
