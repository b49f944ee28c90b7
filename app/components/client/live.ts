import { openNamespace, PONG, parseBericht } from './berichten.ts'
import type { Clientbeeld } from './clientbeeld.ts'

const EERSTE_PAUZE_IN_MS = 500
const LANGSTE_PAUZE_IN_MS = 5_000

type Luisteraar = {
  /** Of the page that listens. */
  taal?: string
  verbonden: () => void
  weergave: (beeld: Clientbeeld) => void
  verbroken: () => void
  /** The server ended it, or would not begin: the page decides what is still here. */
  geweigerd: () => void
}

/**
 * The socket of the client side: socket.io's namespace, spoken by hand.
 *
 * socket.io's own client is a tenth of all that a telephone may have to load here, for one event in one direction.
 */
export function openLive(url: string, luisteraar: Luisteraar): () => void {
  const { taal = '' } = luisteraar
  let socket: WebSocket | null = null
  let timer: number | undefined
  let stilte: number | undefined
  let mislukt = 0
  let gestopt = false

  function connect() {
    socket = new WebSocket(url)
    socket.onmessage = ({ data }) => hear(data)
    socket.onclose = () => {
      window.clearTimeout(stilte)
      if (gestopt) return
      luisteraar.verbroken()
      const pauze = Math.min(EERSTE_PAUZE_IN_MS * 2 ** mislukt, LANGSTE_PAUZE_IN_MS)
      mislukt += 1
      // Not all telephones at once after a restart.
      timer = window.setTimeout(connect, pauze * (0.5 + Math.random()))
    }
  }

  let stilteInMs = 60_000
  function hear(data: unknown) {
    // What was on its way would take the place of what a newer socket said.
    if (gestopt) return
    const bericht = parseBericht(data)
    window.clearTimeout(stilte)
    stilte = window.setTimeout(() => socket?.close(), stilteInMs)
    if (bericht?.soort === 'begroeting') {
      stilteInMs = bericht.stilteInMs
      socket?.send(openNamespace(taal))
    }
    if (bericht?.soort === 'ping') socket?.send(PONG)
    if (bericht?.soort === 'verbonden') {
      mislukt = 0
      luisteraar.verbonden()
    }
    if (bericht?.soort === 'weergave') luisteraar.weergave(bericht.beeld)
    if (bericht?.soort === 'einde') {
      luisteraar.geweigerd()
      socket?.close()
    }
  }

  connect()
  return () => {
    gestopt = true
    window.clearTimeout(timer)
    window.clearTimeout(stilte)
    socket?.close()
  }
}

export function liveUrl({ protocol, host }: Location): string {
  return `${protocol.replace('http', 'ws')}//${host}/socket.io/?EIO=4&transport=websocket`
}
