import { CLIENTDOCUMENTEN, type Document } from '#domain/document.ts'
import type { Gebeurtenis, Verbod, Verslag } from './records.ts'

type Van<S extends Gebeurtenis['soort']> = Extract<Gebeurtenis, { soort: S }>

/** How long a cut may take to reach what is open. S3 */
const AFSLUITEN_IN_MS = 1000

/** What went against the promises, one sentence for each word; empty when all were kept. */
export function checkHistory(verslag: Verslag): string[] {
  return [
    ...checkOpgeslagen(verslag),
    ...checkGetypt(verslag),
    ...checkEenmaal(verslag),
    ...checkSchermen(verslag),
    ...checkTeLaat(verslag),
    ...checkLezen(verslag),
    ...checkClient(verslag),
  ]
}

/** D1, D2: what was told "Opgeslagen", or shown to another, is there. */
function checkOpgeslagen(verslag: Verslag): string[] {
  const bewaard = new Set([...verslag.bewaard.values()].flat())
  return ['opgeslagen', 'gezien', 'bij-client'].flatMap((soort) =>
    verslag.gebeurtenissen
      .filter((gebeurtenis) => gebeurtenis.soort === soort && 'woord' in gebeurtenis)
      .flatMap((gebeurtenis) => ('woord' in gebeurtenis ? [gebeurtenis.woord] : []))
      .filter((woord, index, alle) => !bewaard.has(woord) && alle.indexOf(woord) === index)
      .map((woord) => `${woord} was ${soort} and is lost`),
  )
}

/** Promise 2: what is not there is on the screen of its author, and marked. */
function checkGetypt(verslag: Verslag): string[] {
  const bewaard = new Set([...verslag.bewaard.values()].flat())
  const gered = new Set(van(verslag, 'gered').map(({ woord }) => woord))
  const wachtend = new Set(
    verslag.schermen.filter(({ onopgeslagen }) => onopgeslagen).flatMap(({ woorden }) => woorden),
  )
  return van(verslag, 'getypt')
    .map(({ woord }) => woord)
    .filter((woord) => !bewaard.has(woord) && !gered.has(woord) && !wachtend.has(woord))
    .map((woord) => `${woord} vanished from the screen of its author without a mark`)
}

function checkEenmaal({ bewaard }: Verslag): string[] {
  return [...bewaard].flatMap(([document, woorden]) =>
    dubbel(woorden).map((woord) => `${woord} is in ${document} more than once`),
  )
}

/** Promise 3: once the network is whole all screens of a document say the same, and the same as PostgreSQL. */
function checkSchermen({ schermen, bewaard }: Verslag): string[] {
  return schermen.flatMap(({ wie, document, woorden }) => {
    const echt = bewaard.get(document) ?? []
    const mist = echt.filter((woord) => !woorden.includes(woord))
    const teveel = woorden.filter((woord) => !echt.includes(woord))
    return [
      ...mist.map((woord) => `${woord} is missing on the screen of ${wie}`),
      ...teveel.map((woord) => `${woord} is only on the screen of ${wie}`),
      ...dubbel(woorden).map((woord) => `${woord} is more than once on the screen of ${wie}`),
      ...(mist.length + teveel.length === 0 &&
      dubbel(woorden).length === 0 &&
      woorden.join() !== echt.join()
        ? [`${document} says it in another order on the screen of ${wie}`]
        : []),
    ]
  })
}

/** D3: typed when it could not be written any more, and never could be again. */
function checkTeLaat(verslag: Verslag): string[] {
  return van(verslag, 'getypt')
    .filter(({ woord, document }) => verslag.bewaard.get(document)?.includes(woord))
    .filter(({ wie, document, op }) =>
      verslag.verboden.some(
        (verbod) =>
          isVan(verbod, wie, document, 'schrijven') && verbod.van < op && verbod.tot === Infinity,
      ),
    )
    .map(
      ({ woord, document }) => `${woord} is in ${document}, which was closed before it was typed`,
    )
}

/** S3, T2: nothing is readable by anybody one second after his cut. */
function checkLezen(verslag: Verslag): string[] {
  const getypt = new Map(van(verslag, 'getypt').map(({ woord, op }) => [woord, op]))
  const gezien = van(verslag, 'gezien').filter(({ wie, document, woord, op }) =>
    verslag.verboden.some((verbod) => {
      if (!isVan(verbod, wie, document, 'lezen')) return false
      const dicht = verbod.van + AFSLUITEN_IN_MS
      const geschreven = getypt.get(woord) ?? op
      if (geschreven > dicht && geschreven < verbod.tot && op < verbod.tot) return true
      // What was on its way over a bad network arrives when it arrives.
      return op > dicht && op < verbod.tot && !isGestoord(verslag, wie, verbod.van, op)
    }),
  )
  const geopend = van(verslag, 'geopend').filter(({ wie, document, op }) =>
    verslag.verboden.some(
      (verbod) =>
        isVan(verbod, wie, document, 'lezen') &&
        op > verbod.van + AFSLUITEN_IN_MS &&
        op < verbod.tot &&
        !isGestoord(verslag, wie, verbod.van, op),
    ),
  )
  return [
    ...gezien.map(({ woord, wie }) => `${woord} was seen by ${wie} after his cut`),
    ...geopend.map(({ document, wie }) => `${wie} opened ${document} after his cut`),
  ]
}

/** S2, T3, T5: of what the partners say among themselves nothing, and of the rest nothing while he waits. */
function checkClient(verslag: Verslag): string[] {
  const waar = new Map(
    van(verslag, 'getypt').map(({ woord, document, op }) => [woord, { document, op }]),
  )
  return van(verslag, 'bij-client').flatMap(({ woord, wie, weergave, op }) => {
    const bron = waar.get(woord)
    if (!bron || !CLIENTDOCUMENTEN.some((document) => document === bron.document))
      return [`${woord} of ${bron?.document} reached ${wie}`]
    const teLaat = verslag.verboden.some(
      (verbod) =>
        isVan(verbod, wie, bron.document, 'lezen') &&
        op < verbod.tot &&
        (bron.op > verbod.van + AFSLUITEN_IN_MS ||
          (op > verbod.van + AFSLUITEN_IN_MS && !isGestoord(verslag, wie, verbod.van, op))),
    )
    return teLaat
      ? [
          `${woord} reached ${wie} in the wachtkamer, as ${weergave}: ${wanneer(verslag, { wie, op, bron })}`,
        ]
      : []
  })
}

type Gelezen = { wie: string; op: number; bron: { op: number; document: Document } }

/** In seconds since the first word, for who reads a failure. */
function wanneer(verslag: Verslag, { wie, op, bron }: Gelezen): string {
  const { gebeurtenissen, verboden, storingen } = verslag
  const begin = Math.min(...gebeurtenissen.map((gebeurtenis) => gebeurtenis.op))
  const na = (ms: number) => ((ms - begin) / 1000).toFixed(1)
  const toen = verboden
    .filter((verbod) => isVan(verbod, wie, bron.document, 'lezen'))
    .map(({ van, tot }) => `${na(van)} to ${na(tot)}`)
  const gestoord = storingen
    .filter((storing) => storing.wie === null || storing.wie === wie)
    .map((storing) => `${na(storing.van)} to ${na(storing.tot)}`)
  return `typed ${na(bron.op)}, read ${na(op)}, forbidden ${toen.join(', ')}; disturbed ${gestoord.join(', ')}`
}

function isVan(verbod: Verbod, wie: string, document: Document, wat: Verbod['wat']): boolean {
  return verbod.wie === wie && verbod.document === document && verbod.wat === wat
}

function isGestoord({ storingen }: Verslag, wie: string, van: number, tot: number): boolean {
  return storingen.some(
    (storing) =>
      (storing.wie === null || storing.wie === wie) &&
      storing.van < tot &&
      storing.tot + AFSLUITEN_IN_MS > van,
  )
}

function van<S extends Gebeurtenis['soort']>(verslag: Verslag, soort: S): Van<S>[] {
  return verslag.gebeurtenissen.filter(
    (gebeurtenis): gebeurtenis is Van<S> => gebeurtenis.soort === soort,
  )
}

function dubbel(woorden: readonly string[]): string[] {
  const eerder = new Set<string>()
  const twee = new Set<string>()
  for (const woord of woorden) {
    if (eerder.has(woord)) twee.add(woord)
    eerder.add(woord)
  }
  return [...twee]
}
