-- +goose Up

-- What a partner names as evidence, of a whole declaration or of one row: what sort of document, in which words it is found
-- again, of which day. A file may lie with it.
alter table evidence
  add column row_id bigint references declaration_rows,
  add column kind basis not null default 'OTHER',
  add column dated_on date,
  alter column media_type drop not null,
  alter column sha256 drop not null,
  alter column content drop not null,
  add constraint evidence_file_whole check (num_nonnulls(media_type, sha256, content) in (0, 3)),
  add constraint evidence_held_by_its_partner check (kind::text <> 'SAMPLE'),
  add constraint evidence_name_short check (length(name) <= 500);
create index evidence_of_declaration on evidence (declaration_id, id);
create index evidence_of_row on evidence (row_id) where row_id is not null;

-- +goose StatementBegin
-- Whether the details of whom a row declares are gone.
create function person_gone(declared_row bigint) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from jobs j join beneficiary_profiles p on p.job_id = j.id
    where j.row_id = declared_row and p.gone_on is not null)
  or exists (
    select from project_stages s
    join project_holders h on s.project_holder_id in (h.id, h.first_id)
    join beneficiary_profiles p on p.project_holder_id = h.id
    where s.row_id = declared_row and p.gone_on is not null)
$$;

-- Evidence is of a row of its own declaration, and stays with what was submitted, since an officer has decided by it, until what
-- is personal goes, of the declaration or of the row.
create function check_evidence() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'INSERT' and exists (select from declarations d where d.id = old.declaration_id and d.state <> 'DRAFT' and d.details_gone_on is null)
    and not (tg_op = 'DELETE' and person_gone(old.row_id))
  then
    raise exception 'evidence % was submitted, and is not taken back', old.id
      using errcode = 'check_violation', constraint = 'evidence_submitted_stays';
  end if;
  if tg_op <> 'DELETE' and new.row_id is not null and not exists (
    select from declaration_rows r where r.id = new.row_id and r.declaration_id = new.declaration_id)
  then
    raise exception 'evidence % is of a row of another declaration', new.id
      using errcode = 'check_violation', constraint = 'evidence_of_own_row';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger submitted_stay after insert or update or delete on evidence for each row execute function check_evidence();
