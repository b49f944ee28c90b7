import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import type { BrowserContext, Page } from '@playwright/test'

type Recording = {
  /** Everything that this browser received so far: pages, data, scripts, headers, frames of sockets. */
  count: () => number
  /** Which of these words are in it, plain, in base64, or compressed. */
  find: (words: readonly string[]) => Promise<string[]>
  sockets: () => string[]
}

/** Writes down every byte that a browser receives, from now on. */
export function record(context: BrowserContext): Recording {
  const received: Promise<Buffer>[] = []
  // Files of the build, the same for everybody: looked through as they are.
  const files: Promise<Buffer>[] = []
  const sockets: string[] = []
  const keep = (buffer: Buffer | string) => received.push(Promise.resolve(Buffer.from(buffer)))

  context.on('response', (response) => {
    received.push(
      response.allHeaders().then(
        (headers) => Buffer.from(`${response.url()}\n${JSON.stringify(headers)}`),
        () => Buffer.alloc(0),
      ),
    )
    // A redirect has no body, and a page that is left takes its bodies along: those are read at once.
    const isFile = new URL(response.url()).pathname.startsWith('/assets/')
    const body = response.body().catch(() => Buffer.alloc(0))
    if (isFile) files.push(body)
    else received.push(body)
  })
  context.on('page', (page) => watchSockets(page))
  for (const page of context.pages()) watchSockets(page)

  function watchSockets(page: Page) {
    page.on('websocket', (socket) => {
      sockets.push(new URL(socket.url()).pathname)
      socket.on('framereceived', ({ payload }) => keep(payload))
    })
  }

  return {
    count: () => received.length,
    sockets: () => sockets,
    async find(words) {
      const readable = [
        ...(await Promise.all(received)).flatMap(unfold),
        ...(await Promise.all(files)),
      ]
      return words.filter((word) => readable.some((buffer) => holds(buffer, word)))
    },
  }
}

/** The bytes themselves, what they hold when they are compressed, and what is in every piece of base64. */
function unfold(buffer: Buffer): Buffer[] {
  const pieces = buffer.toString('latin1').match(/[A-Za-z0-9+/_-]{24,}={0,2}/g) ?? []
  const decoded = pieces.map((piece) => Buffer.from(piece, 'base64'))
  return [buffer, ...decoded].flatMap((bytes) => [bytes, ...inflate(bytes)])
}

function inflate(bytes: Buffer): Buffer[] {
  return [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].flatMap((open) => {
    try {
      return [open(bytes)]
    } catch {
      return []
    }
  })
}

function holds(buffer: Buffer, word: string): boolean {
  if (buffer.includes(word) || buffer.includes(word, 0, 'utf16le')) return true
  // In base64 a word has one of three forms, by where it begins. Letters that also hold a piece of a neighbour are left
  // out; what stays must be long, or the name of some file holds it by chance.
  const bytes = Buffer.from(word)
  return [0, 1, 2].some((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const from = Math.ceil((shift * 8) / 6)
    const whole = encoded.slice(from, Math.floor(((shift + bytes.length) * 8) / 6))
    return buffer.includes(whole)
  })
}
