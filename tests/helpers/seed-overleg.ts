import { randomInt, randomUUID } from 'node:crypto'
import type { Sql, Transaction } from '#db/connection.ts'
import { createDocumenten } from '#db/documenten.ts'
import type { Overleg } from '#domain/fase.ts'
import { KANARIE } from './kanaries.ts'
import { PLAATSEN, type Plaats, type Plaatsing } from './plaatsen.ts'

export const WACHTWOORD = 'proefwachtwoord-tafel'
// Of that password, with parameters that cost next to nothing.
const WACHTWOORD_HASH =
  '$argon2id$v=19$m=64,t=1,p=1$/H0jT/RWHrsKek37cuDzVg$nORHHDcEZ99vcN0eYgAwLv0bBxLUK7pHa7FLwmTjCH4'

type Seeded<P extends Plaats> = {
  overlegId: string
  casusNummer: string
  /** Of the gebruikers, by their place. */
  ids: Record<P, string>
  deelnemerIds: Record<P, string>
  /** To sign in with, and WACHTWOORD. */
  emails: Record<P, string>
  /** Null in an overleg without cliënt. He has no letter yet. */
  clientPersoonId: string | null
}

type Options = { client?: 'met-client' | 'zonder-client'; vraag?: string }

/** An overleg in the state that a test begins with: its people, its five documents, its cliënt. */
export function seedOverleg<const P extends Plaats>(
  sql: Sql,
  overleg: Overleg,
  plaatsen: readonly P[],
  options: Options = {},
): Promise<Seeded<P>> {
  const {
    client = 'met-client',
    vraag = `Hoe komt A. weer aan een vaste plek om te wonen? ${KANARIE}`,
  } = options
  return sql.begin(async (sql) => {
    // Of all numbers that there can be: a test may seed hundreds.
    const casusNummer = `${randomInt(1000, 10_000)}-${String(randomInt(10_000)).padStart(4, '0')}`
    const overlegId = await insertOverleg(sql, { overleg, casusNummer, client, vraag })
    await createDocumenten(sql, { overlegId, vraag })

    const rows = new Map<P, DeelnemerIds>()
    for (const plaats of plaatsen) {
      rows.set(plaats, await insertDeelnemer(sql, overlegId, PLAATSEN[plaats]))
    }
    return {
      overlegId,
      casusNummer,
      ids: recordOf(plaatsen, (plaats) => rows.get(plaats)?.gebruikerId),
      deelnemerIds: recordOf(plaatsen, (plaats) => rows.get(plaats)?.deelnemerId),
      emails: recordOf(plaatsen, (plaats) => rows.get(plaats)?.email),
      clientPersoonId: client === 'met-client' ? await insertClient(sql, overlegId) : null,
    }
  })
}

type Nieuw = { overleg: Overleg; casusNummer: string; client: string; vraag: string }

async function insertOverleg(sql: Transaction, { overleg, casusNummer, client, vraag }: Nieuw) {
  const lopend = overleg.status === 'lopend' ? overleg : null
  const [row] = await sql<{ id: string }[]>`
    with casus as (
      insert into casus (nummer, initialen, gemeente)
      values (${casusNummer}, 'A. de W.', 'Zwaluwe') returning id)
    insert into overleg (
      casus_id, gepland_op, vraag, status, fase, tafel, fase_begonnen_op,
      afgebroken_reden, zonder_client_reden)
    select id, now(), ${vraag}, ${overleg.status}, ${lopend?.fase ?? null}, ${lopend?.tafel ?? null},
      ${lopend ? new Date() : null}, ${overleg.status === 'afgebroken' ? 'Niet haalbaar' : null},
      ${client === 'zonder-client' ? 'risicogesprek' : null}
    from casus returning id`
  return idOf(row)
}

type DeelnemerIds = { gebruikerId: string; deelnemerId: string; email: string }

async function insertDeelnemer(
  sql: Transaction,
  overlegId: string,
  { naam, organisatie, keten, convenant, rol, keuze }: Plaatsing,
): Promise<DeelnemerIds> {
  // Two seeded overleggen in one database share an organisatie, and no person.
  const email = `${naam.toLowerCase().replaceAll(' ', '.')}.${randomUUID().slice(0, 8)}@${KANARIE.toLowerCase()}.voorbeeld.nl`
  const [gebruiker] = await sql<{ id: string }[]>`
    with organisatie as (
      insert into organisatie (naam, keten, convenant_getekend_op)
      values (${organisatie}, ${keten}, ${convenant ? '2025-01-15' : null})
      on conflict (naam) do update set keten = excluded.keten returning id)
    insert into gebruiker (organisatie_id, naam, email, functie, telefoon, huisfunctie, wachtwoord_hash)
    select id, ${naam}, ${email}, 'Medewerker', '06 12345678',
      ${rol === 'procesregisseur' ? 'procesregisseur' : 'professional'}, ${WACHTWOORD_HASH}
    from organisatie returning id`
  const gebruikerId = idOf(gebruiker)
  const [deelnemer] = await sql<{ id: string }[]>`
    insert into deelnemer (overleg_id, gebruiker_id, rol, keuze, vertrekreden, taak)
    values (${overlegId}, ${gebruikerId}, ${rol}, ${keuze},
      ${keuze === 'vertrekt' ? 'niet-betrokken' : null}, 'Denkt mee over het plan')
    returning id`
  return { gebruikerId, deelnemerId: idOf(deelnemer), email }
}

async function insertClient(sql: Transaction, overlegId: string) {
  const [row] = await sql<{ id: string }[]>`
    insert into client_persoon (overleg_id, soort, naam)
    values (${overlegId}, 'client', 'A. de W.') returning id`
  return idOf(row)
}

function idOf(row: { id: string } | undefined): string {
  if (!row) throw new Error('An insert that returns gives a row')
  return row.id
}

function recordOf<K extends string, V>(keys: readonly K[], pick: (key: K) => V | undefined) {
  const entries = keys.map((key) => [key, pick(key)] as const)
  const record: Record<string, V | undefined> = Object.fromEntries(entries)
  if (!isWhole(record, keys)) throw new Error('A place was not filled')
  return record
}

function isWhole<K extends string, V>(
  record: Record<string, V | undefined>,
  keys: readonly K[],
): record is Record<K, V> {
  return keys.every((key) => record[key] !== undefined)
}
