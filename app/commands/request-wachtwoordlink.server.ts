import { setTimeout as wait } from 'node:timers/promises'
import { createLinkcode } from '#app/auth/linkcode.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { findGebruikerByEmail } from '#db/gebruikers.ts'
import { queueMail } from '#db/mail.ts'
import { countVergeten, createWachtwoordlink } from '#db/wachtwoordlinks.ts'

const MEESTE_LINKS = 3
// Longer than the work takes, so that the time does not tell whether there was any.
const ANTWOORDTIJD_IN_MS = 400

/**
 * Mails a link to whoever has an account at this address. The answer is none, and takes as long for everybody.
 *
 * A stranger who asks again and again fills no mailbox: after three links that still work there are no more.
 */
export async function requestWachtwoordlinkCommand(
  sql: Sql,
  vraag: { email: string; origin: string },
): Promise<void> {
  await Promise.all([mailLink(sql, vraag), wait(ANTWOORDTIJD_IN_MS)])
}

async function mailLink(sql: Sql, { email, origin }: { email: string; origin: string }) {
  const gebruiker = await findGebruikerByEmail(sql, email)
  if (!gebruiker) return
  const { id: gebruikerId, email: aan } = gebruiker
  const code = createLinkcode()
  await sql.begin(async (sql) => {
    // One after the other: many at once would all count the same.
    await sql`select from gebruiker where id = ${gebruikerId} for no key update`
    if ((await countVergeten(sql, gebruikerId)) >= MEESTE_LINKS) return
    await createWachtwoordlink(sql, { codeHash: hashOf(code), gebruikerId, soort: 'vergeten' })
    await queueMail(sql, { aan, soort: 'wachtwoord-vergeten', origin, code })
    await recordAudit(sql, { event: 'wachtwoordlink-requested', overlegId: null, gebruikerId })
  })
}
