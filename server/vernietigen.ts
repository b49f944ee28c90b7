import { recordAudit } from '#db/audit.ts'
import {
  isInbrengWeg,
  isRuimteNodig,
  listBewaringen,
  lockCasus,
  maakRuimte,
  vernietigCasus,
} from '#db/bewaren.ts'
import { createSql, type Sql } from '#db/connection.ts'
import { removeEvaluatiesKlaar } from '#db/evaluaties.ts'
import { removeOudeMail } from '#db/mail.ts'
import { type Bewaartermijnen, bewaardTot, isVerlopen } from '#domain/bewaren.ts'
import { type Datum, datumInNederland } from '#domain/datum.ts'
import { describeError, type Log } from './log.ts'
import { addVernietigd } from './vernietigd.ts'

const LOCK = 7_366_316
const HOUR_IN_MS = 3_600_000

type Vernietiging = {
  sql: Sql
  /** Of the role that owns the tables: nobody else may rewrite them. Null: only others know it. */
  ownerUrl: string | null
  termijnen: Bewaartermijnen
  /** What was destroyed, outside the database. */
  lijst: string
  log: Log
}

/** Destroys at start, and in the first hour of every day, what need not be kept any longer. P7 */
export function startVernietiging(parts: Vernietiging) {
  let gedaan: Datum | null = null
  let bezig = Promise.resolve()

  async function tick() {
    const now = new Date()
    const vandaag = datumInNederland(now)
    if (gedaan === vandaag) return
    try {
      await vernietigVerlopen(parts, now)
      gedaan = vandaag
    } catch (error) {
      parts.log.warn({ event: 'destruction-failed', ...describeError(error) })
    }
  }

  function start() {
    bezig = bezig.then(tick)
  }

  start()
  const timer = setInterval(start, HOUR_IN_MS)
  return async () => {
    clearInterval(timer)
    await bezig
  }
}

/** Answers with the casussen that went. One process at a time: another that is at it does it for us. */
export async function vernietigVerlopen(parts: Vernietiging, now: Date): Promise<string[]> {
  const { sql, log } = parts
  const connection = await sql.reserve()
  try {
    const [row] = await connection<{ ons: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as ons`
    if (!row?.ons) return []
    try {
      const weg = await vernietigAlle(parts, now)
      await removeEvaluatiesKlaar(sql, datumInNederland(now))
      await removeOudeMail(sql)
      if (await isRuimteNodig(sql)) await maakVrij(parts)
      else if (await isInbrengWeg(sql)) await maakInbrengVrij(parts)
      if (weg.length > 0) log.info({ event: 'casussen-destroyed', aantal: weg.length })
      return weg
    } finally {
      await connection`select pg_advisory_unlock(${LOCK})`
    }
  } finally {
    connection.release()
  }
}

async function vernietigAlle(parts: Vernietiging, now: Date): Promise<string[]> {
  const vandaag = datumInNederland(now)
  const weg: string[] = []
  for (const { casusId, overleggen } of await listBewaringen(parts.sql)) {
    if (!isVerlopen(bewaardTot(overleggen, parts.termijnen), vandaag)) continue
    if (await vernietig(parts, casusId, now)) weg.push(casusId)
  }
  return weg
}

/** An overleg may have begun in it since it was found: asked again under its lock. */
function vernietig({ sql, termijnen, lijst }: Vernietiging, casusId: string, now: Date) {
  return sql.begin(async (sql) => {
    const tot = bewaardTot(await lockCasus(sql, casusId), termijnen)
    if (!isVerlopen(tot, datumInNederland(now))) return false

    addVernietigd(lijst, casusId, now)
    const overleggen = await vernietigCasus(sql, casusId)
    await recordAudit(sql, {
      event: 'casus-destroyed',
      overlegId: null,
      details: { casusId, overleggen, bewaardTot: tot },
    })
    return true
  })
}

async function maakVrij(parts: Vernietiging) {
  if (await asOwner(parts, (owner) => maakRuimte(owner))) {
    await recordAudit(parts.sql, { event: 'space-freed', overlegId: null })
  }
}

/** A small table, that nobody waits for. K5 */
async function maakInbrengVrij(parts: Vernietiging) {
  if (await asOwner(parts, (owner) => maakRuimte(owner, ['inbreng']))) {
    await recordAudit(parts.sql, { event: 'inbreng-space-freed', overlegId: null })
  }
}

async function asOwner({ ownerUrl, log }: Vernietiging, work: (owner: Sql) => Promise<void>) {
  if (!ownerUrl) {
    log.warn({ event: 'space-not-freed' })
    return false
  }
  const owner = createSql(ownerUrl, { max: 1 })
  try {
    await work(owner)
    return true
  } finally {
    await owner.end({ timeout: 2 })
  }
}
