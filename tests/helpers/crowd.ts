import { performance } from 'node:perf_hooks'
import { COLLAB_PATH, documentName, EDITOR_VERSION } from '#app/realtime/protocol.ts'
import type { Sql } from '#db/connection.ts'
import { seedOverleggen, seedPeople } from '../bench/contestants/seed.ts'
import { prepareTypist, type Typist } from '../bench/prepared.ts'
import { type Browser, openBrowser } from '../bench/wire/browser.ts'

type Options = { sql: Sql; origin: string; overleggen: number; people: number }

/** So many people, each in a session and at a document of his own kind; nobody is in yet. */
export async function seedCrowd({ sql, origin, overleggen, people }: Options) {
  const everybody = await seedPeople(sql, overleggen * people)
  const tables = await seedOverleggen(sql, { everybody, docs: overleggen })
  const seats = tables.flatMap(({ overlegId, cookies }) =>
    cookies.map((cookie) => ({
      port: Number(new URL(origin).port),
      path: `${COLLAB_PATH}/${documentName({ overlegId, document: 'beeldvorming' })}?editor=${EDITOR_VERSION}`,
      headers: { Cookie: cookie, Origin: origin },
      address: null,
    })),
  )
  return {
    overlegIds: tables.map(({ overlegId }) => overlegId),
    size: seats.length,
    /** All at once. */
    arrive: (first = 1) =>
      seats.map((seat, index) => arriveOne(seat, prepareTypist(first + index, 1))),
  }
}

/** At work: he has the whole document, and something of his own is saved. */
function arriveOne(seat: Parameters<typeof openBrowser>[0], typist: Typist) {
  let settle: (code: number) => void = () => {}
  const closed = new Promise<number>((resolve) => {
    settle = resolve
  })
  const browser = openBrowser(seat, { onClose: settle })
  const atWork = browser.synced.then(async () => {
    browser.send(typist.begin)
    await untilSaved(browser)
    return performance.now()
  })
  atWork.catch(() => {})
  return { browser, atWork, closed: closed.then(() => performance.now()) }
}

async function untilSaved(browser: Browser) {
  while (browser.saved() < 1 && browser.refused() === 0)
    await new Promise((resolve) => setTimeout(resolve, 5))
  if (browser.refused() > 0) throw new Error('An edit was refused')
}

/** How long the server kept everybody waiting for one thing, at worst. */
export function longestBlock(log: string): number {
  const lines = log
    .trim()
    .split('\n')
    .filter((line) => line.includes('"loop-blocked"'))
  return Math.max(0, ...lines.map((line): { ms: number } => JSON.parse(line)).map(({ ms }) => ms))
}
