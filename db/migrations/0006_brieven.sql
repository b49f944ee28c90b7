-- Where the cliënt comes to (empty: nowhere, it is online), and why he is asked, in words for him. K1
alter table overleg
  add column plaats text not null default '' check (length(plaats) <= 300),
  add column doel text not null default '' check (length(doel) <= 500);

-- The number of his letter, for who types it: keyed with the secret of the installation, since it is short enough to be
-- found from a plain hash.
alter table client_persoon
  add column nummer_merk text unique,
  add check (nummer_merk is null or token_hash is not null);

-- One letter as it was made, for one person of the client side. K1
create table brief (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg on delete cascade,
  client_persoon_id uuid not null references client_persoon on delete cascade,
  gemaakt_door uuid not null references gebruiker,
  gemaakt_op timestamptz not null default now(),
  -- Briefinhoud of app/domain/brief.ts: what it says, without its secrets.
  inhoud jsonb not null,
  -- Token, number and code, sealed, until the letter is on its way.
  geheim bytea,
  gemaild_op timestamptz,
  verzonden_op date,
  wijze text check (wijze in ('post', 'meegegeven', 'telefoon')),
  check ((verzonden_op is null) = (wijze is null)),
  check (verzonden_op is null or geheim is null)
);
create index brief_overleg on brief (overleg_id, gemaakt_op);
create index brief_persoon on brief (client_persoon_id);
create trigger brief_gemeld after insert or update or delete on brief for each row execute function meld_overleg();
