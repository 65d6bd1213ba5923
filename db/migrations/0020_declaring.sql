-- +goose Up

create type identity_kind as enum ('NATIONAL_CARD', 'RESIDENCE_CARD', 'PASSPORT', 'NONE');
create type decision_reason as enum (
  'EVIDENCE_MISSING', 'EVIDENCE_CONTRADICTS', 'INCOMPLETE', 'NOT_FOUND', 'NOT_UNDER_CONVENTION', 'OUTSIDE_PERIOD',
  'CONTRACT_NOT_COUNTED', 'DECLARED_TWICE', 'OTHER');

-- Several colleagues fill one draft: each row says how often it was changed, so that nobody overwrites what another wrote.
-- A row that amends is to stand for an accepted one, which stands for both until then, whatever is decided on it.
alter table declaration_rows
  add column version int not null default 1 constraint declaration_rows_version_positive check (version >= 1),
  add column amends boolean not null default false constraint declaration_rows_amend_another check (not amends or replaces_id is not null),
  add column written_by text[] not null default '{}', -- whoever wrote the draft over entered it as well
  add column region_id bigint references regions; -- who verifies it; of none, officers of the whole country alone
alter table declaration_rows disable trigger user;
update declaration_rows set written_by = array[created_by];
update declaration_rows r set amends = true from jobs j where j.row_id = r.id and j.amends_id is not null;
update declaration_rows r set region_id = j.region_id from jobs j where j.row_id = r.id;
update declaration_rows r set region_id = j.region_id from job_ends e join jobs j on j.id = e.job_id where e.row_id = r.id;
update declaration_rows r set region_id = h.region_id from project_stages s join project_holders h on h.id = s.project_holder_id where s.row_id = r.id;
alter table declaration_rows enable trigger user;
drop index declaration_rows_count_once;
create unique index declaration_rows_count_once on declaration_rows (partner_id, reference)
  where kind = 'JOB' and (state = 'ACCEPTED' or not amends and state in ('RETURNED', 'REFUSED') or state = 'WAITING' and replaces_id is null);
-- What was withdrawn leaves room for another try.
alter table declaration_rows drop constraint declaration_rows_replaced_once;
create unique index declaration_rows_replaced_once on declaration_rows (replaces_id) where state <> 'WITHDRAWN';
create index declaration_rows_replacing on declaration_rows (replaces_id) where replaces_id is not null;
create index declaration_rows_waiting on declaration_rows (region_id, declaration_id) where state = 'WAITING';
create index declaration_rows_of_reference on declaration_rows (partner_id, reference);

-- +goose StatementBegin
create function note_writer() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.written_by := array[acting()];
  elsif not acting() = any (old.written_by) then
    new.written_by := old.written_by || acting();
  else
    new.written_by := old.written_by;
  end if;
  return new;
end
$$;
-- +goose StatementEnd
create trigger note_writer_first before insert on declaration_rows for each row execute function note_writer();
create trigger note_writer before update on declaration_rows for each row
  when (old.state = 'DRAFT' and new.state = 'DRAFT') execute function note_writer();
drop trigger record_change on declaration_rows;
create trigger record_change after update or delete on declaration_rows for each row
  execute function record_change('reference', 'written_by');

-- An officer may enter for a partner, and it is marked so. One officer at a time looks at a declaration.
alter table declarations
  add column entered_by_officer boolean not null default false,
  add column claimed_by bigint references accounts,
  add column claim_ends_at timestamptz,
  add constraint declarations_claimed_for_a_time check ((claimed_by is null) = (claim_ends_at is null));
create index declarations_claimed on declarations (claimed_by) where claimed_by is not null;

-- Why a row was returned or refused: one of a list, and words for the partner.
alter table decisions add column reason decision_reason;
alter table decisions disable trigger user;
update decisions set reason = 'OTHER' where outcome <> 'ACCEPTED';
alter table decisions enable trigger user;
alter table decisions add constraint decisions_reason_of_the_list check ((outcome = 'ACCEPTED') = (reason is null));

-- Of an identity number its last two characters are kept, for the officer, beside its fingerprint. While the key of
-- fingerprints is being changed there is one by each.
alter table beneficiary_profiles
  add column birth_year int constraint beneficiary_profiles_birth_year_plausible check (birth_year between 1900 and 2100),
  add column identity_kind identity_kind,
  add column identity_ending text,
  add constraint beneficiary_profiles_identity_ending check (
    (identity_ending is not null) = coalesce(identity_kind in ('NATIONAL_CARD', 'RESIDENCE_CARD', 'PASSPORT'), false)
    and length(identity_ending) <= 2);
drop trigger record_change on beneficiary_profiles;
create trigger record_change after update or delete on beneficiary_profiles for each row execute function
  record_change('gender', 'age_band', 'education', 'situation_before', 'birth_year', 'identity_kind', 'identity_ending');
alter table fingerprints
  drop constraint fingerprints_job_once, drop constraint fingerprints_project_holder_once,
  add constraint fingerprints_job_once unique (job_id, key_version),
  add constraint fingerprints_project_holder_once unique (project_holder_id, key_version);

-- Who asks for the same again by the same key is given what came of it the first time.
create table idempotency_keys (
  id              bigint generated always as identity primary key,
  created_at      timestamptz not null default now(),
  asked_by        text not null,
  key             text not null constraint idempotency_keys_given check (key <> '' and length(key) <= 200),
  payload_sha256  bytea not null constraint idempotency_keys_are_hashes check (length(payload_sha256) = 32),
  result          bigint not null,
  constraint idempotency_keys_once unique (asked_by, key)
);
create index idempotency_keys_by_time on idempotency_keys (created_at);

-- What a row declares follows the row's state, in one statement however many rows move: by a cascade of the foreign key it
-- is one a row, and the sums were kept anew for each.
alter table jobs drop constraint jobs_row, add constraint jobs_row foreign key (row_id, kind, state, convention_id)
  references declaration_rows (id, kind, state, convention_id) deferrable initially deferred;
alter table job_ends drop constraint job_ends_row, add constraint job_ends_row foreign key (row_id, kind, state, convention_id)
  references declaration_rows (id, kind, state, convention_id) deferrable initially deferred;
alter table project_stages drop constraint project_stages_row, add constraint project_stages_row foreign key (row_id, kind, state, convention_id)
  references declaration_rows (id, kind, state, convention_id) deferrable initially deferred;

-- +goose StatementBegin
-- A declaration is decided when nothing of it waits, and withdrawn when all of it is.
create function follow_rows() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update jobs j set state = a.state from added a where a.kind = 'JOB' and j.row_id = a.id and j.state <> a.state;
  update job_ends e set state = a.state from added a where a.kind = 'JOB_END' and e.row_id = a.id and e.state <> a.state;
  update project_stages s set state = a.state from added a where a.kind = 'PROGRESS' and s.row_id = a.id and s.state <> a.state;
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
-- +goose StatementEnd
create trigger follow_rows after update on declaration_rows
  referencing new table as added for each statement execute function follow_rows();

-- +goose StatementBegin
create or replace function entered_by(declared_row bigint) returns text[]
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select r.written_by || array_remove(array[r.created_by, d.created_by, d.submitted_by, j.created_by, e.created_by, s.created_by], null)
  from declaration_rows r
  join declarations d on d.id = r.declaration_id
  left join jobs j on j.row_id = r.id
  left join job_ends e on e.row_id = r.id
  left join project_stages s on s.row_id = r.id
  where r.id = declared_row
$$;

-- No officer decides on an own entry, and only what waits is decided. The row then is what was decided, and an accepted
-- amendment stands in place of what it amends; what has ended stays ended.
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
  select a.row_id into wrong from added a join declaration_rows r on r.id = a.row_id where r.state <> 'WAITING' limit 1;
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
  update declaration_rows r set state = a.outcome::text::row_state from added a where r.id = a.row_id;
  update jobs j
  set ended_on = b.ended_on
  from added a, jobs b
  where a.outcome = 'ACCEPTED' and j.row_id = a.row_id and b.id = j.amends_id and j.ended_on is null and b.ended_on is not null;
  return null;
end
$$;

create or replace function apply_end() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update jobs set ended_on = new.ended_on where id = new.job_id or amends_id = new.job_id and state = 'ACCEPTED';
  return null;
end
$$;

create or replace function check_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from job_ends e where e.job_id in (new.id, new.amends_id) and e.state = 'ACCEPTED' and e.ended_on = new.ended_on
    union all
    select from jobs b where b.id = new.amends_id and b.ended_on = new.ended_on)
  then
    raise exception 'job % was submitted, and no accepted end is on %', new.id, new.ended_on
      using errcode = 'check_violation', constraint = 'jobs_end_as_accepted';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
drop trigger apply_decision on decisions;
create trigger apply_decision after insert on decisions
  referencing new table as added for each statement execute function apply_decision();

-- +goose StatementBegin
-- A row takes the place of one of the same partner, kind and reference, which no longer stands once this one is submitted,
-- unless it is accepted: then this one amends it.
create function check_replaced() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from declaration_rows r
    where r.id = new.replaces_id and r.partner_id = new.partner_id and r.kind = new.kind and r.reference = new.reference
      and r.convention_id = new.convention_id and (not new.amends or exists (select from jobs j where j.row_id = new.id and j.amends_id is not null))
      and (new.state = 'DRAFT' or r.state = 'REPLACED' or r.state in ('ACCEPTED', 'WITHDRAWN') and (new.amends or new.state = 'WITHDRAWN')))
  then
    raise exception 'row % takes the place of %, which is of another or stands', new.id, new.replaces_id
      using errcode = 'check_violation', constraint = 'declaration_rows_replace_their_own';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger check_replaced after insert or update of state, replaces_id, amends, reference on declaration_rows
  deferrable initially deferred for each row when (new.replaces_id is not null) execute function check_replaced();

-- +goose StatementBegin
-- A job amends one of the same partner and reference, and its row says so.
create function check_amended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from declaration_rows r
    join jobs b on b.id = new.amends_id
    join declaration_rows a on a.id = b.row_id
    where r.id = new.row_id and r.amends and a.partner_id = r.partner_id and a.reference = r.reference
      and a.state in ('ACCEPTED', 'REPLACED', 'WITHDRAWN'))
  then
    raise exception 'job % amends another partner''s, or what was not accepted', new.id
      using errcode = 'check_violation', constraint = 'jobs_amend_their_own';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger check_amended after insert or update of amends_id, row_id on jobs
  deferrable initially deferred for each row when (new.amends_id is not null) execute function check_amended();

-- Drafts and decisions are nothing that everyone reads; the jobs, which are, say themselves when they move.
-- +goose StatementBegin
do $$ declare t text; begin
  foreach t in array '{declarations,declaration_rows,evidence,decisions,job_ends,project_holders,project_holder_details,
    project_stages,beneficiary_profiles,fingerprints}'::text[] loop
    execute format('drop trigger if exists version_added on %1$s; drop trigger if exists version_changed on %1$s;
      drop trigger if exists version_removed on %1$s; drop trigger if exists version_emptied on %1$s', t);
  end loop;
end $$;
-- +goose StatementEnd

-- +goose StatementBegin
-- An end is of a job of the same partner and convention, and of none that is a draft elsewhere.
create function check_end() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from jobs j
    join declaration_rows o on o.id = j.row_id
    join declaration_rows r on r.id = new.row_id
    where j.id = new.job_id and o.partner_id = r.partner_id and o.reference = r.reference and j.convention_id = r.convention_id)
  then
    raise exception 'the end of row % is of another partner''s job, or another convention''s', new.row_id
      using errcode = 'check_violation', constraint = 'job_ends_of_their_own_jobs';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger check_end after insert or update of job_id on job_ends
  deferrable initially deferred for each row execute function check_end();

-- +goose StatementBegin
-- A row says in which region what it declares is, so that its officers find it.
create function check_region() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  declared bigint;
begin
  case new.kind
    when 'JOB' then select j.region_id into declared from jobs j where j.row_id = new.id;
    when 'JOB_END' then select j.region_id into declared from job_ends e join jobs j on j.id = e.job_id where e.row_id = new.id;
    else select h.region_id into declared from project_stages s join project_holders h on h.id = s.project_holder_id where s.row_id = new.id;
  end case;
  if declared is distinct from new.region_id then
    raise exception 'row % says another region than what it declares', new.id
      using errcode = 'check_violation', constraint = 'declaration_rows_region_of_what_they_declare';
  end if;
  return null;
end
$$;

create function check_region_of_job() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from declaration_rows r where r.id = new.row_id and r.region_id <> new.region_id) then
    raise exception 'job % is in another region than its row says', new.id
      using errcode = 'check_violation', constraint = 'declaration_rows_region_of_what_they_declare';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger check_region after insert or update of region_id on declaration_rows
  deferrable initially deferred for each row when (new.region_id is not null) execute function check_region();
create constraint trigger check_region after update of region_id on jobs
  deferrable initially deferred for each row when (old.region_id <> new.region_id) execute function check_region_of_job();

-- What an officer is pointed to beside a row. Nothing is decided by it. No partner may know of the first.
create view row_checks as
  select j.row_id, 'PERSON_DECLARED_ELSEWHERE' as found
  from jobs j
  join declaration_rows r on r.id = j.row_id
  where exists (
    select from fingerprints f
    join fingerprints o on o.fingerprint = f.fingerprint
    left join jobs oj on oj.id = o.job_id
    left join declaration_rows orow on orow.id = oj.row_id
    where f.job_id = j.id and o.job_id is distinct from f.job_id
      and (o.project_holder_id is not null
        or orow.state in ('WAITING', 'ACCEPTED') and (orow.partner_id, orow.reference) <> (r.partner_id, r.reference)))
  union all
  select j.row_id, 'START_BEFORE_CONVENTION'
  from jobs j
  join conventions c on c.id = j.convention_id
  where rpad(coalesce(c.starts_on, c.signed_on)::text, 10, '-01-01') > j.started_on::text
  union all
  select j.row_id, 'START_AFTER_CONVENTION'
  from jobs j
  join conventions c on c.id = j.convention_id
  where c.ends_on::text || '~' < j.started_on::text
  union all
  select j.row_id, 'START_OUTSIDE_PERIOD'
  from jobs j
  join declaration_rows r on r.id = j.row_id
  join declarations d on d.id = r.declaration_id
  where j.started_on not between d.period_from and d.period_until
  union all
  select r.id, 'CHANGED'
  from declaration_rows r
  where r.replaces_id is not null;

-- How many rows of a declaration stand where.
create view declaration_counts as
  select d.id, count(r.id) as rows,
    count(*) filter (where r.state = 'WAITING') as waiting, count(*) filter (where r.state = 'ACCEPTED') as accepted,
    count(*) filter (where r.state = 'RETURNED') as returned, count(*) filter (where r.state = 'REFUSED') as refused,
    count(*) filter (where r.state = 'REPLACED') as replaced, count(*) filter (where r.state = 'WITHDRAWN') as withdrawn
  from declarations d
  left join declaration_rows r on r.declaration_id = d.id
  group by d.id;

-- How long the agency has had what waits is public: since when the oldest declaration of which a job does. It moves the
-- version of what everyone reads, as drafts don't.
create index declarations_waiting_of_convention on declarations (convention_id, submitted_at) where state = 'SUBMITTED';
create or replace view convention_deliveries as
  select c.id, d.declared_gross, d.declared_net, d.verified_gross, d.verified_net, d.waiting, d.returned, d.refused,
    0 as missing, (
      select (w.submitted_at at time zone 'UTC')::date
      from declarations w
      where w.convention_id = c.id and w.state = 'SUBMITTED'
        and exists (select from declaration_rows r where r.declaration_id = w.id and r.kind = 'JOB' and r.state = 'WAITING')
      order by w.submitted_at
      limit 1) as waiting_since
  from conventions c
  left join deliveries d on d.convention_id = c.id;
create or replace view commitment_deliveries as
  select m.id, a.declared_gross, a.declared_net, a.verified_gross, a.verified_net, a.waiting, a.returned, a.refused,
    coalesce(a.missing, 0) as missing, a.waiting_since
  from commitments m
  left join lateral (
    select sum(d.declared_gross)::bigint as declared_gross, sum(d.declared_net)::bigint as declared_net,
      sum(d.verified_gross)::bigint as verified_gross, sum(d.verified_net)::bigint as verified_net,
      sum(d.waiting)::bigint as waiting, sum(d.returned)::bigint as returned, sum(d.refused)::bigint as refused,
      count(*) filter (where d.declared_gross is null) as missing, min(d.waiting_since) as waiting_since
    from conventions c
    join convention_deliveries d on d.id = c.id
    where c.id = m.convention_id or c.signing_id = m.signing_id
  ) a on m.indicator_id = (select i.id from indicators i where i.code = 'JOBS_CREATED');

-- +goose StatementBegin
-- Notes, once, that the transaction writes something that everyone reads.
create function note_version() returns bigint
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  own bigint;
begin
  if current_setting('mithaq.version_moved', true) = pg_current_xact_id()::text then
    return null;
  end if;
  insert into data_versions default values returning id into own;
  perform set_config('mithaq.version_moved', pg_current_xact_id()::text, true);
  return own;
end
$$;

create function note_waiting() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform note_version();
  return null;
end
$$;

create or replace function move_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  own bigint;
begin
  if tg_op = 'DELETE' then
    if not exists (select from removed) then return null; end if;
  elsif tg_op <> 'TRUNCATE' then
    if not exists (select from added) then return null; end if;
  end if;
  own := note_version();
  if own % 1000 = 0 then
    with others as (
      delete from data_versions where id in (select id from data_versions where id <> own for update skip locked) returning n)
    update data_versions set n = n + (select coalesce(sum(o.n), 0) from others o) where id = own;
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger note_waiting after update of state on declarations for each row
  when (old.state <> new.state and (old.state = 'SUBMITTED' or new.state = 'SUBMITTED')) execute function note_waiting();
