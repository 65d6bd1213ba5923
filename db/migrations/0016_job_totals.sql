-- +goose Up

-- Verified jobs, counted by one or two of what is public of them: a sum for each group that has a job, kept with the jobs
-- in the same transaction. Not all six at once: a million jobs would have nearly a million groups. What a grouping
-- doesn't count by is null; sector is null as well where a job's isn't known.
create table job_totals (
  id             bigint generated always as identity primary key,
  counted_by       text not null,
  convention_id  bigint references conventions on delete cascade,
  employer_id    bigint references partners on delete cascade,
  region_id      bigint references regions,
  sector_id      bigint references sectors,
  contract_kind  contract_kind,
  start_month    text collate "C",
  jobs           bigint not null, -- no check that it is not negative: what is added to it is tried first, and may be
  constraint job_totals_group unique nulls not distinct
    (counted_by, convention_id, employer_id, region_id, sector_id, contract_kind, start_month)
);
create index job_totals_by_jobs on job_totals (counted_by, jobs, id) where jobs > 0;
create index job_totals_by_month on job_totals (counted_by, (coalesce(start_month, '')), id) where jobs > 0;
create index job_totals_of_convention on job_totals (convention_id);
create index job_totals_of_employer on job_totals (employer_id);

-- The groupings that are kept, by the columns that each counts by.
-- +goose StatementBegin
create function job_groupings() returns table (counted_by text, columns text[])
language sql immutable parallel safe as $$
  values ('ALL', '{}'::text[]),
    ('CONVENTION', '{convention_id}'), ('PARTNER', '{employer_id}'), ('REGION', '{region_id}'),
    ('SECTOR', '{sector_id}'), ('CONTRACT_KIND', '{contract_kind}'), ('START_MONTH', '{start_month}'),
    ('CONVENTION REGION', '{convention_id,region_id}'), ('CONVENTION CONTRACT_KIND', '{convention_id,contract_kind}'),
    ('CONVENTION START_MONTH', '{convention_id,start_month}'),
    ('PARTNER REGION', '{employer_id,region_id}'), ('PARTNER SECTOR', '{employer_id,sector_id}'),
    ('PARTNER CONTRACT_KIND', '{employer_id,contract_kind}'), ('PARTNER START_MONTH', '{employer_id,start_month}'),
    ('REGION SECTOR', '{region_id,sector_id}'), ('REGION CONTRACT_KIND', '{region_id,contract_kind}'),
    ('REGION START_MONTH', '{region_id,start_month}'), ('SECTOR CONTRACT_KIND', '{sector_id,contract_kind}'),
    ('SECTOR START_MONTH', '{sector_id,start_month}'), ('CONTRACT_KIND START_MONTH', '{contract_kind,start_month}')
$$;
-- +goose StatementEnd

create type verified_move as (
  convention_id bigint, employer_id bigint, region_id bigint, sector_id bigint, contract_kind contract_kind,
  start_month text, jobs bigint);

-- Adds to the sums, in one order for all, so that two who add at once wait for each other and no more.
-- +goose StatementBegin
create function add_to_job_totals(moves verified_move[]) returns void
language sql set search_path = pg_catalog, public, pg_temp as $$
  insert into job_totals as t (counted_by, convention_id, employer_id, region_id, sector_id, contract_kind, start_month, jobs)
  select g.counted_by, k.convention_id, k.employer_id, k.region_id, k.sector_id, k.contract_kind, k.start_month, sum(m.jobs)
  from job_groupings() g
  cross join unnest(moves) m
  cross join lateral (select
    case when 'convention_id' = any(g.columns) then m.convention_id end as convention_id,
    case when 'employer_id' = any(g.columns) then m.employer_id end as employer_id,
    case when 'region_id' = any(g.columns) then m.region_id end as region_id,
    case when 'sector_id' = any(g.columns) then m.sector_id end as sector_id,
    case when 'contract_kind' = any(g.columns) then m.contract_kind end as contract_kind,
    case when 'start_month' = any(g.columns) then m.start_month end as start_month) k
  group by 1, 2, 3, 4, 5, 6, 7
  having sum(m.jobs) <> 0
  order by 1, 2, 3, 4, 5, 6, 7
  on conflict on constraint job_totals_group do update set jobs = t.jobs + excluded.jobs
$$;
-- +goose StatementEnd

-- +goose StatementBegin
create function sum_jobs() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moves verified_move[];
begin
  if tg_op = 'INSERT' then
    select array_agg(m::verified_move) into moves from (
      select convention_id, employer_id, region_id, sector_id, contract_kind, start_month, count(*)
      from added where state = 'ACCEPTED' group by 1, 2, 3, 4, 5, 6) m;
  elsif tg_op = 'DELETE' then
    select array_agg(m::verified_move) into moves from (
      select convention_id, employer_id, region_id, sector_id, contract_kind, start_month, - count(*)
      from removed where state = 'ACCEPTED' group by 1, 2, 3, 4, 5, 6) m;
  else
    select array_agg(m::verified_move) into moves from (
      select convention_id, employer_id, region_id, sector_id, contract_kind, start_month, sum(jobs)::bigint
      from (select *, 1 as jobs from added union all select *, -1 from removed) moved
      where state = 'ACCEPTED' group by 1, 2, 3, 4, 5, 6 having sum(jobs) <> 0) m;
  end if;
  if moves is not null then
    perform add_to_job_totals(moves);
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger sum_added after insert on jobs
  referencing new table as added for each statement execute function sum_jobs();
create trigger sum_moved after update on jobs
  referencing new table as added old table as removed for each statement execute function sum_jobs();
create trigger sum_removed after delete on jobs
  referencing old table as removed for each statement execute function sum_jobs();

-- +goose StatementBegin
-- Counts the sums anew from the jobs.
create function rebuild_job_totals() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  lock table job_totals in exclusive mode;
  delete from job_totals;
  execute (
    select 'insert into job_totals (counted_by, convention_id, employer_id, region_id, sector_id, contract_kind, start_month, jobs)
      select g.counted_by, s.convention_id, s.employer_id, s.region_id, s.sector_id, s.contract_kind, s.start_month, s.jobs
      from (
        select convention_id, employer_id, region_id, sector_id, contract_kind, start_month, count(*) as jobs,
          array_remove(array[
            case grouping(convention_id) when 0 then ''convention_id'' end, case grouping(employer_id) when 0 then ''employer_id'' end,
            case grouping(region_id) when 0 then ''region_id'' end, case grouping(sector_id) when 0 then ''sector_id'' end,
            case grouping(contract_kind) when 0 then ''contract_kind'' end,
            case grouping(start_month) when 0 then ''start_month'' end], null) as columns
        from jobs where state = ''ACCEPTED'' group by grouping sets (' ||
      string_agg('(' || array_to_string(g.columns, ', ') || ')', ', ') || ')
      ) s join job_groupings() g on g.columns = s.columns
      where s.jobs > 0
      order by 1, 2, 3, 4, 5, 6, 7'
    from job_groupings() g);
end
$$;
-- +goose StatementEnd
select rebuild_job_totals();

-- What the public reads: groups that have a job.
create view verified_job_totals as select * from job_totals where jobs > 0;
