import { hashOf } from '#app/auth/sessie-id.ts'
import { listClientSessies } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import type { Clientsoort } from '#domain/rol.ts'
import { createClientCookie } from './client-side.ts'
import type { Tafel } from './seed-tafel.ts'
import type { TestSocket } from './sockets.ts'

export type Clienttelefoon = Awaited<ReturnType<typeof addClient>>

/** A browser of the client side at this table, or in front of it: of the cliënt of it, or of somebody whom he brought. */
export async function addClient(
  sql: Sql,
  { overlegId, clientPersoonId }: Pick<Tafel, 'overlegId' | 'clientPersoonId'>,
  soort: Clientsoort,
  waar: 'aan tafel' | 'wachtkamer' = 'aan tafel',
) {
  const persoonId = soort === 'client' ? clientPersoonId : await persoon(sql, overlegId, soort)
  const cookie = await createClientCookie(sql, {
    clientPersoonId: persoonId,
    toegelaten: waar === 'aan tafel',
  })
  const [browser] = await listClientSessies(sql, [hashOf(cookie.split('=')[1] ?? '')])
  if (!browser) throw new Error('A session that was just made is there')
  return { cookie, browser }
}

/** Each with a letter of his own; asked twice, it is the same person. */
async function persoon(sql: Sql, overlegId: string, soort: Clientsoort): Promise<string> {
  const [known] = await sql<{ id: string }[]>`
    select id from client_persoon where overleg_id = ${overlegId} and soort = ${soort}`
  if (known) return known.id
  const [row] = await sql<{ id: string }[]>`
    insert into client_persoon (overleg_id, soort, naam) values (${overlegId}, ${soort}, 'J. Bos')
    returning id`
  return row?.id ?? ''
}

/** The table as it was last shown on this screen. */
export function leesTafel({ beelden }: TestSocket) {
  const beeld = beelden().at(-1)
  return beeld?.weergave === 'tafel' ? beeld : null
}
