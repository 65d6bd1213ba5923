-- +goose Up

-- +goose StatementBegin
-- A row is submitted with its declaration, not before: else it would wait, and count, without a receipt.
create function check_submitted() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from declarations d where d.id = new.declaration_id and d.state = 'DRAFT') then
    raise exception 'row % is %, and its declaration was not submitted', new.id, new.state
      using errcode = 'check_violation', constraint = 'declaration_rows_wait_when_submitted';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create constraint trigger check_submitted after insert or update of state on declaration_rows
  deferrable initially deferred for each row when (new.state <> 'DRAFT') execute function check_submitted();

-- While a row waits, no other of its reference does: one that replaces a row that no longer stands would count beside
-- one that is declared anew.
create unique index declaration_rows_wait_once on declaration_rows (partner_id, reference) where kind = 'JOB' and state = 'WAITING';
