-- +goose Up

-- How many persons were declared under more than one partner or convention, a year at a time and once: a year is counted when
-- it is over, and never again. The exact number is kept nowhere: tens are, rounded down, and none below ten.
create table yearly_overlaps (
  id              bigint generated always as identity primary key,
  year            int not null constraint overlaps_once unique constraint overlaps_year_plausible check (year between 2000 and 2200),
  verified        bigint not null,
  without_number  bigint not null,
  declared_twice  bigint constraint overlaps_protect check (declared_twice >= 10 and declared_twice % 10 = 0),
  constraint overlaps_parts check (0 <= without_number and without_number <= verified)
);
call keep('yearly_overlaps');
create trigger overlaps_append_only before update or delete on yearly_overlaps
  for each row execute function refuse_change();

-- When the personal details of what was declared went. What is counted stays: gender, age band, education, situation, and the
-- fingerprint, by which nobody counts twice.
alter table declarations add column details_gone_on date;
create index declarations_with_details on declarations (coalesce(decided_at, withdrawn_at, case when state = 'DRAFT' then created_at end), id)
  where details_gone_on is null;
alter table beneficiary_profiles
  add column gone_on date,
  add constraint beneficiary_profiles_gone check (gone_on is null or num_nonnulls(birth_year, identity_kind, identity_ending) = 0);

-- +goose StatementBegin
-- Whether a profile changes by nothing but that its details go, once and all together.
create function details_go(before jsonb, after jsonb) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select before ? 'gone_on' and before ->> 'gone_on' is null and after ->> 'gone_on' is not null
    and after - '{birth_year,identity_kind,identity_ending,gone_on}'::text[] = before - '{birth_year,identity_kind,identity_ending,gone_on}'::text[]
$$;

-- Who was declared stays, but for the details that go.
create or replace function check_person_stays() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not details_go(to_jsonb(old), to_jsonb(new)) and (
    exists (select from jobs j where j.id = old.job_id and j.state <> 'DRAFT')
    or exists (select from project_holders h where h.id = old.project_holder_id and h.state <> 'DRAFT'))
  then
    raise exception 'the person of job % or project holder % was submitted, and is not taken back', old.job_id, old.project_holder_id
      using errcode = 'check_violation', constraint = 'persons_submitted_stay';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
