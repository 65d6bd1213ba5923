-- +goose Up

-- Whether there is a decision where a row says so is looked at once a statement: it is there before its row changes.
drop trigger check_decided on declaration_rows;

-- +goose StatementBegin
-- What was decided last is aggregated, so that the few decisions of the row are read and not the latest of all rows: by the
-- order of the keys the planner would read those, where it knows too little of how many there are.
create or replace function check_decided() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  wrong declaration_rows;
begin
  select a.* into wrong
  from added a
  where a.state in ('ACCEPTED', 'RETURNED', 'REFUSED')
    and (select (array_agg(d.outcome order by d.id desc))[1]::text from decisions d where d.row_id = a.id) is distinct from a.state::text
  limit 1;
  if wrong.id is not null then
    raise exception 'row % is % without a decision', wrong.id, wrong.state
      using errcode = 'check_violation', constraint = 'declaration_rows_as_decided';
  end if;
  return null;
end
$$;

create or replace function count_samples() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update samples s
  set waiting = c.waiting, accepted = c.accepted, wrong = s.drawn - c.waiting - c.accepted
  from (
    select p.sample_id, count(*) filter (where r.state = 'WAITING') as waiting,
      count(*) filter (where r.state <> 'WAITING' and (
        select (array_agg(d.outcome order by d.id desc))[1] from decisions d where d.row_id = r.id) = 'ACCEPTED') as accepted
    from sampled_rows p
    join declaration_rows r on r.id = p.row_id
    where p.sample_id in (select o.id from samples o where o.declaration_id in (select a.declaration_id from added a))
    group by 1
  ) c
  where s.id = c.sample_id and (s.waiting, s.accepted) is distinct from (c.waiting::int, c.accepted::int);
  return null;
end
$$;
-- +goose StatementEnd
create trigger check_decided after update on declaration_rows
  referencing new table as added for each statement execute function check_decided();
create trigger check_decided_at_first after insert on declaration_rows
  referencing new table as added for each statement execute function check_decided();

-- What replaces or refills nothing needn't stand in an index of what does.
drop index declaration_rows_replaced_once;
create unique index declaration_rows_replaced_once on declaration_rows (replaces_id) where replaces_id is not null and state <> 'WITHDRAWN';
drop index jobs_refilled_once;
create unique index jobs_refilled_once on jobs (refills_id)
  where refills_id is not null and state in ('WAITING', 'ACCEPTED') and amends_id is null;
