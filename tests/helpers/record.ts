import type { Sql } from '#db/connection.ts'

type Row = {
  event: string
  gebruikerId: string | null
  clientPersoonId: string | null
  organisatieId: string | null
  wat: string | null
  uitkomst: string
  details: Record<string, unknown>
}

/** What the record says of one overleg, in the order in which it was written. */
export async function listRecord(
  sql: Sql,
  { overlegId, event }: { overlegId: string; event: string },
): Promise<Row[]> {
  const rows = await sql<Row[]>`
    select event, gebruiker_id as "gebruikerId", client_persoon_id as "clientPersoonId",
      organisatie_id as "organisatieId", wat, uitkomst, details
    from audit
    where event = ${event} and (overleg_id = ${overlegId} or details -> 'overleggen' ? ${overlegId})
    order by id`
  return [...rows]
}

/** As when the right to write in it was taken away. A sequence counts what was tried: it is not rolled back. */
export async function breakRecord(sql: Sql) {
  await sql.unsafe(`
    create sequence pogingen;
    create function weiger_verslag() returns trigger language plpgsql security definer as $$
    begin
      perform nextval('pogingen');
      raise exception 'the record is broken' using errcode = 'insufficient_privilege';
    end $$;
    create trigger stuk before insert on audit for each row execute function weiger_verslag()`)
  return {
    async tries(): Promise<number> {
      const [row] = await sql<{ tries: number }[]>`select last_value::int as tries from pogingen`
      return row?.tries ?? 0
    },
    restore: () =>
      sql.unsafe(
        'drop trigger stuk on audit; drop function weiger_verslag(); drop sequence pogingen',
      ),
  }
}
