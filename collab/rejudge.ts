import * as Y from 'yjs'
import { CLOSE, type Geweigerd } from '#app/realtime/protocol.ts'
import { type Checked, checkUpdate } from './check-update.ts'
import type { Connection } from './connection.ts'
import { claimsOf, isLost } from './ids.ts'
import { type Room, redenVanLezen, toegangVan } from './room.ts'
import { onlyNew, type Write } from './take-in.ts'

type Options = {
  refresh: (overlegId: string) => Promise<void>
  reload: (room: Room) => Promise<void>
  judge: (connection: Connection, bytes: Uint8Array) => Checked
  /** Takes back what this connection still has waiting. */
  remove: (connection: Connection) => Write[]
  refuse: (connection: Connection, nr: number, reden: Geweigerd, why: string) => void
  forget: (refused: readonly Write[]) => void
}

/** What was judged, and was not written: once more, by what is so now. Answers with what may still be written. */
export function createRejudge({ refresh, reload, judge, remove, refuse, forget }: Options) {
  return async function rejudge(stale: Write[]): Promise<Write[]> {
    await Promise.all([...new Set(stale.map(({ overlegId }) => overlegId))].map(refresh))
    const there = await takeWritten(stale.filter(({ onzeker }) => onzeker))
    const open = stale.filter((write) => !there.includes(write))
    // The same version again: then an id of his was another's before, or his session ended.
    const anders = open.filter((write) => write.versie === write.connection.room.rechten.versie)
    await Promise.all(roomsOf(anders).map(reload))

    const still = open.filter((write) => {
      const { room, persoon } = write.connection
      write.connection.toegang = toegangVan(room, persoon.gebruikerId)
      if (write.connection.toegang !== 'schrijven') return false
      return !anders.includes(write) || mayAgain(write)
    })
    for (const write of still) write.versie = write.connection.room.rechten.versie
    const gone = open.filter(
      (write) => !still.includes(write) && write.connection.open.has(write.nr),
    )
    forget(gone.flatMap(refuseFrom))
    // Its browser has begun a text that the others will never have: it opens the document anew.
    for (const { connection } of gone.filter(isLost)) connection.end(CLOSE.malformed)
    return still
  }

  /** Once, and without what another has written under these ids. */
  function mayAgain(write: Write): boolean {
    const { connection } = write
    const checked = judge(connection, write.bytes)
    if (isLost(write)) return false
    if (checked.soort === 'leeg') {
      write.written()
      connection.acknowledge()
    }
    if (write.herkanst || checked.soort !== 'goed') return false
    write.herkanst = true
    write.bytes = checked.herhaald ? onlyNew(connection, write.bytes) : write.bytes
    write.vector = checked.vector
    write.claims = claimsOf(connection.room, checked.vector)
    return true
  }

  /** Those of a commit that succeeded, of which the answer never came. D2 */
  async function takeWritten(uncertain: Write[]): Promise<Write[]> {
    await Promise.all(roomsOf(uncertain).map(reload))
    const there = uncertain.filter(({ connection: { room }, bytes }) => {
      const vector = Y.decodeStateVector(Y.encodeStateVector(room.doc))
      return checkUpdate(bytes, { vector, doc: room.doc, isEigen: () => true }).soort === 'leeg'
    })
    for (const write of there) {
      write.written()
      write.connection.acknowledge()
    }
    return there
  }

  // What this browser wrote after a refused edit builds on it.
  function refuseFrom(write: Write): Write[] {
    const { connection } = write
    const reden = redenVan(write)
    const refused = [write, ...remove(connection)]
    for (const { nr } of refused) refuse(connection, nr, reden, reden)
    return refused
  }

  function redenVan(write: Write): Geweigerd {
    const { connection } = write
    if (connection.toegang !== 'schrijven') return redenVanLezen(connection.room)
    return isLost(write) ? 'ongeldige-invoer' : 'alleen-lezen'
  }
}

function roomsOf(writes: readonly Write[]): Room[] {
  return [...new Set(writes.map(({ connection }) => connection.room))]
}
