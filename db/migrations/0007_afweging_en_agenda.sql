-- With or without the cliënt: proposed by a procesregisseur, answered by the casushouder. Nothing changes before he confirmed it. F7
create table client_afweging (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg on delete cascade,
  voorstel text not null check (voorstel in ('zonder', 'met')),
  reden text check (reden in ('rode-lap', 'risicogesprek', 'anders')),
  toelichting text not null default '' check (length(toelichting) <= 1000),
  voorgesteld_door uuid not null references gebruiker,
  voorgesteld_op timestamptz not null default now(),
  -- Null: it waits for its answer.
  uitkomst text check (uitkomst in ('bevestigd', 'geweigerd', 'ingetrokken')),
  uitkomst_reden text not null default '' check (length(uitkomst_reden) <= 1000),
  besloten_door uuid references gebruiker,
  besloten_op timestamptz,
  check ((voorstel = 'zonder') = (reden is not null)),
  check (reden is distinct from 'anders' or length(trim(toelichting)) > 0),
  check (num_nonnulls(uitkomst, besloten_door, besloten_op) in (0, 3)),
  check ((uitkomst is not distinct from 'geweigerd') = (length(trim(uitkomst_reden)) > 0)),
  -- Two people decide it.
  check (uitkomst is null or uitkomst = 'ingetrokken' or besloten_door <> voorgesteld_door)
);
create unique index client_afweging_een_open on client_afweging (overleg_id) where uitkomst is null;
create index client_afweging_overleg on client_afweging (overleg_id, voorgesteld_op);
create trigger client_afweging_blijft before update on client_afweging for each row
  when (old.uitkomst is not null) execute function weiger_wijziging();
create trigger client_afweging_gemeld after insert or update on client_afweging for each row execute function meld_overleg();
alter table client_afweging alter toelichting set statistics 0, alter uitkomst_reden set statistics 0;

-- The overleg in the calendar of one deelnemer, and what he answered. Not in his own row: rights do not depend on it. F8
create table deelnemer_agenda (
  deelnemer_id uuid primary key references deelnemer on delete cascade,
  -- Stands in calendar files: it says nothing of whom or of what.
  uid uuid not null unique default gen_random_uuid(),
  volgnummer integer not null default 0 check (volgnummer >= 0),
  -- Whose calendar has it hears of everything that changes it.
  verstuurd_op timestamptz,
  antwoord text check (antwoord in ('komt', 'komt-niet')),
  geantwoord_op timestamptz,
  -- Who sent him as a collega.
  in_plaats_van uuid references gebruiker,
  check ((antwoord is null) = (geantwoord_op is null))
);

insert into deelnemer_agenda (deelnemer_id) select id from deelnemer;

-- Everybody who takes part has one, whoever adds him.
create function begin_deelnemer_agenda() returns trigger language plpgsql as $$
begin
  insert into deelnemer_agenda (deelnemer_id) values (new.id);
  return null;
end $$;
create trigger deelnemer_agenda_begint after insert on deelnemer for each row execute function begin_deelnemer_agenda();

create function meld_deelnemer_agenda() returns trigger language plpgsql as $$
begin
  perform pg_notify('overleg', overleg_id::text) from deelnemer where id = new.deelnemer_id;
  return null;
end $$;
create trigger deelnemer_agenda_gemeld after update on deelnemer_agenda
  for each row execute function meld_deelnemer_agenda();

-- What a calendar needs to know of a mail; the file is made of it when the mail goes.
alter table mail
  add column agenda jsonb,
  add check (agenda is null or tekst is not null);
