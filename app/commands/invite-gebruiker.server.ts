import { randomBytes } from 'node:crypto'
import { hashGeheim } from '#app/auth/geheim.server.ts'
import { createLinkcode } from '#app/auth/linkcode.ts'
import { hashOf } from '#app/auth/sessie-id.ts'
import { recordAudit } from '#db/audit.ts'
import type { Query, Sql } from '#db/connection.ts'
import { insertAccount } from '#db/gebruikersbeheer.ts'
import { queueMail } from '#db/mail.ts'
import { hasOrganisatie } from '#db/organisaties.ts'
import { createWachtwoordlink, removeWachtwoordlinks } from '#db/wachtwoordlinks.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import type { Huisfunctie } from '#domain/rol.ts'
import { aboutAccount, asBeheerder, type Doel } from './as-beheerder.server.ts'
import { refuseVelden } from './invoer.server.ts'

type Nieuw = {
  beheerderId: string
  origin: string
  naam: string
  email: string
  functie: string
  telefoon: string
  organisatieId: string
  huisfunctie: Huisfunctie
}

const BESTAAT_AL = 'Er is al een account met dit e-mailadres.'

/** An account with a password that nobody knows, and a mail with which its owner chooses his own. */
export async function inviteGebruikerCommand(
  sql: Sql,
  { beheerderId, origin, ...nieuw }: Nieuw,
): Promise<Result<{ gebruikerId: string }, Refusal>> {
  const wachtwoordHash = await hashGeheim(randomBytes(32).toString('hex'))
  return asBeheerder(sql, beheerderId, async (sql) => {
    const { organisatieId, email, huisfunctie } = nieuw
    if (!(await hasOrganisatie(sql, organisatieId))) {
      return refuseVelden({ organisatieId: 'Kies een organisatie uit de lijst.' })
    }
    const gebruikerId = await insertAccount(sql, { ...nieuw, wachtwoordHash })
    if (!gebruikerId) return refuseVelden({ email: BESTAAT_AL })
    await sendUitnodiging(sql, { gebruikerId, email, origin })
    const details = { van: gebruikerId, huisfunctie }
    const event = 'account-invited'
    await recordAudit(sql, { event, overlegId: null, gebruikerId: beheerderId, details })
    return accept({ gebruikerId })
  })
}

/** A new link for who did not choose a password yet; the one before opens nothing any more. */
export function renewUitnodigingCommand(
  sql: Sql,
  { origin, ...doel }: Doel & { origin: string },
): Promise<Result<null, Refusal>> {
  return aboutAccount(sql, doel, async (sql, { email, uitgenodigd, uitgeschakeld }) => {
    if (!uitgenodigd || uitgeschakeld) return refuse({ code: 'niet-gevonden' })
    const { beheerderId, gebruikerId } = doel
    await removeWachtwoordlinks(sql, gebruikerId)
    await sendUitnodiging(sql, { gebruikerId, email, origin })
    const details = { van: gebruikerId }
    const event = 'uitnodiging-renewed'
    await recordAudit(sql, { event, overlegId: null, gebruikerId: beheerderId, details })
    return accept(null)
  })
}

type Genodigde = { gebruikerId: string; email: string; origin: string }

async function sendUitnodiging(sql: Query, { gebruikerId, email, origin }: Genodigde) {
  const code = createLinkcode()
  await createWachtwoordlink(sql, { codeHash: hashOf(code), gebruikerId, soort: 'uitnodiging' })
  await queueMail(sql, { aan: email, soort: 'uitnodiging', origin, code })
}
