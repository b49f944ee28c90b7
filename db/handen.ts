import type { Transaction } from './connection.ts'

/** Raising twice keeps the first moment: hands stand in the order in which they went up. */
export async function raiseHand(sql: Transaction, deelnemerId: string): Promise<void> {
  await sql`
    insert into hand (deelnemer_id) values (${deelnemerId}) on conflict (deelnemer_id) do nothing`
}

export async function lowerHand(sql: Transaction, deelnemerId: string): Promise<void> {
  await sql`delete from hand where deelnemer_id = ${deelnemerId}`
}

export async function lowerHands(
  sql: Transaction,
  overlegId: string,
  wie: 'allen' | 'wie vertrekt',
): Promise<void> {
  await sql`
    delete from hand using deelnemer
    where deelnemer.id = hand.deelnemer_id and deelnemer.overleg_id = ${overlegId}
      and (${wie} = 'allen' or deelnemer.keuze = 'vertrekt')`
}
