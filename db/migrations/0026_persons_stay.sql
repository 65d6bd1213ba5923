-- +goose Up

-- +goose StatementBegin
-- Who was declared stays as well: the receipt's sum is over it. A further fingerprint, by another key, is no change.
create function check_person_stays() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from jobs j where j.id = old.job_id and j.state <> 'DRAFT') then
    raise exception 'the person of job % was submitted, and is not taken back', old.job_id
      using errcode = 'check_violation', constraint = 'persons_submitted_stay';
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger submitted_stay after update on beneficiary_profiles for each row
  when (old is distinct from new) execute function check_person_stays();
create trigger submitted_stay after update on fingerprints for each row
  when (old is distinct from new) execute function check_person_stays();

-- +goose StatementBegin
-- Of what is personal the history says that it changed, when, and by whom; not from what to what.
create function record_personal_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  fields text[];
begin
  select array_agg(n.key order by n.key) into fields
  from jsonb_each(to_jsonb(new)) n
  where n.key = any (tg_argv::text[]) and n.value is distinct from to_jsonb(old) -> n.key;
  if fields is not null then
    insert into changes (changed_by, reason, kind, table_name, row_id, before, after)
    values (acting(), current_setting('mithaq.reason', true), 'UPDATE', tg_table_name, old.id, '{}', jsonb_build_object('personal', fields));
  end if;
  return null;
end
$$;
-- +goose StatementEnd
create trigger record_personal_change after update on beneficiary_profiles for each row execute function
  record_personal_change('gender', 'age_band', 'education', 'situation_before', 'birth_year', 'identity_kind', 'identity_ending');
create trigger record_personal_change after update on fingerprints for each row execute function record_personal_change('fingerprint');
create trigger record_personal_change after update on project_holder_details for each row execute function
  record_personal_change('full_name', 'telephone', 'email', 'project');
create trigger record_personal_change after update on accounts for each row execute function record_personal_change('email', 'name');
