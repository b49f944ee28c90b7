import { z } from 'zod'
import type { Kluis } from '#app/auth/kluis.server.ts'
import { normaliseCode } from '#app/auth/uitnodigingscode.ts'

/** What makes a letter open something: the token of its square, the number for who types, and the code. S5 */
export type Briefgeheim = { token: string; nummer: string; code: string }

const Geheim = z.strictObject({ token: z.string(), nummer: z.string(), code: z.string() })

/** Until the letter is on its way: what its database alone does not open. K1 */
export function sluitGeheim(kluis: Kluis, briefId: string, geheim: Briefgeheim): Buffer {
  return kluis.sluit(JSON.stringify(geheim), waarvoor(briefId))
}

export function openGeheim(
  kluis: Kluis,
  brief: { id: string; geheim: Uint8Array | null },
): Briefgeheim | null {
  const tekst = brief.geheim && kluis.open(brief.geheim, waarvoor(brief.id))
  return tekst ? Geheim.parse(JSON.parse(tekst)) : null
}

/** A number is short: without the secret of this installation its mark says nothing about it. */
export function merkOf(kluis: Kluis, nummer: string): string {
  return kluis.merk(normaliseCode(nummer), 'briefnummer')
}

function waarvoor(briefId: string): string {
  return `brief ${briefId}`
}
