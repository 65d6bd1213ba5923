-- +goose Up

-- Who wrote a draft's row over entered it as well: none of them decides on it.
alter table declaration_rows add column written_by text[] not null default '{}';
alter table declaration_rows disable trigger user;
update declaration_rows set written_by = array[created_by];
alter table declaration_rows enable trigger user;

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

-- What ended stays ended when another row stands in its place.
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

-- Who was declared stays as well: the receipt's sum is over it. A further fingerprint, by another key, is no change.
create function check_person_stays() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from jobs j where j.id = old.job_id and j.state <> 'DRAFT') then
    raise exception 'the person of job % was submitted, and is not taken back', old.job_id
      using errcode = 'check_violation', constraint = 'persons_submitted_stay';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger submitted_stay after update on beneficiary_profiles for each row
  when (old is distinct from new) execute function check_person_stays();
create trigger submitted_stay after update on fingerprints for each row
  when (old is distinct from new) execute function check_person_stays();

-- +goose StatementBegin
-- Of what is personal the history says that it changed, when, and by whom; not from what to what.
create function record_personal_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  fields text[];
begin
  select array_agg(n.key order by n.key) into fields
  from jsonb_each(to_jsonb(new)) n
  where n.key = any (tg_argv::text[]) and n.value is distinct from to_jsonb(old) -> n.key;
  if fields is not null then
    insert into changes (changed_by, reason, kind, table_name, row_id, before, after)
    values (acting(), current_setting('mithaq.reason', true), 'UPDATE', tg_table_name, old.id, '{}', jsonb_build_object('personal', fields));
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger record_personal_change after update on beneficiary_profiles for each row execute function
  record_personal_change('gender', 'age_band', 'education', 'situation_before', 'birth_year', 'identity_kind', 'identity_ending');
create trigger record_personal_change after update on fingerprints for each row execute function record_personal_change('fingerprint');
create trigger record_personal_change after update on project_holder_details for each row execute function
  record_personal_change('full_name', 'telephone', 'email', 'project');
create trigger record_personal_change after update on accounts for each row execute function record_personal_change('email', 'name');

-- Since when something waits is public, and moves the version of what everyone reads.
-- +goose StatementBegin
create function note_waiting() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if current_setting('mithaq.version_moved', true) is distinct from pg_current_xact_id()::text then
    insert into data_versions default values;
    perform set_config('mithaq.version_moved', pg_current_xact_id()::text, true);
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger note_waiting after update of state on declarations for each row
  when (old.state <> new.state and (old.state = 'SUBMITTED' or new.state = 'SUBMITTED')) execute function note_waiting();

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
      count(*) filter (where d.id is null) as missing,
      min((
      select (w.submitted_at at time zone 'UTC')::date
      from declarations w
      where w.convention_id = c.id and w.state = 'SUBMITTED'
        and exists (select from declaration_rows r where r.declaration_id = w.id and r.kind = 'JOB' and r.state = 'WAITING')
      order by w.submitted_at
      limit 1)) as waiting_since
    from conventions c
    left join deliveries d on d.convention_id = c.id
    where c.id = m.convention_id or c.signing_id = m.signing_id
  ) a on m.indicator_id = (select i.id from indicators i where i.code = 'JOBS_CREATED');
