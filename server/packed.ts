import { readdirSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Handler } from 'express'

const TEXT = /\.(js|css)$/
// Below this it fits in one packet anyway.
const SMALLEST = 1_000
const ENDINGS = { br: '.br', gzip: '.gz' } as const
const ENCODINGS = ['br', 'gzip'] as const

/** Lays beside every script and sheet of the build the same, packed as small as it goes. */
export async function packAssets(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => TEXT.test(name))
  await Promise.all(names.map((name) => packOne(join(folder, name))))
}

async function packOne(path: string) {
  const bytes = await readFile(path)
  if (bytes.length < SMALLEST) return
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, quality))
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}

/**
 * Sends a packed file to who can unpack it: a telephone loads a quarter.
 *
 * Only what is the same for everybody. A page holds what one person may see beside what he typed himself; packed
 * together, its length would tell of both.
 */
export function sendPacked(folder: string): Handler {
  const there = new Set(namesIn(folder))
  return (request, response, next) => {
    const name = request.path.slice(1)
    if (!TEXT.test(name)) return next()
    response.vary('Accept-Encoding')
    const encoding = ENCODINGS.find((encoding) => request.acceptsEncodings(encoding))
    const packed = encoding && `${name}${ENDINGS[encoding]}`
    if (!packed || !there.has(packed)) return next()

    response.type(name.endsWith('.js') ? 'js' : 'css').set('Content-Encoding', encoding)
    request.url = `/${packed}`
    next()
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
