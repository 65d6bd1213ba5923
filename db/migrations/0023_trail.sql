-- +goose Up

-- What was written is recorded in a chain: one entry for each transaction, made by the database at its end, over all that
-- the history and the trail hold of it and over the entry before. What can't be recorded isn't done, whatever path of code
-- it took, and whoever changes, drops or moves a record afterwards breaks the chain.

create sequence trail_entry_ids;

-- The entries that are being written: each is there until its transaction ends, and then has its place in the chain.
create table trail_pending (entry_id bigint primary key);

-- +goose StatementBegin
-- The entry that what this transaction writes will belong to.
create function current_entry() returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  noted text[] := string_to_array(current_setting('mithaq.entry', true), ' ');
begin
  if noted[1] = pg_current_xact_id()::text then
    return noted[2]::bigint;
  end if;
  noted := array[pg_current_xact_id()::text, nextval('trail_entry_ids')::text];
  insert into trail_pending (entry_id) values (noted[2]::bigint);
  perform set_config('mithaq.entry', array_to_string(noted, ' '), true);
  return noted[2]::bigint;
end
$$;
-- +goose StatementEnd

alter table changes add column entry_id bigint;
alter table changes alter column entry_id set default current_entry();
create index changes_of_entry on changes (entry_id, id) where entry_id is not null;
alter table audit_trail add column entry_id bigint, add column rows bigint constraint audit_trail_rows_positive check (rows > 0);
alter table audit_trail alter column entry_id set default current_entry();
create index audit_trail_of_entry on audit_trail (entry_id, id) where entry_id is not null;

create table trail_entries (
  id           bigint primary key,
  position     bigint not null constraint trail_entries_position_once unique constraint trail_entries_position_positive check (position > 0),
  recorded_at  timestamptz not null,
  recorded_for text not null,
  reason       text,
  records      bytea not null, -- the SHA-256 of what the transaction wrote
  previous     bytea not null, -- the sum of the entry before; of the first, 32 zeros
  sum          bytea not null constraint trail_entries_sum_once unique
);
create trigger trail_entries_append_only before update or delete on trail_entries
  for each row execute function refuse_change();
create trigger trail_entries_never_emptied before truncate on trail_entries
  for each statement execute function refuse_change();

-- +goose StatementBegin
-- The sum of the records that belong to an entry, in their order.
create function sum_of_records(entry bigint) returns bytea
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select sha256(convert_to(coalesce(string_agg(line, E'\n' order by kind, id), ''), 'UTF8'))
  from (
    select 1 as kind, c.id, jsonb_build_array('change', c.id, c.changed_at at time zone 'UTC', c.changed_by, c.reason, c.kind,
      c.table_name, c.row_id, c.before, c.after)::text as line
    from changes c where c.entry_id = entry
    union all
    select 2, a.id, jsonb_build_array('deed', a.id, a.happened_at at time zone 'UTC', a.actor, a.action, a.table_name, a.row_id,
      a.reason, a.rows)::text
    from audit_trail a where a.entry_id = entry
  ) records
$$;

-- The sum of an entry: over what it says, and the sum of the one before.
create function sum_of_entry(e trail_entries) returns bytea
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select sha256(convert_to(jsonb_build_array(e.id, e.position, e.recorded_at at time zone 'UTC', e.recorded_for, e.reason,
    encode(e.records, 'hex'), encode(e.previous, 'hex'))::text, 'UTF8'))
$$;

-- Only one transaction at a time is at the end of the chain; the next waits until this one is written.
create function hold_trail() returns void
language sql volatile set search_path = pg_catalog, public, pg_temp as $$
  select pg_advisory_xact_lock(7203411954)
$$;

create function record_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  e trail_entries;
begin
  perform hold_trail();
  select coalesce(max(t.position), 0) + 1 into e.position from trail_entries t;
  select t.sum into e.previous from trail_entries t where t.position = e.position - 1;
  e.id := new.entry_id;
  e.recorded_at := now();
  e.recorded_for := acting();
  e.reason := current_setting('mithaq.reason', true);
  e.records := sum_of_records(e.id);
  e.previous := coalesce(e.previous, decode(repeat('00', 32), 'hex'));
  e.sum := sum_of_entry(e);
  insert into trail_entries select e.*;
  delete from trail_pending where entry_id = e.id;
  perform set_config('mithaq.entry', '', true); -- what is written after this belongs to an entry of its own
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger record_entry after insert on trail_pending
  deferrable initially deferred for each row execute function record_entry();

-- +goose StatementBegin
-- New rows say themselves who wrote them; that there were some is a deed.
create function note_inserted() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  n bigint;
begin
  select count(*) into n from added;
  if n > 0 then
    insert into audit_trail (action, table_name, rows) values ('INSERT', tg_table_name, n);
  end if;
  return null;
end
$$;

-- What keep() was called for, and will be.
create function note_inserts_of(kept regclass) returns void
language plpgsql as $$
begin
  execute format('create trigger note_inserted after insert on %s referencing new table as added
    for each statement execute function note_inserted()', kept);
end
$$;
-- +goose StatementEnd
select note_inserts_of(tgrelid) from pg_trigger where tgname = 'record_change';

-- +goose StatementBegin
create or replace procedure keep(kept regclass, variadic unrecorded text[] default '{}')
language plpgsql as $$
begin
  execute format('alter table %s
    add column created_at timestamptz not null default now(),
    add column created_by text not null default acting()', kept);
  execute format('create trigger record_change after update or delete on %s for each row execute function record_change(%s)',
    kept, (select string_agg(quote_literal(p), ', ') from unnest(unrecorded) p));
  perform note_inserts_of(kept);
end
$$;
-- +goose StatementEnd

-- Where the chain stood stands on each receipt, so that it shows when the end of the chain is cut off.
alter table declarations
  add column trail_position bigint,
  add column trail_sum text collate "C" constraint declarations_trail_sum check (trail_sum ~ '^[0-9a-f]{64}$'),
  add constraint declarations_trail_whole check ((trail_position is null) = (trail_sum is null) and (trail_sum is null or state <> 'DRAFT'));
drop trigger receipt_stays on declarations;
create trigger receipt_stays after update on declarations for each row
  when (old.state <> 'DRAFT'
    and (old.reference, old.submitted_at, old.submitted_by, old.content_sha256, old.answer_due_on, old.trail_position, old.trail_sum)
      is distinct from (new.reference, new.submitted_at, new.submitted_by, new.content_sha256, new.answer_due_on, new.trail_position, new.trail_sum))
  execute function refuse_taking_back('declarations_receipt_stays');
