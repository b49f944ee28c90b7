import { addMaanden, type Datum } from './datum.ts'

/** In calendar months, counted from the last day on which something happened. */
export type Bewaartermijnen = { metPlan: number; zonderPlan: number }

/** The sources give no bewaartermijn; the house says its own in RETENTION_MONTHS. P7 */
export const BEWAARTERMIJNEN: Bewaartermijnen = { metPlan: 60, zonderPlan: 12 }

/** Nothing is destroyed within half a year: that is how long a plan is watched (P4). See 0005_bewaren.sql. */
export const KORTSTE_TERMIJN = 6

/** One overleg of a casus. `laatst`: of all that happened in it, and of its monitoring, the last day. */
export type Bewaarfeit = { metPlan: boolean; laatst: Datum }

/** The last day on which a casus is kept: as a whole, because an overleg begins from the plan before it. P7 */
export function bewaardTot(
  overleggen: readonly Bewaarfeit[],
  { metPlan, zonderPlan }: Bewaartermijnen,
): Datum | null {
  const dagen = overleggen.map((overleg) =>
    addMaanden(overleg.laatst, overleg.metPlan ? metPlan : zonderPlan),
  )
  return dagen.sort().at(-1) ?? null
}

/** A casus without any overleg is kept: nobody knows yet how long. */
export function isVerlopen(tot: Datum | null, vandaag: Datum): boolean {
  return tot !== null && tot < vandaag
}
