import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { MakePdf } from '#app/context.ts'
import { createBeurten } from './beurten.ts'

const CHILD = join(import.meta.dirname, 'child.ts')
// Of data alone: Node reserves far more addresses than it uses. A letter takes a tenth of it.
const MEMORY_IN_KB = 768_000
const MAX_DATA = 500_000
const MAX_PDF_IN_BYTES = 10_000_000
// Typst has a way to download packages; no template of ours has one, and this is where it would lead.
const NO_NETWORK = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' }

type Options = {
  /** Less than a page may take. */
  timeoutInMs?: number
  atOnce?: number
  waiting?: number
  folder?: string
}

/** Makes PDFs with Typst, each in a process of its own that ends with it; what cannot be made soon is refused. */
export function createPdf(options: Options = {}): MakePdf {
  const { timeoutInMs = 6_000, atOnce = 2, waiting = 10, folder = import.meta.dirname } = options
  const beurten = createBeurten({ atOnce, waiting })

  return async ({ template, data, vrager }) => {
    const json = JSON.stringify(data)
    if (json.length > MAX_DATA) throw failure('PDF_TOO_LARGE')
    const signal = AbortSignal.timeout(timeoutInMs)
    const geefTerug = await beurten.neem(vrager, signal)
    if (!geefTerug) throw failure(signal.aborted ? 'PDF_TIMEOUT' : 'PDF_BUSY')
    try {
      if (signal.aborted) throw failure('PDF_TIMEOUT')
      return await runChild([folder, template], json, signal)
    } finally {
      geefTerug()
    }
  }
}

function runChild(args: readonly string[], json: string, signal: AbortSignal) {
  return new Promise<Uint8Array>((resolve, reject) => {
    const script = `ulimit -d ${MEMORY_IN_KB} && exec "$@"`
    const child = spawn('/bin/sh', ['-c', script, 'sh', process.execPath, CHILD, ...args], {
      env: NO_NETWORK,
      stdio: ['pipe', 'pipe', 'ignore'],
      signal,
      killSignal: 'SIGKILL',
    })
    const parts: Buffer[] = []
    let size = 0
    child.stdout.on('data', (part: Buffer) => {
      size += part.length
      if (size > MAX_PDF_IN_BYTES) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.on('error', () => reject(failure(signal.aborted ? 'PDF_TIMEOUT' : 'PDF_FAILED')))
    child.on('close', (code) => {
      if (code === 0 && size > 0) resolve(Buffer.concat(parts))
      else reject(failure(size > MAX_PDF_IN_BYTES ? 'PDF_TOO_LARGE' : 'PDF_FAILED'))
    })
    // It may have ended before it read all.
    child.stdin.on('error', () => {})
    child.stdin.end(json)
  })
}

type Failure = 'PDF_BUSY' | 'PDF_TIMEOUT' | 'PDF_TOO_LARGE' | 'PDF_FAILED'

/** Why there is no PDF, in a word: what Typst says of it quotes the text. */
function failure(code: Failure) {
  return Object.assign(new Error('There is no PDF'), { code })
}
