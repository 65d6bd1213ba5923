-- +goose Up

-- The keys that fingerprints of identity numbers are made by, each a file outside the database. While a key is being changed
-- two are in force, and new rows carry a fingerprint by each. Of a key its mark is kept: what it makes of a fixed text, by
-- which a program that holds another file under its name is found out.
create table person_keys (
  id        bigint generated always as identity primary key,
  version   int not null constraint person_keys_once unique constraint person_keys_version_positive check (version >= 1),
  mark      bytea constraint person_keys_marks_are_hmacs check (length(mark) = 32),
  ended_at  timestamptz
);
call keep('person_keys', 'mark');
select set_config('mithaq.actor', 'migration 0050', true), set_config('mithaq.reason', 'the first key of persons', true);
insert into person_keys (version) values (1);

-- +goose StatementBegin
-- One key is in force, or two while it is being changed; what has ended doesn't come back.
create function check_person_keys() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select count(*) not between 1 and 2 from person_keys k where k.ended_at is null)
    or exists (select from person_keys k join person_keys o on o.version > k.version where k.ended_at is null and o.ended_at is not null)
  then
    raise exception 'one key of persons is in force, or the last two'
      using errcode = 'check_violation', constraint = 'person_keys_in_force';
  end if;
  if tg_op = 'UPDATE' and (old.version <> new.version or old.ended_at is not null or old.mark is not null and old.mark is distinct from new.mark) then
    raise exception 'the key % of persons does not change', old.version
      using errcode = 'check_violation', constraint = 'person_keys_stay';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger check_person_keys after insert or update on person_keys for each row execute function check_person_keys();
create trigger person_keys_stay after delete on person_keys for each row execute function refuse_change();

-- What is under one key is found when that is given up.
create index fingerprints_by_key on fingerprints (key_version, id);
