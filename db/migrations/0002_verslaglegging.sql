-- Of whom and of what it tells may be gone one day, and the audit is never changed: it refers to nothing.
alter table audit
  drop constraint audit_overleg_id_fkey,
  drop constraint audit_gebruiker_id_fkey,
  -- On whose behalf: the organisatie of that person at that moment.
  add column organisatie_id uuid,
  -- What kind of thing it was about, such as document:beeldvorming.
  add column wat text check (wat ~ '^[a-z]+(-[a-z]+)*(:[a-z]+(-[a-z]+)*)?$'),
  add column uitkomst text not null default 'gelukt' check (uitkomst in ('gelukt', 'geweigerd'));

alter table audit disable trigger audit_blijft;
update audit set uitkomst = 'geweigerd' where event like '%-refused';
alter table audit enable trigger audit_blijft;

-- There is a row of every reading now: what is asked about fasen does not read them all.
create index audit_fase on audit (overleg_id) where event = 'fase-advanced';

-- Who writes a row does not say himself on whose behalf, and a refusal cannot be told as a success.
create function vul_audit() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  new.organisatie_id := (select organisatie_id from gebruiker where id = new.gebruiker_id);
  if new.event like '%-refused' then new.uitkomst := 'geweigerd'; end if;
  return new;
end $$;
create trigger audit_gevuld before insert on audit for each row execute function vul_audit();

-- One link per row, in the order in which rows were committed. `rij` is the hash of the row, `hash` that of the link
-- before it, the number of this one, the id of the row and `rij`.
create table audit_keten (
  nr bigint primary key check (nr > 0),
  audit_id bigint not null unique,
  rij bytea not null check (length(rij) = 32),
  hash bytea not null check (length(hash) = 32)
);
create trigger audit_keten_blijft before update or delete on audit_keten for each row execute function weiger_wijziging();
create trigger audit_keten_blijft_heel before truncate on audit_keten execute function weiger_wijziging();

-- Every part with its length before it: no two rows have the same text. server/audit-check.ts makes it once more.
create function audit_deel(deel text) returns text language sql immutable as $$
  select coalesce(octet_length(deel)::text || ':' || deel, '-')
$$;
create function audit_tekst(rij audit) returns text language sql immutable as $$
  select concat_ws(',',
    audit_deel(rij.id::text), audit_deel(rij.event), audit_deel(rij.wat), audit_deel(rij.uitkomst),
    audit_deel(rij.overleg_id::text), audit_deel(rij.gebruiker_id::text), audit_deel(rij.organisatie_id::text),
    audit_deel(rij.client_persoon_id::text), audit_deel(rij.details::text),
    audit_deel((extract(epoch from rij.created_at) * 1000000)::bigint::text))
$$;

create function schakel_audit_rij(nieuw audit) returns void language plpgsql as $$
declare
  laatste audit_keten;
  volgnummer bigint;
  rijhash bytea := sha256(convert_to(audit_tekst(nieuw), 'UTF8'));
begin
  select * into laatste from audit_keten order by nr desc limit 1;
  volgnummer := coalesce(laatste.nr, 0) + 1;
  insert into audit_keten (nr, audit_id, rij, hash) values (
    volgnummer, nieuw.id, rijhash,
    sha256(coalesce(laatste.hash, decode(repeat('00', 32), 'hex')) || int8send(volgnummer) || int8send(nieuw.id) || rijhash));
end $$;
-- As the owner: the application may read links, and write none.
create function schakel_audit() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Another isolation would not see the last link.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the audit is written in a read committed transaction' using errcode = 'invalid_transaction_state';
  end if;
  perform pg_advisory_xact_lock(7366216);
  perform schakel_audit_rij(new);
  return null;
end $$;
revoke execute on function schakel_audit_rij(audit) from public;

do $$
declare
  oude audit;
begin
  for oude in select * from audit order by id loop
    perform schakel_audit_rij(oude);
  end loop;
end $$;

-- At the commit: the lock is held while committing alone, and a transaction that is rolled back leaves no link.
create constraint trigger audit_geschakeld after insert on audit
  deferrable initially deferred for each row execute function schakel_audit();
