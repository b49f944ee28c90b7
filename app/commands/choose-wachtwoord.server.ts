import { hashGeheim } from '#app/auth/geheim.server.ts'
import { parseLinkcode } from '#app/auth/linkcode.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { recordVeiligheid } from '#app/auth/veiligheidsbericht.server.ts'
import { checkWachtwoord } from '#app/auth/wachtwoord.server.ts'
import { saveWachtwoordHash } from '#db/aanmeldingen.ts'
import type { Sql } from '#db/connection.ts'
import { removeHalveSessies } from '#db/halve-sessies.ts'
import { removeSessies } from '#db/sessies.ts'
import { findLinkhouder, removeWachtwoordlinks, takeWachtwoordlink } from '#db/wachtwoordlinks.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'

/**
 * A password with the code of a mail, once. It signs nobody in: the second step is still asked, and stays as it was.
 *
 * Whoever was in with the old password is out, everywhere.
 */
export async function chooseWachtwoordCommand(
  sql: Sql,
  { code, wachtwoord }: { code: string; wachtwoord: string },
): Promise<Result<null, Refusal>> {
  const parsed = parseLinkcode(code)
  const codeHash = parsed && hashOf(parsed)
  const houder = codeHash && (await findLinkhouder(sql, codeHash))
  if (!codeHash || !houder) return refuse({ code: 'link-verlopen' })
  const goed = checkWachtwoord(wachtwoord, houder)
  if (!goed.ok) return goed

  const { gebruikerId } = houder
  const wachtwoordHash = await hashGeheim(wachtwoord)
  const gedaan: { result: Result<null, Refusal> } = await sql.begin(async (sql) => {
    if (!(await takeWachtwoordlink(sql, codeHash))) {
      return { result: refuse({ code: 'link-verlopen' }) }
    }
    await removeWachtwoordlinks(sql, gebruikerId)
    await saveWachtwoordHash(sql, { gebruikerId, wachtwoordHash })
    await removeHalveSessies(sql, gebruikerId)
    await removeSessies(sql, gebruikerId)
    await recordVeiligheid(sql, {
      event: 'wachtwoord-changed',
      gebruikerId,
      details: { met: 'link' },
    })
    return { result: accept(null) }
  })
  return gedaan.result
}
