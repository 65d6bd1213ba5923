-- +goose Up

-- What officers decided on declared jobs, and after how many days: sums, kept as decisions are made, by convention, partner and
-- outcome. Days are from the day of the submission, or of the request for a second officer, to that of the decision. What the
-- program closed by time is no officer's decision. Of project holders, and of ends of jobs, nothing is counted here.
create table decision_days (
  id             bigint generated always as identity primary key,
  convention_id  bigint not null references conventions on delete cascade,
  partner_id     bigint not null references partners on delete cascade,
  outcome        outcome not null,
  days           int not null constraint decision_days_not_negative check (days >= 0),
  jobs           bigint not null constraint decision_days_of_some check (jobs > 0),
  constraint decision_days_once unique (convention_id, partner_id, outcome, days)
);
create index decision_days_of_partner on decision_days (partner_id);
create index declarations_waiting_of_partner on declarations (partner_id, submitted_at) where state = 'SUBMITTED';

-- +goose StatementBegin
create function tally_decisions() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into decision_days as t (convention_id, partner_id, outcome, days, jobs)
  select r.convention_id, r.partner_id, a.outcome, greatest(0, a.decided_on - (coalesce(s.created_at, d.submitted_at) at time zone 'UTC')::date), count(*)
  from added a
  join declaration_rows r on r.id = a.row_id and r.kind = 'JOB'
  join declarations d on d.id = r.declaration_id
  left join second_looks s on s.row_id = a.row_id and a.round = 'SECOND'
  where a.round <> 'UNANSWERED'
  group by 1, 2, 3, 4
  order by 1, 2, 3, 4
  on conflict on constraint decision_days_once do update set jobs = t.jobs + excluded.jobs;
  return null;
end
$$;

-- Counts them anew from the decisions.
create function rebuild_decision_days() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  lock table decision_days in exclusive mode;
  delete from decision_days;
  insert into decision_days (convention_id, partner_id, outcome, days, jobs)
  select r.convention_id, r.partner_id, a.outcome, greatest(0, a.decided_on - (coalesce(s.created_at, d.submitted_at) at time zone 'UTC')::date), count(*)
  from decisions a
  join declaration_rows r on r.id = a.row_id and r.kind = 'JOB'
  join declarations d on d.id = r.declaration_id
  left join second_looks s on s.row_id = a.row_id and a.round = 'SECOND'
  where a.round <> 'UNANSWERED'
  group by 1, 2, 3, 4
  order by 1, 2, 3, 4;
end
$$;
-- +goose StatementEnd
create trigger tally_decisions after insert on decisions
  referencing new table as added for each statement execute function tally_decisions();
select rebuild_decision_days();

-- What everyone reads of it. The median is the least number of days within which at least half was decided. Late is what
-- waits for longer than the agency has to answer, by the receipt; what waits again has as long from then on.
create view convention_decisions as
  select o.id, t.accepted, t.returned, t.refused, t.longest_days, m.median_days, w.late
  from conventions o
  cross join lateral (
    select sum(k.jobs)::bigint as decided, coalesce(sum(k.jobs) filter (where k.outcome = 'ACCEPTED'), 0)::bigint as accepted,
      coalesce(sum(k.jobs) filter (where k.outcome = 'RETURNED'), 0)::bigint as returned,
      coalesce(sum(k.jobs) filter (where k.outcome = 'REFUSED'), 0)::bigint as refused, max(k.days)::bigint as longest_days
    from decision_days k where k.convention_id = o.id) t
  cross join lateral (
    select min(x.days)::bigint as median_days
    from (
      select k.days, sum(sum(k.jobs)) over (order by k.days) as so_far
      from decision_days k where k.convention_id = o.id
      group by k.days) x
    where 2 * x.so_far >= t.decided) m
  cross join lateral (
    select count(*) as late
    from declarations d
    join declaration_rows r on r.declaration_id = d.id and r.kind = 'JOB' and r.state = 'WAITING'
    where d.convention_id = o.id and d.state = 'SUBMITTED'
      and d.answer_due_on + greatest(0, d.reopened_at::date - d.submitted_at::date) < (now() at time zone 'UTC')::date) w;

create view partner_decisions as
  select o.id, t.accepted, t.returned, t.refused, t.longest_days, m.median_days, w.late
  from partners o
  cross join lateral (
    select sum(k.jobs)::bigint as decided, coalesce(sum(k.jobs) filter (where k.outcome = 'ACCEPTED'), 0)::bigint as accepted,
      coalesce(sum(k.jobs) filter (where k.outcome = 'RETURNED'), 0)::bigint as returned,
      coalesce(sum(k.jobs) filter (where k.outcome = 'REFUSED'), 0)::bigint as refused, max(k.days)::bigint as longest_days
    from decision_days k where k.partner_id = o.id) t
  cross join lateral (
    select min(x.days)::bigint as median_days
    from (
      select k.days, sum(sum(k.jobs)) over (order by k.days) as so_far
      from decision_days k where k.partner_id = o.id
      group by k.days) x
    where 2 * x.so_far >= t.decided) m
  cross join lateral (
    select count(*) as late
    from declarations d
    join declaration_rows r on r.declaration_id = d.id and r.kind = 'JOB' and r.state = 'WAITING'
    where d.partner_id = o.id and d.state = 'SUBMITTED'
      and d.answer_due_on + greatest(0, d.reopened_at::date - d.submitted_at::date) < (now() at time zone 'UTC')::date) w;
