import { addMaanden, type Datum } from './datum.ts'
import type { Blok } from './inhoud.ts'
import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'
import type { Clientsoort } from './rol.ts'
import { gewoneTekst, sleutelOf, type Zin, zinnenOf } from './zin.ts'

/** *Klopt er iets niet?*: what the client side says about one sentence or actie of the vastgesteld plan. K7 */
export type Verzoek = {
  /** The words that it is about, as they stand in the plan. */
  zin: string
  tekst: string
  ingediend: Datum
  antwoord: { besluit: Besluit; tekst: string } | null
}

/** Granted: how it reads now. Refused: why not. */
const BESLUITEN = ['toegewezen', 'afgewezen'] as const
export type Besluit = (typeof BESLUITEN)[number]

/** Room enough for what is wrong with one sentence. */
export const VERZOEK_IN_TEKENS = 1000
/** More than anybody needs at once, and few enough for one person to answer with care. */
export const MAX_OPEN = 5
export const MAX_IN_TOTAAL = 30

/** The last day on which the casushouder may answer: within a month (AVG art. 12 lid 3). */
export function uiterlijkOf(ingediend: Datum): Datum {
  return addMaanden(ingediend, 1)
}

/** Past its term without an answer: red for the casushouder and the procesregisseur. */
export function isOverTijd({ ingediend, antwoord }: Verzoek, vandaag: Datum): boolean {
  return antwoord === null && uiterlijkOf(ingediend) < vandaag
}

/** A steunpersoon reads along: it is not his plan. P3 */
export function magVerzoeken(soort: Clientsoort): boolean {
  return soort !== 'steunpersoon'
}

type Nieuw = { soort: Clientsoort; zin: string | null; tekst: string }

/** `zin`: the words of the plan that were chosen; null when the plan does not say them. */
export function dienVerzoekIn(
  eerdere: readonly Verzoek[],
  { soort, zin, tekst }: Nieuw,
): Result<{ zin: string; tekst: string }, Refusal> {
  if (!magVerzoeken(soort)) return refuse({ code: 'niet-bevoegd' })
  if (zin === null) return refuse({ code: 'zin-niet-in-plan' })
  const schoon = tekst.trim()
  if (schoon === '') return refuse({ code: 'verzoek-leeg' })
  if (schoon.length > VERZOEK_IN_TEKENS) return refuse({ code: 'verzoek-te-lang' })

  const loopt = eerdere.some((verzoek) => verzoek.antwoord === null && verzoek.zin === zin)
  if (loopt) return refuse({ code: 'verzoek-loopt-al' })
  if (!kanNogVragen(eerdere)) return refuse({ code: 'te-veel-verzoeken' })
  return accept({ zin, tekst: schoon })
}

export function kanNogVragen(eerdere: readonly Verzoek[]): boolean {
  const open = eerdere.filter(({ antwoord }) => antwoord === null)
  return open.length < MAX_OPEN && eerdere.length < MAX_IN_TOTAAL
}

type Antwoord = { besluit: Besluit; tekst: string }

/** Both need words: the cliënt reads how it is now, or why it stays as it is. Given once. */
export function beantwoordVerzoek(
  { antwoord }: Verzoek,
  { besluit, tekst }: Antwoord,
): Result<Antwoord, Refusal> {
  if (antwoord) return refuse({ code: 'verzoek-al-beantwoord' })
  const schoon = tekst.trim()
  if (schoon === '') return refuse({ code: 'reden-ontbreekt' })
  return accept({ besluit, tekst: schoon })
}

/** What stands beside a sentence, for everybody who reads the plan: how it reads now, or what the cliënt says. */
export type Kanttekening = { zin: string; soort: 'zo-is-het-nu' | 'client-zegt'; tekst: string }

/** The plan itself is never changed (P1). An answer of later stands below one of before. */
export function kanttekeningenOf(verzoeken: readonly Verzoek[]): Kanttekening[] {
  return verzoeken.flatMap(({ zin, tekst, antwoord }): Kanttekening[] => {
    if (!antwoord) return []
    return antwoord.besluit === 'toegewezen'
      ? [{ zin, soort: 'zo-is-het-nu', tekst: antwoord.tekst }]
      : [{ zin, soort: 'client-zegt', tekst }]
  })
}

type Tekst = { samenvatting: Blok[]; besluitvorming: Blok[]; acties: readonly { wat: string }[] }
type Planzin = Pick<Zin, 'sleutel' | 'tekst'>

/** All words of a plan that something can be said about, by the part in which they stand. */
export function zinnenVanPlan({ samenvatting, besluitvorming, acties }: Tekst) {
  const kort = ({ sleutel, tekst }: Zin): Planzin => ({ sleutel, tekst })
  const delen = [
    { deel: 'samenvatting', zinnen: zinnenOf(samenvatting).map(kort) },
    { deel: 'plan', zinnen: zinnenOf(besluitvorming).map(kort) },
    { deel: 'actie', zinnen: acties.map(({ wat }) => zinVan(wat)) },
  ] as const
  return delen.filter(({ zinnen }) => zinnen.length > 0)
}

/** An actie is named by what is to be done. */
export function zinVan(wat: string): Planzin {
  const tekst = gewoneTekst(wat)
  return { sleutel: sleutelOf(tekst), tekst }
}
