-- +goose Up

-- +goose StatementBegin
-- Who entered a row: its author, the author of what it declares, the author of its declaration, and who submitted it.
create function entered_by(declared_row bigint) returns text[]
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select array_remove(array[r.created_by, d.created_by, d.submitted_by, j.created_by, e.created_by, s.created_by], null)
  from declaration_rows r
  join declarations d on d.id = r.declaration_id
  left join jobs j on j.row_id = r.id
  left join job_ends e on e.row_id = r.id
  left join project_stages s on s.row_id = r.id
  where r.id = declared_row
$$;
-- +goose StatementEnd

-- +goose StatementBegin
create or replace function apply_decision() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.created_by = any (entered_by(new.row_id)) then
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

-- +goose StatementBegin
create or replace function apply_confirmation() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select from jobs j
    where j.id = new.job_id and new.created_by = any (entered_by(j.row_id))
    union all
    select from project_stages s
    where s.project_holder_id = new.project_holder_id and new.created_by = any (entered_by(s.row_id)))
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

-- +goose StatementBegin
-- An accepted end is the job's. It runs as the owner, as the program's login doesn't change a submitted job.
create function apply_end() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update jobs set ended_on = new.ended_on where id = new.job_id;
  return null;
end
$$;
-- +goose StatementEnd
create trigger apply_end after update of state on job_ends for each row
  when (old.state <> 'ACCEPTED' and new.state = 'ACCEPTED') execute function apply_end();

-- +goose StatementBegin
-- A submitted job ends on no other day than that of an accepted end.
create function check_ended() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from job_ends e where e.job_id = new.id and e.state = 'ACCEPTED' and e.ended_on = new.ended_on)
  then
    raise exception 'job % was submitted, and no accepted end is on %', new.id, new.ended_on
      using errcode = 'check_violation', constraint = 'jobs_end_as_accepted';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger check_ended after update of ended_on on jobs for each row
  when (old.state <> 'DRAFT' and old.ended_on is distinct from new.ended_on) execute function check_ended();
