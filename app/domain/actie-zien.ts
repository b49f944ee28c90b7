import type { Deelname } from './rol.ts'
import { isZichtbaar, kringOf, type Stand } from './toegang.ts'

type Professional = {
  deelname: Deelname
  deelnemerId: string
  organisatieId: string
  stand: Stand
}
type Gedragen =
  | { soort: 'client' }
  | { soort: 'deelnemer'; deelnemerId: string; organisatieId: string }

/**
 * Whether this actie is there at all for this professional. P3
 *
 * The procesregisseur and the casushouder see the whole plan, a partner what is his organisation's, and who left when the
 * cliënt sat down only what he carries himself.
 */
export function zietActie(
  { deelname, deelnemerId, organisatieId, stand }: Professional,
  drager: Gedragen,
): boolean {
  if (!deelname.toegelaten || !isZichtbaar(deelname, stand)) return false
  const kring = kringOf(deelname, stand)
  if (kring === 'regie') return true
  if (drager.soort === 'client') return false
  if (kring === 'vertrekt') return drager.deelnemerId === deelnemerId
  return drager.organisatieId === organisatieId
}
