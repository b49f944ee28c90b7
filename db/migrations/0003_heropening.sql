-- Why a fase was opened again. F3
create table heropening (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg on delete cascade,
  fase text not null check (fase in ('vraagstelling', 'beeldvorming', 'oordeelsvorming')),
  reden text not null check (length(trim(reden)) between 1 and 2000),
  gebruiker_id uuid not null references gebruiker,
  created_at timestamptz not null default now()
);
create index heropening_overleg on heropening (overleg_id, fase);

-- What somebody wrote stays, also when he is no deelnemer any more.
alter table aanvulling add column gebruiker_id uuid references gebruiker;
update aanvulling set gebruiker_id = deelnemer.gebruiker_id from deelnemer where deelnemer.id = aanvulling.deelnemer_id;
alter table aanvulling alter column gebruiker_id set not null, drop column deelnemer_id;

-- A person of the client side can be taken out; the audit is never changed, and keeps his id.
alter table audit drop constraint audit_client_persoon_id_fkey;
