-- +goose Up

-- The version of what the public reads: the sum of n. It moves with the commit of each transaction that wrote something
-- public, and no writer waits for another because of it, as each adds a row of its own.
create table data_versions (
  id bigint generated always as identity primary key,
  n  bigint not null default 1 constraint data_versions_counts check (n > 0)
);

-- Notes that the transaction writes something public, once; a statement that writes no row writes nothing. Every thousandth puts the rows of others together; those that
-- somebody else puts together at the moment are left to them.
-- +goose StatementBegin
create function move_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  own bigint;
begin
  if tg_op = 'DELETE' then
    if not exists (select from removed) then return null; end if;
  elsif tg_op <> 'TRUNCATE' then
    if not exists (select from added) then return null; end if;
  end if;
  if current_setting('mithaq.version_moved', true) = pg_current_xact_id()::text then
    return null;
  end if;
  insert into data_versions default values returning id into own;
  if own % 1000 = 0 then
    with others as (
      delete from data_versions where id in (select id from data_versions where id <> own for update skip locked) returning n)
    update data_versions set n = n + (select coalesce(sum(o.n), 0) from others o) where id = own;
  end if;
  perform set_config('mithaq.version_moved', pg_current_xact_id()::text, true);
  return null;
end
$$;
-- +goose StatementEnd
