import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A secret that was made up on this machine, for demo and development alone. */
export function keepSecret(dataDir: string): string {
  const path = join(dataDir, 'geheim')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  const secret = randomBytes(32).toString('hex')
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(path, `${secret}\n`, { mode: 0o600 })
  return secret
}
