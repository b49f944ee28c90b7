/** Why a beheerder takes away somebody's second step. */
export const RESETREDENEN = ['toestel-kwijt', 'toestel-vervangen', 'vermoeden-misbruik'] as const
export type Resetreden = (typeof RESETREDENEN)[number]
