const BIN_IN_MS = 0.02
const BINS = 500_000

/** Counts latencies in bins of 20 µs, up to 10 s. */
export function createHistogram() {
  const bins = new Uint32Array(BINS)
  let count = 0
  let max = 0
  return {
    record(ms: number) {
      const bin = Math.min(BINS - 1, Math.max(0, Math.floor(ms / BIN_IN_MS)))
      bins[bin] = (bins[bin] ?? 0) + 1
      count += 1
      if (ms > max) max = ms
    },
    /** What never came took longer than anything. */
    recordNever(times: number) {
      bins[BINS - 1] = (bins[BINS - 1] ?? 0) + times
      count += times
    },
    reset() {
      bins.fill(0)
      count = 0
      max = 0
    },
    count: () => count,
    max: () => max,
    percentile(share: number): number {
      let left = Math.ceil(count * share)
      for (let bin = 0; bin < BINS; bin++) {
        left -= bins[bin] ?? 0
        if (left <= 0) return (bin + 1) * BIN_IN_MS
      }
      return max
    },
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return Number.NaN
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper
}

export function shuffle<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
