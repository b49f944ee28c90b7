import type { Kluis } from '#app/auth/kluis.server.ts'
import { totpVan } from '#app/auth/totp.server.ts'
import type { Sql } from '#db/connection.ts'
import { findTotp, saveTotp } from '#db/totps.ts'
import { emailOf } from './demo-mensen.ts'

/** Of the one demo account that asks for a code; everybody may know it. */
export const DEMO_TOTP = 'FOCUSTAFELDEMOFOCUSTAFELDEMO2345'
export const MET_TWEEDE_STAP = emailOf('hanneke')

/** At every start: it is closed with the secret of this machine, and that may be another than the last time. */
export async function seedTweedeFactor(sql: Sql, kluis: Kluis): Promise<void> {
  const [rij] = await sql<
    { id: string }[]
  >`select id from gebruiker where email = ${MET_TWEEDE_STAP}`
  // A demo that was filled in before she was thought of.
  if (!rij) return
  const gebruikerId = rij.id
  const totp = await findTotp(sql, gebruikerId)
  if (totp && kluis.open(totp.geheim, totpVan(gebruikerId)) === DEMO_TOTP) return
  const geheim = kluis.sluit(DEMO_TOTP, totpVan(gebruikerId))
  await saveTotp(sql, { gebruikerId, geheim, stap: 0 })
}
