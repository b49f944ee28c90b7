import type { TweedeFactor } from '#app/auth/inloggen.server.ts'
import { hashHerstelcodes } from '#app/auth/tweede-stap.server.ts'
import { recordVeiligheid } from '#app/auth/veiligheidsbericht.server.ts'
import type { Sql, Transaction } from '#db/connection.ts'
import { removeHerstelcodes, saveHerstelcodes } from '#db/herstelcodes.ts'
import { removePasskey } from '#db/passkeys.ts'
import { removeTotp } from '#db/totps.ts'
import { type Factoren, findFactoren, heeftFactor, lockGebruiker } from '#db/tweede-factoren.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'

type Input = { gebruikerId: string; tweedeFactor: TweedeFactor }

export function removeTotpCommand(sql: Sql, input: Input): Promise<Result<null, Refusal>> {
  const { gebruikerId } = input
  return removeFactor(sql, input, {
    daarna: (factoren) => ({ ...factoren, totp: false }),
    remove: (sql) => removeTotp(sql, gebruikerId),
    event: 'totp-removed',
  })
}

export function removePasskeyCommand(
  sql: Sql,
  { passkeyId, ...input }: Input & { passkeyId: string },
): Promise<Result<null, Refusal>> {
  const { gebruikerId } = input
  return removeFactor(sql, input, {
    daarna: (factoren) => ({ ...factoren, passkeys: factoren.passkeys - 1 }),
    remove: (sql) => removePasskey(sql, { gebruikerId, passkeyId }),
    event: 'passkey-removed',
  })
}

/** Ten new codes; those of before open nothing any more. */
export async function renewHerstelcodesCommand(
  sql: Sql,
  gebruikerId: string,
): Promise<Result<string[], Refusal>> {
  if (!heeftFactor(await findFactoren(sql, gebruikerId))) return refuse({ code: 'niet-gevonden' })
  const { codes, hashes } = await hashHerstelcodes()
  await sql.begin(async (sql) => {
    await lockGebruiker(sql, gebruikerId)
    await saveHerstelcodes(sql, { gebruikerId, hashes })
    await recordVeiligheid(sql, { event: 'herstelcodes-renewed', gebruikerId })
  })
  return accept(codes)
}

type Verwijdering = {
  daarna: (factoren: Factoren) => Factoren
  remove: (sql: Transaction) => Promise<boolean>
  event: 'totp-removed' | 'passkey-removed'
}

/** The last one goes only where nobody needs one; the codes for when it is lost go with it. */
async function removeFactor(
  sql: Sql,
  { gebruikerId, tweedeFactor }: Input,
  { daarna, remove, event }: Verwijdering,
): Promise<Result<null, Refusal>> {
  const gedaan: { result: Result<null, Refusal> } = await sql.begin(async (sql) => {
    await lockGebruiker(sql, gebruikerId)
    const over = heeftFactor(daarna(await findFactoren(sql, gebruikerId)))
    if (!over && tweedeFactor === 'required') {
      return { result: refuse({ code: 'tweede-stap-nodig' }) }
    }
    if (!(await remove(sql))) return { result: refuse({ code: 'niet-gevonden' }) }
    if (!over) await removeHerstelcodes(sql, gebruikerId)
    await recordVeiligheid(sql, { event, gebruikerId })
    return { result: accept(null) }
  })
  return gedaan.result
}
