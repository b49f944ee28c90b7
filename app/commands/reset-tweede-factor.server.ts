import { recordVeiligheid } from '#app/auth/veiligheidsbericht.server.ts'
import type { Sql } from '#db/connection.ts'
import { findGebruiker } from '#db/gebruikers.ts'
import { removeHalveSessies } from '#db/halve-sessies.ts'
import { removeHerstelcodes } from '#db/herstelcodes.ts'
import { removePasskeys } from '#db/passkeys.ts'
import { removeSessies } from '#db/sessies.ts'
import { removeTotp } from '#db/totps.ts'
import { lockGebruiker } from '#db/tweede-factoren.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import type { Resetreden } from '#domain/tweede-factor.ts'

type Input = { gebruikerId: string; door: string; reden: Resetreden }

/**
 * Takes away every second step of somebody who lost it; by a beheerder, and never by himself.
 *
 * He signs in with his password again, and sets up a new one where the house asks for it. All his sessions end: whoever
 * has his telephone may be in one.
 */
export async function resetTweedeFactor(
  sql: Sql,
  { gebruikerId, door, reden }: Input,
): Promise<Result<null, Refusal>> {
  const [beheerder, gebruiker] = await Promise.all([
    findGebruiker(sql, door),
    findGebruiker(sql, gebruikerId),
  ])
  if (beheerder?.huisfunctie !== 'beheerder' || door === gebruikerId) {
    return refuse({ code: 'niet-bevoegd' })
  }
  if (!gebruiker) return refuse({ code: 'niet-gevonden' })

  await sql.begin(async (sql) => {
    await lockGebruiker(sql, gebruikerId)
    await removeTotp(sql, gebruikerId)
    await removePasskeys(sql, gebruikerId)
    await removeHerstelcodes(sql, gebruikerId)
    await removeHalveSessies(sql, gebruikerId)
    await removeSessies(sql, gebruikerId)
    await recordVeiligheid(sql, { event: 'factor-reset', gebruikerId, door, details: { reden } })
  })
  return accept(null)
}
