import type { Server, Socket } from 'socket.io'
import { createDeur } from '#app/auth/deur.server.ts'
import { TABLE_NAMESPACE } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import type { Notices } from '#db/notices.ts'
import { findRechten, listRechtenVersies, type Rechten } from '#db/rechten.ts'
import { recordOf } from '#db/record.ts'
import { extendSessies, listLevendeSessies } from '#db/sessies.ts'
import { isUuid } from '#db/uuid.ts'
import { isAanTafel } from '#domain/toegang.ts'
import { describeError, type Log } from '../log.ts'
import { createCoalescer } from './coalesce.ts'
import { openNamespace, startPolling } from './namespace.ts'
import type { Presence } from './presence.ts'
import type { Seat } from './seats.ts'

const LOOK_AGAIN_IN_MS = 100
const POLL_IN_MS = 700
// A question every seven seconds; what it writes is one row in five minutes for each session.
const POLLS_PER_EXTENSION = 10

type Parts = {
  io: Server
  sql: Sql
  notices: Notices
  presence: Presence
  log: Log
  secure: boolean
}
type TableSeat = Seat & { gebruikerId: string }
type Weg = 'afgemeld' | 'niet-aan-tafel'

/**
 * The table: says "look again", and closes for who is not at it any more.
 *
 * Rights are asked at the door, once more after it, at every notice, and by polling. S3
 */
export function createTableNamespace({ io, sql, notices, presence, log, secure }: Parts) {
  const versies = new Map<string, string>()
  const deur = createDeur(sql, { secure })
  const lopend = new Set<string>()
  let polls = 0

  const failed = (error: unknown) => log.warn({ event: 'table-not-asked', ...describeError(error) })
  const lookAgain = createCoalescer({ ms: LOOK_AGAIN_IN_MS, run: judgeAndTell, failed })
  const seats = openNamespace<TableSeat>({ io, name: TABLE_NAMESPACE, log, admit, arrived, spoke })
  const unsubscribe = notices.subscribe({
    overleg: (overlegId) => {
      if (seats.of(overlegId).length > 0) lookAgain(overlegId)
    },
    sessie: (hash) => {
      for (const seat of seats.ofSession(hash)) end(seat, 'afgemeld')
    },
    all: () => seats.overlegIds().forEach(lookAgain),
  })
  const stopPolling = startPolling({ ms: POLL_IN_MS, poll, failed })

  async function admit(socket: Socket): Promise<TableSeat | null> {
    const { auth, headers } = socket.handshake
    const gebruiker = await deur(headers.cookie)
    const overlegId: unknown = auth.overlegId
    if (!gebruiker || !isUuid(overlegId)) return null
    const rechten = (await findRechten(sql, [overlegId])).get(overlegId)
    const { id: gebruikerId, sessieHash } = gebruiker
    const seat = { socket, overlegId, gebruikerId, sessieHash }
    if (zitAan(rechten, gebruikerId)) return seat
    refused(seat, 'reading-refused')
    return null
  }

  function spoke(seat: TableSeat) {
    refused(seat, 'command-refused')
  }

  function refused({ overlegId, gebruikerId, sessieHash }: TableSeat, event: string) {
    const details = { langs: 'socket' }
    recordOf(sql).refused(sessieHash, { event, overlegId, gebruikerId, wat: 'tafel', details })
  }

  function arrived({ overlegId, gebruikerId }: TableSeat) {
    // Rights may have changed between the door and this moment.
    judge(overlegId).catch(failed)
    return presence.enter(overlegId, { gebruikerId })
  }

  async function judge(overlegId: string) {
    const rechten = (await findRechten(sql, [overlegId])).get(overlegId)
    if (rechten) versies.set(overlegId, rechten.versie)
    if (rechten?.stand.overleg.status === 'lopend') lopend.add(overlegId)
    else lopend.delete(overlegId)
    for (const seat of seats.of(overlegId)) {
      if (!zitAan(rechten, seat.gebruikerId)) end(seat, 'niet-aan-tafel')
    }
  }

  async function judgeAndTell(overlegId: string) {
    await judge(overlegId)
    for (const { socket } of seats.of(overlegId)) socket.emit('kijk-opnieuw')
  }

  async function poll() {
    if (seats.all().length === 0) return
    await Promise.all([pollRechten(), pollSessies()])
  }

  async function pollRechten() {
    const now = await listRechtenVersies(sql, seats.overlegIds())
    for (const overlegId of seats.overlegIds()) {
      if (now.get(overlegId) !== versies.get(overlegId)) lookAgain(overlegId)
    }
  }

  async function pollSessies() {
    // Who listens for half an hour without touching anything is at the table all the same.
    polls = (polls + 1) % POLLS_PER_EXTENSION
    const present = seats.all().filter((seat) => lopend.has(seat.overlegId))
    if (polls === 0) await extendSessies(sql, [...new Set(present.map((s) => s.sessieHash))])

    const asked = seats.hashes()
    const live = await listLevendeSessies(sql, asked)
    for (const hash of asked.filter((hash) => !live.has(hash))) {
      for (const seat of seats.ofSession(hash)) end(seat, 'afgemeld')
    }
  }

  return {
    close() {
      unsubscribe()
      stopPolling()
    },
  }
}

function end({ socket }: TableSeat, reden: Weg) {
  socket.emit('weg', { reden })
  socket.disconnect(true)
}

function zitAan(rechten: Rechten | undefined, gebruikerId: string): boolean {
  return (
    rechten !== undefined && isAanTafel(rechten.deelnames.get(gebruikerId) ?? null, rechten.stand)
  )
}
