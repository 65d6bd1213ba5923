-- +goose Up

create type gender as enum ('FEMALE', 'MALE', 'UNKNOWN');
create type age_band as enum (
  'UNDER_18', 'FROM_18_TO_24', 'FROM_25_TO_34', 'FROM_35_TO_44', 'FROM_45', 'UNKNOWN');
create type education as enum (
  'NONE', 'BELOW_BACCALAUREATE', 'VOCATIONAL', 'BACCALAUREATE', 'HIGHER', 'UNKNOWN');
create type situation_before as enum ('NEET', 'UNEMPLOYED', 'STUDENT', 'EMPLOYED', 'UNKNOWN');
create type basis as enum (
  'SOCIAL_SECURITY_LIST', 'CONTRACT', 'PAYSLIP', 'REGISTER_EXTRACT', 'VISIT', 'CALL', 'OTHER');
create type declaration_state as enum ('DRAFT', 'SUBMITTED', 'DECIDED', 'WITHDRAWN');
create type row_kind as enum ('JOB', 'JOB_END', 'PROGRESS');
create type row_state as enum ('DRAFT', 'WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED', 'REPLACED', 'WITHDRAWN');
create type outcome as enum ('ACCEPTED', 'RETURNED', 'REFUSED');

-- A key that says nothing of the order in which rows were entered: 60 random bits.
create function random_key() returns bigint
language sql volatile parallel safe as $$
  select ('x' || left(r.u, 8) || right(r.u, 7))::bit(60)::bigint from (select gen_random_uuid()::text as u) r
$$;

-- What a partner submits for a convention and a period. Its receipt comes with the submission.
create table declarations (
  id             bigint generated always as identity primary key,
  reference      text collate "C" constraint declarations_reference_once unique,
  convention_id  bigint not null references conventions,
  partner_id     bigint not null references partners,
  period_from    date not null,
  period_until   date not null,
  state          declaration_state not null default 'DRAFT',
  version        int not null default 1 constraint declarations_version_positive check (version >= 1),
  submitted_at   timestamptz,
  submitted_by   text,
  content_sha256 text collate "C" constraint declarations_content_sha256 check (content_sha256 ~ '^[0-9a-f]{64}$'),
  answer_due_on  date,
  decided_at     timestamptz,
  withdrawn_at   timestamptz,
  constraint declarations_same_partner unique (id, convention_id, partner_id),
  constraint declarations_period check (period_until >= period_from),
  constraint declarations_receipt check (
    num_nonnulls(reference, submitted_at, submitted_by, content_sha256, answer_due_on) = case state when 'DRAFT' then 0 else 5 end),
  constraint declarations_decided check ((state = 'DECIDED') = (decided_at is not null)),
  constraint declarations_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
create index declarations_of_convention on declarations (convention_id, submitted_at, id);
create index declarations_of_partner on declarations (partner_id, submitted_at, id);
create index declarations_waiting on declarations (submitted_at, id) where state = 'SUBMITTED';
call keep('declarations');

-- What rests with a declaration as evidence.
create table evidence (
  id              bigint generated always as identity primary key,
  declaration_id  bigint not null references declarations,
  name            text not null constraint evidence_name_given check (name <> ''),
  media_type      text not null,
  sha256          text collate "C" not null constraint evidence_sha256_is_one check (sha256 ~ '^[0-9a-f]{64}$'),
  content         bytea not null,
  constraint evidence_once unique (declaration_id, sha256)
);
call keep('evidence', 'content', 'name');

-- One line of a declaration, whatever it declares. What it says stands in the table of its kind, whose state follows
-- this one by the foreign key.
create table declaration_rows (
  id              bigint generated always as identity primary key,
  declaration_id  bigint not null,
  convention_id   bigint not null,
  partner_id      bigint not null,
  position        int not null,
  kind            row_kind not null,
  state           row_state not null default 'DRAFT',
  reference       text not null constraint declaration_rows_reference_given check (reference <> ''),
  replaces_id     bigint references declaration_rows,
  constraint declaration_rows_of_declaration
    foreign key (declaration_id, convention_id, partner_id) references declarations (id, convention_id, partner_id),
  constraint declaration_rows_position_once unique (declaration_id, position),
  constraint declaration_rows_replaced_once unique (replaces_id),
  constraint declaration_rows_replace_another check (replaces_id <> id),
  constraint declaration_rows_same_state unique (id, kind, state, convention_id)
);
-- A job counts once: a partner's own reference names one that stands. While an amendment waits, the row that it names
-- stands for both.
create unique index declaration_rows_count_once on declaration_rows (partner_id, reference)
  where kind = 'JOB' and (state in ('ACCEPTED', 'RETURNED', 'REFUSED') or (state = 'WAITING' and replaces_id is null));
call keep('declaration_rows', 'reference');

-- A post under a convention. Its key is drawn at random, as it is public.
create table jobs (
  id                   bigint primary key default random_key(),
  row_id               bigint not null constraint jobs_row_once unique,
  kind                 row_kind not null default 'JOB' constraint jobs_of_their_kind check (kind = 'JOB'),
  state                row_state not null default 'DRAFT',
  convention_id        bigint not null,
  signing_id           bigint,
  employer_id          bigint not null references partners,
  undertaking          text constraint jobs_undertaking_given check (undertaking <> ''),
  occupation           text,
  occupation_group_id  bigint references occupation_groups,
  sector_id            bigint references sectors,
  region_id            bigint not null references regions,
  contract_kind        contract_kind not null,
  started_on           date not null,
  start_month          text collate "C" generated always as (
    lpad(extract(year from started_on)::int::text, 4, '0') || '-' || lpad(extract(month from started_on)::int::text, 2, '0')) stored,
  ended_on             date,
  refills_id           bigint references jobs,
  amends_id            bigint references jobs, -- a verified job, for which this one stands once it is accepted
  sustained            boolean,
  constraint jobs_row foreign key (row_id, kind, state, convention_id)
    references declaration_rows (id, kind, state, convention_id) on update cascade,
  constraint jobs_undertaking_of_interim check (undertaking is null or contract_kind = 'INTERIM'),
  constraint jobs_end_after_start check (ended_on >= started_on),
  constraint jobs_refill_another check (refills_id <> id),
  constraint jobs_amend_another check (amends_id <> id),
  constraint jobs_sustained_of_verified check (sustained is null or state in ('ACCEPTED', 'REPLACED'))
);
alter table conventions add constraint conventions_same_signing unique (id, signing_id);
alter table jobs add constraint jobs_signing foreign key (convention_id, signing_id)
  references conventions (id, signing_id) on update cascade;
create unique index jobs_refilled_once on jobs (refills_id) where state in ('WAITING', 'ACCEPTED') and amends_id is null;
create index jobs_by_start on jobs (start_month, id) where state = 'ACCEPTED';
create index jobs_of_convention on jobs (convention_id, start_month, id) where state = 'ACCEPTED';
-- Two that depend on each other are asked for together: of what has none in common, a whole list would be read.
create index jobs_of_employer_and_convention on jobs (employer_id, convention_id, start_month, id) where state = 'ACCEPTED';
create index jobs_of_signing_and_convention on jobs (signing_id, convention_id, start_month, id) where state = 'ACCEPTED';
create index jobs_of_signing on jobs (signing_id, start_month, id) where state = 'ACCEPTED';
create index jobs_of_employer on jobs (employer_id, start_month, id) where state = 'ACCEPTED';
create index jobs_of_sector on jobs (sector_id, start_month, id) where state = 'ACCEPTED';
create index jobs_of_region on jobs (region_id, start_month, id) where state = 'ACCEPTED';
create index jobs_of_occupation_group on jobs (occupation_group_id, start_month, id) where state = 'ACCEPTED';
create index jobs_of_contract_kind on jobs (contract_kind, start_month, id) where state = 'ACCEPTED';
call keep('jobs', 'state', 'undertaking', 'occupation', 'started_on', 'start_month', 'ended_on', 'sustained');

-- The end of a job that was declared before.
create table job_ends (
  id             bigint generated always as identity primary key,
  row_id         bigint not null constraint job_ends_row_once unique,
  kind           row_kind not null default 'JOB_END' constraint job_ends_of_their_kind check (kind = 'JOB_END'),
  state          row_state not null default 'DRAFT',
  convention_id  bigint not null,
  job_id         bigint not null references jobs,
  ended_on       date not null,
  constraint job_ends_row foreign key (row_id, kind, state, convention_id)
    references declaration_rows (id, kind, state, convention_id) on update cascade
);
create unique index job_ends_once on job_ends (job_id) where state = 'ACCEPTED';
call keep('job_ends', 'state', 'ended_on');

-- A person accompanied towards self-employment. Nothing of it is public but protected statistics.
create table project_holders (
  id             bigint primary key default random_key(),
  convention_id  bigint not null references conventions,
  partner_id     bigint not null references partners,
  region_id      bigint references regions,
  sector_id      bigint references sectors
);
create index project_holders_of_convention on project_holders (convention_id, id);
create index project_holders_of_partner on project_holders (partner_id, id);
call keep('project_holders', 'region_id', 'sector_id');

-- Who the person is, apart from all that is counted.
create table project_holder_details (
  id                 bigint generated always as identity primary key,
  project_holder_id  bigint not null constraint project_holder_details_once unique references project_holders,
  full_name          text not null constraint project_holder_details_name_given check (full_name <> ''),
  telephone          text,
  email              text,
  project            text
);
call keep('project_holder_details', 'full_name', 'telephone', 'email', 'project');

-- The history of stages: each is declared once, and verified like a job.
create table project_stages (
  id                 bigint generated always as identity primary key,
  row_id             bigint not null constraint project_stages_row_once unique,
  kind               row_kind not null default 'PROGRESS' constraint project_stages_of_their_kind check (kind = 'PROGRESS'),
  state              row_state not null default 'DRAFT',
  convention_id      bigint not null,
  project_holder_id  bigint not null references project_holders,
  stage              stage not null,
  reached_on         date not null,
  left_reason        text constraint project_stages_reason_given check (left_reason <> ''),
  constraint project_stages_left_has_reason check ((stage = 'LEFT') = (left_reason is not null)),
  constraint project_stages_row foreign key (row_id, kind, state, convention_id)
    references declaration_rows (id, kind, state, convention_id) on update cascade
);
create index project_stages_of_holder on project_stages (project_holder_id, reached_on, id);
create unique index project_stages_reached_once on project_stages (project_holder_id, stage) where state = 'ACCEPTED';
call keep('project_stages', 'state', 'stage', 'reached_on', 'left_reason');

-- Of the person in a job or behind a project. Public only as protected statistics.
create table beneficiary_profiles (
  id                 bigint generated always as identity primary key,
  job_id             bigint constraint beneficiary_profiles_job_once unique references jobs,
  project_holder_id  bigint constraint beneficiary_profiles_project_holder_once unique references project_holders,
  gender             gender not null,
  age_band           age_band not null,
  education          education not null,
  situation_before   situation_before not null,
  constraint beneficiary_profiles_of_one_person check (num_nonnulls(job_id, project_holder_id) = 1)
);
call keep('beneficiary_profiles', 'gender', 'age_band', 'education', 'situation_before');

-- A keyed fingerprint of an identity number (HMAC-SHA-256, the key outside the database): finds the same person under
-- two conventions, and gives back nobody's number.
create table fingerprints (
  id                 bigint generated always as identity primary key,
  job_id             bigint constraint fingerprints_job_once unique references jobs,
  project_holder_id  bigint constraint fingerprints_project_holder_once unique references project_holders,
  key_version        int not null constraint fingerprints_key_version_positive check (key_version >= 1),
  fingerprint        bytea not null constraint fingerprints_are_hmacs check (length(fingerprint) = 32),
  constraint fingerprints_of_one_person check (num_nonnulls(job_id, project_holder_id) = 1)
);
create index fingerprints_alike on fingerprints (fingerprint);
call keep('fingerprints', 'fingerprint');

-- What an officer decides on a row, once. The office is a region's, or the national one.
create table decisions (
  id          bigint generated always as identity primary key,
  row_id      bigint not null references declaration_rows constraint decisions_row_once unique,
  outcome     outcome not null,
  basis       basis,
  office_id   bigint references regions,
  reasons     text,
  decided_on  date not null default current_date,
  constraint decisions_accepted_on_a_basis check ((outcome = 'ACCEPTED') = (basis is not null)),
  constraint decisions_have_reasons check (outcome = 'ACCEPTED' or coalesce(reasons, '') <> '')
);
call keep('decisions');
create trigger decisions_append_only before update or delete on decisions
  for each row execute function refuse_change();
create trigger decisions_never_emptied before truncate on decisions
  for each statement execute function refuse_change();

-- Whether a verified job is still held six months later, or a project still followed up twelve months after its launch.
create table confirmations (
  id                 bigint generated always as identity primary key,
  job_id             bigint constraint confirmations_job_once unique references jobs,
  project_holder_id  bigint constraint confirmations_project_holder_once unique references project_holders,
  held               boolean not null,
  basis              basis not null,
  confirmed_on       date not null default current_date,
  constraint confirmations_of_one_thing check (num_nonnulls(job_id, project_holder_id) = 1)
);
call keep('confirmations');
create trigger confirmations_append_only before update or delete on confirmations
  for each row execute function refuse_change();
create trigger confirmations_never_emptied before truncate on confirmations
  for each statement execute function refuse_change();

-- +goose StatementBegin
-- No officer decides on an own entry, and only what waits is decided. The row then is what was decided.
create function apply_decision() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select from declaration_rows r
    join declarations d on d.id = r.declaration_id
    where r.id = new.row_id and new.created_by in (r.created_by, d.created_by, d.submitted_by))
  then
    raise exception 'row % was entered by who decides on it', new.row_id
      using errcode = 'check_violation', constraint = 'decisions_not_on_own_entry';
  end if;
  update declaration_rows
  set state = new.outcome::text::row_state
  where id = new.row_id and state = 'WAITING';
  if not found then
    raise exception 'row % does not wait for a decision', new.row_id
      using errcode = 'check_violation', constraint = 'decisions_on_what_waits';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger apply_decision after insert on decisions for each row execute function apply_decision();

-- +goose StatementBegin
-- A row is accepted, returned or refused only by a decision that says so.
create function check_decided() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.state in ('ACCEPTED', 'RETURNED', 'REFUSED') and not exists (
    select from decisions d where d.row_id = new.id and d.outcome::text = new.state::text)
  then
    raise exception 'row % is % without a decision', new.id, new.state
      using errcode = 'check_violation', constraint = 'declaration_rows_as_decided';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger check_decided after insert or update of state on declaration_rows
  deferrable initially deferred for each row execute function check_decided();

-- +goose StatementBegin
create function refuse_taking_back() returns trigger
language plpgsql as $$
begin
  raise exception 'row % of % was submitted, and is not taken back', old.id, tg_table_name
    using errcode = 'check_violation', constraint = tg_argv[0];
end
$$;
-- +goose StatementEnd

-- What was submitted counts as declared for ever: it is withdrawn or replaced, but never a draft again nor deleted, and
-- what was withdrawn or replaced doesn't come back. The receipt stays, and names who submitted.
create trigger go_forward after update of state on declaration_rows for each row
  when (old.state <> new.state and (new.state = 'DRAFT' or new.state = 'WAITING' and old.state <> 'DRAFT'
    or old.state in ('REPLACED', 'WITHDRAWN')))
  execute function refuse_taking_back('declaration_rows_go_forward');
create trigger submitted_stay after delete on declaration_rows for each row when (old.state <> 'DRAFT')
  execute function refuse_taking_back('declaration_rows_submitted_stay');
create trigger submitted_stay after delete on jobs for each row when (old.state <> 'DRAFT')
  execute function refuse_taking_back('jobs_submitted_stay');
create trigger submitted_stay after delete on job_ends for each row when (old.state <> 'DRAFT')
  execute function refuse_taking_back('job_ends_submitted_stay');
create trigger submitted_stay after delete on project_stages for each row when (old.state <> 'DRAFT')
  execute function refuse_taking_back('project_stages_submitted_stay');
create trigger submitted_stay after delete on declarations for each row when (old.state <> 'DRAFT')
  execute function refuse_taking_back('declarations_submitted_stay');
create trigger go_forward after update of state on declarations for each row
  when (old.state = 'WITHDRAWN' and new.state <> 'WITHDRAWN')
  execute function refuse_taking_back('declarations_go_forward');
create trigger receipt_stays after update of reference on declarations for each row
  when (old.reference <> new.reference)
  execute function refuse_taking_back('declarations_receipt_stays');

-- +goose StatementBegin
-- Nobody submits in another's name: who submitted decides on none of it.
create function check_submitter() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.submitted_by is not distinct from old.submitted_by then
    return null;
  end if;
  if new.submitted_by <> acting() then
    raise exception 'declaration % was submitted by %', new.id, acting()
      using errcode = 'check_violation', constraint = 'declarations_submitted_by_who_acts';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger check_submitter after insert or update of submitted_by on declarations
  for each row execute function check_submitter();

-- +goose StatementBegin
-- A confirmation is for what is verified, by somebody other than who entered it.
create function apply_confirmation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select from jobs j
    join declaration_rows r on r.id = j.row_id
    join declarations d on d.id = r.declaration_id
    where j.id = new.job_id and new.created_by in (r.created_by, d.created_by, d.submitted_by)
    union all
    select from project_stages s
    join declaration_rows r on r.id = s.row_id
    join declarations d on d.id = r.declaration_id
    where s.project_holder_id = new.project_holder_id and new.created_by in (r.created_by, d.created_by, d.submitted_by))
  then
    raise exception 'what is confirmed was entered by who confirms it'
      using errcode = 'check_violation', constraint = 'confirmations_not_of_own_entry';
  end if;
  update jobs set sustained = new.held where id = new.job_id and state = 'ACCEPTED';
  if not found and not exists (
    select from project_stages
    where project_holder_id = new.project_holder_id and stage = 'LAUNCHED' and state = 'ACCEPTED')
  then
    raise exception 'neither the job nor the launch is verified'
      using errcode = 'check_violation', constraint = 'confirmations_of_what_is_verified';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger apply_confirmation after insert on confirmations for each row execute function apply_confirmation();

-- The ladder of a convention's jobs, kept with the rows: hires (gross), and posts (net: without those that refill one).
create table deliveries (
  id               bigint generated always as identity primary key,
  convention_id    bigint not null constraint deliveries_once unique references conventions,
  declared_gross   bigint not null default 0,
  declared_net     bigint not null default 0,
  verified_gross   bigint not null default 0,
  verified_net     bigint not null default 0,
  sustained_gross  bigint not null default 0,
  sustained_net    bigint not null default 0,
  waiting          bigint not null default 0,
  returned         bigint not null default 0,
  refused          bigint not null default 0,
  constraint deliveries_verified_of_declared check (verified_gross <= declared_gross and verified_net <= declared_net),
  constraint deliveries_sustained_of_verified check (sustained_gross <= verified_gross and sustained_net <= verified_net),
  constraint deliveries_parts_of_declared check (declared_gross = verified_gross + waiting + returned + refused),
  constraint deliveries_net_of_gross check (
    declared_net <= declared_gross and verified_net <= verified_gross and sustained_net <= sustained_gross),
  constraint deliveries_not_negative check (
    least(declared_net, verified_net, sustained_net, waiting, returned, refused) >= 0)
);

-- Jobs that are alike for their convention's ladder.
create type job_tally as (
  convention_id bigint, state row_state, is_net boolean, is_sustained boolean, jobs bigint);

-- +goose StatementBegin
create function add_to_deliveries(tallies job_tally[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into deliveries (convention_id)
  select distinct t.convention_id from unnest(tallies) t
  on conflict do nothing;
  update deliveries d
  set declared_gross = d.declared_gross + a.declared_gross, declared_net = d.declared_net + a.declared_net,
      verified_gross = d.verified_gross + a.verified_gross, verified_net = d.verified_net + a.verified_net,
      sustained_gross = d.sustained_gross + a.sustained_gross, sustained_net = d.sustained_net + a.sustained_net,
      waiting = d.waiting + a.waiting, returned = d.returned + a.returned, refused = d.refused + a.refused
  from (
    select t.convention_id,
      coalesce(sum(jobs) filter (where state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED')), 0) as declared_gross,
      coalesce(sum(jobs) filter (where state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED') and is_net), 0) as declared_net,
      coalesce(sum(jobs) filter (where state = 'ACCEPTED'), 0) as verified_gross,
      coalesce(sum(jobs) filter (where state = 'ACCEPTED' and is_net), 0) as verified_net,
      coalesce(sum(jobs) filter (where state = 'ACCEPTED' and is_sustained), 0) as sustained_gross,
      coalesce(sum(jobs) filter (where state = 'ACCEPTED' and is_sustained and is_net), 0) as sustained_net,
      coalesce(sum(jobs) filter (where state = 'WAITING'), 0) as waiting,
      coalesce(sum(jobs) filter (where state = 'RETURNED'), 0) as returned,
      coalesce(sum(jobs) filter (where state = 'REFUSED'), 0) as refused
    from unnest(tallies) t
    group by t.convention_id
  ) a
  where d.convention_id = a.convention_id;
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- Drafts count nowhere: a convention has a ladder from the first job that was submitted. While an amendment isn't accepted,
-- the job that it amends counts for both.
create function tally_jobs() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  tallies job_tally[];
begin
  if tg_op = 'INSERT' then
    select array_agg(t::job_tally) into tallies from (
      select convention_id, state, refills_id is null, coalesce(sustained, false), count(*)
      from added where state <> 'DRAFT' and (amends_id is null or state = 'ACCEPTED') group by 1, 2, 3, 4) t;
  elsif tg_op = 'DELETE' then
    select array_agg(t::job_tally) into tallies from (
      select convention_id, state, refills_id is null, coalesce(sustained, false), - count(*)
      from removed where state <> 'DRAFT' and (amends_id is null or state = 'ACCEPTED') group by 1, 2, 3, 4) t;
  else
    select array_agg(t::job_tally) into tallies from (
      select convention_id, state, refills_id is null, coalesce(sustained, false), sum(jobs)::bigint
      from (select convention_id, state, refills_id, amends_id, sustained, 1 as jobs from added
            union all
            select convention_id, state, refills_id, amends_id, sustained, -1 from removed) moved
      where state <> 'DRAFT' and (amends_id is null or state = 'ACCEPTED') group by 1, 2, 3, 4 having sum(jobs) <> 0) t;
  end if;
  if tallies is not null then
    perform add_to_deliveries(tallies);
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger tally_added after insert on jobs
  referencing new table as added for each statement execute function tally_jobs();
create trigger tally_moved after update on jobs
  referencing new table as added old table as removed for each statement execute function tally_jobs();
create trigger tally_removed after delete on jobs
  referencing old table as removed for each statement execute function tally_jobs();

-- +goose StatementBegin
-- Counts the ladders anew from the rows.
create function rebuild_deliveries() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  tallies job_tally[];
begin
  lock table deliveries in exclusive mode;
  delete from deliveries;
  select array_agg(t::job_tally) into tallies from (
    select convention_id, state, refills_id is null, coalesce(sustained, false), count(*)
    from jobs where state <> 'DRAFT' and (amends_id is null or state = 'ACCEPTED') group by 1, 2, 3, 4) t;
  if tallies is not null then
    perform add_to_deliveries(tallies);
  end if;
end
$$;
-- +goose StatementEnd

-- The ladder of each convention and of each commitment, as the public reads it; null where nothing was declared. What a
-- signing promised as a whole is delivered by its conventions: parts says how many there are, missing of how many of them
-- nothing is known. What was sustained comes from releases.
create view convention_deliveries as
  select c.id, d.declared_gross, d.declared_net, d.verified_gross, d.verified_net, d.waiting, d.returned, d.refused,
    0 as missing
  from conventions c
  left join deliveries d on d.convention_id = c.id;

create view commitment_deliveries as
  select m.id, a.declared_gross, a.declared_net, a.verified_gross, a.verified_net, a.waiting, a.returned, a.refused,
    coalesce(a.missing, 0) as missing
  from commitments m
  left join lateral (
    select sum(d.declared_gross)::bigint as declared_gross, sum(d.declared_net)::bigint as declared_net,
      sum(d.verified_gross)::bigint as verified_gross, sum(d.verified_net)::bigint as verified_net,
      sum(d.waiting)::bigint as waiting, sum(d.returned)::bigint as returned, sum(d.refused)::bigint as refused,
      count(*) filter (where d.id is null) as missing
    from conventions c
    left join deliveries d on d.convention_id = c.id
    where c.id = m.convention_id or c.signing_id = m.signing_id
  ) a on m.indicator_id = (select i.id from indicators i where i.code = 'JOBS_CREATED');

-- Who did what that isn't a change of a row: signing in, and each opening of what is personal. Never rewritten.
create table audit_trail (
  id          bigint generated always as identity primary key,
  happened_at timestamptz not null default now(),
  actor       text not null default acting(),
  action      text not null constraint audit_trail_action_given check (action <> ''),
  table_name  text,
  row_id      bigint,
  reason      text,
  constraint audit_trail_row_of_table check (row_id is null or table_name is not null)
);
create index audit_trail_of_actor on audit_trail (actor, id);
create index audit_trail_of_row on audit_trail (table_name, row_id, id);
create trigger audit_trail_append_only before update or delete on audit_trail
  for each row execute function refuse_change();
create trigger audit_trail_never_emptied before truncate on audit_trail
  for each statement execute function refuse_change();
