/** Why a form of Mijn plan was not accepted, and which one: it says so itself. */
export type Formulierfout = {
  intent: string
  tekst: string
  /** It did not even arrive. */
  geenVerbinding?: true
  /** Own words that were not saved: they go back into their field. `nu`: what another browser saved meanwhile. */
  woorden?: { veld: string; tekst: string; nu: { tekst: string; versie: number } | null }
}

export function foutVan(fout: Formulierfout | null, intent: string): string | null {
  return fout?.intent === intent ? fout.tekst : null
}
