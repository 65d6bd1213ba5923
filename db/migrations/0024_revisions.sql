-- +goose Up

create type revision_state as enum ('DRAFT', 'SCHEDULED', 'PUBLISHED', 'DISCARDED');
create type revision_operation as enum ('WRITE', 'WITHDRAW');

-- A draft of changes to the register. Its publication writes all of it at once; what everyone reads of it is what has changed.
create table revisions (
  id            bigint generated always as identity primary key,
  title         text not null constraint revisions_title_given check (title <> '' and length(title) <= 200),
  register      slug,   -- the register file that new rows go into; null where there is one at most
  state         revision_state not null default 'DRAFT',
  version       int not null default 1 constraint revisions_version_positive check (version >= 1),
  started_by    bigint not null references accounts,
  undoes_id     bigint references revisions,
  reason        text constraint revisions_reason_given check (reason <> '' and length(reason) <= 2000),
  publish_at    timestamptz,
  published_at  timestamptz,
  published_by  bigint references accounts,
  failure       jsonb,  -- why it could not be published at its time
  constraint revisions_scheduled_for_a_time check (state <> 'SCHEDULED' or publish_at is not null and published_by is not null and reason is not null),
  constraint revisions_published_with_a_reason check (
    (state = 'PUBLISHED') = (published_at is not null) and (state <> 'PUBLISHED' or published_by is not null and reason is not null))
);
create index revisions_due on revisions (publish_at, id) where state = 'SCHEDULED';
create index revisions_of_state on revisions (state, id);
call keep('revisions');

-- One row of the register as it is to be, in the form of a register file. Base is what it was when it was put to the draft,
-- result what the publication made of it. A new row has no base.
create table revision_rows (
  id             bigint generated always as identity primary key,
  revision_id    bigint not null references revisions,
  position       int not null,
  operation      revision_operation not null,
  table_name     text not null,
  row_id         bigint,
  above_table    text,
  above_id       bigint, -- the row that a new one belongs to, where that is in the register
  above_row_id   bigint references revision_rows, -- the same, where it is a row of this draft
  contents       jsonb not null,
  base           jsonb,
  result         jsonb,
  version        int not null default 1 constraint revision_rows_version_positive check (version >= 1),
  constraint revision_rows_above_one check (num_nonnulls(above_id, above_row_id) <= 1 and (above_id is null) = (above_table is null)),
  constraint revision_rows_base_of_a_row check (base is null or row_id is not null)
);
create unique index revision_rows_in_order on revision_rows (revision_id, position);
create unique index revision_rows_once on revision_rows (revision_id, table_name, row_id) where row_id is not null;
create index revision_rows_above on revision_rows (above_row_id) where above_row_id is not null;
call keep('revision_rows', 'base', 'result');

-- A revision that was published stays as it was.
-- +goose StatementBegin
create function refuse_revision_change() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'revision % is published', old.id
    using errcode = 'check_violation', constraint = 'revisions_published_stay';
end
$$;
-- +goose StatementEnd
create trigger revisions_published_stay before update or delete on revisions
  for each row when (old.state = 'PUBLISHED') execute function refuse_revision_change();

-- The rows whose last change came from a publication: a register file that says otherwise is in conflict with the site. An
-- import that agrees with the row, or that is told to take the file, takes it out again.
create table site_edits (
  table_name   text not null,
  row_id       bigint not null,
  revision_id  bigint not null references revisions,
  edited_at    timestamptz not null default now(),
  primary key (table_name, row_id)
);
