import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import type { HalveSessie } from '#db/halve-sessies.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { formatCookie, readCookie, UITDAGING_COOKIE } from './cookies.ts'
import { type Aanvrager, finishInloggen } from './inloggen.server.ts'
import { takeAanmelding } from './passkeys.server.ts'
import { beginSessie } from './professional.server.ts'
import { hashOf } from './sessie-id.ts'

type Aanmelding = Aanvrager & { antwoord: string; origin: string }
type Uitkomst = Promise<Result<{ cookies: string[] }, Refusal>>

/** Instead of password and second step: the passkey says who he is, and his finger or PIN that it is he. */
export async function signInWithPasskey(
  sql: Sql,
  { antwoord, origin, ...aanvrager }: Aanmelding,
): Uitkomst {
  const { cookieHeader, secure } = aanvrager
  const cookie = readCookie(cookieHeader, UITDAGING_COOKIE, { secure })
  const passkey =
    cookie &&
    (await takeAanmelding(sql, { soort: 'inloggen', houder: hashOf(cookie), antwoord, origin }))
  if (!passkey) {
    await recordAudit(sql, { event: 'sessie-refused', overlegId: null })
    return refuse({ code: 'passkey-mislukt' })
  }
  const { gebruikerId } = passkey
  const { cookies } = await beginSessie(sql, { gebruikerId, bewijs: 'passkey', ...aanvrager })
  const blank = formatCookie({ naam: UITDAGING_COOKIE, waarde: '', seconden: 0 }, { secure })
  return accept({ cookies: [...cookies, blank] })
}

/** As the second step, for who gave his password: one of his own. */
export async function finishWithPasskey(
  sql: Sql,
  { half, antwoord, origin, ...aanvrager }: Aanmelding & { half: HalveSessie },
): Uitkomst {
  const vraag = { soort: 'tweede-stap', houder: half.hash } as const
  const passkey = await takeAanmelding(sql, { ...vraag, antwoord, origin })
  if (passkey?.gebruikerId !== half.gebruikerId) {
    const { gebruikerId } = half
    await recordAudit(sql, { event: 'factor-refused', overlegId: null, gebruikerId })
    return refuse({ code: 'passkey-mislukt' })
  }
  return finishInloggen(sql, { half, bewijs: 'passkey', ...aanvrager })
}
