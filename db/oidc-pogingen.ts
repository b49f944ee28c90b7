import type { Query } from './connection.ts'

/** Somebody who goes to his provider may be away this long. */
export const POGING_IN_MINUTEN = 10

export async function createPoging(sql: Query, stateHash: string) {
  await sql`
    delete from oidc_poging
    where created_at < now() - make_interval(mins => ${POGING_IN_MINUTEN})`
  await sql`insert into oidc_poging (state_hash) values (${stateHash})`
}

/** Whether this one was waited for; it is used up by asking. */
export async function takePoging(sql: Query, stateHash: string): Promise<boolean> {
  const { count } = await sql`
    delete from oidc_poging
    where state_hash = ${stateHash}
      and created_at > now() - make_interval(mins => ${POGING_IN_MINUTEN})`
  return count > 0
}
