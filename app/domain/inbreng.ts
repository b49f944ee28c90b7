import type { Refusal } from './refusal.ts'
import { accept, type Result, refuse } from './result.ts'
import type { Deelname } from './rol.ts'
import { isAanTafel, kringOf, type Stand } from './toegang.ts'

/** A nee is asked once more, at most. K5 */
export const MAX_KEREN = 2

type Inbrengstand = { keren: number; gevraagd: boolean }
export type InbrengRij = Inbrengstand & { id: string; onderwerp: string; tekst: string }

/** Whether its author may put it to the cliënt now: while both sit at the table, and the cliënt is not alone there. K5 */
export function checkVraagInbreng(
  { keren, gevraagd }: Inbrengstand,
  deelname: Deelname,
  stand: Stand,
): Result<null, Refusal> {
  const { overleg } = stand
  if (overleg.status !== 'lopend') return refuse({ code: 'overleg-niet-lopend' })
  if (!stand.metClient) return refuse({ code: 'overleg-zonder-client' })
  if (kringOf(deelname, stand) === 'vertrekt') return refuse({ code: 'inbreng-vertrekt' })
  if (overleg.tafel !== 'met-client') return refuse({ code: 'client-zit-niet-aan-tafel' })
  if (stand.besloten) return refuse({ code: 'besloten-tijd-loopt' })
  if (gevraagd) return refuse({ code: 'inbreng-wordt-gevraagd' })
  return keren >= MAX_KEREN ? refuse({ code: 'inbreng-vaak-genoeg' }) : accept(null)
}

/** Whether what was asked may be shown and answered: its author has to sit there still. */
export function isVraagOpen(auteur: Deelname, stand: Stand): boolean {
  const { overleg } = stand
  const metClient = overleg.status === 'lopend' && overleg.tafel === 'met-client'
  return metClient && !stand.dicht && !stand.besloten && isAanTafel(auteur, stand)
}

/** Above it in the plan, for whoever reads it: whose words these are, and that he was asked. */
export function kopVan({ naam, organisatie }: { naam: string; organisatie: string }): string {
  return `Inbreng van ${naam}, ${organisatie}, met toestemming van de cliënt`
}
