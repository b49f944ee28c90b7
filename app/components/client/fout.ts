/** Why a form of Mijn plan was not accepted, and which one: it says so itself. */
export type Formulierfout = { intent: string; tekst: string }

export function foutVan(fout: Formulierfout | null, intent: string): string | null {
  return fout?.intent === intent ? fout.tekst : null
}
