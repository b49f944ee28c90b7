/** Why a form of Mijn plan was not accepted, and which one: it says so itself. */
export type Formulierfout = {
  intent: string
  tekst: string
  /** Of which actie. */
  nummer?: number
  /** No answer came. */
  geenVerbinding?: true
  /** What was sent then, of a verzoek the key of its sentence: it may have arrived all the same, and be on the screen. */
  verstuurd?: string
  /** Own words that were not saved: they go back into their field. `nu`: what another browser saved meanwhile. */
  woorden?: { veld: string; tekst: string; nu: { tekst: string; versie: number } | null }
}

/** What did not arrive was not judged: it says so in the words of this browser. */
export function metWoorden(fout: Formulierfout | null, geenVerbinding: string) {
  return fout?.geenVerbinding ? { ...fout, tekst: geenVerbinding } : fout
}

export function foutVan(fout: Formulierfout | null, intent: string): string | null {
  return fout?.intent === intent ? fout.tekst : null
}
