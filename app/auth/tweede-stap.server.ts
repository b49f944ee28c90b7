import { recordAudit } from '#db/audit.ts'
import type { Query } from '#db/connection.ts'
import { findHerstelcodeHash, takeHerstelcode } from '#db/herstelcodes.ts'
import { clearBeurten, takePoging } from '#db/inlogrem.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { hashGeheim, isGeheim } from './geheim.server.ts'
import { createHerstelcodes, parseHerstelcode } from './herstelcode.ts'
import type { Kluis } from './kluis.server.ts'
import { hashOf } from './sessie-id.ts'
import { takeTotp } from './totp.server.ts'

type Poging = {
  gebruikerId: string
  code: string
  /** Who guesses from elsewhere does not make him wait in the browser that he always uses. */
  merk?: string | null
  now?: number
}

/**
 * Takes a code of the app, or a herstelcode; each is right once.
 *
 * At most five tries, and then a quarter of an hour of nothing, also for what would have been right.
 */
export async function takeCode(
  sql: Query,
  kluis: Kluis,
  { gebruikerId, code, merk, now }: Poging,
): Promise<Result<'totp' | 'herstelcode', Refusal>> {
  const sleutel = hashOf(`tweede-stap ${gebruikerId} ${merk ?? ''}`)
  if (!(await takePoging(sql, sleutel))) {
    await recordAudit(sql, { event: 'factor-refused', overlegId: null, gebruikerId })
    return refuse({ code: 'tweede-stap-wachten' })
  }
  const herstelcode = parseHerstelcode(code)
  const juist = herstelcode
    ? await isHerstelcode(sql, { gebruikerId, ...herstelcode })
    : await takeTotp(sql, kluis, { gebruikerId, code, now })
  if (!juist) {
    await recordAudit(sql, { event: 'factor-refused', overlegId: null, gebruikerId })
    return refuse({ code: 'tweede-stap-mislukt' })
  }
  await clearBeurten(sql, [sleutel])
  return accept(herstelcode ? 'herstelcode' : 'totp')
}

/** A new set of ten, of which only the hashes stay; the codes are shown once, here. */
export async function hashHerstelcodes(): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = createHerstelcodes()
  const hashes: string[] = []
  // One after the other: whoever signs in meanwhile does not stand behind ten of them.
  for (const code of codes) hashes.push(await hashGeheim(parseHerstelcode(code)?.code ?? ''))
  return { codes, hashes }
}

async function isHerstelcode(
  sql: Query,
  { gebruikerId, nummer, code }: { gebruikerId: string; nummer: number; code: string },
): Promise<boolean> {
  const hash = await findHerstelcodeHash(sql, { gebruikerId, nummer })
  const juist = await isGeheim(hash, code)
  return juist && hash !== null && (await takeHerstelcode(sql, { gebruikerId, nummer, hash }))
}
