import { afterAll, expect, test, vi } from 'vitest'
import { createRandom } from '../helpers/raw.ts'
import { createHistory, type Uitkomst } from '../history/history.ts'
import { openHouse, untilHealthy } from '../history/house.ts'
import { plaagHouse } from '../history/nemesis.ts'
import { type Gebeurtenis, nu, type Storing } from '../history/records.ts'

/** So many overleggen share a house, and what happens to it. A seed has always the same neighbours. */
const SAMEN = 5
const DUUR_IN_MS = 7000
/** People who did not come to typing prove nothing. */
const WARM = 25
const EEN = Number(process.env.HISTORY_SEED ?? 0)
const AANTAL = Number(process.env.HISTORY_SEEDS ?? 20)

const archief = new Map<string, Gebeurtenis[]>()
const house = await openHouse((overlegId, gebeurtenis) =>
  gebeurtenissenVan(overlegId).push(gebeurtenis),
)
afterAll(() => house[Symbol.asyncDispose]())

function gebeurtenissenVan(overlegId: string): Gebeurtenis[] {
  const bekend = archief.get(overlegId)
  if (bekend) return bekend
  const nieuw: Gebeurtenis[] = []
  archief.set(overlegId, nieuw)
  return nieuw
}

function aantalGetypt(): number {
  return [...archief.values()].flat().filter(({ soort }) => soort === 'getypt').length
}

const groepen =
  EEN > 0 ? [Math.floor((EEN - 1) / SAMEN)] : [...Array(Math.ceil(AANTAL / SAMEN)).keys()]

for (const groep of groepen) {
  const eerste = groep * SAMEN + 1
  test(`[D1, D2, D3, S2, S3, T2, T5] histories ${eerste} to ${eerste + SAMEN - 1}: no word lost, none twice, none for who may not`, async () => {
    const seeds = Array.from({ length: SAMEN }, (_, index) => eerste + index)
    const storingenVanHouse: Storing[] = []
    const verteld: string[] = []
    const random = createRandom(eerste * 7919)
    await untilHealthy(house)
    const parts = { house, gebeurtenissenVan, storingenVanHouse }
    const histories = await Promise.all(seeds.map((seed) => createHistory({ ...parts, seed })))
    await vi.waitFor(() => expect(aantalGetypt()).toBeGreaterThan(WARM), 60_000)
    const tot = nu() + DUUR_IN_MS
    const [uitkomsten] = await Promise.all([
      Promise.all(histories.map(({ speel }) => speel(tot))),
      plaagHouse(house, { groep, random, tot, storingen: storingenVanHouse, verteld }),
    ])
    archief.clear()
    // Only what a failure is read by: the wire is not deterministic, the decisions are.
    const fout = uitkomsten.filter(({ fouten }) => fouten.length > 0).map(vertel)
    process.stdout.write(`${verteld.join(', ')}\n${uitkomsten.map(kort).join('\n')}\n`)
    expect(fout, `the house: ${verteld.join(', ')}`).toEqual([])
  }, 300_000)
}

function vertel({ seed, fouten, verhaal }: Uitkomst) {
  return { seed, opnieuw: `npm run test:history -- --seed ${seed}`, fouten, verhaal }
}

function kort({ seed, woorden, herstelInMs }: Uitkomst): string {
  return `seed ${seed}: ${JSON.stringify(woorden)}, quiet after ${Math.round(herstelInMs)} ms`
}
