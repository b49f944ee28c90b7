const VENSTER_IN_MS = 10 * 60_000
/** A whole town hall behind one address types less than this. */
const PER_ADRES = 30
const SAMEN = 3_000

/**
 * How often the number of a letter may be typed: at every address, and by the world together.
 *
 * A number is shorter than the token in a square, so guessing is kept slow here. Who scans his letter is not counted,
 * and gets in whatever others do.
 */
export function createBrieftempo(now: () => number = Date.now) {
  let begonnen = 0
  let samen = 0
  const perAdres = new Map<string, number>()

  /** Counts one try; false when it must wait for the next ten minutes. */
  return (adres: string): boolean => {
    if (now() - begonnen >= VENSTER_IN_MS) {
      begonnen = now()
      samen = 0
      perAdres.clear()
    }
    const eerder = perAdres.get(adres) ?? 0
    if (eerder >= PER_ADRES || samen >= SAMEN) return false
    perAdres.set(adres, eerder + 1)
    samen += 1
    return true
  }
}
