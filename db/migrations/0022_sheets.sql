-- +goose Up

-- A sheet has ten thousand rows, which are submitted and decided at once: what each row costs is looked at.

-- +goose StatementBegin
-- What a row was is compared whole before it is compared by columns, as most often only its state has changed.
create or replace function record_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  silent text[] := coalesce(tg_argv::text[], '{}') || '{updated_at,sort_name}';
  was jsonb := to_jsonb(old) - silent;
  now_is jsonb;
begin
  if tg_op = 'UPDATE' then
    if (new.created_at, new.created_by) is distinct from (old.created_at, old.created_by) then
      raise exception 'who first wrote a row does not change'
        using errcode = 'check_violation', constraint = 'first_writer_stays';
    end if;
    now_is := to_jsonb(new) - silent;
    if now_is = was then
      return null;
    end if;
    select jsonb_object_agg(n.key, n.value), jsonb_object_agg(n.key, was -> n.key)
      into now_is, was
      from jsonb_each(now_is) n
     where n.value is distinct from was -> n.key;
  end if;
  insert into changes (changed_by, reason, kind, table_name, row_id, before, after)
  values (acting(), current_setting('mithaq.reason', true), tg_op, tg_table_name, old.id, was, now_is);
  return null;
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- What was submitted stays but for what is named, so that a further column stays unless it is.
create function rows_contents_stay() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  old.state := new.state;
  if old is distinct from new then
    raise exception 'row % was submitted, and is not taken back', old.id
      using errcode = 'check_violation', constraint = 'declaration_rows_contents_stay';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
drop trigger contents_stay on declaration_rows;
create trigger contents_stay after update on declaration_rows for each row
  when (old.state <> 'DRAFT') execute function rows_contents_stay();

-- +goose StatementBegin
create function jobs_contents_stay() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  old.state := new.state;
  old.signing_id := new.signing_id;
  old.ended_on := new.ended_on;
  old.sustained := new.sustained;
  if old is distinct from new then
    raise exception 'job % was submitted, and is not taken back', old.id
      using errcode = 'check_violation', constraint = 'jobs_contents_stay';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
drop trigger contents_stay on jobs;
create trigger contents_stay after update on jobs for each row
  when (old.state <> 'DRAFT') execute function jobs_contents_stay();

-- A decision is looked for where there must be one, and a declaration's submission once, as it is not taken back.
drop trigger check_decided on declaration_rows;
create constraint trigger check_decided after insert or update of state on declaration_rows
  deferrable initially deferred for each row when (new.state in ('ACCEPTED', 'RETURNED', 'REFUSED')) execute function check_decided();
drop trigger check_submitted on declaration_rows;
create constraint trigger check_submitted after insert on declaration_rows
  deferrable initially deferred for each row when (new.state <> 'DRAFT') execute function check_submitted();
create constraint trigger check_submitted_since after update of state on declaration_rows
  deferrable initially deferred for each row when (old.state = 'DRAFT' and new.state <> 'DRAFT') execute function check_submitted();

-- A copy of a sheet in which the faulty cells are marked, for who has sent it, for an hour. It is sealed by the code of its
-- address, which isn't kept.
create table marked_copies (
  id           bigint generated always as identity primary key,
  created_at   timestamptz not null default now(),
  owner        text not null,
  code_sha256  bytea not null constraint marked_copies_once unique constraint marked_copies_are_hashes check (length(code_sha256) = 32),
  content      bytea not null constraint marked_copies_short check (length(content) <= 33554432)
);
create index marked_copies_by_time on marked_copies (created_at);
create index marked_copies_of_owner on marked_copies (owner, id);
