-- +goose Up

-- What a partner announces and answers by itself, on the site: several colleagues write it, so that each row says how often it
-- was changed. What the register took from a source is not theirs to change here.
alter table openings
  add column version int not null default 1 constraint openings_version_positive check (version >= 1),
  add column is_from_partner boolean not null default false;
alter table replies
  add column version int not null default 1 constraint replies_version_positive check (version >= 1),
  add column is_from_partner boolean not null default false,
  add column withdrawn_at timestamptz;

-- +goose StatementBegin
create function count_version() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if to_jsonb(new) - '{updated_at,version,position}'::text[] is distinct from to_jsonb(old) - '{updated_at,version,position}'::text[] then
    new.version := old.version + 1;
  else
    new.version := old.version;
  end if;
  return new;
end
$$;
-- +goose StatementEnd
create trigger count_version before update on openings for each row execute function count_version();
create trigger count_version before update on replies for each row execute function count_version();
drop trigger record_change on openings;
create trigger record_change after update or delete on openings for each row execute function record_change('position', 'version');
drop trigger record_change on replies;
create trigger record_change after update or delete on replies for each row execute function record_change('version');

-- A reply that is changed stays to be read as it was, with the time for which it stood.
create table reply_versions (
  id              bigint generated always as identity primary key,
  reply_id        bigint not null references replies,
  version         int not null,
  words_text      text not null constraint reply_versions_words_given check (words_text <> ''),
  words_language  language not null,
  stood_from      timestamptz not null,
  stood_until     timestamptz not null,
  constraint reply_versions_once unique (reply_id, version),
  constraint reply_versions_stood check (stood_until >= stood_from)
);
call keep('reply_versions');

-- +goose StatementBegin
create function keep_reply_version() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into reply_versions (reply_id, version, words_text, words_language, stood_from, stood_until)
  values (old.id, old.version, old.words_text, old.words_language,
    coalesce((select max(v.stood_until) from reply_versions v where v.reply_id = old.id), old.created_at), now());
  return null;
end
$$;
-- +goose StatementEnd
create trigger keep_reply_version after update on replies for each row
  when ((old.words_text, old.words_language) is distinct from (new.words_text, new.words_language))
  execute function keep_reply_version();
create index reply_versions_of_reply on reply_versions (reply_id, version desc, id desc);
