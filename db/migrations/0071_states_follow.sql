-- +goose Up

-- What a row declares is where its row is: the trigger that carries a row's state on is the only way by which it moves, and it
-- is looked at once a statement. As a part of the foreign key it was looked at row by row, twice, at the end of the
-- transaction: more than a third of the time in which ten thousand rows were decided on.
alter table jobs drop constraint jobs_row;
alter table job_ends drop constraint job_ends_row;
alter table project_stages drop constraint project_stages_row;
alter table project_holders drop constraint project_holders_row;
alter table held_answers drop constraint held_answers_row;
alter table declaration_rows drop constraint declaration_rows_same_state,
  add constraint declaration_rows_same_kind unique (id, kind, convention_id);

-- +goose StatementBegin
create function check_state() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  wrong bigint;
begin
  select a.row_id into wrong from added a join declaration_rows r on r.id = a.row_id where r.state <> a.state limit 1;
  if wrong is not null then
    raise exception 'what row % declares is in another state than the row', wrong
      using errcode = 'check_violation', constraint = tg_argv[0];
  end if;
  return null;
end
$$;

create procedure follow_row(declared regclass)
language plpgsql as $$
begin
  execute format('alter table %s add constraint %s foreign key (row_id, kind, convention_id) references declaration_rows (id, kind, convention_id)',
    declared, declared || '_row');
  execute format('create trigger check_state after update on %s referencing new table as added
    for each statement execute function check_state(%L)', declared, declared || '_same_state');
  execute format('create trigger check_state_at_first after insert on %s referencing new table as added
    for each statement execute function check_state(%L)', declared, declared || '_same_state');
end
$$;
-- +goose StatementEnd
call follow_row('jobs');
call follow_row('job_ends');
call follow_row('project_stages');
call follow_row('project_holders');
call follow_row('held_answers');
drop procedure follow_row(regclass);
