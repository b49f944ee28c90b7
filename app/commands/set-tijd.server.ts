import { recordAudit } from '#db/audit.ts'
import type { Sql } from '#db/connection.ts'
import { type OverlegRij, saveMinuten } from '#db/overleggen.ts'
import type { Refusal } from '#domain/refusal.ts'
import { accept, type Result, refuse } from '#domain/result.ts'
import { asBevoegde, type Key } from './as-deelnemer.server.ts'
import { refuseVelden } from './invoer.server.ts'

/** Minutes from the start of the fase (null: no time), or so many more than there are. */
type Tijd = { minuten: number | null } | { erbij: number }
type Input = Key & Tijd & { now?: Date }

const MAX_MINUTEN = 480
const MINUUT_IN_MS = 60_000

export function setTijdCommand(
  sql: Sql,
  { overlegId, gebruikerId, now = new Date(), ...input }: Input,
): Promise<Result<{ minuten: number | null }, Refusal>> {
  const key = { overlegId, gebruikerId, handeling: 'tijd-zetten' } as const
  return asBevoegde(sql, key, async (sql, { overleg }) => {
    if (!overleg.tijd) return refuse({ code: 'overleg-niet-lopend' })
    const minuten = minutenOf(input, overleg.tijd, now)
    if (minuten !== null && !isMinuten(minuten)) {
      return refuseVelden({ minuten: `Kies 1 tot en met ${MAX_MINUTEN} minuten.` })
    }

    await saveMinuten(sql, overlegId, minuten)
    await recordAudit(sql, { event: 'tijd-set', overlegId, gebruikerId, details: { minuten } })
    return accept({ minuten })
  })
}

/** Without a time yet, more time counts from now. */
function minutenOf(input: Tijd, tijd: NonNullable<OverlegRij['tijd']>, now: Date): number | null {
  if ('minuten' in input) return input.minuten
  const verstreken = Math.ceil((now.getTime() - tijd.begonnenOp.getTime()) / MINUUT_IN_MS)
  const minuten = (tijd.minuten ?? Math.max(0, verstreken)) + input.erbij
  return input.erbij > 0 ? Math.min(MAX_MINUTEN, minuten) : minuten
}

function isMinuten(minuten: number): boolean {
  return Number.isInteger(minuten) && minuten >= 1 && minuten <= MAX_MINUTEN
}
