import type { Sql, Transaction } from './connection.ts'

const LOCK = 7_366_217

/**
 * What the application may do with each table; what is not here it may not do.
 *
 * To hold a row for others (`for update`) takes the right to update it.
 */
export const GRANTS = {
  aanvulling: ['select', 'insert'],
  aanwezigheid: ['select', 'insert', 'delete'],
  // What was vastgesteld is never changed. P1, P2
  actie: ['select', 'insert'],
  actie_status: ['select', 'insert'],
  antwoord: ['select', 'insert', 'update'],
  // Not its number, not its time, not on whose behalf: those come from the database.
  audit: ['select', 'insert (event, overleg_id, gebruiker_id, client_persoon_id, wat, details)'],
  // Links are made by a trigger that runs as the owner.
  audit_keten: ['select'],
  // What a letter said stays as it was.
  brief: ['select', 'insert', 'update (geheim, gemaild_op, verzonden_op, wijze)'],
  casus: ['select', 'insert', 'update (created_at)'],
  // What was proposed is never changed, nor an answer. F7
  client_afweging: [
    'select',
    'insert',
    'update (uitkomst, uitkomst_reden, besloten_door, besloten_op)',
  ],
  client_persoon: ['select', 'insert', 'update', 'delete'],
  client_sessie: ['select', 'insert', 'update', 'delete'],
  deelnemer: ['select', 'insert', 'update', 'delete'],
  deelnemer_agenda: ['select', 'insert', 'update'],
  document: ['select', 'insert', 'update'],
  document_schrijver: ['select', 'insert'],
  document_snapshot: ['select', 'insert', 'update'],
  document_update: ['select', 'insert', 'delete'],
  eigen_woorden: ['select', 'insert', 'update'],
  // Counted up; that somebody is done is forgotten after a while. K10
  evaluatie: ['select', 'insert', 'update (aantal)'],
  evaluatie_klaar: ['select', 'insert', 'delete'],
  gebruiker: ['select', 'insert', 'update'],
  halve_sessie: ['select', 'insert', 'update', 'delete'],
  hand: ['select', 'insert', 'delete'],
  herstelcode: ['select', 'insert', 'update', 'delete'],
  heropening: ['select', 'insert'],
  incident: ['select', 'insert', 'update'],
  inbreng: ['select', 'insert', 'update', 'delete'],
  inlogrem: ['select', 'insert', 'update', 'delete'],
  // What was sent or given up is forgotten after a while.
  mail: ['select', 'insert', 'update', 'delete'],
  // Whether the schema is that of this program.
  migratie: ['select'],
  monitoringmoment: ['select', 'insert'],
  oidc_identiteit: ['select', 'insert'],
  oidc_poging: ['select', 'insert', 'delete'],
  organisatie: ['select', 'insert', 'update'],
  organisatie_oidc: ['select', 'insert', 'update', 'delete'],
  organisatie_oidc_domein: ['select', 'insert', 'delete'],
  overleg: ['select', 'insert', 'update'],
  overleg_bewaring: ['select'],
  passkey: ['select', 'insert', 'update', 'delete'],
  plan: ['select', 'insert'],
  proces: ['select', 'insert', 'update', 'delete'],
  sessie: ['select', 'insert', 'update', 'delete'],
  totp: ['select', 'insert', 'update', 'delete'],
  uitdaging: ['select', 'insert', 'update', 'delete'],
  // What the cliënt asked and what he was answered is not changed. K7
  verzoek: ['select', 'insert'],
  verzoek_antwoord: ['select', 'insert'],
  wachtwoordlink: ['select', 'insert', 'delete'],
} as const satisfies Record<string, readonly string[]>

/** Numbers that the application takes itself, before it inserts. */
const SEQUENCES = ['document_update_id_seq'] as const

/** What it may have the owner do. P7 */
const FUNCTIONS = ['vernietig_casus(uuid)'] as const

/** Gives the role of the application exactly these rights, whatever it had. By the owner of the tables. */
export async function applyGrants(sql: Sql, role: string): Promise<void> {
  await sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`
    await checkRole(sql, role)
    const to = sql(role)
    await sql`revoke all on all tables in schema public from ${to}`
    await sql`revoke all on all sequences in schema public from ${to}`
    await sql`grant usage on schema public to ${to}`
    for (const [table, rights] of Object.entries(GRANTS)) {
      await sql`grant ${sql.unsafe(rights.join(', '))} on ${sql(table)} to ${to}`
    }
    for (const naam of FUNCTIONS) {
      await sql`grant execute on function ${sql.unsafe(naam)} to ${to}`
    }
    for (const sequence of SEQUENCES) await sql`grant usage on sequence ${sql(sequence)} to ${to}`
  })
}

async function checkRole(sql: Transaction, role: string) {
  const [row] = await sql<{ eigenaar: boolean }[]>`
    select rolname = current_user as eigenaar from pg_roles where rolname = ${role}`
  if (!row) throw new Error(`There is no role ${role} in this PostgreSQL: make it first`)
  if (row.eigenaar) throw new Error(`${role} owns the tables: the application needs another role`)
}

/** What a role may that the application must not: in words, none when it is right. */
export async function listTooMuch(sql: Sql): Promise<string[]> {
  const [row] = await sql<{ superuser: boolean; owner: boolean; audit: boolean; ddl: boolean }[]>`
    select
      (select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user) as superuser,
      exists (
        select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where nspname = 'public' and relkind in ('r', 'p') and pg_has_role(relowner, 'member')) as owner,
      has_table_privilege('audit', 'update, delete, truncate, trigger')
        or has_any_column_privilege('audit', 'update')
        or has_table_privilege('audit_keten', 'insert, update, delete, truncate, trigger')
        or has_any_column_privilege('audit_keten', 'insert, update') as audit,
      has_schema_privilege('public', 'create') as ddl`
  return [
    row?.superuser ? 'it is a superuser, or may make roles' : '',
    row?.owner ? 'it owns tables, or belongs to a role that does' : '',
    row?.audit ? 'it may change the audit' : '',
    row?.ddl ? 'it may make tables' : '',
  ].filter(Boolean)
}
