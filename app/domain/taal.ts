/** The languages of what the client side reads. The plan itself stays as it was written: Dutch. K2 */
export const TALEN = ['nl', 'en'] as const
export type Taal = (typeof TALEN)[number]

export function parseTaal(value: unknown): Taal | null {
  return TALEN.find((taal) => taal === value) ?? null
}
