-- What a casus is kept by: the last day on which something happened in each of its overleggen. P7
create view overleg_bewaring as
select
  overleg.id as overleg_id,
  overleg.casus_id,
  overleg.status = 'vastgesteld' as met_plan,
  (greatest(
    overleg.created_at, overleg.gepland_op, overleg.verplaatst_op, overleg.fase_begonnen_op, overleg.dicht_op,
    (select max(vastgesteld_op) from plan where plan.overleg_id = overleg.id),
    (select max(datum) from monitoringmoment join plan on plan.id = plan_id where plan.overleg_id = overleg.id),
    (select max(actie_status.created_at) from actie_status
      join actie on actie.id = actie_id join plan on plan.id = plan_id where plan.overleg_id = overleg.id),
    (select max(created_at) from aanvulling where aanvulling.overleg_id = overleg.id),
    (select max(created_at) from heropening where heropening.overleg_id = overleg.id)
  ) at time zone 'Europe/Amsterdam')::date as laatst
from overleg;

-- What is vastgesteld is never changed, and goes only with its whole casus: in vernietig_casus, which runs as the owner.
create function weiger_wijziging_van_plan() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('focustafel.vernietigt', true) = 'ja'
    and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return old;
  end if;
  raise exception '% is never changed', tg_table_name using errcode = 'restrict_violation';
end $$;
create or replace trigger plan_blijft before update or delete on plan for each row execute function weiger_wijziging_van_plan();
create or replace trigger actie_blijft before update or delete on actie for each row execute function weiger_wijziging_van_plan();
create or replace trigger actie_status_blijft before update or delete on actie_status for each row execute function weiger_wijziging_van_plan();
create or replace trigger monitoringmoment_blijft before update or delete on monitoringmoment for each row execute function weiger_wijziging_van_plan();

-- Destroys a casus with all that is in it; answers with its overleggen, none when it is not there.
-- Who only runs the application cannot have it destroy what people worked in half a year ago.
create function vernietig_casus(gevraagd uuid) returns uuid[] language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  eigenaar name := (select pg_get_userbyid(relowner) from pg_class where oid = 'casus'::regclass);
  overleggen uuid[];
  weg uuid;
begin
  perform from casus where id = gevraagd for update;
  if not found then return '{}'; end if;
  perform from overleg where casus_id = gevraagd for update;
  if not pg_has_role(session_user, eigenaar, 'member') and exists (
    select from overleg_bewaring where casus_id = gevraagd and laatst > current_date - interval '6 months'
  ) then
    raise exception 'This casus is too young to be destroyed' using errcode = 'insufficient_privilege';
  end if;

  overleggen := array(select id from overleg where casus_id = gevraagd order by id);
  perform set_config('focustafel.vernietigt', 'ja', true);
  delete from actie_status where actie_id in (
    select actie.id from actie join plan on plan.id = plan_id where plan.overleg_id = any (overleggen));
  delete from actie where plan_id in (select id from plan where overleg_id = any (overleggen));
  delete from monitoringmoment where plan_id in (select id from plan where overleg_id = any (overleggen));
  delete from plan where overleg_id = any (overleggen);
  delete from incident where overleg_id = any (overleggen);
  delete from overleg where id = any (overleggen);
  delete from casus where id = gevraagd;
  perform set_config('focustafel.vernietigt', '', true);
  foreach weg in array overleggen loop
    perform pg_notify('overleg', weg::text);
  end loop;
  return overleggen;
end $$;
revoke execute on function vernietig_casus(uuid) from public;

-- The planner keeps samples of what columns hold, where no destruction comes: not of what people wrote, or are called.
alter table casus alter initialen set statistics 0, alter nummer set statistics 0;
alter table overleg alter vraag set statistics 0, alter zonder_client_toelichting set statistics 0,
  alter afgebroken_reden set statistics 0, alter link_vooroverleg set statistics 0, alter link_tafel set statistics 0;
alter table deelnemer alter taak set statistics 0;
alter table client_persoon alter naam set statistics 0;
alter table document_update alter bytes set statistics 0;
alter table document_snapshot alter bytes set statistics 0;
alter table aanvulling alter tekst set statistics 0;
alter table heropening alter reden set statistics 0;
alter table plan alter samenvatting set statistics 0, alter besluitvorming set statistics 0;
alter table actie alter wat set statistics 0, alter waarom set statistics 0;
alter table actie_status alter notitie set statistics 0;
alter table incident alter toelichting set statistics 0;
