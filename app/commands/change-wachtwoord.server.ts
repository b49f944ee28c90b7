import { createBekendCookie } from '#app/auth/bekende-browser.server.ts'
import { hashGeheim, isGeheim } from '#app/auth/geheim.server.ts'
import { type Bevestiger, renewSessie } from '#app/auth/professional.server.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { recordVeiligheid } from '#app/auth/veiligheidsbericht.server.ts'
import { checkWachtwoord } from '#app/auth/wachtwoord.server.ts'
import { findWachtwoordHash, saveWachtwoordHash } from '#db/aanmeldingen.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { removeHalveSessies } from '#db/halve-sessies.ts'
import { clearBeurten, takePoging } from '#db/inlogrem.ts'
import { removeAndereSessies } from '#db/sessies.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'

type Input = Bevestiger & { oud: string; nieuw: string }

/** A new password, for who knows the old one. Every other session of his ends; this one goes on under a new id. */
export async function changeWachtwoordCommand(
  sql: Sql,
  { oud, nieuw, gebruiker, secure }: Input,
): Promise<Result<{ cookies: string[] }, Refusal>> {
  const { id: gebruikerId, sessieHash } = gebruiker
  const juist = await checkEigenWachtwoord(sql, { gebruikerId, wachtwoord: oud })
  if (!juist.ok) return juist
  if (nieuw === oud) return refuse({ code: 'wachtwoord-te-zwak', reden: 'hetzelfde' })
  const goed = checkWachtwoord(nieuw, gebruiker)
  if (!goed.ok) return goed

  const wachtwoordHash = await hashGeheim(nieuw)
  await sql.begin(async (sql) => {
    await saveWachtwoordHash(sql, { gebruikerId, wachtwoordHash })
    await removeHalveSessies(sql, gebruikerId)
    await removeAndereSessies(sql, { gebruikerId, behalve: sessieHash })
    await recordVeiligheid(sql, { event: 'wachtwoord-changed', gebruikerId })
  })
  const cookie = await renewSessie(sql, { gebruiker, bewijs: 'wachtwoord', secure })
  // His session ended while he waited; the password is the new one all the same.
  if (!cookie) return refuse({ code: 'niet-gevonden' })
  return accept({ cookies: [cookie, createBekendCookie(wachtwoordHash, { secure })] })
}

/** Whether somebody who is signed in knows his own password; a few tries, for it may be his laptop and not he. */
export async function checkEigenWachtwoord(
  sql: Sql,
  { gebruikerId, wachtwoord }: { gebruikerId: string; wachtwoord: string },
): Promise<Result<null, Refusal>> {
  const sleutel = hashOf(`wachtwoord ${gebruikerId}`)
  if (!(await takePoging(sql, sleutel))) return refuse({ code: 'te-veel-pogingen' })
  if (!(await isGeheim(await findWachtwoordHash(sql, gebruikerId), wachtwoord))) {
    await recordAudit(sql, { event: 'wachtwoord-refused', overlegId: null, gebruikerId })
    return refuse({ code: 'wachtwoord-onjuist' })
  }
  await clearBeurten(sql, [sleutel])
  return accept(null)
}
