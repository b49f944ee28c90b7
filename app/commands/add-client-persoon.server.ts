import { recordAudit } from '#db/audit.ts'
import { insertClientPersoon } from '#db/client-personen.ts'
import type { Sql } from '#db/connection.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import type { Clientsoort } from '#domain/rol.ts'
import type { Taal } from '#domain/taal.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseNaam, refuseVelden } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

type Input = Key & { soort: Clientsoort; naam: string; taal?: Taal }

/** Somebody of the client side; he gets a letter and a code of his own. */
export function addClientPersoonCommand(
  sql: Sql,
  { overlegId, gebruikerId, soort, naam, taal = 'nl' }: Input,
): Promise<Result<{ clientPersoonId: string }, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'client-uitnodigen' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand } }) => {
    const open = checkVoorEinde(stand.overleg)
    if (!open.ok) return open
    if (!stand.metClient) return refuse({ code: 'overleg-zonder-client' })
    const tekst = parseNaam(naam, 120)
    if (!tekst) return refuseVelden({ naam: 'Vul een naam in van ten hoogste 120 tekens.' })

    const clientPersoonId = await insertClientPersoon(sql, { overlegId, soort, naam: tekst, taal })
    if (!clientPersoonId) return refuseVelden({ soort: 'Dit overleg heeft al een cliënt.' })
    const audit = { overlegId, gebruikerId, clientPersoonId, details: { soort, taal } }
    await recordAudit(sql, { event: 'client-persoon-added', ...audit })
    return accept({ clientPersoonId })
  })
}
