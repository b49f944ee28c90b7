import type { Sql } from '#db/connection.ts'
import { createClientCookie, seedBrief } from './client-side.ts'
import { createTestDatabase } from './database.ts'
import { GEHEIM_VAN_HUIS } from './second-factor.ts'
import {
  addCollega,
  MOMENTEN,
  type Moment,
  seedTafel,
  type Tafel,
  zonderLezen,
} from './seed-tafel.ts'
import { startTestServer } from './server.ts'
import { createCookie } from './sign-in.ts'

/** Everybody who can come to the door of an overleg. `elders`: procesregisseur of another one; `beheerder`: of the house. */
export const WIE = [
  'niemand',
  'procesregisseur',
  'casushouder',
  'blijft',
  'vertrekt',
  'zonder-convenant',
  'elders',
  'beheerder',
  'wachtkamer',
  'tafel',
  'plan',
] as const
export type Wie = (typeof WIE)[number]

type Plek = { tafel: Tafel; cookies: Record<Wie, string> }

/** The real server, with an overleg at each of these moments and a cookie of everybody: one for a whole file. */
export async function openHuis<const M extends Moment>(
  momenten: readonly M[],
  env: Record<string, string> = {},
) {
  const database = await createTestDatabase()
  const { sql } = database
  const ander = await seedTafel(sql, 'vooroverleg')
  const elders = { tafel: ander, cookie: await createCookie(sql, ander.ids.procesregisseur) }
  const plekken = new Map<Moment, Plek>()
  for (const moment of momenten) plekken.set(moment, await seedPlek(sql, moment, elders.cookie))
  const server = await startTestServer({
    databaseUrl: database.url,
    env: { SESSION_SECRET: GEHEIM_VAN_HUIS, ...env },
  })

  return {
    sql,
    server,
    origin: server.origin,
    elders,
    plek(moment: M): Plek {
      const plek = plekken.get(moment)
      if (!plek) throw new Error('Seeded above')
      return plek
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await database[Symbol.asyncDispose]()
    },
  }
}
export type Huis = Awaited<ReturnType<typeof openHuis<Moment>>>

export async function seedPlek(sql: Sql, moment: Moment, elders: string): Promise<Plek> {
  const tafel = await seedTafel(sql, moment)
  const { ids, clientPersoonId } = tafel
  await seedBrief(sql, { ...tafel.regie, clientPersoonId })
  return {
    tafel,
    cookies: {
      niemand: '',
      procesregisseur: await createCookie(sql, ids.procesregisseur),
      casushouder: await createCookie(sql, ids.casushouder),
      blijft: await createCookie(sql, ids.blijft),
      vertrekt: await createCookie(sql, ids.vertrekt),
      'zonder-convenant': await createCookie(sql, ids['zonder-convenant']),
      elders,
      beheerder: await createBeheerder(sql, ids.blijft),
      wachtkamer: await createClientCookie(sql, { clientPersoonId }),
      tafel: await createClientCookie(sql, { clientPersoonId, toegelaten: true }),
      plan: await createClientCookie(sql, { clientPersoonId, metPin: true }),
    },
  }
}

/** A beheerder who just proved that it is he. */
export async function createBeheerder(sql: Sql, collega: string): Promise<string> {
  const id = await addCollega(sql, collega)
  await sql`update gebruiker set huisfunctie = 'beheerder' where id = ${id}`
  const cookie = await createCookie(sql, id)
  await sql`update sessie set bevestigd_op = now() where gebruiker_id = ${id}`
  return cookie
}

/** As dumpDatabase, without what says only that somebody was here: no row of these may come, go or change. */
export async function dumpInhoud(sql: Sql): Promise<string> {
  const tables = await sql<{ naam: string }[]>`
    select table_name as naam from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('proces', 'aanwezigheid', 'inlogrem', 'audit_keten')
    order by table_name`
  const rows = await Promise.all(
    tables.map(async ({ naam }) => {
      const found = await sql<{ rij: string }[]>`
        select (to_jsonb(rij) - array['expires_at', 'gezien_op'])::text as rij
        from ${sql(naam)} as rij ${zonderLezen(sql)} order by 1`
      return [naam, ...found.map(({ rij }) => rij)]
    }),
  )
  return rows.flat().join('\n')
}

/** Alive, and the same process that it was. */
export async function leeft({ server, origin }: Pick<Huis, 'server' | 'origin'>): Promise<boolean> {
  const { status } = await fetch(`${origin}/gezond`)
  const begonnen = server.log().split('"event":"server-started"').length - 1
  return status === 200 && begonnen === 1 && !server.log().includes('"event":"server-stopping"')
}

export { MOMENTEN }
