import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { createSessie, createTestCollab, openDocument, openSocket } from '../helpers/collab.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { seedOverleg } from '../helpers/seed-overleg.ts'

const BESLUITVORMING = { status: 'lopend', fase: 'besluitvorming', tafel: 'vooroverleg' } as const

test('[T2] who left reads on in a fase that is over, and no longer sees who else is there, nor they him', async () => {
  await using database = await createTestDatabase()
  const { sql } = database
  await using collab = await createTestCollab(sql)
  const { overlegId, ids } = await seedOverleg(sql, BESLUITVORMING, ['procesregisseur', 'vertrekt'])
  const key = { overlegId, document: 'beeldvorming' } as const
  const sessie = await createSessie(sql, ids.vertrekt)
  using regisseur = openDocument({
    url: collab.url,
    key,
    sessie: await createSessie(sql, ids.procesregisseur),
  })
  using vertrekt = openDocument({ url: collab.url, key, sessie })
  const seenBy = ({ provider }: typeof regisseur, { doc }: typeof regisseur) =>
    provider.awareness.getStates().has(doc.clientID)
  await vi.waitFor(() => expect(regisseur.provider.synced && vertrekt.provider.synced).toBe(true))
  regisseur.provider.awareness.setLocalState({ cursor: null })
  vertrekt.provider.awareness.setLocalState({ cursor: null })
  await vi.waitFor(() =>
    expect([seenBy(vertrekt, regisseur), seenBy(regisseur, vertrekt)]).toEqual([true, true]),
  )

  await sql`update overleg set tafel = 'met-client' where id = ${overlegId}`
  await vi.waitFor(
    () =>
      expect([seenBy(vertrekt, regisseur), seenBy(regisseur, vertrekt)]).toEqual([false, false]),
    { timeout: 1000 },
  )
  expect(vertrekt.closes).toEqual([])

  using later = openSocket({ url: collab.url, key, sessie })
  await vi.waitFor(() => expect(later.opened()).toBe(true))
  regisseur.provider.awareness.setLocalState({ cursor: null })
  regisseur.provider.awareness.setLocalState({ cursor: null })
  later.socket.send(Uint8Array.from([3]))
  await wait(200)
  expect(seenBy(vertrekt, regisseur)).toBe(false)
  expect(later.frames.filter(([type]) => type === 1)).toEqual([])
})
