-- +goose Up

-- Words that columns of several tables share. One spelling: PostgreSQL = Go = GraphQL.
create type language as enum ('FR', 'AR', 'EN');
create type coverage as enum ('COMPLETE', 'PARTIAL', 'NOT_PUBLISHED');
create type figure_status as enum ('KNOWN', 'AT_LEAST', 'UNKNOWN', 'NOT_PUBLISHED', 'SUPPRESSED', 'NOT_APPLICABLE');
create type register_kind as enum ('REAL', 'SAMPLE');
create type address_kind as enum ('DOCUMENT', 'SITE', 'ABRIDGED');

-- +goose StatementBegin
-- A year, a month or a day, as text: the C collation then sorts it by time, the less precise first.
create function is_partial_date(value text) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  if value !~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' then
    return false;
  end if;
  perform make_date(
    substr(value, 1, 4)::int,
    coalesce(nullif(substr(value, 6, 2), ''), '1')::int,
    coalesce(nullif(substr(value, 9, 2), ''), '1')::int);
  return true;
exception when datetime_field_overflow then
  return false;
end
$$;
-- +goose StatementEnd

create domain partial_date as text collate "C"
  constraint partial_date_is_a_date check (is_partial_date(value));

-- A slug stands in addresses that people keep.
create domain slug as text collate "C"
  constraint slug_is_plain check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 80);

-- A figure has a value exactly when its status says so.
create function is_figure(value bigint, status figure_status) returns boolean
language sql immutable parallel safe as $$
  select coalesce((status in ('KNOWN', 'AT_LEAST')) = (value is not null), false)
$$;

-- A text in several languages has at least the one it was written in.
create function is_text(language language, fr text, ar text, en text) returns boolean
language sql immutable parallel safe as $$
  select coalesce(case language when 'FR' then fr when 'AR' then ar when 'EN' then en end, '') <> ''
$$;

-- An enterprise's number (ICE) has 15 digits, and the whole is divisible by 97.
create function is_ice(ice text) returns boolean
language sql immutable strict parallel safe as $$
  select case when ice ~ '^[0-9]{15}$' then ice::numeric % 97 = 0 else false end
$$;

-- +goose StatementBegin
-- Who acts, and why: said once per transaction, and missed by no write. Volatile, so that a table can be given the
-- column while nobody acts.
create function acting() returns text
language plpgsql volatile as $$
begin
  if coalesce(current_setting('mithaq.actor', true), '') = '' then
    raise exception 'nobody is said to act in this transaction'
      using errcode = 'check_violation', constraint = 'somebody_acts';
  end if;
  return current_setting('mithaq.actor');
end
$$;
-- +goose StatementEnd

-- The history of changes. A row says itself who first wrote it and when; what it was before stands here.
create table changes (
  id          bigint generated always as identity primary key,
  changed_at  timestamptz not null default now(),
  changed_by  text not null,
  reason      text not null,
  kind        text not null constraint changes_kind check (kind in ('UPDATE', 'DELETE')),
  table_name  text not null,
  row_id      bigint not null,
  before      jsonb not null,
  after       jsonb
);
create index changes_of_row on changes (table_name, row_id, id);

-- +goose StatementBegin
create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'check_violation', constraint = tg_table_name || '_append_only';
end
$$;
-- +goose StatementEnd

create trigger changes_append_only before update or delete on changes
  for each row execute function refuse_change();
create trigger changes_never_emptied before truncate on changes
  for each statement execute function refuse_change();

-- +goose StatementBegin
-- Writes what a row was into the history. The trigger's arguments name the columns that never enter it: those that are
-- personal, and those that only put rows in order. It runs as the owner, so that no login needs to be able to write history by hand, and looks for tables among
-- temporary ones last, so that none of those can stand in for the history.
create function record_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  was jsonb := to_jsonb(old) - coalesce(tg_argv::text[], '{}');
  now_is jsonb;
begin
  if tg_op = 'UPDATE' then
    if (new.created_at, new.created_by) is distinct from (old.created_at, old.created_by) then
      raise exception 'who first wrote a row does not change'
        using errcode = 'check_violation', constraint = 'first_writer_stays';
    end if;
    select jsonb_object_agg(n.key, n.value), jsonb_object_agg(n.key, was -> n.key)
      into now_is, was
      from jsonb_each(to_jsonb(new) - coalesce(tg_argv::text[], '{}')) n
     where n.value is distinct from was -> n.key;
    if now_is is null then
      return null;
    end if;
  end if;
  insert into changes (changed_by, reason, kind, table_name, row_id, before, after)
  values (acting(), current_setting('mithaq.reason', true), tg_op, tg_table_name, old.id, was, now_is);
  return null;
end
$$;
-- +goose StatementEnd

-- +goose StatementBegin
-- Every table of the register is kept the same way: each row says who first wrote it and when, and its history is
-- written by a trigger. The further arguments name its columns that never enter it.
create procedure keep(kept regclass, variadic unrecorded text[] default '{}')
language plpgsql as $$
begin
  execute format('alter table %s
    add column created_at timestamptz not null default now(),
    add column created_by text not null default acting()', kept);
  execute format('create trigger record_change after update or delete on %s for each row execute function record_change(%s)',
    kept, (select string_agg(quote_literal(p), ', ') from unnest(unrecorded) p));
end
$$;
-- +goose StatementEnd

-- One row: what this database holds. A real register and a sample never share a database.
create table registers (
  id        bigint primary key default 1 constraint registers_only_one check (id = 1),
  kind      register_kind not null,
  language  language not null
);
call keep('registers');

create table sources (
  id            bigint generated always as identity primary key,
  slug          slug not null constraint sources_slug_once unique,
  publisher_fr  text,
  publisher_ar  text,
  publisher_en  text,
  title         text constraint sources_title_given check (title <> ''),
  language      language not null,
  author        text,
  published_on  partial_date,
  address       text,
  address_kind  address_kind,
  read_on       date,
  constraint sources_address_kind_known check ((address is null) = (address_kind is null))
);
call keep('sources');

-- Which register file holds which row, and what to call it: what vanishes from a file is found by it, and one file
-- doesn't change what another holds.
create table register_rows (
  register    slug not null,
  table_name  text not null,
  row_id      bigint not null,
  label       text not null,
  primary key (register, table_name, row_id)
);
