import type { Kluis } from '#app/auth/kluis.server.ts'
import { totpVan } from '#app/auth/totp.server.ts'
import type { Sql } from '#db/connection.ts'
import { findTotp, saveTotp } from '#db/totps.ts'
import { emailOf } from './demo-mensen.ts'
import { idOf } from './demo-verhaal.ts'

/** Of the one demo account that asks for a code; everybody may know it. */
export const DEMO_TOTP = 'FOCUSTAFELDEMOFOCUSTAFELDEMO2345'
export const MET_TWEEDE_STAP = emailOf('hanneke')

/** At every start: it is closed with the secret of this machine, and that may be another than the last time. */
export async function seedTweedeFactor(sql: Sql, kluis: Kluis): Promise<void> {
  const gebruikerId = await idOf(sql, 'hanneke')
  const totp = await findTotp(sql, gebruikerId)
  if (totp && kluis.open(totp.geheim, totpVan(gebruikerId)) === DEMO_TOTP) return
  const geheim = kluis.sluit(DEMO_TOTP, totpVan(gebruikerId))
  await saveTotp(sql, { gebruikerId, geheim, stap: 0 })
}
