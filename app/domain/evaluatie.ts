import { addDagen, type Datum } from './datum.ts'

/** The questions after an overleg with the cliënt. K10 (evaluatie 2016, 1217-1229) */
export const EVALUATIEVRAGEN = {
  client: ['client-prettig', 'client-zinvol'],
  casushouder: ['casushouder-waardevol', 'casushouder-gemotiveerd'],
} as const
export type Ondervraagde = keyof typeof EVALUATIEVRAGEN
export type Evaluatievraag = (typeof EVALUATIEVRAGEN)[Ondervraagde][number]

export const ANTWOORDEN = ['ja', 'een-beetje', 'nee'] as const
export type Antwoord = (typeof ANTWOORDEN)[number]

/** A question that was passed over is not in it. */
export type Antwoorden = Partial<Record<Evaluatievraag, Antwoord>>

/** The cliënt is asked when he comes from the table; the casushouder when he has seen what came of it. */
export const OPEN_IN_DAGEN = { client: 2, casushouder: 28 } as const satisfies Record<
  Ondervraagde,
  number
>

export type Evaluatiefeiten = {
  vastgesteldOp: Datum
  /** Whether the cliënt himself sat at the table. */
  verschenen: boolean
  klaar: readonly Ondervraagde[]
}

export function isEvaluatieOpen(
  wie: Ondervraagde,
  { vastgesteldOp, verschenen, klaar }: Evaluatiefeiten,
  vandaag: Datum,
): boolean {
  if (!verschenen || klaar.includes(wie)) return false
  return vandaag < addDagen(vastgesteldOp, OPEN_IN_DAGEN[wie])
}

/** "2026-4": all that is kept of when somebody answered. */
export function kwartaalOf(datum: Datum): string {
  const [jaar = '', maand = ''] = datum.split('-')
  return `${jaar}-${Math.ceil(Number(maand) / 3)}`
}

/** What is under it says too much about one person. */
const KLEINSTE_AANTAL = 5

export function toonbaar(aantal: number): number | null {
  return aantal < KLEINSTE_AANTAL ? null : aantal
}

/** The answer that more people gave than any other, as far as it may be told; null when there is none. */
export function meesteAntwoord(aantallen: Readonly<Record<Antwoord, number>>): Antwoord | null {
  const [eerste, tweede] = ANTWOORDEN.toSorted((a, b) => aantallen[b] - aantallen[a])
  if (!eerste || !tweede || toonbaar(aantallen[eerste]) === null) return null
  return aantallen[eerste] > aantallen[tweede] ? eerste : null
}
