-- +goose Up

-- The history is written once a statement and not once a row: of ten thousand rows that are decided on at once, the history's
-- own functions took a third of the time. What is written is the same.

-- +goose StatementBegin
create function record_changes() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  silent text[] := coalesce(tg_argv::text[], '{}') || '{updated_at,sort_name}';
begin
  if exists (select from removed o full join added n using (id)
      where (n.created_at, n.created_by) is distinct from (o.created_at, o.created_by) or o is null or n is null) then
    raise exception 'neither the key of a row changes, nor who first wrote it'
      using errcode = 'check_violation', constraint = 'first_writer_stays';
  end if;
  insert into changes (changed_by, reason, kind, table_name, row_id, before, after, entry_id)
  select (select acting()), current_setting('mithaq.reason', true), 'UPDATE', tg_table_name, c.id, c.before, c.after, (select current_entry())
  from (
    select o.id, d.before, d.after
    from removed o
    join added n using (id)
    cross join lateral (select to_jsonb(o) - silent as was, to_jsonb(n) - silent as now_is offset 0) r
    cross join lateral (
      select jsonb_object_agg(k.key, r.was -> k.key) as before, jsonb_object_agg(k.key, k.value) as after
      from jsonb_each(r.now_is) k
      where k.value is distinct from r.was -> k.key) d
    where o is distinct from n and r.was <> r.now_is
  ) c
  order by c.id;
  return null;
end
$$;

create function record_removals() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  silent text[] := coalesce(tg_argv::text[], '{}') || '{updated_at,sort_name}';
begin
  insert into changes (changed_by, reason, kind, table_name, row_id, before, entry_id)
  select (select acting()), current_setting('mithaq.reason', true), 'DELETE', tg_table_name, o.id, to_jsonb(o) - silent, (select current_entry())
  from removed o
  order by o.id;
  return null;
end
$$;

-- Of what is personal the history says that it changed, when, and by whom; not from what to what.
create function record_personal_changes() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into changes (changed_by, reason, kind, table_name, row_id, before, after, entry_id)
  select (select acting()), current_setting('mithaq.reason', true), 'UPDATE', tg_table_name, c.id, '{}', jsonb_build_object('personal', c.fields), (select current_entry())
  from (
    select o.id, array_agg(k.key order by k.key) as fields
    from removed o
    join added n using (id)
    cross join lateral (select to_jsonb(o) as was, to_jsonb(n) as now_is offset 0) r
    cross join lateral jsonb_each(r.now_is) k
    where o is distinct from n and k.key = any (tg_argv::text[]) and k.value is distinct from r.was -> k.key
    group by o.id
  ) c
  order by c.id;
  return null;
end
$$;

-- The names come before those of what a statement leads to, so that what led to it stands before it in the history.
create procedure record_history(kept regclass, variadic unrecorded text[] default '{}')
language plpgsql as $$
declare
  named text := (select string_agg(quote_literal(u), ', ') from unnest(unrecorded) u);
begin
  execute format('create trigger change_recorded after update on %s referencing old table as removed new table as added
    for each statement execute function record_changes(%s)', kept, named);
  execute format('create trigger change_recorded_of_removed after delete on %s referencing old table as removed
    for each statement execute function record_removals(%s)', kept, named);
end
$$;

create procedure record_personal_history(kept regclass, variadic personal text[])
language plpgsql as $$
begin
  execute format('create trigger change_recorded_of_persons after update on %s referencing old table as removed new table as added
    for each statement execute function record_personal_changes(%s)', kept, (select string_agg(quote_literal(p), ', ') from unnest(personal) p));
end
$$;

-- What is kept already is kept so from now on. The arguments of a trigger are held as texts that end in a zero byte.
do $$
declare
  t record;
begin
  for t in
    select g.tgrelid::regclass as kept, g.tgname, coalesce((
        select array_agg(convert_from(decode(a, 'hex'), 'UTF8'))
        from unnest((string_to_array(regexp_replace(encode(g.tgargs, 'hex'), '(..)', '\1 ', 'g'), ' 00 '))[1:g.tgnargs]) h (bytes)
        cross join lateral (select replace(h.bytes, ' ', '') as a) x), '{}') as named
    from pg_trigger g
    where g.tgname in ('record_change', 'record_personal_change') and not g.tgisinternal
  loop
    execute format('drop trigger %I on %s', t.tgname, t.kept);
    if t.tgname = 'record_change' then
      execute format('call record_history(%L, variadic %L)', t.kept, t.named);
    else
      execute format('call record_personal_history(%L, variadic %L)', t.kept, t.named);
    end if;
  end loop;
end
$$;

create or replace procedure keep(kept regclass, variadic unrecorded text[] default '{}')
language plpgsql as $$
begin
  execute format('alter table %s
    add column created_at timestamptz not null default now(),
    add column created_by text not null default acting()', kept);
  execute format('call record_history(%L, variadic %L)', kept, unrecorded);
  perform note_inserts_of(kept);
end
$$;

create or replace procedure keep_dated(kept regclass, variadic unrecorded text[] default '{}')
language plpgsql as $$
begin
  if not exists (select from pg_trigger where tgrelid = kept and tgname = 'change_recorded') then
    execute format('call keep(%L, variadic %L)', kept, unrecorded);
  end if;
  execute format('alter table %s add column updated_at timestamptz not null default now()', kept);
  execute format('create trigger note_update before update on %s for each row execute function note_update(%s)',
    kept, (select string_agg(quote_literal(u), ', ') from unnest(unrecorded) u));
  execute format('create index %s on %s (updated_at, id)', kept::text || '_by_update', kept);
end
$$;
-- +goose StatementEnd
drop function record_change();
drop function record_personal_change();
