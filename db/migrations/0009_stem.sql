-- What the client side says itself: of each sentence and actie, and in its own words. K3

-- By the words that it was given on: other words are another question.
create table antwoord (
  overleg_id uuid not null references overleg on delete cascade,
  soort text not null check (soort in ('zin', 'actie')),
  -- sleutelOf(tekst) of app/domain/zin.ts
  sleutel text not null check (sleutel ~ '^[0-9a-z]{14}$'),
  tekst text not null,
  antwoord text not null,
  gegeven_op timestamptz not null default clock_timestamp(),
  primary key (overleg_id, soort, sleutel),
  check (case soort when 'zin' then antwoord in ('klopt', 'klopt-niet', 'weet-niet') else antwoord in ('ja', 'nee', 'praten') end)
);

-- Word for word. `versie` counts: who saves says which one he had before him.
create table eigen_woorden (
  overleg_id uuid not null references overleg on delete cascade,
  veld text not null check (veld in ('wil', 'anders')),
  tekst text not null check (length(tekst) <= 20000),
  versie integer not null check (versie > 0),
  primary key (overleg_id, veld)
);

-- As they were at vaststellen: these rows are never changed (plan_blijft, actie_blijft). P1
alter table plan
  add column wil text not null default '' check (length(wil) <= 20000),
  add column anders text not null default '' check (length(anders) <= 20000),
  -- Gegeven[] of app/domain/antwoord.ts: the sentences of the samenvatting that were answered
  add column zinantwoorden jsonb not null default '[]';
alter table actie add column antwoord text check (antwoord in ('ja', 'nee', 'praten'));

create trigger antwoord_gemeld after insert or update on antwoord for each row execute function meld_overleg();
create trigger eigen_woorden_gemeld after insert or update on eigen_woorden for each row execute function meld_overleg();

-- The planner keeps no samples of what people wrote: see 0005_bewaren.sql.
alter table antwoord alter tekst set statistics 0;
alter table eigen_woorden alter tekst set statistics 0;
alter table plan alter wil set statistics 0, alter anders set statistics 0, alter zinantwoorden set statistics 0;
