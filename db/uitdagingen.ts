import type { Query } from './connection.ts'

export type Uitdaging = {
  challengeHash: string
  soort: 'inloggen' | 'tweede-stap' | 'bevestigen' | 'registreren'
  /** The hash of the session, half session or cookie that asked. */
  houder: string
}

const GELDIG_IN_MINUTEN = 5

export async function insertUitdaging(sql: Query, { challengeHash, soort, houder }: Uitdaging) {
  await sql`
    delete from uitdaging
    where created_at < now() - make_interval(mins => ${GELDIG_IN_MINUTEN})`
  await sql`
    insert into uitdaging (challenge_hash, soort, houder)
    values (${challengeHash}, ${soort}, ${houder})`
}

/** Whether this was asked, by this browser, for this, a moment ago. It is never true again. */
export async function takeUitdaging(sql: Query, uitdaging: Uitdaging): Promise<boolean> {
  const rows = await sql`
    delete from uitdaging
    where challenge_hash = ${uitdaging.challengeHash} and soort = ${uitdaging.soort}
      and houder = ${uitdaging.houder}
      and created_at > now() - make_interval(mins => ${GELDIG_IN_MINUTEN})`
  return rows.count === 1
}
