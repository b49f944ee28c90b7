-- What a person is shown of his own sessions, and how long ago he proved again who he is.
alter table sessie
  add column id uuid not null unique default gen_random_uuid(),
  add column browser text not null default '' check (length(browser) <= 60),
  add column bevestigd_op timestamptz;

-- An id that is replaced is dead: its sockets close as those of a session that ended.
create trigger sessie_vernieuwd after update on sessie for each row
  when (old.id_hash is distinct from new.id_hash)
  execute function meld_sessie();

-- Who gave his password, and not yet the second step. It opens nothing but the page of that step.
create table halve_sessie (
  id_hash text primary key,
  gebruiker_id uuid not null references gebruiker on delete cascade,
  soort text not null check (soort in ('tweede-stap', 'instellen')),
  -- What was set up in it: by this alone it becomes a whole session.
  bewijs text check (bewijs in ('totp', 'passkey')),
  created_at timestamptz not null default now()
);
create index halve_sessie_gebruiker on halve_sessie (gebruiker_id);

create table totp (
  gebruiker_id uuid primary key references gebruiker on delete cascade,
  -- AES-256-GCM, under a key that is not in this database.
  geheim bytea not null,
  -- The last time step of which a code was taken: none is taken twice.
  laatste_stap bigint not null default 0,
  created_at timestamptz not null default now()
);

create table herstelcode (
  gebruiker_id uuid not null references gebruiker on delete cascade,
  -- Says which of the ten was typed, so that one slow hash is compared and not ten.
  nummer smallint not null check (nummer between 1 and 10),
  code_hash text not null,
  gebruikt_op timestamptz,
  primary key (gebruiker_id, nummer)
);

create table passkey (
  id uuid primary key default gen_random_uuid(),
  gebruiker_id uuid not null references gebruiker on delete cascade,
  -- As browsers name it, in base64url.
  sleutel_id text not null unique check (length(sleutel_id) between 1 and 2000),
  publieke_sleutel bytea not null,
  teller bigint not null default 0,
  naam text not null check (length(trim(naam)) between 1 and 60),
  gebruikt_op timestamptz,
  created_at timestamptz not null default now()
);
create index passkey_gebruiker on passkey (gebruiker_id);

-- What a passkey has to sign: once, soon, and by the browser that asked for it.
create table uitdaging (
  challenge_hash text primary key,
  soort text not null check (soort in ('inloggen', 'tweede-stap', 'bevestigen', 'registreren')),
  -- The hash of the session, half session or cookie that asked.
  houder text not null,
  created_at timestamptz not null default now()
);
create index uitdaging_created_at on uitdaging (created_at);
