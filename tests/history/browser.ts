import { WebSocket } from 'ws'

/** What a browser has and Node has not, as far as the browser's half of ours asks for it. */
type Deur = { cookie: string; hoor: (tekst: string) => void }

const deuren = new Map<string, Deur>()

/** Everybody has a port of his own, by his own proxy: it says whose socket this is. */
class BrowserSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string[]) {
    const { host, port } = new URL(url)
    const deur = deuren.get(port)
    const headers = { cookie: deur?.cookie ?? '', origin: `http://${host}` }
    super(url, protocols, { headers })
    this.on('error', () => {})
    this.on('message', (data, isBinary) => {
      if (!isBinary) deur?.hoor(String(data))
    })
  }
}

export function maakBrowser() {
  Object.assign(globalThis, {
    WebSocket: BrowserSocket,
    document: new EventTarget(),
    window: {
      location: { protocol: 'http:', host: '' },
      setTimeout: globalThis.setTimeout,
      clearTimeout: globalThis.clearTimeout,
    },
  })
}

export function zetDeur(poort: number, deur: Deur) {
  deuren.set(String(poort), deur)
}

/** His proxy is gone; its number may be another's soon. */
export function sluitDeur(poort: number) {
  deuren.delete(String(poort))
}

/** Whose address bar it is while this is done. */
export function bij<Value>(poort: number, work: () => Value): Value {
  Object.assign(window.location, { host: `127.0.0.1:${poort}` })
  return work()
}

/** A computer that is wrong about what day it is. */
export function zetKlok(verschuivingInMs: number) {
  const echt = Date.now
  const Echt = Date
  Date.now = () => echt() + verschuivingInMs
  globalThis.Date = new Proxy(Echt, {
    construct: (target, args) =>
      args.length === 0 ? new Echt(Echt.now()) : Reflect.construct(target, args),
  })
}
