import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import {
  findEigenInbreng,
  insertInbreng,
  listEigenInbreng,
  removeInbreng,
  saveInbreng,
} from '#db/inbreng.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { isAanTafel } from '#domain/toegang.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { parseNaam, refuseVelden } from './invoer.server.ts'
import { checkVoorEinde } from './voor-einde.server.ts'

/** `inbrengId`: of what is there already, and gets other words. */
type Input = Key & { inbrengId: string | null; onderwerp: string; tekst: string }

const MAX_INBRENG = 10

/** Text that nobody sees before the cliënt says yes to it. K5 */
export function parkInbrengCommand(
  sql: Sql,
  { overlegId, gebruikerId, inbrengId, ...input }: Input,
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'inbreng-klaarzetten' } as const
  return asBevoegde(sql, key, async (sql, { overleg: { stand }, deelname, deelnemerId }) => {
    const open = checkVoorEinde(stand.overleg)
    if (!open.ok) return open
    if (!stand.metClient) return refuse({ code: 'overleg-zonder-client' })
    if (!isAanTafel(deelname, stand)) return refuse({ code: 'inbreng-vertrekt' })
    const onderwerp = parseNaam(input.onderwerp, 200)
    const tekst = parseNaam(input.tekst, 10_000)
    if (!onderwerp) return refuseVelden({ onderwerp: 'Zeg in een zin waar het over gaat.' })
    if (!tekst) return refuseVelden({ tekst: 'Schrijf uw inbreng in ten hoogste 10.000 tekens.' })

    const eerder =
      inbrengId === null ? null : await findEigenInbreng(sql, { inbrengId, deelnemerId })
    if (inbrengId !== null && !eerder) return refuse({ code: 'niet-gevonden' })
    // What the cliënt was asked about is what he gets.
    if (eerder?.gevraagd) return refuse({ code: 'inbreng-wordt-gevraagd' })
    const aantal = (await listEigenInbreng(sql, deelnemerId)).length
    if (!eerder && aantal >= MAX_INBRENG) return refuse({ code: 'te-veel' })

    if (eerder) await saveInbreng(sql, eerder.id, { onderwerp, tekst })
    else await insertInbreng(sql, { overlegId, deelnemerId, onderwerp, tekst })
    await recordAudit(sql, { event: 'inbreng-parked', overlegId, gebruikerId })
    return accept(null)
  })
}

/** By its author alone, at any moment before it is destroyed anyway. */
export function removeInbrengCommand(
  sql: Sql,
  { overlegId, gebruikerId, inbrengId }: Key & { inbrengId: string },
): Promise<Result<null, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'inbreng-klaarzetten' } as const
  return asBevoegde(sql, key, async (sql, { deelnemerId }) => {
    const inbreng = await findEigenInbreng(sql, { inbrengId, deelnemerId })
    if (!inbreng) return refuse({ code: 'niet-gevonden' })
    await removeInbreng(sql, inbreng.id)
    await recordAudit(sql, { event: 'inbreng-removed', overlegId, gebruikerId })
    return accept(null)
  })
}
