create table organisatie (
  id uuid primary key default gen_random_uuid(),
  naam text not null unique check (length(trim(naam)) between 2 and 120),
  keten text not null check (keten in ('straf', 'zorg', 'bestuur')),
  convenant_getekend_op date,
  created_at timestamptz not null default now()
);

create table gebruiker (
  id uuid primary key default gen_random_uuid(),
  organisatie_id uuid not null references organisatie,
  naam text not null check (length(trim(naam)) between 2 and 120),
  email text not null unique check (email = lower(email) and position('@' in email) > 1),
  functie text not null default '',
  telefoon text not null default '',
  huisfunctie text not null default 'professional'
    check (huisfunctie in ('procesregisseur', 'informatiecoordinator', 'ketenmanager', 'beheerder', 'professional')),
  wachtwoord_hash text not null,
  uitgeschakeld_op timestamptz,
  created_at timestamptz not null default now()
);

-- A professional's session; id_hash is the SHA-256 of what is in the cookie, so that a copy of this table opens nothing.
create table sessie (
  id_hash text primary key,
  gebruiker_id uuid not null references gebruiker on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index sessie_gebruiker on sessie (gebruiker_id);

-- Slows down guessing at one account; the key is a hash of the e-mail address, known or not.
create table inlogrem (
  sleutel text primary key,
  pogingen integer not null default 1 check (pogingen > 0),
  beurt_op timestamptz not null default now(),
  laatst_op timestamptz not null default now()
);

create table casus (
  id uuid primary key default gen_random_uuid(),
  nummer text not null unique check (nummer ~ '^[0-9]{4}-[0-9]{4}$'),
  initialen text not null check (length(trim(initialen)) between 1 and 12),
  gemeente text not null check (length(trim(gemeente)) between 2 and 60),
  created_at timestamptz not null default now()
);

create table overleg (
  id uuid primary key default gen_random_uuid(),
  casus_id uuid not null references casus,
  gepland_op timestamptz not null,
  -- When the moment was last changed, so that who waits can be told. T7
  verplaatst_op timestamptz,
  vraag text not null check (length(vraag) <= 4000),
  status text not null default 'gepland' check (status in ('gepland', 'lopend', 'vastgesteld', 'afgebroken')),
  fase text check (fase in ('vraagstelling', 'beeldvorming', 'oordeelsvorming', 'besluitvorming')),
  tafel text check (tafel in ('vooroverleg', 'met-client')),
  -- Null: with the cliënt. F6
  zonder_client_reden text check (zonder_client_reden in ('rode-lap', 'risicogesprek', 'anders')),
  zonder_client_toelichting text not null default '' check (length(zonder_client_toelichting) <= 1000),
  -- The silent time of the current fase.
  fase_begonnen_op timestamptz,
  fase_minuten integer check (fase_minuten between 1 and 480),
  -- Closed for everybody but the procesregisseur. T8
  dicht_op timestamptz,
  afgebroken_reden text,
  -- Two rooms, so that nobody has to be sent out of one.
  link_vooroverleg text check (link_vooroverleg ~ '^https://'),
  link_tafel text check (link_tafel ~ '^https://'),
  -- Raised by every change that can change anybody's rights; collab writes an edit only under the version that it was judged by. S3
  rechten_versie bigint not null default 1,
  created_at timestamptz not null default now(),
  check ((status = 'lopend') = (fase is not null)),
  check ((status = 'lopend') = (tafel is not null)),
  check (tafel is distinct from 'met-client' or fase = 'besluitvorming'),
  check (tafel is distinct from 'met-client' or zonder_client_reden is null),
  check (zonder_client_reden is distinct from 'anders' or length(trim(zonder_client_toelichting)) > 0),
  check ((status = 'afgebroken') = (afgebroken_reden is not null)),
  check (link_vooroverleg is null or link_vooroverleg is distinct from link_tafel)
);

create table deelnemer (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg on delete cascade,
  gebruiker_id uuid not null references gebruiker,
  rol text not null check (rol in ('procesregisseur', 'casushouder', 'partner')),
  keuze text not null default 'onbeslist' check (keuze in ('onbeslist', 'blijft', 'vertrekt')),
  vertrekreden text check (vertrekreden in ('niet-deelbaar', 'niet-betrokken', 'groepsgrootte')),
  -- In a few words what he does, for the cliënt. T6
  taak text not null default '' check (length(taak) <= 120),
  verklaring_getekend_op timestamptz,
  casushouder_aanvaard_op timestamptz,
  -- Not that of the transaction: who makes an overleg comes before his vervanger.
  created_at timestamptz not null default clock_timestamp(),
  unique (overleg_id, gebruiker_id),
  check ((keuze = 'vertrekt') = (vertrekreden is not null)),
  check (rol = 'partner' or keuze <> 'vertrekt'),
  check (rol = 'casushouder' or casushouder_aanvaard_op is null)
);
create unique index deelnemer_een_casushouder on deelnemer (overleg_id) where rol = 'casushouder';
create index deelnemer_gebruiker on deelnemer (gebruiker_id);

-- The client side: the cliënt, and whom he brings. Each has a letter and a code of his own.
create table client_persoon (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg on delete cascade,
  soort text not null check (soort in ('client', 'steunpersoon', 'vertegenwoordiger')),
  naam text not null check (length(trim(naam)) between 1 and 120),
  token_hash text unique,
  code_hash text,
  pin_hash text,
  pogingen integer not null default 0 check (pogingen >= 0),
  uitgenodigd_op timestamptz,
  created_at timestamptz not null default now(),
  check ((token_hash is null) = (code_hash is null))
);
create unique index client_persoon_een_client on client_persoon (overleg_id) where soort = 'client';

-- One browser of the client side. A human lets each browser come to the table by itself. T4, S5
create table client_sessie (
  id_hash text primary key,
  id uuid not null unique default gen_random_uuid(),
  client_persoon_id uuid not null references client_persoon on delete cascade,
  expires_at timestamptz not null,
  met_pin boolean not null default false,
  toegelaten_op timestamptz,
  -- A calm signal to the procesregisseur.
  signaal text check (signaal in ('iets-zeggen', 'pauze', 'stoppen')),
  gezien_op timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index client_sessie_persoon on client_sessie (client_persoon_id);

-- A server process that lives; what it says about who is here goes with it when it stops breathing.
create table proces (
  id uuid primary key,
  gezien_op timestamptz not null default now()
);

-- An open socket of a person at, or waiting for, the table.
create table aanwezigheid (
  id uuid primary key default gen_random_uuid(),
  proces_id uuid not null references proces on delete cascade,
  overleg_id uuid not null references overleg on delete cascade,
  gebruiker_id uuid references gebruiker on delete cascade,
  client_sessie_id uuid references client_sessie (id) on delete cascade,
  created_at timestamptz not null default now(),
  check (num_nonnulls(gebruiker_id, client_sessie_id) = 1)
);
create index aanwezigheid_overleg on aanwezigheid (overleg_id);

-- A raised hand stays up when a connection drops.
create table hand (
  deelnemer_id uuid primary key references deelnemer on delete cascade,
  opgestoken_op timestamptz not null default now()
);

create table document (
  id bigint generated always as identity primary key,
  overleg_id uuid not null references overleg on delete cascade,
  soort text not null check (soort in ('vraagstelling', 'beeldvorming', 'oordeelsvorming', 'samenvatting', 'besluitvorming')),
  unique (overleg_id, soort)
);

-- Append-only; rows go only when a snapshot holds them.
create table document_update (
  id bigint generated always as identity primary key,
  document_id bigint not null references document on delete cascade,
  -- Null: the server itself, for the first content.
  auteur uuid references gebruiker,
  bytes bytea not null,
  created_at timestamptz not null default now()
);
create index document_update_document on document_update (document_id, id);

create table document_snapshot (
  document_id bigint primary key references document on delete cascade,
  bytes bytea not null,
  created_at timestamptz not null default now()
);

-- A Yjs client id belongs to the person who first used it in that document; null is the server.
create table document_schrijver (
  document_id bigint not null references document on delete cascade,
  yjs_client bigint not null check (yjs_client >= 0),
  gebruiker_id uuid references gebruiker,
  primary key (document_id, yjs_client)
);

-- Text that came after its fase was over. D3
create table aanvulling (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg on delete cascade,
  document text not null check (document in ('vraagstelling', 'beeldvorming', 'oordeelsvorming', 'samenvatting', 'besluitvorming')),
  -- Not the deelnemer: what somebody wrote stays, also when he is none any more.
  gebruiker_id uuid not null references gebruiker,
  tekst text not null check (length(trim(tekst)) between 1 and 20000),
  created_at timestamptz not null default now()
);
create index aanvulling_overleg on aanvulling (overleg_id, document);

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

-- A vastgesteld version is never changed. P1
create table plan (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg,
  versie integer not null check (versie > 0),
  casushouder_id uuid not null references deelnemer,
  -- Blok[] of app/domain/inhoud.ts
  samenvatting jsonb not null,
  besluitvorming jsonb not null,
  vastgesteld_op timestamptz not null default now(),
  unique (overleg_id, versie)
);

create table actie (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan,
  nummer integer not null check (nummer > 0),
  wat text not null check (length(trim(wat)) > 0),
  waarom text not null,
  leefgebied text check (leefgebied in ('Identiteitsbewijs', 'Huisvesting', 'Inkomen en werk', 'Schulden', 'Zorg', 'Overig')),
  wanneer date not null,
  -- Null: the cliënt does it himself.
  deelnemer_id uuid references deelnemer,
  unique (plan_id, nummer)
);

-- Every change is a new row. P2
create table actie_status (
  id bigint generated always as identity primary key,
  actie_id uuid not null references actie,
  status text not null check (status in ('open', 'loopt', 'gedaan', 'niet-gelukt-omstandigheden', 'niet-gelukt-niet-uitgevoerd', 'vervallen')),
  notitie text not null default '' check (length(notitie) <= 2000),
  gebruiker_id uuid references gebruiker,
  client_persoon_id uuid references client_persoon,
  created_at timestamptz not null default now(),
  check (num_nonnulls(gebruiker_id, client_persoon_id) = 1),
  check (status <> 'vervallen' or length(trim(notitie)) > 0)
);
create index actie_status_actie on actie_status (actie_id, id desc);

create table monitoringmoment (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan,
  termijn text not null check (termijn in ('1 week', '1 maand', '3 maanden', '6 maanden')),
  datum date not null,
  unique (plan_id, termijn)
);

-- Started by Dicht nu. T8
create table incident (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg,
  begonnen_door uuid not null references gebruiker,
  begonnen_op timestamptz not null default now(),
  heropend_op timestamptz,
  toelichting text not null default '' check (length(toelichting) <= 4000)
);
create unique index incident_een_lopend on incident (overleg_id) where heropend_op is null;

-- Who did what; written in the transaction that did it. Never contents, never names.
create table audit (
  id bigint generated always as identity primary key,
  event text not null check (event ~ '^[a-z]+(-[a-z]+)+$'),
  overleg_id uuid references overleg,
  gebruiker_id uuid references gebruiker,
  -- No reference: a person of the client side can be taken out, and the audit is never changed.
  client_persoon_id uuid,
  details jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index audit_overleg on audit (overleg_id, id);

create function weiger_wijziging() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger plan_blijft before update or delete on plan for each row execute function weiger_wijziging();
create trigger actie_blijft before update or delete on actie for each row execute function weiger_wijziging();
create trigger actie_status_blijft before update or delete on actie_status for each row execute function weiger_wijziging();
create trigger audit_blijft before update or delete on audit for each row execute function weiger_wijziging();
create trigger monitoringmoment_blijft before update or delete on monitoringmoment for each row execute function weiger_wijziging();
create trigger plan_blijft_heel before truncate on plan execute function weiger_wijziging();
create trigger actie_blijft_heel before truncate on actie execute function weiger_wijziging();
create trigger monitoringmoment_blijft_heel before truncate on monitoringmoment execute function weiger_wijziging();
create trigger actie_status_blijft_heel before truncate on actie_status execute function weiger_wijziging();
create trigger audit_blijft_heel before truncate on audit execute function weiger_wijziging();

-- What rights depend on raises the version, and every change says "look again". Here, so that no command can forget it. S3
create function overleg_rechten() returns trigger language plpgsql as $$
begin
  if (old.status, old.fase, old.tafel, old.dicht_op, old.zonder_client_reden)
     is distinct from (new.status, new.fase, new.tafel, new.dicht_op, new.zonder_client_reden) then
    new.rechten_versie := old.rechten_versie + 1;
  end if;
  return new;
end $$;
create trigger overleg_rechten before update on overleg for each row execute function overleg_rechten();

create function meld_overleg() returns trigger language plpgsql as $$
begin
  -- Two branches: an expression that names a column that this table lacks fails as soon as it is reached.
  if tg_table_name = 'overleg' then
    perform pg_notify('overleg', new.id::text);
  else
    perform pg_notify('overleg', coalesce(new.overleg_id, old.overleg_id)::text);
  end if;
  return null;
end $$;
create trigger overleg_gemeld after update on overleg for each row execute function meld_overleg();

create function deelnemer_rechten() returns trigger language plpgsql as $$
begin
  update overleg set rechten_versie = rechten_versie + 1 where id = coalesce(new.overleg_id, old.overleg_id);
  return null;
end $$;
create trigger deelnemer_rechten after insert or update or delete on deelnemer for each row execute function deelnemer_rechten();

-- A convenant that is signed or withdrawn (T9), an account that is switched off.
create function organisatie_rechten() returns trigger language plpgsql as $$
begin
  update overleg set rechten_versie = rechten_versie + 1
  where id in (
    select deelnemer.overleg_id from deelnemer join gebruiker on gebruiker.id = deelnemer.gebruiker_id
    where gebruiker.organisatie_id = new.id);
  return null;
end $$;
create trigger organisatie_rechten after update on organisatie for each row
  when (old.convenant_getekend_op is distinct from new.convenant_getekend_op)
  execute function organisatie_rechten();

create function gebruiker_rechten() returns trigger language plpgsql as $$
begin
  update overleg set rechten_versie = rechten_versie + 1
  where id in (select overleg_id from deelnemer where gebruiker_id = new.id);
  delete from sessie where gebruiker_id = new.id and new.uitgeschakeld_op is not null;
  return null;
end $$;
create trigger gebruiker_rechten after update on gebruiker for each row
  when (old.uitgeschakeld_op is distinct from new.uitgeschakeld_op or old.organisatie_id is distinct from new.organisatie_id)
  execute function gebruiker_rechten();

create trigger aanwezigheid_gemeld after insert or delete on aanwezigheid for each row execute function meld_overleg();
create trigger aanvulling_gemeld after insert on aanvulling for each row execute function meld_overleg();
create trigger client_persoon_gemeld after insert or update or delete on client_persoon for each row execute function meld_overleg();
create trigger plan_gemeld after insert on plan for each row execute function meld_overleg();

create function meld_hand() returns trigger language plpgsql as $$
begin
  perform pg_notify('overleg', overleg_id::text) from deelnemer where id = coalesce(new.deelnemer_id, old.deelnemer_id);
  return null;
end $$;
create trigger hand_gemeld after insert or delete on hand for each row execute function meld_hand();

create function meld_client_sessie() returns trigger language plpgsql as $$
begin
  perform pg_notify('overleg', overleg_id::text) from client_persoon where id = coalesce(new.client_persoon_id, old.client_persoon_id);
  if tg_op = 'DELETE' then perform pg_notify('sessie', old.id_hash); end if;
  return null;
end $$;
create trigger client_sessie_gemeld after insert or delete on client_sessie for each row execute function meld_client_sessie();
create trigger client_sessie_gewijzigd after update on client_sessie for each row
  when ((old.toegelaten_op, old.signaal, old.met_pin) is distinct from (new.toegelaten_op, new.signaal, new.met_pin))
  execute function meld_client_sessie();

create function meld_actie_status() returns trigger language plpgsql as $$
begin
  perform pg_notify('overleg', plan.overleg_id::text) from actie join plan on plan.id = actie.plan_id where actie.id = new.actie_id;
  return null;
end $$;
create trigger actie_status_gemeld after insert on actie_status for each row execute function meld_actie_status();

-- Sockets of a session that ended close at once, in every process.
create function meld_sessie() returns trigger language plpgsql as $$
begin
  perform pg_notify('sessie', old.id_hash);
  return null;
end $$;
create trigger sessie_beeindigd after delete on sessie for each row execute function meld_sessie();
