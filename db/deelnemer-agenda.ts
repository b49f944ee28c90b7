import type { Afspraakantwoord } from '#domain/afspraak.ts'
import type { Query, Transaction } from './connection.ts'

type Agendaregel = { uid: string; volgnummer: number }

/** Whose calendar an overleg is in, or could be. `verstuurd`: his calendar has it from a mail of ours. */
export type Geadresseerde = {
  deelnemerId: string
  gebruikerId: string
  email: string
  verstuurd: boolean
}

/** Not who was switched off: his mail may be read by another by now. */
export function listGeadresseerden(sql: Query, overlegId: string): Promise<Geadresseerde[]> {
  return sql<Geadresseerde[]>`
    select deelnemer.id as "deelnemerId", gebruiker.id as "gebruikerId", gebruiker.email,
      deelnemer_agenda.verstuurd_op is not null as verstuurd
    from deelnemer
    join gebruiker on gebruiker.id = deelnemer.gebruiker_id
    join deelnemer_agenda on deelnemer_agenda.deelnemer_id = deelnemer.id
    where deelnemer.overleg_id = ${overlegId} and gebruiker.uitgeschakeld_op is null
    order by deelnemer.created_at, deelnemer.id`
}

/** What changes for a calendar has a higher number, also for who puts it there himself. */
export async function raiseVolgnummers(sql: Transaction, deelnemerIds: readonly string[]) {
  await sql`
    update deelnemer_agenda set volgnummer = volgnummer + 1
    where deelnemer_id = any(${[...deelnemerIds]}::uuid[])`
}

/** The entry as it goes out now; from then on he hears of every change. */
export async function saveVerstuurd(sql: Transaction, deelnemerId: string): Promise<Agendaregel> {
  const [row] = await sql<Agendaregel[]>`
    update deelnemer_agenda set verstuurd_op = now() where deelnemer_id = ${deelnemerId}
    returning uid, volgnummer`
  if (!row) throw new Error('Every deelnemer has one: see 0007_afweging_en_agenda.sql')
  return row
}

export async function findAgendaregel(
  sql: Query,
  deelnemerId: string,
): Promise<Agendaregel | null> {
  const [row] = await sql<Agendaregel[]>`
    select uid, volgnummer from deelnemer_agenda where deelnemer_id = ${deelnemerId}`
  return row ?? null
}

type Antwoord = { deelnemerId: string; antwoord: Afspraakantwoord }

export async function saveAntwoord(sql: Transaction, { deelnemerId, antwoord }: Antwoord) {
  await sql`
    update deelnemer_agenda set antwoord = ${antwoord}, geantwoord_op = now()
    where deelnemer_id = ${deelnemerId}`
}

/** At another moment everybody is asked anew. */
export async function clearAntwoorden(sql: Transaction, overlegId: string): Promise<void> {
  await sql`
    update deelnemer_agenda set antwoord = null, geantwoord_op = null
    where antwoord is not null
      and deelnemer_id in (select id from deelnemer where overleg_id = ${overlegId})`
}

type Plaats = { deelnemerId: string; gebruikerId: string }

export async function saveInPlaatsVan(sql: Transaction, { deelnemerId, gebruikerId }: Plaats) {
  await sql`
    update deelnemer_agenda set in_plaats_van = ${gebruikerId} where deelnemer_id = ${deelnemerId}`
}
