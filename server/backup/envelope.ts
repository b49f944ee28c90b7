import { createReadStream } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Decrypter, Encrypter } from 'age-encryption'
import { z } from 'zod'

const MAX_HEADER = 10_000
const NEWLINE = 10

const Kop = z.object({
  focustafel: z.literal('backup'),
  op: z.iso.datetime(),
  /** Of the PostgreSQL that it was made from. */
  versie: z.number().int(),
  inhoud: z.discriminatedUnion('soort', [
    // A copy of the folder of a PostgreSQL of our own, and what opens it.
    z.object({ soort: z.literal('cluster'), wachtwoorden: z.record(z.string(), z.string()) }),
    z.object({ soort: z.literal('dump') }),
  ]),
})
/** The first line of a backup, inside the encryption. */
export type Kop = z.infer<typeof Kop>

/** Writes a backup that only the holder of a recipient's identity can open. It gets its name when it is whole, and on the disk. */
export async function writeBackup(
  path: string,
  { recipients, kop, inhoud }: { recipients: readonly string[]; kop: Kop; inhoud: Readable },
): Promise<number> {
  const half = `${path}.half`
  const file = await open(half, 'wx', 0o600)
  try {
    const plain = Readable.from(withKop(kop, inhoud), { objectMode: false })
    await file.writeFile(piecesOf(await encrypterFor(recipients).encrypt(toWeb(plain))))
    await file.sync()
    const { size } = await file.stat()
    await file.close()
    await rename(half, path)
    return size
  } catch (error) {
    inhoud.destroy()
    await file.close()
    await rm(half, { force: true })
    throw error
  }
}

/** Throws when one of them is none. */
export function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter
}

async function* withKop(kop: Kop, inhoud: Readable) {
  yield Buffer.from(`${JSON.stringify(kop)}\n`)
  yield* inhoud
}

/** `identity` is the file that `npm run backup:key` made. */
export async function readIdentity(path: string): Promise<string> {
  const lines = (await readFile(path, 'utf8')).split('\n').map((line) => line.trim())
  const identity = lines.find((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (!identity) throw new Error(`${path} has no AGE-SECRET-KEY: give the file of backup:key`)
  return identity
}

type Opened = { kop: Kop; inhoud: Readable }

/** Every piece that comes out of `inhoud` is as it was written; that there is no piece missing is known at its end. */
export async function openBackup(path: string, identity: string): Promise<Opened> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const decrypted = await decrypter.decrypt(toWeb(createReadStream(path)))
  const pieces = piecesOf(decrypted)
  let start = Buffer.alloc(0)
  while (!start.includes(NEWLINE)) {
    const { done, value } = await pieces.next()
    if (done || start.length > MAX_HEADER) throw new Error(`${path} is no backup of Focustafel`)
    start = Buffer.concat([start, value])
  }
  const end = start.indexOf(NEWLINE)
  const kop = Kop.parse(JSON.parse(start.subarray(0, end).toString('utf8')))
  return {
    kop,
    inhoud: Readable.from(rest(start.subarray(end + 1), pieces), { objectMode: false }),
  }
}

async function* rest(first: Buffer, pieces: AsyncIterator<Uint8Array>) {
  if (first.length > 0) yield first
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
}

/** Reads all of it before anything is touched: a file that was cut or changed is refused here. */
export async function checkBackup(path: string, identity: string): Promise<Kop> {
  try {
    const { kop, inhoud } = await openBackup(path, identity)
    for await (const _ of inhoud);
    return kop
  } catch (cause) {
    throw new Error(`${path} cannot be opened with this identity, or is damaged`, { cause })
  }
}

// Node's streams of the web and those of the library are the same, and by their types are not.
function toWeb(source: Readable): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    cancel() {
      source.destroy()
    },
  })
}

async function* piecesOf(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}
