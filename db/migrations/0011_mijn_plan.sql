-- What the cliënt reads about a state, written for him on purpose; the note stays with the professionals. P3, S1
alter table actie_status
  add column uitleg text not null default '' check (length(uitleg) <= 500),
  -- The client side writes a note of its own, and explains nothing to itself.
  add check (uitleg = '' or gebruiker_id is not null);

-- *Klopt er iets niet?*: what the client side says about one sentence or actie of a vastgesteld plan. K7
create table verzoek (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan on delete cascade,
  client_persoon_id uuid not null references client_persoon on delete cascade,
  -- The words that it is about, as they stand in the plan.
  zin text not null check (length(trim(zin)) > 0),
  tekst text not null check (length(trim(tekst)) between 1 and 1000),
  ingediend_op timestamptz not null default now()
);
create index verzoek_plan on verzoek (plan_id, ingediend_op);

create table verzoek_antwoord (
  verzoek_id uuid primary key references verzoek on delete cascade,
  besluit text not null check (besluit in ('toegewezen', 'afgewezen')),
  -- How it reads now, or why not.
  tekst text not null check (length(trim(tekst)) between 1 and 1000),
  gebruiker_id uuid not null references gebruiker,
  beantwoord_op timestamptz not null default now()
);

create trigger verzoek_blijft before update on verzoek for each row execute function weiger_wijziging();
create trigger verzoek_antwoord_blijft before update on verzoek_antwoord for each row execute function weiger_wijziging();

create function meld_verzoek() returns trigger language plpgsql as $$
declare
  gevraagd uuid;
begin
  -- Two branches: an expression that names a column that this table lacks fails as soon as it is reached.
  if tg_table_name = 'verzoek' then
    gevraagd := new.plan_id;
  else
    gevraagd := (select plan_id from verzoek where id = new.verzoek_id);
  end if;
  perform pg_notify('overleg', overleg_id::text) from plan where id = gevraagd;
  return null;
end $$;
create trigger verzoek_gemeld after insert on verzoek for each row execute function meld_verzoek();
create trigger verzoek_antwoord_gemeld after insert on verzoek_antwoord for each row execute function meld_verzoek();

-- The planner keeps samples of what columns hold: not of what people wrote. See 0005_bewaren.sql.
alter table actie_status alter uitleg set statistics 0;
alter table verzoek alter zin set statistics 0, alter tekst set statistics 0;
alter table verzoek_antwoord alter tekst set statistics 0;
