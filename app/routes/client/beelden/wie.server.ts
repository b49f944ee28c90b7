import type { ActieDrager } from '#db/acties.ts'
import { type WieVoorClient, wieVoorClient } from '#domain/projectie.ts'

/** P6 */
export function wieOf(drager: ActieDrager): WieVoorClient {
  if (drager.soort === 'client') return wieVoorClient({ soort: 'client' }, [])
  const { deelnemerId, naam, organisatie, rol, keuze } = drager
  const deelnemer = { id: deelnemerId, naam, organisatie, rol, keuze, taak: '' }
  return wieVoorClient({ soort: 'deelnemer', deelnemerId }, [deelnemer])
}
