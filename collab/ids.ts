import * as Y from 'yjs'
import { ANOTHER_WRITER, type Checked } from './check-update.ts'
import type { Connection } from './connection.ts'
import type { Room } from './room.ts'
import type { Write } from './take-in.ts'

// A browser writes under one Yjs client id; Yjs takes another when it sees its own used elsewhere.
export const MAX_CLAIMS = 4
export const TAKEN = 'own id taken'

/** Whether a Yjs client id is that of somebody else: by what he wrote, or because he is here with it. */
export function isOfAnother({ room, persoon, presence }: Connection, yjsClient: number): boolean {
  const owner = room.schrijvers.get(yjsClient)
  if (owner !== undefined) return owner !== persoon.gebruikerId
  if (presence?.yjsClient === yjsClient) return false
  return [...room.connections].some(
    (other) =>
      other.presence?.yjsClient === yjsClient && other.persoon.gebruikerId !== persoon.gebruikerId,
  )
}

/** His browser's own id became another's, in whichever process: what it wrote under it looks as if it were written. */
export function isTaken(connection: Connection, bytes: Uint8Array): boolean {
  const { presence, room, persoon } = connection
  const owner = presence ? room.schrijvers.get(presence.yjsClient) : undefined
  if (!presence || owner === undefined || owner === persoon.gebruikerId) return false
  try {
    return Y.parseUpdateMeta(bytes).from.has(presence.yjsClient)
  } catch {
    return false
  }
}

/** Words of others, as far as is known here: another process may have written them, and its notice may still be coming. */
export function isOfOthers({ room, claims }: Connection, checked: Checked): boolean {
  if (checked.soort === 'fout') return checked.waarom === ANOTHER_WRITER
  if (checked.soort !== 'goed') return false
  const nieuw = newIn(room, claimsOf(room, checked.vector))
  return nieuw.length > 1 || claims + nieuw.length > MAX_CLAIMS
}

export function newIn(room: Room, claims: readonly number[]) {
  return claims.filter((client) => !room.schrijvers.has(client))
}

/** Yjs client ids of which nothing is written yet. */
export function claimsOf(room: Room, vector: ReadonlyMap<number, number>): number[] {
  return [...vector.keys()].filter((client) => Y.getState(room.doc.store, client) === 0)
}

/** The id that this browser writes under is another's. Without a caret it cannot be told from what it only repeats. */
export function isLost({ claims, connection: { room, persoon, presence } }: Write): boolean {
  return claims.some((client) => {
    const owner = room.schrijvers.get(client)
    const isEigen = owner === undefined || owner === persoon.gebruikerId
    return !isEigen && (presence === null || presence.yjsClient === client)
  })
}
