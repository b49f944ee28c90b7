import type { Kluis } from '#app/auth/kluis.server.ts'
import { openGeheim } from '#app/brieven/geheim.server.ts'
import { readBriefinhoud } from '#app/brieven/inhoud.server.ts'
import { brief as BRIEFWOORDEN } from '#app/woorden/client/brief.ts'
import { type BriefRij, findBriefgegevens, findBriefpersoon, listBrieven } from '#db/brieven.ts'
import type { Sql } from '#db/connection.ts'
import { listDeelnemers } from '#db/deelnemers.ts'
import { genoemdenOf, isOnline, verouderdDoor } from '#domain/brief.ts'
import { zonderKeuze } from '#domain/tafel.ts'
import { toBriefregel } from './brief-data.server.ts'

/** All letters of an overleg by whose they are, and what the next one would say. For the procesregisseur. K1 */
export async function readBriefkaart(sql: Sql, kluis: Kluis, overlegId: string) {
  const gegevens = await findBriefgegevens(sql, overlegId)
  const deelnemers = await listDeelnemers(sql, overlegId)
  const brieven = await listBrieven(sql, overlegId)
  const regels = await Promise.all(brieven.map((brief) => toRegel(sql, kluis, overlegId, brief)))
  return {
    plaats: gegevens?.plaats ?? '',
    doel: gegevens?.doel ?? '',
    vastDoel: BRIEFWOORDEN.nl.doelClient,
    isOnline: gegevens ? isOnline(gegevens) : true,
    genoemden: genoemdenOf(deelnemers).map(({ naam }) => naam),
    nietGenoemd: zonderKeuze(deelnemers),
    regels,
  }
}
export type Briefkaart = Awaited<ReturnType<typeof readBriefkaart>>
export type Briefregel = Briefkaart['regels'][number]

async function toRegel(sql: Sql, kluis: Kluis, overlegId: string, brief: BriefRij) {
  const { clientPersoonId, inhoud } = brief
  const regel = toBriefregel(brief, openGeheim(kluis, brief) !== null)
  if (!brief.isLaatste) return { ...regel, clientPersoonId, verouderd: [] }
  const persoon = await findBriefpersoon(sql, { overlegId, clientPersoonId })
  const nu = persoon && (await readBriefinhoud(sql, overlegId, persoon))
  return { ...regel, clientPersoonId, verouderd: nu ? verouderdDoor(inhoud, nu) : [] }
}
