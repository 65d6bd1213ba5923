-- +goose Up

-- +goose StatementBegin
-- The rows that are about the same person as one: its versions; of a job its ends, of a project holder all stages; and the answers
-- to whether these still hold.
create function rows_about(declared_row bigint) returns setof bigint
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with declared as (
    select v as id from versions_of(declared_row) v
    union
    select s.row_id
    from project_stages s
    where s.project_holder_id in (select o.project_holder_id from project_stages o where o.row_id in (select versions_of(declared_row)))
  )
  select id from declared
  union
  select e.row_id from job_ends e join jobs j on j.id = e.job_id where j.row_id in (select id from declared)
  union
  select a.row_id from held_answers a join held_questions q on q.id = a.question_id where q.row_id in (select id from declared)
$$;

-- Whether the details of whom a row is about are gone.
create or replace function person_gone(declared_row bigint) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from jobs j join beneficiary_profiles p on p.job_id = j.id
    where j.row_id in (select rows_about(declared_row)) and p.gone_on is not null)
  or exists (
    select from project_stages s
    join project_holders h on s.project_holder_id in (h.id, h.first_id)
    join beneficiary_profiles p on p.project_holder_id = h.id
    where s.row_id in (select rows_about(declared_row)) and p.gone_on is not null)
$$;
-- +goose StatementEnd
