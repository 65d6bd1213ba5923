-- +goose Up

-- A row can be decided on more than once: by a first officer; by a second one, for which its partner asks once; and what was
-- returned and isn't answered within 60 days is closed by the program, as refused. The latest decision is the row's.
alter type decision_reason add value 'UNANSWERED' before 'OTHER';
create type decision_round as enum ('FIRST', 'SECOND', 'UNANSWERED');
alter table decisions
  add column round decision_round not null default 'FIRST',
  drop constraint decisions_row_once,
  add constraint decisions_row_once unique (row_id, round),
  add constraint decisions_reason_of_their_round check ((round = 'UNANSWERED') = (coalesce(reason::text, '') = 'UNANSWERED'));
create index declaration_rows_returned on declaration_rows (id) where state = 'RETURNED';

-- That a partner has asked for a second officer, and why.
create table second_looks (
  id      bigint generated always as identity primary key,
  row_id  bigint not null references declaration_rows constraint second_looks_once unique,
  words   text not null constraint second_looks_words_given check (words <> '' and length(words) <= 2000)
);
call keep('second_looks', 'words');

-- What was decided and waits again, waits since then.
alter table declarations add column reopened_at timestamptz;
drop index declarations_waiting_of_convention;
create index declarations_waiting_of_convention on declarations (convention_id, (coalesce(reopened_at, submitted_at))) where state = 'SUBMITTED';
create or replace view convention_deliveries as
  select c.id, d.declared_gross, d.declared_net, d.verified_gross, d.verified_net, d.waiting, d.returned, d.refused,
    0 as missing, (
      select (coalesce(w.reopened_at, w.submitted_at) at time zone 'UTC')::date
      from declarations w
      where w.convention_id = c.id and w.state = 'SUBMITTED'
        and exists (select from declaration_rows r where r.declaration_id = w.id and r.kind = 'JOB' and r.state = 'WAITING')
      order by coalesce(w.reopened_at, w.submitted_at)
      limit 1) as waiting_since
  from conventions c
  left join deliveries d on d.convention_id = c.id;

-- +goose StatementBegin
-- What is asked for waits again: a row that a first officer has returned or refused, and that nothing corrects.
create function reopen_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  wrong bigint;
begin
  select min(a.row_id) into wrong
  from added a
  join declaration_rows r on r.id = a.row_id
  where r.state not in ('RETURNED', 'REFUSED')
    or exists (select from decisions d where d.row_id = r.id and d.round <> 'FIRST')
    or exists (select from declaration_rows n where n.replaces_id = r.id and n.state <> 'WITHDRAWN');
  if wrong is not null then
    raise exception 'row % is not one that a second officer looks at', wrong
      using errcode = 'check_violation', constraint = 'second_looks_of_what_was_not_accepted';
  end if;
  update declarations d
  set state = 'SUBMITTED', decided_at = null, reopened_at = now()
  where d.state = 'DECIDED' and d.id in (select r.declaration_id from added a join declaration_rows r on r.id = a.row_id);
  update declaration_rows r set state = 'WAITING' from added a where r.id = a.row_id;
  return null;
end
$$;

create function check_reopened() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from second_looks s where s.row_id = new.id)
    or exists (select from decisions d where d.row_id = new.id and d.round <> 'FIRST')
  then
    raise exception 'row % was decided, and nobody has asked for a second officer', new.id
      using errcode = 'check_violation', constraint = 'declaration_rows_go_forward';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger reopen_rows after insert on second_looks
  referencing new table as added for each statement execute function reopen_rows();
drop trigger go_forward on declaration_rows;
create trigger go_forward after update of state on declaration_rows for each row
  when (old.state <> new.state and (new.state = 'DRAFT' or new.state = 'WAITING' and old.state not in ('DRAFT', 'RETURNED', 'REFUSED')
    or old.state in ('REPLACED', 'WITHDRAWN')))
  execute function refuse_taking_back('declaration_rows_go_forward');
create trigger go_back after update of state on declaration_rows for each row
  when (new.state = 'WAITING' and old.state in ('RETURNED', 'REFUSED')) execute function check_reopened();

-- +goose StatementBegin
-- A row is accepted, returned or refused only by its latest decision.
create or replace function check_decided() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select d.outcome::text from decisions d where d.row_id = new.id order by d.id desc limit 1) is distinct from new.state::text then
    raise exception 'row % is % without a decision', new.id, new.state
      using errcode = 'check_violation', constraint = 'declaration_rows_as_decided';
  end if;
  return null;
end
$$;

-- What a decision may be of: a second one is another officer's, and asked for; one by time is the program's, of what was
-- returned 60 days ago.
create function check_rounds() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  wrong bigint;
begin
  select min(a.row_id) into wrong
  from added a
  where a.round = 'SECOND' and (not exists (select from second_looks s where s.row_id = a.row_id)
    or exists (select from decisions d where d.row_id = a.row_id and d.round = 'FIRST' and d.created_by = a.created_by));
  if wrong is not null then
    raise exception 'row % is decided again by the same officer, or unasked', wrong
      using errcode = 'check_violation', constraint = 'decisions_second_by_another';
  end if;
  select min(a.row_id) into wrong
  from added a
  where a.round = 'UNANSWERED' and (a.outcome <> 'REFUSED' or a.created_by <> 'program' or exists (
    select from decisions d where d.row_id = a.row_id and d.id <> a.id and d.created_at > now() - interval '60 days'));
  if wrong is not null then
    raise exception 'row % is closed before its time', wrong
      using errcode = 'check_violation', constraint = 'decisions_close_what_is_unanswered';
  end if;
  return null;
end
$$;

-- No officer decides on an own entry, and only what waits is decided, or what was returned by time. The row then is what was
-- decided, and an accepted amendment stands in place of what it amends; what has ended stays ended, and what is known to be
-- sustained stays known.
create or replace function apply_decision() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  wrong bigint;
begin
  select r.id into wrong
  from added a
  join declaration_rows r on r.id = a.row_id
  join declarations d on d.id = r.declaration_id
  left join jobs j on j.row_id = r.id
  left join job_ends e on e.row_id = r.id
  left join project_stages s on s.row_id = r.id
  where a.created_by = any (r.written_by) or a.created_by in (r.created_by, d.created_by, d.submitted_by, j.created_by, e.created_by, s.created_by)
  limit 1;
  if wrong is not null then
    raise exception 'row % was entered by who decides on it', wrong
      using errcode = 'check_violation', constraint = 'decisions_not_on_own_entry';
  end if;
  select a.row_id into wrong from added a join declaration_rows r on r.id = a.row_id
  where r.state <> case a.round when 'UNANSWERED' then 'RETURNED' else 'WAITING' end::row_state limit 1;
  if wrong is not null then
    raise exception 'row % does not wait for a decision', wrong
      using errcode = 'check_violation', constraint = 'decisions_on_what_waits';
  end if;
  update declaration_rows r
  set state = 'REPLACED'
  from added a
  join jobs j on j.row_id = a.row_id
  join jobs b on b.id = j.amends_id
  where a.outcome = 'ACCEPTED' and r.id = b.row_id and r.state = 'ACCEPTED';
  update declaration_rows r
  set state = 'REPLACED'
  from added a
  join project_stages s on s.row_id = a.row_id
  join project_stages b on b.id = s.amends_id
  where a.outcome = 'ACCEPTED' and r.id = b.row_id and r.state = 'ACCEPTED';
  update declaration_rows r set state = a.outcome::text::row_state from added a where r.id = a.row_id;
  update jobs j
  set ended_on = coalesce(j.ended_on, b.ended_on), sustained = coalesce(j.sustained, b.sustained)
  from added a, jobs b
  where a.outcome = 'ACCEPTED' and j.row_id = a.row_id and b.id = j.amends_id
    and (j.ended_on is null and b.ended_on is not null or j.sustained is null and b.sustained is not null);
  return null;
end
$$;

-- Above fifty rows nothing is decided before the draw. A drawn row rests on a basis of its own; the others are accepted when
-- all drawn ones are decided, few enough otherwise than by accepting them, and say that they rest on the sample. The welcome of
-- a project holder of whom a stage was drawn may be looked at with it, as no stage is accepted before. A second officer looks at
-- the row itself, whether it was drawn or not.
create function check_sampled() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  wrong bigint;
begin
  select min(a.row_id) into wrong
  from added a
  join declaration_rows r on r.id = a.row_id
  where a.round = 'FIRST' and not exists (select from samples s where s.declaration_id = r.declaration_id)
    and r.declaration_id in (
      select x.id from (select distinct i.declaration_id as id from added b join declaration_rows i on i.id = b.row_id) x
      where takes_sample(x.id));
  if wrong is not null then
    raise exception 'row % is one of more than fifty, of which no sample was drawn', wrong
      using errcode = 'check_violation', constraint = 'decisions_after_the_draw';
  end if;
  select min(a.row_id) into wrong
  from added a
  join declaration_rows r on r.id = a.row_id
  left join samples s on s.declaration_id = r.declaration_id
  left join sampled_rows p on p.row_id = r.id
  where a.outcome = 'ACCEPTED' and case
    when a.round = 'SECOND' or s.id is null or p.row_id is not null then a.basis::text = 'SAMPLE'
    when a.basis::text = 'SAMPLE' then s.waiting > 0 or sample_fails(s.drawn, s.wrong)
    else not carries_drawn(r.id) end;
  if wrong is not null then
    raise exception 'row % is accepted otherwise than by its sample', wrong
      using errcode = 'check_violation', constraint = 'decisions_by_the_sample';
  end if;
  return null;
end
$$;

-- Whether a row is the welcome of a project holder of whom another row of the same declaration was drawn.
create function carries_drawn(welcome bigint) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from project_stages w
    join declaration_rows r on r.id = w.row_id
    join project_stages t on t.project_holder_id = w.project_holder_id and t.row_id <> w.row_id
    join sampled_rows p on p.row_id = t.row_id
    join declaration_rows o on o.id = t.row_id and o.declaration_id = r.declaration_id
    where w.row_id = welcome and w.stage = 'WELCOMED')
$$;
-- +goose StatementEnd
create trigger check_rounds after insert on decisions
  referencing new table as added for each statement execute function check_rounds();
create trigger check_sampled after insert on decisions
  referencing new table as added for each statement execute function check_sampled();
