import { datumTekst } from '#app/tekst.ts'
import type { VerzoekRij } from '#db/verzoeken.ts'
import { type Datum, datumInNederland } from '#domain/datum.ts'
import { isOverTijd, uiterlijkOf } from '#domain/verzoek.ts'

/** The requests of the client side as the casushouder and the procesregisseur see them: what waits comes first. K7 */
export function verzoekenVoorRegie(verzoeken: readonly VerzoekRij[], vandaag: Datum) {
  return verzoeken
    .map((verzoek) => {
      const { id, zin, tekst, ingediend, antwoord, beantwoordOp } = verzoek
      return {
        id,
        zin,
        tekst,
        ingediend: datumTekst(ingediend),
        uiterlijk: datumTekst(uiterlijkOf(ingediend)),
        overTijd: isOverTijd(verzoek, vandaag),
        antwoord:
          antwoord && beantwoordOp
            ? { ...antwoord, op: datumTekst(datumInNederland(beantwoordOp)) }
            : null,
      }
    })
    .toSorted((a, b) => Number(a.antwoord !== null) - Number(b.antwoord !== null))
}
export type VerzoekVoorRegie = ReturnType<typeof verzoekenVoorRegie>[number]
