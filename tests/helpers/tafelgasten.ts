import { randomBytes } from 'node:crypto'
import { io } from 'socket.io-client'
import { expect, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openDocument } from './collab.ts'
import { type Huis, leeft } from './huis.ts'

type Deur = { cookie?: string; origin?: string; namespace?: string; auth?: object }

/** A socket of the table or of the client side, with the headers that a browser sends. */
export function openSocketIo(huis: Pick<Huis, 'origin'>, deur: Deur) {
  const { cookie = '', origin = huis.origin, namespace = '/overleg', auth = {} } = deur
  const socket = io(`${huis.origin}${namespace}`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie, ...(origin && { origin }) },
    auth,
  })
  const events: [string, unknown][] = []
  socket.onAny((naam: string, inhoud: unknown) => events.push([naam, inhoud]))
  return {
    socket,
    events,
    /** `open`, the word that it was refused with, or `dicht` when nothing was said. */
    answer: new Promise<string>((resolve) => {
      socket.on('connect', () => resolve('open'))
      socket.on('connect_error', (error) => resolve(error.message))
      // Socket.io closes first and tells why after it.
      socket.io.on('close', () => setImmediate(() => resolve('dicht')))
    }),
    [Symbol.dispose]: () => void socket.disconnect(),
  }
}

/** What socket.io itself would never send: frames on a bare websocket. */
export function openRuw(huis: Pick<Huis, 'origin'>, { cookie = '' }: Deur = {}) {
  const ws = new WebSocket(
    `${huis.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    { headers: { cookie, origin: huis.origin } },
  )
  ws.on('error', () => {})
  return {
    ws,
    open: new Promise<boolean>((resolve) => {
      ws.on('message', () => resolve(true))
      ws.on('close', () => resolve(false))
    }),
    closed: new Promise<void>((resolve) => ws.on('close', () => resolve())),
    [Symbol.dispose]: () => ws.terminate(),
  }
}

/** Two people who write and one who listens, in whose day nothing may happen but what they do themselves. */
export async function openTafel(huis: Huis) {
  const { tafel, cookies } = huis.plek('vooroverleg')
  const key = { overlegId: tafel.overlegId, document: 'besluitvorming' } as const
  const url = `${huis.origin.replace('http', 'ws')}/collab`
  const regie = openDocument({ url, key, cookie: cookies.procesregisseur })
  const partner = openDocument({ url, key, cookie: cookies.blijft })
  const auth = { overlegId: tafel.overlegId }
  const luistert = openSocketIo(huis, { cookie: cookies.procesregisseur, auth })
  expect(await luistert.answer).toBe('open')
  await vi.waitFor(
    () => expect([regie, partner].every((d) => d.provider.synced)).toBe(true),
    10_000,
  )
  const geheel = regie.text()

  return {
    /** What one writes the other reads, nobody was disturbed, and the process is the one that it was. */
    async isOngestoord() {
      const woord = `heel-${randomBytes(4).toString('hex')}`
      regie.write(woord)
      await vi.waitFor(() => expect(partner.text()).toContain(woord), 10_000)
      const zonder = regie.text().replace(/<paragraph>heel-\w+<\/paragraph>/g, '')
      expect(zonder).toBe(geheel)
      expect(regie.refused).toEqual([])
      expect([...regie.closes, ...partner.closes]).toEqual([])
      expect(luistert.socket.connected).toBe(true)
      expect(luistert.events.filter(([naam]) => naam !== 'kijk-opnieuw')).toEqual([])
      expect(await leeft(huis)).toBe(true)
      expect(huis.server.log()).not.toMatch(/exception|rejection/)
    },
    [Symbol.dispose]() {
      regie[Symbol.dispose]()
      partner[Symbol.dispose]()
      luistert[Symbol.dispose]()
    },
  }
}
