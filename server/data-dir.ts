import { statSync } from 'node:fs'
import { join } from 'node:path'

const SECRETS = ['postgres.json', 'demo.json']
const OTHERS = 0o077
const OTHERS_WRITE = 0o022

/** Stops a start when others on this machine can read our passwords, or put something in their place. */
export function checkDataDir(dataDir: string): void {
  if ((modeOf(dataDir) & OTHERS_WRITE) !== 0) {
    throw new Error(`Others can write in ${dataDir}: chmod 700 ${dataDir}`)
  }
  const open = SECRETS.map((name) => join(dataDir, name)).filter((path) => modeOf(path) & OTHERS)
  if (open.length > 0) {
    const names = open.join(' ')
    throw new Error(`Others can read ${names}: chmod 600 ${names}, and change what is in it`)
  }
}

/** What is not there is open to nobody. */
function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0
}
