-- +goose Up

-- Whether a verified job is still held so many months after its start, or a project still followed up after its launch, is
-- asked of the partner once. What isn't answered in time is not known.
create table held_questions (
  id             bigint generated always as identity primary key,
  row_id         bigint not null references declaration_rows constraint held_questions_once unique, -- what is asked about
  convention_id  bigint not null references conventions,
  partner_id     bigint not null references partners,
  asked_on       date not null,
  due_on         date not null constraint held_questions_due_later check (due_on > asked_on),
  closed_on      date, -- since when it is not known: the partner said so, or nothing
  version        int not null default 1 constraint held_questions_version_positive check (version >= 1)
);
create index held_questions_of_partner on held_questions (partner_id, id);
create index held_questions_open on held_questions (due_on) where closed_on is null;
call keep('held_questions');

-- The answer, as a row of a declaration says it.
create table held_answers (
  id             bigint generated always as identity primary key,
  row_id         bigint not null constraint held_answers_row_once unique,
  kind           row_kind not null default 'STILL_HELD' constraint held_answers_of_their_kind check (kind = 'STILL_HELD'),
  state          row_state not null default 'DRAFT',
  convention_id  bigint not null,
  question_id    bigint not null references held_questions,
  held           boolean not null,
  ended_on       date,
  constraint held_answers_ended_on_a_day check (held = (ended_on is null)),
  constraint held_answers_row foreign key (row_id, kind, state, convention_id)
    references declaration_rows (id, kind, state, convention_id) deferrable initially deferred
);
create unique index held_answers_stand_once on held_answers (question_id) where state in ('WAITING', 'ACCEPTED');
create index held_answers_of_question on held_answers (question_id, id);
call keep('held_answers', 'state', 'held', 'ended_on');

-- After how many months an indicator's rule looks whether something is sustained.
create function months_sustained(indicator text) returns int
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select r.sustained_after_value::int
  from counting_rules r join indicators i on i.id = r.indicator_id
  where i.code = indicator
  order by r.version desc limit 1
$$;

-- What is verified, and from when on it is asked whether it still holds; null where that is known.
create view held_due as
  select r.id as row_id, r.convention_id, r.partner_id, r.reference, r.kind, x.decided_on,
    (j.started_on + make_interval(months => (select months_sustained('JOBS_CREATED'))))::date as due_on
  from jobs j
  join declaration_rows r on r.id = j.row_id
  join decisions x on x.row_id = r.id and x.outcome = 'ACCEPTED'
  where j.state = 'ACCEPTED' and j.ended_on is null and j.sustained is null
  union all
  select r.id, r.convention_id, r.partner_id, r.reference, r.kind, x.decided_on,
    (s.reached_on + make_interval(months => (select months_sustained('PROJECT_HOLDERS_SUPPORTED'))))::date
  from project_stages s
  join declaration_rows r on r.id = s.row_id
  join decisions x on x.row_id = r.id and x.outcome = 'ACCEPTED'
  where s.state = 'ACCEPTED' and s.stage = 'LAUNCHED'
    and not exists (select from confirmations c where c.project_holder_id = s.project_holder_id)
    and not exists (select from project_stages o where o.project_holder_id = s.project_holder_id and o.stage = 'LEFT' and o.state = 'ACCEPTED');

-- +goose StatementBegin
-- A declaration is decided when nothing of it waits, and withdrawn when all of it is. What a row declares is where its row is.
create or replace function follow_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update jobs j set state = a.state from added a where a.kind = 'JOB' and j.row_id = a.id and j.state <> a.state;
  update job_ends e set state = a.state from added a where a.kind = 'JOB_END' and e.row_id = a.id and e.state <> a.state;
  update project_stages s set state = a.state from added a where a.kind = 'PROGRESS' and s.row_id = a.id and s.state <> a.state;
  update project_holders h set state = a.state from added a where a.kind = 'PROGRESS' and h.row_id = a.id and h.state <> a.state;
  update held_answers h set state = a.state from added a where a.kind = 'STILL_HELD' and h.row_id = a.id and h.state <> a.state;
  update declarations d
  set state = case when s.stands then 'DECIDED' else 'WITHDRAWN' end::declaration_state,
      decided_at = case when s.stands then now() end,
      withdrawn_at = case when not s.stands then now() end,
      claimed_by = null, claim_ends_at = null
  from (
    select r.declaration_id, bool_or(r.state <> 'WITHDRAWN') as stands
    from declaration_rows r
    where r.declaration_id in (select a.declaration_id from added a where a.state not in ('DRAFT', 'WAITING'))
    group by 1
    having bool_and(r.state not in ('DRAFT', 'WAITING'))
  ) s
  where d.id = s.declaration_id and d.state = 'SUBMITTED';
  return null;
end
$$;

-- An accepted answer confirms what it is about, as it stands now: held, or ended no sooner than the rule asks. The job ends on
-- the day that was said, unless an end was accepted meanwhile: then that counts. It goes after what a decision does else, as triggers do by their names.
create function apply_held_answer() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into confirmations (job_id, held, basis)
  select j.id, coalesce(coalesce(j.ended_on, h.ended_on) >= j.started_on + make_interval(months => (select months_sustained('JOBS_CREATED'))), true), a.basis
  from added a
  join held_answers h on h.row_id = a.row_id and h.state = 'ACCEPTED'
  join held_questions q on q.id = h.question_id
  join declaration_rows o on o.id = q.row_id
  join declaration_rows r on r.partner_id = o.partner_id and r.reference = o.reference and r.kind = 'JOB' and r.state = 'ACCEPTED'
  join jobs j on j.row_id = r.id
  where o.kind = 'JOB' and not exists (select from confirmations c where c.job_id = j.id);
  update jobs j
  set ended_on = h.ended_on
  from added a
  join held_answers h on h.row_id = a.row_id and h.state = 'ACCEPTED'
  join held_questions q on q.id = h.question_id
  join declaration_rows o on o.id = q.row_id
  join declaration_rows r on r.partner_id = o.partner_id and r.reference = o.reference and r.kind = 'JOB' and r.state = 'ACCEPTED'
  where o.kind = 'JOB' and j.row_id = r.id and j.ended_on is null and h.ended_on is not null;
  insert into confirmations (project_holder_id, held, basis)
  select s.project_holder_id, h.held or h.ended_on >= s.reached_on + make_interval(months => (select months_sustained('PROJECT_HOLDERS_SUPPORTED'))), a.basis
  from added a
  join held_answers h on h.row_id = a.row_id and h.state = 'ACCEPTED'
  join held_questions q on q.id = h.question_id
  join project_stages o on o.row_id = q.row_id
  join project_stages s on s.project_holder_id = o.project_holder_id and s.stage = 'LAUNCHED' and s.state = 'ACCEPTED'
  where not exists (select from confirmations c where c.project_holder_id = s.project_holder_id);
  return null;
end
$$;

-- An answer is to a question of the same partner and convention, under the reference of what was asked about.
create function check_answer() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from declaration_rows r
    join held_questions q on q.id = new.question_id
    join declaration_rows o on o.id = q.row_id
    where r.id = new.row_id and (r.partner_id, r.convention_id, r.reference) = (q.partner_id, q.convention_id, o.reference))
  then
    raise exception 'answer % is of another row or question', new.id
      using errcode = 'check_violation', constraint = 'held_answers_of_their_own_questions';
  end if;
  return null;
end
$$;

create or replace function check_region() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  declared bigint;
begin
  case new.kind
    when 'JOB' then select j.region_id into declared from jobs j where j.row_id = new.id;
    when 'JOB_END' then select j.region_id into declared from job_ends e join jobs j on j.id = e.job_id where e.row_id = new.id;
    when 'STILL_HELD' then
      select o.region_id into declared
      from held_answers h join held_questions q on q.id = h.question_id join declaration_rows o on o.id = q.row_id where h.row_id = new.id;
    else select h.region_id into declared from holders_of_rows l join project_holders h on h.id = l.project_holder_id where l.row_id = new.id;
  end case;
  if declared is distinct from new.region_id then
    raise exception 'row % says another region than what it declares', new.id
      using errcode = 'check_violation', constraint = 'declaration_rows_region_of_what_they_declare';
  end if;
  return null;
end
$$;

-- A submitted job ends on no other day than that of an accepted end, or of an accepted answer that it has ended.
create or replace function check_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from job_ends e where e.job_id in (new.id, new.amends_id) and e.state = 'ACCEPTED' and e.ended_on = new.ended_on
    union all
    select from jobs b where b.id = new.amends_id and b.ended_on = new.ended_on
    union all
    select from held_answers h
    join held_questions q on q.id = h.question_id
    join declaration_rows o on o.id = q.row_id
    join declaration_rows r on r.partner_id = o.partner_id and r.reference = o.reference and r.kind = 'JOB'
    where r.id = new.row_id and o.kind = 'JOB' and h.state = 'ACCEPTED' and h.ended_on = new.ended_on)
  then
    raise exception 'job % was submitted, and no accepted end is on %', new.id, new.ended_on
      using errcode = 'check_violation', constraint = 'jobs_end_as_accepted';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger apply_held_answer after insert on decisions
  referencing new table as added for each statement execute function apply_held_answer();
create trigger contents_stay after update on held_answers for each row
  when (old.state <> 'DRAFT' and to_jsonb(old) - 'state'::text is distinct from to_jsonb(new) - 'state'::text)
  execute function refuse_taking_back('held_answers_contents_stay');
create trigger submitted_stay after delete on held_answers for each row when (old.state <> 'DRAFT')
  execute function refuse_taking_back('held_answers_submitted_stay');
create constraint trigger check_answer after insert or update of row_id, question_id on held_answers
  deferrable initially deferred for each row execute function check_answer();
