import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSql } from '#db/connection.ts'
import { prepareDatabase } from '#server/database.ts'
import { startPostgres } from '#server/postgres.ts'
import { readSettings } from '#server/postgres-cluster.ts'
import type { Contestant, Name } from './contestants/contestant.ts'
import { createHocuspocus, createYWebsocket } from './contestants/others.ts'
import { createOurs } from './contestants/ours.ts'
import { cpuOfFamily } from './machine.ts'
import type { Options } from './options.ts'
import type { House } from './scenarios/scenario.ts'

type Parts = { folder: string; results: string; options: Options }

/** PostgreSQL as the demo has it, with fsync on, and the servers beside it. */
export async function openHouse({ folder, results, options }: Parts) {
  const dataDir = join(folder, 'data')
  const postgres = await startPostgres({ dataDir })
  const postmaster = readPostmaster(dataDir)
  const databaseUrl = postgres.url()
  const appUrl = postgres.appUrl()
  await prepareDatabase({ url: appUrl, ownerUrl: databaseUrl })
  const sql = createSql(databaseUrl)

  const make = {
    yws: async () => createYWebsocket('yws', { folder, databaseUrl }),
    leveldb: async () => createYWebsocket('leveldb', { folder, databaseUrl }),
    hocuspocus: async () => createHocuspocus({ folder, databaseUrl }),
    ours: () => createOurs({ folder, databaseUrl: appUrl, sql }),
  } satisfies Record<Name, () => Promise<Contestant>>
  const contestants: Contestant[] = []
  for (const name of options.servers) {
    const contestant = await make[name]()
    await contestant.start()
    contestants.push(contestant)
  }

  const house: House = {
    options,
    contestants,
    warm: new Set(),
    results,
    sql,
    postgresCpu: () => cpuOfFamily(postmaster),
    say: (text) => console.log(text),
  }
  return {
    ...house,
    async close() {
      await Promise.all(contestants.map((contestant) => contestant.stop()))
      await sql.end({ timeout: 2 })
      postgres.stop()
    },
  }
}

function readPostmaster(dataDir: string): number {
  const folder = readSettings(dataDir)?.folder
  if (!folder) throw new Error('PostgreSQL left no settings')
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n', 1)[0])
}
