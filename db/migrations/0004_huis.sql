-- What has to be told by mail: written in the transaction that gives the reason, sent afterwards.
create table mail (
  -- Also its Message-ID: who gets it twice can tell.
  id uuid primary key default gen_random_uuid(),
  soort text not null check (soort ~ '^[a-z]+(-[a-z]+)*$'),
  -- One address, and nothing that could be a second one or another header.
  aan text check (aan ~ '^[^[:space:][:cntrl:]<>(),;:\\"@]+@[A-Za-z0-9.-]+$'),
  onderwerp text check (onderwerp !~ '[[:cntrl:]]'),
  tekst text,
  pogingen integer not null default 0 check (pogingen >= 0),
  volgende_poging_op timestamptz not null default now(),
  -- After this there is no use in it.
  vervalt_op timestamptz,
  verzonden_op timestamptz,
  opgegeven_op timestamptz,
  fout text check (fout ~ '^[A-Za-z0-9_]{1,40}$'),
  created_at timestamptz not null default now(),
  check (verzonden_op is null or opgegeven_op is null),
  -- Of what is over, only the fact stays.
  check (num_nonnulls(aan, onderwerp, tekst) =
    case when verzonden_op is null and opgegeven_op is null then 3 else 0 end)
);
create index mail_te_verzenden on mail (volgende_poging_op) where tekst is not null;

create function meld_mail() returns trigger language plpgsql as $$
begin
  perform pg_notify('mail', '');
  return null;
end $$;
create trigger mail_gemeld after insert on mail for each statement execute function meld_mail();

-- A link with which somebody chooses a password: forgotten, or invited. Known by its hash, used once.
create table wachtwoordlink (
  code_hash text primary key,
  gebruiker_id uuid not null references gebruiker on delete cascade,
  soort text not null check (soort in ('vergeten', 'uitnodiging')),
  vervalt_op timestamptz not null,
  created_at timestamptz not null default now()
);
create index wachtwoordlink_gebruiker on wachtwoordlink (gebruiker_id);

-- An organisatie whose people sign in at a provider of its own.
create table organisatie_oidc (
  organisatie_id uuid primary key references organisatie on delete cascade,
  issuer text not null check (issuer ~ '^https?://[^[:space:]]+$'),
  client_id text not null check (length(client_id) between 1 and 500),
  -- AES-256-GCM, under a key that is not in this database.
  client_secret bytea not null,
  -- What `acr` or `amr` says when the provider asked a second factor; null: ours is asked.
  tweede_factor text check (length(tweede_factor) between 1 and 200),
  created_at timestamptz not null default now()
);

create table organisatie_oidc_domein (
  domein text primary key check (domein ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$'),
  organisatie_id uuid not null references organisatie_oidc on delete cascade
);
create index organisatie_oidc_domein_organisatie on organisatie_oidc_domein (organisatie_id);

-- Who somebody is at his provider: bound at the first use, and known by this alone afterwards.
create table oidc_identiteit (
  issuer text not null,
  sub text not null check (length(sub) between 1 and 255),
  gebruiker_id uuid not null references gebruiker on delete cascade,
  created_at timestamptz not null default now(),
  primary key (issuer, sub),
  unique (gebruiker_id, issuer)
);

-- Somebody who went to his provider and is not back yet: he comes back once.
create table oidc_poging (
  state_hash text primary key,
  created_at timestamptz not null default now()
);
