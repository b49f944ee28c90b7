import { expect, vi } from 'vitest'
import type { DocumentKey } from '#app/realtime/protocol.ts'
import { openDocument } from './collab.ts'
import { createTestDatabase } from './database.ts'
import { createFaultProxy } from './fault-proxy.ts'
import { seedOverleg } from './seed-overleg.ts'
import { startTestServer } from './server.ts'
import { createCookie } from './sign-in.ts'

const PLAATSEN = ['procesregisseur', 'casushouder', 'vertrekt'] as const

/** The real server, with a network of the test's own between it and its database, and one before it. */
export async function openStorm(fase: 'beeldvorming' | 'besluitvorming') {
  const database = await createTestDatabase()
  const { sql } = database
  const naarDatabase = await createFaultProxy({ port: Number(new URL(database.url).port) })
  const databaseUrl = naarDatabase.through(database.url)
  const server = await startTestServer({ databaseUrl })
  const naarServer = await createFaultProxy({ port: Number(new URL(server.origin).port) })
  const seeded = await seedOverleg(sql, { status: 'lopend', fase, tafel: 'vooroverleg' }, PLAATSEN)
  const cookies = {
    procesregisseur: await createCookie(sql, seeded.ids.procesregisseur),
    casushouder: await createCookie(sql, seeded.ids.casushouder),
    vertrekt: await createCookie(sql, seeded.ids.vertrekt),
  }

  const url = `${server.origin.replace('http', 'ws')}/collab`
  const key: DocumentKey = { overlegId: seeded.overlegId, document: fase }

  return {
    ...seeded,
    key,
    url,
    /** The document on the screen of this person, loaded: the next write is his second. */
    async open(
      wie: keyof typeof cookies,
      options: Partial<{ url: string; key: DocumentKey }> = {},
    ) {
      const opened = openDocument({ url, key, ...options, cookie: cookies[wie] })
      await vi.waitFor(() => expect(opened.provider.synced).toBe(true))
      return opened
    },
    sql,
    server,
    databaseUrl,
    naarDatabase,
    naarServer,
    cookies,
    /** By the network that the test can break. */
    urlDoorStorm: `ws://127.0.0.1:${naarServer.port}/collab`,
    pagina: `${server.origin}/overleggen/${seeded.overlegId}/document/${fase}`,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await naarServer[Symbol.asyncDispose]()
      await naarDatabase[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}
