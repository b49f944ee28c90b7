import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PLAATSEN } from './plaatsen.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'test-results/runs/kanaries')
const SECRETS = join(FOLDER, 'geheimen.txt')

/** Stands in texts and addresses of this run, and therefore nowhere else. */
export const KANARIE = process.env.FOCUSTAFEL_KANARIE ?? 'Kanarieproef'

/** Of people and cases in the tests: names, and the beginning of what they write. */
const WORDS = [
  KANARIE,
  ...Object.values(PLAATSEN).map(({ naam }) => naam),
  ...['Marieke van Dijk', 'Tom de Vries', 'Özdemir', 'Sanne Bakker', 'Sanne de Boer'],
  ...['A. de W.', 'vaste plek', 'zonder nieuwe schulden', 'urgentieverklaring'],
  ...['Stadhuis, kamer', 'Mijn moeder', 'Over het geld'],
  ...['We spraken over', 'eigen plek', 'merkwoord-', 'Samen naar het loket'],
  ...['proefwachtwoord', 'samen-aan-tafel', '06 12345678', '076 555'],
]
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g
const LONG_ENOUGH = /[\w-]{9,}/g

/** Keeps what a process prints, to be searched when the run is over. */
export function keepOutput(): (chunk: string) => void {
  mkdirSync(FOLDER, { recursive: true })
  const file = join(FOLDER, `${randomBytes(8).toString('hex')}.uitvoer`)
  return (chunk) => appendFileSync(file, chunk)
}

/** A cookie, token, code or PIN of this run, which nobody may print. */
export function rememberSecret(secret: string) {
  mkdirSync(FOLDER, { recursive: true })
  appendFileSync(SECRETS, `${secret}\n`)
}

type Searched = { files: number; secrets: number; hits: string[] }

/** All that was kept in this run, and what is in it that may not be. */
export function searchOutput(folder = FOLDER): Searched {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const secrets = readSecrets(folder)
  const files = names.filter((name) => name.endsWith('.uitvoer'))
  const hits = files.flatMap((name) =>
    findKanaries(readFileSync(join(folder, name), 'utf8'), secrets).map((hit) => `${name}: ${hit}`),
  )
  return { files: files.length, secrets: secrets.size, hits }
}

export function findKanaries(text: string, secrets: ReadonlySet<string>): string[] {
  const plain = text.toLowerCase()
  const words = WORDS.filter((word) => plain.includes(word.toLowerCase()))
  const addresses = text.match(EMAIL) ?? []
  const printed = (text.match(LONG_ENOUGH) ?? []).filter((part) => secrets.has(part))
  return [...new Set([...words, ...addresses, ...printed.map((part) => `secret ${part}`)])]
}

function readSecrets(folder: string): Set<string> {
  const file = join(folder, 'geheimen.txt')
  if (!existsSync(file)) return new Set()
  return new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
}
