import { type Decoder, readVarString, readVarUint } from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createCountingSocket } from './counting-socket.ts'
import { takeInOwnPlace } from './eigen-plek.ts'
import { eigenKlok, eigenTekstVanaf } from './eigen-tekst.ts'
import {
  acknowledgeOpslag,
  connectOpslag,
  dropOpslag,
  editOpslag,
  type Frame,
  isOnopgeslagen,
  NIETS_VERZONDEN,
  type Opslag,
  type Opslagstand,
  opslagstandOf,
  sendOpslag,
  verlorenVanaf,
} from './opslag.ts'
import {
  CLOSE,
  COLLAB_PATH,
  type DocumentKey,
  documentName,
  EDITOR_VERSION,
  GEWEIGERD,
  type Geweigerd,
  MESSAGE,
} from './protocol.ts'

export type Documentstand = {
  opslag: Opslagstand
  opgeslagenOp: number | null
  onopgeslagen: boolean
  geladen: boolean
  /** Something was refused; the rest is waited for, and nothing is written any more. */
  geweigerd: boolean
}

/** What the server did not take, or could not: the author keeps his own words. D3 */
export type Verlies = { code: Geweigerd | 'geen-toegang' | 'afgemeld'; tekst: string }

export type OpenDocument = {
  doc: Y.Doc
  provider: WebsocketProvider
  subscribe: (listener: () => void) => () => void
  snapshot: () => Documentstand
  /** When somebody else last wrote something here, in milliseconds; 0 for never. */
  laatsteAnder: () => number
  /** What he wrote here and is not known to be saved, in words. */
  onopgeslagenTekst: () => string
  /** Another than its own socket says that it is closed: what is not saved is handed over. D3 */
  loslaten: (code: 'geen-toegang' | 'afgemeld') => void
  close: () => void
}

type Handlers = {
  /** Edits were refused or cut off. This document is finished: open it anew. */
  onVerlies: (verlies: Verlies) => void
  /** The server closed it for good, and nothing of this person was lost. */
  onDicht: () => void
  onAfgemeld: () => void
  /** Connecting failed a few times in a row: perhaps it is no longer allowed. */
  onMislukt: () => void
}

// After these, trying again with the same document changes nothing.
const TERMINAL: readonly number[] = [
  CLOSE.signedOut,
  CLOSE.forbidden,
  CLOSE.malformed,
  CLOSE.tooBig,
]
const MISLUKT_NA = 3

/** Opens one live document with the stock provider, and keeps the account of what is saved. D1, D3 */
export function openDocument(key: DocumentKey, handlers: Handlers): OpenDocument {
  const doc = new Y.Doc()
  const listeners = new Set<() => void>()
  let opslag = NIETS_VERZONDEN
  let geladen = false
  let klaar = false
  let overgedragen = false
  let wijzigingen = 0
  let gezien = 0
  let mislukt = 0
  let laatsteAnder = 0
  let verlies: { code: Geweigerd; vanaf: number } | null = null
  let stand = standOf({ opslag, geladen, geweigerd: false })

  const provider = new WebsocketProvider(collabUrl(), documentName(key), doc, {
    connect: false,
    disableBc: true,
    params: { editor: String(EDITOR_VERSION) },
    WebSocketPolyfill: createCountingSocket(onFrame),
    shouldReconnect: ({ code }) => !TERMINAL.includes(code),
  })
  takeInOwnPlace(provider)
  provider.messageHandlers[MESSAGE.opgeslagen] = (_encoder, decoder) => onOpgeslagen(decoder)
  provider.messageHandlers[MESSAGE.geweigerd] = (_encoder, decoder) => onGeweigerd(decoder)
  provider.on('status', ({ status }) => {
    if (status === 'connected') onVerbonden()
    if (status === 'disconnected') change(dropOpslag(opslag))
  })
  provider.on('connection-close', () => {
    if (provider.wsconnected) return
    mislukt += 1
    if (mislukt % MISLUKT_NA === 0) handlers.onMislukt()
  })
  provider.on('closed', ({ code }) => onGesloten(code))
  provider.on('sync', (gesynct) => {
    geladen ||= gesynct
    change(opslag)
  })
  // After the provider's own handler, so that a frame for this edit has been sent by now, if it could be.
  doc.on('update', onUpdate)
  provider.connect()

  return {
    doc,
    provider,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => stand,
    laatsteAnder: () => laatsteAnder,
    onopgeslagenTekst,
    loslaten(code) {
      if (!klaar && isOnopgeslagen(opslag)) lose({ code, tekst: onopgeslagenTekst() })
    },
    close,
  }

  function change(next: Opslag) {
    opslag = next
    const nu = standOf({ opslag, geladen, geweigerd: verlies !== null })
    if (isGelijk(stand, nu)) return
    stand = nu
    for (const listener of listeners) listener()
  }

  function onVerbonden() {
    mislukt = 0
    change(connectOpslag(opslag))
  }

  function onFrame(frame: Frame) {
    if (frame === 'wijziging') wijzigingen += 1
    change(sendOpslag(opslag, frame, eigenKlok(doc)))
  }

  function onUpdate(_update: Uint8Array, origin: unknown) {
    if (origin === provider) {
      // Yjs takes another id when somebody else used this one. The words of this person are under his own, the provider
      // knows no other, and the server says that they were refused.
      doc.clientID = provider.awareness.clientID
      if (provider.synced) laatsteAnder = Date.now()
      return
    }
    if (wijzigingen === gezien) change(editOpslag(opslag))
    gezien = wijzigingen
  }

  function onOpgeslagen(decoder: Decoder) {
    change(acknowledgeOpslag(opslag, readVarUint(decoder), Date.now()))
    // Everything has been dealt with: now it is known what was taken and what was not.
    if (verlies && !isOnopgeslagen(opslag)) {
      lose({ code: verlies.code, tekst: eigenTekstVanaf(doc, verlies.vanaf) })
    }
  }

  // What was sent before this frame may still be on its way to being taken, or refused.
  function onGeweigerd(decoder: Decoder) {
    const vanaf = verlorenVanaf(opslag, readVarUint(decoder))
    const code = readVarString(decoder)
    if (klaar || !isOnopgeslagen(opslag)) return
    verlies = {
      // The first is the cause: what came after it built on what was not taken.
      code: verlies?.code ?? GEWEIGERD.find((geweigerd) => geweigerd === code) ?? 'alleen-lezen',
      vanaf: Math.min(vanaf, verlies?.vanaf ?? vanaf),
    }
    change(opslag)
  }

  function onGesloten(code: number) {
    if (klaar) return
    const afgemeld = code === CLOSE.signedOut
    if (isOnopgeslagen(opslag)) {
      lose({ code: verliesBij(code, verlies), tekst: eigenTekstVanaf(doc, verliesKlok()) })
    } else if (afgemeld) {
      handlers.onAfgemeld()
    } else {
      handlers.onDicht()
    }
  }

  function verliesKlok() {
    const vanaf = verlorenVanaf(opslag)
    return Math.min(vanaf, verlies?.vanaf ?? vanaf)
  }

  function onopgeslagenTekst() {
    return overgedragen || !isOnopgeslagen(opslag) ? '' : eigenTekstVanaf(doc, verliesKlok())
  }

  function lose(verloren: Verlies) {
    overgedragen = true
    close()
    handlers.onVerlies(verloren)
  }

  function close() {
    klaar = true
    doc.off('update', onUpdate)
    provider.destroy()
    // It has a clock of its own, which would keep the whole document for as long as the page lives.
    provider.awareness.destroy()
  }
}

type Bron = { opslag: Opslag; geladen: boolean; geweigerd: boolean }

function standOf({ opslag, geladen, geweigerd }: Bron): Documentstand {
  return {
    opslag: opslagstandOf(opslag),
    opgeslagenOp: opslag.opgeslagenOp,
    onopgeslagen: isOnopgeslagen(opslag),
    geladen,
    geweigerd,
  }
}

// Every keystroke passes here; the screen is told only when there is something else to say.
function isGelijk(een: Documentstand, ander: Documentstand) {
  return (
    een.opslag === ander.opslag &&
    een.opgeslagenOp === ander.opgeslagenOp &&
    een.onopgeslagen === ander.onopgeslagen &&
    een.geladen === ander.geladen &&
    een.geweigerd === ander.geweigerd
  )
}

function verliesBij(code: number, eerder: Pick<Verlies, 'code'> | null): Verlies['code'] {
  if (code === CLOSE.signedOut) return 'afgemeld'
  if (code === CLOSE.forbidden) return 'geen-toegang'
  if (eerder) return eerder.code
  return code === CLOSE.tooBig ? 'te-groot' : 'ongeldige-invoer'
}

function collabUrl() {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${COLLAB_PATH}`
}
