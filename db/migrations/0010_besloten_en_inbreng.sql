-- Until when the cliënt is alone with whom he brought; what writing depends on is judged by the clock of this database. K4
alter table overleg
  add column besloten_tot timestamptz,
  add check (besloten_tot is null or tafel is not distinct from 'met-client');
create index overleg_besloten on overleg (besloten_tot) where besloten_tot is not null;

-- Fires before overleg_rechten, which comes to the same version.
create function overleg_besloten() returns trigger language plpgsql as $$
begin
  -- Whose table ends is no longer alone at it: here, so that no command can forget it.
  if new.tafel is distinct from 'met-client' then new.besloten_tot := null; end if;
  if old.besloten_tot is distinct from new.besloten_tot then
    new.rechten_versie := old.rechten_versie + 1;
  end if;
  return new;
end $$;
create trigger overleg_besloten before update on overleg for each row execute function overleg_besloten();

-- The cliënt asked his steunpersoon to leave; only he takes that back. K6
alter table client_persoon
  add column weggestuurd_op timestamptz,
  add check (weggestuurd_op is null or soort = 'steunpersoon');

-- What a partner keeps ready, and nobody sees before the cliënt says yes to it. K5
create table inbreng (
  id uuid primary key default gen_random_uuid(),
  overleg_id uuid not null references overleg on delete cascade,
  -- Who is no deelnemer any more has nobody to ask: it goes with him.
  deelnemer_id uuid not null references deelnemer on delete cascade,
  onderwerp text not null check (length(trim(onderwerp)) between 1 and 200),
  tekst text not null check (length(trim(tekst)) between 1 and 10000),
  -- How often the cliënt was asked.
  keren integer not null default 0 check (keren between 0 and 2),
  -- Asked, and not answered yet. After a yes there is no row.
  gevraagd_op timestamptz check (gevraagd_op is null or keren > 0),
  created_at timestamptz not null default clock_timestamp()
);
create index inbreng_overleg on inbreng (overleg_id);
create index inbreng_deelnemer on inbreng (deelnemer_id);
alter table inbreng alter onderwerp set statistics 0, alter tekst set statistics 0;
create trigger inbreng_gemeld after insert or update or delete on inbreng for each row execute function meld_overleg();

-- Without a yes nobody ever sees it: it is gone with the end of the overleg, whatever ends it.
create function vernietig_inbreng() returns trigger language plpgsql as $$
declare
  weg integer;
begin
  delete from inbreng where overleg_id = new.id;
  get diagnostics weg = row_count;
  if weg > 0 then
    insert into audit (event, overleg_id, details) values ('inbreng-destroyed', new.id, jsonb_build_object('aantal', weg));
  end if;
  return null;
end $$;
create trigger overleg_inbreng after update on overleg for each row
  when (old.status is distinct from new.status and new.status in ('vastgesteld', 'afgebroken'))
  execute function vernietig_inbreng();
