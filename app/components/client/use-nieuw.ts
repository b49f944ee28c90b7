import { useEffect, useRef, useState } from 'react'

const ZICHTBAAR_IN_MS = 60_000
const VERZAMEL_IN_MS = 4_000

/**
 * Which parts changed a short while ago, and their names to be read out politely.
 *
 * Sentences are gathered: somebody types, and a screen reader that repeats itself every second reads nothing.
 */
export function useNieuw<Naam extends string>(
  delen: Readonly<Record<Naam, unknown>>,
  titels: Readonly<Record<Naam, string>>,
): { nieuw: ReadonlySet<Naam>; delen: string[] } {
  const [nieuw, setNieuw] = useState<ReadonlySet<Naam>>(new Set())
  const [genoemd, setGenoemd] = useState<string[]>([])
  const vorige = useRef<Map<string, string>>(null)
  const wachtend = useRef(new Set<Naam>())
  const timer = useRef<number>(undefined)
  const stand = JSON.stringify(delen)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `stand` is all of `delen` that counts
  useEffect(() => {
    const namen = namenOf(delen)
    const nu = new Map<string, string>(namen.map((naam) => [naam, JSON.stringify(delen[naam])]))
    const gewijzigd = vorige.current
      ? namen.filter((naam) => nu.get(naam) !== vorige.current?.get(naam))
      : []
    vorige.current = nu
    if (gewijzigd.length === 0) return

    setNieuw((eerder) => new Set([...eerder, ...gewijzigd]))
    for (const naam of gewijzigd) wachtend.current.add(naam)
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined
      setGenoemd([...wachtend.current].map((naam) => titels[naam]))
      wachtend.current.clear()
    }, VERZAMEL_IN_MS)
  }, [stand])

  useEffect(() => {
    if (nieuw.size === 0) return
    const wissen = window.setTimeout(() => setNieuw(new Set()), ZICHTBAAR_IN_MS)
    return () => window.clearTimeout(wissen)
  }, [nieuw])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  return { nieuw, delen: genoemd }
}

function namenOf<Naam extends string>(delen: Readonly<Record<Naam, unknown>>): Naam[] {
  const namen: Naam[] = []
  for (const naam in delen) namen.push(naam)
  return namen
}
