import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { frameOf } from '#app/realtime/counting-socket.ts'
import { COLLAB_PATH, type DocumentKey, documentName, MESSAGE } from '#app/realtime/protocol.ts'
import { type Collab, createCollab } from '#collab/server.ts'
import type { Sql } from '#db/connection.ts'
import { readDocument } from '#db/documenten.ts'
import { listenNotices, type Notices } from '#db/notices.ts'
import { appendAlinea } from '#db/yjs-inhoud.ts'
import { TEKST } from '#domain/document.ts'
import { blokkenOf, platteTekst } from '#domain/inhoud.ts'

const silent = { info() {}, warn() {}, error() {} }

/** A collab server on a free port, with its own LISTEN connection; two of them on one database are two processes. */
export async function createTestCollab(sql: Sql, given?: Notices, schijfVol = () => false) {
  const notices = given ?? (await listenNotices(sql))
  const procesId = randomUUID()
  await sql`insert into proces (id) values (${procesId})`
  const collab: Collab = createCollab({
    sql,
    notices,
    procesId,
    log: silent,
    schijfVol,
    authenticate: async (cookie) => {
      const hash = /sessie=(\w+)/.exec(cookie ?? '')?.[1] ?? ''
      const [row] = await sql<{ gebruikerId: string; naam: string; organisatie: string }[]>`
        select gebruiker.id as "gebruikerId", gebruiker.naam, organisatie.naam as organisatie
        from sessie join gebruiker on gebruiker.id = sessie.gebruiker_id
        join organisatie on organisatie.id = gebruiker.organisatie_id
        where sessie.id_hash = ${hash} and expires_at > now()`
      return row ? { ...row, sessieHash: hash } : null
    },
  })
  const http = createServer()
  http.on('upgrade', collab.handleUpgrade)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const url = `ws://127.0.0.1:${port}${COLLAB_PATH}`

  return {
    collab,
    url,
    /** The document as this person has it on screen, in a session of his own. */
    open: async (key: DocumentKey, gebruikerId: string) =>
      openDocument({ url, key, sessie: await createSessie(sql, gebruikerId) }),
    async [Symbol.asyncDispose]() {
      await collab.close()
      await notices.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

/** What PostgreSQL has of a document, as plain text. */
export async function storedText(sql: Sql, key: DocumentKey): Promise<string> {
  return platteTekst(blokkenOf((await readDocument(sql, key)).knopen))
}

/** A session that lives; its hash is also the cookie that createTestCollab understands. */
export async function createSessie(sql: Sql, gebruikerId: string): Promise<string> {
  const hash = randomBytes(16).toString('hex')
  await sql`
    insert into sessie (id_hash, gebruiker_id, expires_at) values (${hash}, ${gebruikerId}, now() + interval '30 minutes')`
  return hash
}

type Open = { url: string; key: DocumentKey; editor?: number; yjsClient?: number } & (
  | { sessie: string }
  /** As a browser has it, for a whole server. */
  | { cookie: string }
)

function headersOf(open: Open) {
  return {
    cookie: 'cookie' in open ? open.cookie : `sessie=${open.sessie}`,
    origin: new URL(open.url.replace(/^ws/, 'http')).origin,
  }
}

/** The stock y-websocket provider, as a browser has it. */
export function openDocument(open: Open) {
  const { url, key, editor, yjsClient } = open
  const acknowledged: number[] = []
  const refused: { nr: number; reden: string }[] = []
  const closes: number[] = []
  let sent = 0
  const doc = new Y.Doc()
  doc.clientID = yjsClient ?? doc.clientID
  class SocketWithCookie extends WebSocket {
    constructor(address: string | URL, protocols?: string[]) {
      super(address, protocols, { headers: headersOf(open) })
      sent = 0
      this.on('close', (code) => closes.push(code))
      this.on('error', () => {})
    }
    override send(data: Parameters<WebSocket['send']>[0]) {
      if (frameOf(data)) sent += 1
      super.send(data)
    }
  }
  const provider = new WebsocketProvider(url, documentName(key), doc, {
    disableBc: true,
    // The stock provider asks for a browser's WebSocket; ws has the same surface.
    WebSocketPolyfill: Object(SocketWithCookie),
    params: editor === undefined ? {} : { editor: String(editor) },
    maxBackoffTime: 200,
  })
  // As app/realtime/open-document.ts does.
  doc.on('update', () => {
    doc.clientID = provider.awareness.clientID
  })
  provider.messageHandlers[MESSAGE.opgeslagen] = (_encoder, decoder) => {
    acknowledged.push(decoding.readVarUint(decoder))
  }
  provider.messageHandlers[MESSAGE.geweigerd] = (_encoder, decoder) => {
    refused.push({ nr: decoding.readVarUint(decoder), reden: decoding.readVarString(decoder) })
  }
  return {
    doc,
    provider,
    acknowledged,
    refused,
    closes,
    /** How many frames with edits went over the connection of now; the last of `acknowledged` counts the same ones. */
    sent: () => sent,
    text: () => doc.getXmlFragment(TEKST).toString(),
    write: (tekst: string, kop = '') => appendAlinea(doc, kop, tekst),
    [Symbol.dispose]() {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** A bare websocket, for what no provider would send. */
export function openSocket(open: Open) {
  const { url, key } = open
  const frames: Uint8Array[] = []
  const socket = new WebSocket(`${url}/${documentName(key)}`, {
    headers: headersOf(open),
  })
  let status: number | null = null
  let close: number | null = null
  socket.on('message', (data) => {
    if (Buffer.isBuffer(data)) frames.push(data)
  })
  socket.on('unexpected-response', (_request, response) => {
    status = response.statusCode ?? null
    socket.terminate()
  })
  socket.on('close', (code) => {
    close = code
  })
  socket.on('error', () => {})
  return {
    socket,
    frames,
    status: () => status,
    closed: () => close,
    opened: () => socket.readyState === WebSocket.OPEN,
    [Symbol.dispose]() {
      socket.terminate()
    },
  }
}
