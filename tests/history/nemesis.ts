import { setTimeout as pauze } from 'node:timers/promises'
import type { FaultProxy } from '../helpers/fault-proxy.ts'
import { type House, untilHealthy } from './house.ts'
import { nu, type Storing } from './records.ts'

type Random = (below: number) => number
type Fault = { naam: string; doe: (random: Random) => Promise<void> }

// A disk that PostgreSQL cannot write a page to; its log of changes has room of its own already.
const KRAP_IN_BYTES = 16_384

/** What can happen to the house; each heals itself before it answers. */
function faultsOf({ postgres, naarDatabase, restart }: House): Fault[] {
  const fout = (naam: string, doe: Fault['doe']): Fault => ({ naam, doe })
  return [
    fout('server killed', (random) => restart(() => pauze(random(600)))),
    fout('PostgreSQL killed', async (random) => {
      postgres.kill()
      await pauze(500 + random(500))
    }),
    fout('PostgreSQL frozen', async (random) => {
      const goOn = postgres.freeze()
      await pauze(200 + random(2000))
      goOn()
    }),
    fout('database cut', async (random) => {
      naarDatabase.cut(random(2) === 0 ? 'rst' : 'fin')
      await pauze(random(300))
    }),
    fout('database refused', async (random) => {
      naarDatabase.refuse()
      naarDatabase.cut('rst')
      await pauze(300 + random(1500))
      naarDatabase.accept()
    }),
    fout('database half-open', async (random) => {
      naarDatabase.freeze(random(2) === 0 ? 'there' : 'back')
      await pauze(300 + random(1500))
      if (random(2) === 0) naarDatabase.cut('rst')
      naarDatabase.heal()
    }),
    fout('database slow', async (random) => {
      naarDatabase.delay(20 + random(150), random(100))
      await pauze(500 + random(1500))
      naarDatabase.heal()
    }),
    ...(postgres.geenSchijf || !process.env.HISTORY_DISK
      ? []
      : [
          fout('disk full', async (random) => {
            await postgres.fill(random(2) * KRAP_IN_BYTES)
            await pauze(500 + random(1500))
            await postgres.empty()
          }),
        ]),
  ]
}

/** `groep`: so that every kind of fault has its turn within a few groups. */
type Plaag = {
  groep: number
  random: Random
  tot: number
  storingen: Storing[]
  verteld: string[]
}
const MINST = 2

/** Does harm to the house at random moments, until it is time; then all is whole. */
export async function plaagHouse(house: House, plaag: Plaag) {
  const { groep, random, tot, storingen, verteld } = plaag
  const faults = faultsOf(house)
  for (let nummer = 0; nummer < MINST || nu() < tot; nummer++) {
    await pauze(200 + random(1200))
    const welke = nummer < MINST ? groep * MINST + nummer : random(faults.length)
    const fault = faults[welke % faults.length]
    if (!fault) break
    const storing: Storing = { wie: null, van: nu(), tot: Infinity }
    storingen.push(storing)
    verteld.push(fault.naam)
    await fault.doe(random)
    // Coming back takes a while too.
    storing.tot = await untilHealthy(house, verteld)
  }
}

type Netwerk = { wie: string; proxy: FaultProxy; random: Random; tot: number; storingen: Storing[] }

/** Does harm to the network of one person. */
export async function plaagNetwerk({ wie, proxy, random, tot, storingen }: Netwerk) {
  while (nu() < tot) {
    await pauze(500 + random(4000))
    if (nu() > tot) break
    const storing: Storing = { wie, van: nu(), tot: Infinity }
    storingen.push(storing)
    await stoor(proxy, random)
    storing.tot = nu()
  }
}

async function stoor(proxy: FaultProxy, random: Random) {
  const one = proxy.connections()[random(Math.max(1, proxy.connections().length))]
  switch (random(6)) {
    case 0:
      return proxy.cut(random(2) === 0 ? 'rst' : 'fin')
    case 1:
      return one?.cut('rst')
    case 2:
      proxy.freeze()
      break
    case 3:
      proxy.freeze(random(2) === 0 ? 'there' : 'back')
      break
    case 4:
      proxy.delay(20 + random(300), random(200))
      break
    default:
      proxy.refuse()
      proxy.cut('rst')
  }
  await pauze(200 + random(2000))
  if (random(2) === 0) proxy.cut('rst')
  proxy.accept()
  proxy.heal()
}
