import type { Gebruiker } from '#app/context.ts'
import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { removeAndereSessies, removeEigenSessie } from '#db/sessies.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'

/** Ends one session of his own; the trigger on its row closes its sockets, everywhere. */
export function endSessieCommand(
  sql: Sql,
  { gebruikerId, sessieId }: { gebruikerId: string; sessieId: string },
): Promise<Result<null, Refusal>> {
  return sql.begin(async (sql) => {
    if (!(await removeEigenSessie(sql, { gebruikerId, sessieId }))) {
      return refuse({ code: 'niet-gevonden' as const })
    }
    await recordAudit(sql, { event: 'sessie-revoked', overlegId: null, gebruikerId })
    return accept(null)
  })
}

/** Ends all but the one he asks it in. */
export function endAndereSessiesCommand(
  sql: Sql,
  { id: gebruikerId, sessieHash }: Pick<Gebruiker, 'id' | 'sessieHash'>,
): Promise<Result<null, Refusal>> {
  return sql.begin(async (sql) => {
    const aantal = await removeAndereSessies(sql, { gebruikerId, behalve: sessieHash })
    await recordAudit(sql, {
      event: 'sessies-revoked',
      overlegId: null,
      gebruikerId,
      details: { aantal },
    })
    return accept(null)
  })
}
