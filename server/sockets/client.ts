import type { Server, Socket } from 'socket.io'
import { findClientByCookie } from '#app/auth/client-side.server.ts'
import type { Clientbeeld } from '#app/components/client/clientbeeld.ts'
import { CLIENT_NAMESPACE } from '#app/realtime/protocol.ts'
import { readClientbeelden } from '#app/routes/client/clientbeeld.server.ts'
import { gekozenTaal } from '#app/routes/client/taal.server.ts'
import { clientReading } from '#app/verslag.server.ts'
import { extendClientSessies, listClientSessies } from '#db/client-sessies.ts'
import type { Sql } from '#db/connection.ts'
import type { DocumentNotice, Notices } from '#db/notices.ts'
import { listRechtenVersies } from '#db/rechten.ts'
import { recordOf } from '#db/record.ts'
import { CLIENTDOCUMENTEN } from '#domain/document.ts'
import { parseTaal, type Taal } from '#domain/taal.ts'
import { describeError, type Log } from '../log.ts'
import { createCoalescer } from './coalesce.ts'
import { openNamespace, startPolling } from './namespace.ts'
import type { Presence } from './presence.ts'
import type { Seat } from './seats.ts'

const SHOW_IN_MS = 250
const POLL_IN_MS = 700
const POLLS_PER_EXTENSION = 90
const POLLS_PER_LOOK = 7
// What else there is to see says nothing of the overleg.
const IN_VERSLAG: readonly string[] = ['tafel', 'plan']

type Parts = {
  io: Server
  sql: Sql
  notices: Notices
  presence: Presence
  log: Log
  secure: boolean
}
type ClientSeat = Seat & {
  clientSessieId: string
  clientPersoonId: string
  /** That of its page, which says so; of one that does not: what was chosen in this browser, or of the person. K2 */
  taal: Taal
  shown: string
  weergave: string
  /** What the record says that he sees here. */
  recorded: Set<string>
}

/**
 * Pushes to every browser of the client side what it may see now: the same as its page, and only when it changed.
 *
 * Rights and contents are one question, so there is nothing remembered that could be shown too long. S1, S3
 */
export function createClientNamespace({ io, sql, notices, presence, log, secure }: Parts) {
  const known = new Map<string, string>()
  let polls = 0

  const failed = (error: unknown) => log.warn({ event: 'view-not-made', ...describeError(error) })
  const show = createCoalescer({ ms: SHOW_IN_MS, run: showAll, failed })
  const seats = openNamespace<ClientSeat>({
    io,
    name: CLIENT_NAMESPACE,
    log,
    admit,
    arrived,
    spoke,
  })
  const unsubscribe = notices.subscribe({
    overleg: showIfSeen,
    document: (notice) => {
      if (isVoorClient(notice)) showIfSeen(notice.overlegId)
    },
    sessie: (hash) => seats.ofSession(hash).forEach(end),
    all: () => seats.overlegIds().forEach(show),
  })
  const stopPolling = startPolling({ ms: POLL_IN_MS, poll, failed })

  async function admit(socket: Socket): Promise<ClientSeat | null> {
    const { auth, headers } = socket.handshake
    const { cookie } = headers
    const client = await findClientByCookie(sql, cookie, { secure })
    if (!client) return null
    const taal = parseTaal(auth.taal) ?? gekozenTaal(cookie, { secure }) ?? client.taal
    const { overlegId, sessieHash, sessieId, clientPersoonId } = client
    const wie = { overlegId, sessieHash, clientSessieId: sessieId, clientPersoonId }
    return { socket, ...wie, taal, shown: '', weergave: '', recorded: new Set() }
  }

  function spoke({ sessieHash, overlegId, clientPersoonId }: ClientSeat) {
    const details = { langs: 'socket' }
    const audit = { event: 'command-refused', overlegId, clientPersoonId, wat: 'tafel', details }
    recordOf(sql).refused(sessieHash, audit)
  }

  function arrived({ overlegId, clientSessieId }: ClientSeat) {
    show(overlegId)
    return presence.enter(overlegId, { clientSessieId })
  }

  function showIfSeen(overlegId: string) {
    if (seats.of(overlegId).length > 0) show(overlegId)
  }

  function showSeat({ overlegId }: ClientSeat) {
    show(overlegId)
  }

  async function showAll(overlegId: string) {
    const talen = new Set(seats.of(overlegId).map(({ taal }) => taal))
    for (const taal of talen) await showIn(overlegId, taal)
  }

  async function showIn(overlegId: string, taal: Taal) {
    const asked = seats.of(overlegId).filter((seat) => seat.taal === taal)
    if (asked.length === 0) return
    const sessieHashes = [...new Set(asked.map((seat) => seat.sessieHash))]
    const beelden = await readClientbeelden(sql, { overlegId, sessieHashes, taal })
    const unrecorded = asked.filter(({ sessieHash, recorded }) => {
      const weergave = beelden.get(sessieHash)?.weergave
      return weergave && IN_VERSLAG.includes(weergave) && !recorded.has(weergave)
    })
    if (unrecorded.length > 0) {
      await Promise.all(unrecorded.map((seat) => recordSeen(seat, beelden.get(seat.sessieHash))))
      // Rights may have changed meanwhile.
      return showIn(overlegId, taal)
    }
    for (const seat of asked) {
      const beeld = beelden.get(seat.sessieHash)
      if (beeld) showOne(seat, beeld)
      else end(seat)
    }
  }

  async function recordSeen(seat: ClientSeat, beeld: Clientbeeld | undefined) {
    if (!beeld) return
    const { overlegId, clientPersoonId } = seat
    const reading = { ...clientReading(beeld.weergave), details: { langs: 'socket' } }
    await recordOf(sql).write({ ...reading, overlegId, clientPersoonId })
    seat.recorded.add(beeld.weergave)
  }

  async function poll() {
    const asked = seats.hashes()
    if (asked.length === 0) return
    polls = (polls + 1) % POLLS_PER_EXTENSION
    if (polls === 0) await extendClientSessies(sql, seats.all().filter(isMeeting).map(hashOf))

    // Words have no version to ask for: now and then they are simply read again.
    if (polls % POLLS_PER_LOOK === 0) seats.all().filter(isAtTable).forEach(showSeat)

    const sessies = await listClientSessies(sql, asked)
    const live = new Set(sessies.map((sessie) => sessie.sessieHash))
    for (const seat of seats.all()) {
      if (asked.includes(seat.sessieHash) && !live.has(seat.sessieHash)) end(seat)
    }
    const versies = await listRechtenVersies(sql, seats.overlegIds())
    for (const overlegId of seats.overlegIds()) {
      const eigen = sessies.filter((sessie) => sessie.overlegId === overlegId)
      const stand = JSON.stringify([versies.get(overlegId), eigen])
      if (known.get(overlegId) !== stand) show(overlegId)
      known.set(overlegId, stand)
    }
  }

  return {
    close() {
      unsubscribe()
      stopPolling()
    },
  }
}

function showOne(seat: ClientSeat, beeld: Clientbeeld) {
  seat.weergave = beeld.weergave
  const shown = JSON.stringify(beeld)
  if (shown === seat.shown) return
  seat.shown = shown
  seat.socket.emit('weergave', beeld)
}

function end({ socket }: ClientSeat) {
  socket.disconnect(true)
}

function isAtTable({ weergave }: ClientSeat): boolean {
  return weergave === 'tafel'
}

/** Waiting and sitting at the table is use; a plan that lies open on a shared telephone is not. */
function isMeeting({ weergave }: ClientSeat): boolean {
  return weergave === 'wachtkamer' || weergave === 'tafel'
}

function hashOf({ sessieHash }: ClientSeat): string {
  return sessieHash
}

function isVoorClient({ soort }: DocumentNotice): boolean {
  return CLIENTDOCUMENTEN.some((document) => document === soort)
}
