import type { Vrager } from '#app/context.ts'

const WACHTEND_PER_CLIENT = 2

type Options = { atOnce: number; waiting: number }
type Wachter = { vrager: Vrager; begin: () => void }
type Beurt = Promise<(() => void) | null>

/**
 * Who may have something made now: one at a time for each person, and professionals before clients.
 *
 * Clients together leave one place free and wait in a row of their own: none of them keeps a professional from his paper.
 */
export function createBeurten({ atOnce, waiting }: Options) {
  const bezig = new Set<Vrager>()
  const rij: Wachter[] = []

  function magNu({ kant, wie }: Vrager): boolean {
    const nu = [...bezig]
    if (nu.length >= atOnce || nu.some((ander) => ander.wie === wie)) return false
    return kant === 'professional' || nu.filter(isClient).length < Math.max(1, atOnce - 1)
  }

  function isVol({ kant, wie }: Vrager): boolean {
    const anderen = rij.map(({ vrager }) => vrager).filter((ander) => ander.kant === kant)
    const eigen = anderen.filter((ander) => ander.wie === wie)
    return anderen.length >= waiting || (kant === 'client' && eigen.length >= WACHTEND_PER_CLIENT)
  }

  function begin(vrager: Vrager): () => void {
    const beurt = { ...vrager }
    bezig.add(beurt)
    return () => {
      if (bezig.delete(beurt)) roepVolgende()
    }
  }

  function roepVolgende() {
    const volgorde = rij.toSorted((een, ander) => rangOf(een.vrager) - rangOf(ander.vrager))
    const wachter = volgorde.find(({ vrager }) => magNu(vrager))
    if (!wachter) return
    rij.splice(rij.indexOf(wachter), 1)
    wachter.begin()
  }

  function wacht(vrager: Vrager, signal: AbortSignal): Beurt {
    return new Promise((resolve) => {
      const wachter = {
        vrager,
        begin() {
          signal.removeEventListener('abort', vertrek)
          resolve(begin(vrager))
        },
      }
      function vertrek() {
        rij.splice(rij.indexOf(wachter), 1)
        resolve(null)
      }
      signal.addEventListener('abort', vertrek, { once: true })
      rij.push(wachter)
    })
  }

  return {
    /**
     * Resolves when it is his turn, with what gives the place back; with null when `signal` comes first.
     *
     * Null at once when too many wait already.
     */
    neem(vrager: Vrager, signal: AbortSignal): Beurt | null {
      if (magNu(vrager)) return Promise.resolve(begin(vrager))
      if (signal.aborted || isVol(vrager)) return null
      return wacht(vrager, signal)
    },
  }
}

function isClient({ kant }: Vrager): boolean {
  return kant === 'client'
}

function rangOf(vrager: Vrager): number {
  return isClient(vrager) ? 1 : 0
}
