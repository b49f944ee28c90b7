import { recordAudit } from '#db/audit.ts'
import type { Query, Sql } from '#db/connection.ts'
import { disableAccount, enableAccount, saveHuisfunctie } from '#db/gebruikersbeheer.ts'
import { removeHalveSessies } from '#db/halve-sessies.ts'
import { removeSessies } from '#db/sessies.ts'
import { removeWachtwoordlinks } from '#db/wachtwoordlinks.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result } from '#domain/result.ts'
import type { Huisfunctie } from '#domain/rol.ts'
import { aboutAccount, type Doel } from './as-beheerder.server.ts'

type Uitkomst = Promise<Result<null, Refusal>>

/** The trigger on the sessions closes their sockets, everywhere. */
export function endSessiesCommand(sql: Sql, doel: Doel): Uitkomst {
  return aboutAccount(sql, doel, async (sql) => {
    await endAll(sql, doel.gebruikerId)
    await record(sql, 'sessies-ended', doel)
    return accept(null)
  })
}

/** He is out at once, and a link that was under way to him opens nothing. */
export function disableAccountCommand(sql: Sql, doel: Doel): Uitkomst {
  return aboutAccount(sql, doel, async (sql) => {
    await disableAccount(sql, doel.gebruikerId)
    await endAll(sql, doel.gebruikerId)
    await removeWachtwoordlinks(sql, doel.gebruikerId)
    await record(sql, 'account-disabled', doel)
    return accept(null)
  })
}

export function enableAccountCommand(sql: Sql, doel: Doel): Uitkomst {
  return aboutAccount(sql, doel, async (sql) => {
    await enableAccount(sql, doel.gebruikerId)
    await record(sql, 'account-enabled', doel)
    return accept(null)
  })
}

/** His sessions end: what he has on his screen was made for what he was. */
export function changeHuisfunctieCommand(
  sql: Sql,
  { huisfunctie, ...doel }: Doel & { huisfunctie: Huisfunctie },
): Uitkomst {
  return aboutAccount(sql, doel, async (sql, { huisfunctie: was }) => {
    if (huisfunctie === was) return accept(null)
    await saveHuisfunctie(sql, { gebruikerId: doel.gebruikerId, huisfunctie })
    await endAll(sql, doel.gebruikerId)
    await record(sql, 'huisfunctie-changed', doel, { was, wordt: huisfunctie })
    return accept(null)
  })
}

async function endAll(sql: Query, gebruikerId: string) {
  await removeHalveSessies(sql, gebruikerId)
  await removeSessies(sql, gebruikerId)
}

function record(
  sql: Query,
  event: string,
  { beheerderId, gebruikerId: van }: Doel,
  meer: Record<string, string> = {},
) {
  const details = { van, ...meer }
  return recordAudit(sql, { event, overlegId: null, gebruikerId: beheerderId, details })
}
