-- +goose Up

-- A declaration that was submitted is no draft again, whatever becomes of its receipt with that. The whole receipt stays:
-- who submitted, when, what, and until when there is to be an answer. So does what it is a declaration of.
drop trigger go_forward on declarations;
create trigger go_forward after update of state on declarations for each row
  when (old.state <> new.state and (new.state = 'DRAFT' or old.state = 'WITHDRAWN'))
  execute function refuse_taking_back('declarations_go_forward');
drop trigger receipt_stays on declarations;
create trigger receipt_stays after update on declarations for each row
  when (old.state <> 'DRAFT'
    and (old.reference, old.submitted_at, old.submitted_by, old.content_sha256, old.answer_due_on)
      is distinct from (new.reference, new.submitted_at, new.submitted_by, new.content_sha256, new.answer_due_on))
  execute function refuse_taking_back('declarations_receipt_stays');
create trigger contents_stay after update on declarations for each row
  when (old.state <> 'DRAFT'
    and (old.convention_id, old.partner_id, old.period_from, old.period_until)
      is distinct from (new.convention_id, new.partner_id, new.period_from, new.period_until))
  execute function refuse_taking_back('declarations_contents_stay');

-- What was submitted is corrected by a row that replaces it, never rewritten: the receipt's sum is over these contents.
-- What may change is named, so that a further column stays unless it is. A job's signing follows its convention, its end
-- comes with the end that is declared of it, and whether it was sustained with its confirmation.
create trigger contents_stay after update on declaration_rows for each row
  when (old.state <> 'DRAFT' and to_jsonb(old) - 'state'::text is distinct from to_jsonb(new) - 'state'::text)
  execute function refuse_taking_back('declaration_rows_contents_stay');
create trigger contents_stay after update on jobs for each row
  when (old.state <> 'DRAFT' and to_jsonb(old) - '{state,signing_id,ended_on,sustained}'::text[]
    is distinct from to_jsonb(new) - '{state,signing_id,ended_on,sustained}'::text[])
  execute function refuse_taking_back('jobs_contents_stay');
create trigger contents_stay after update on job_ends for each row
  when (old.state <> 'DRAFT' and to_jsonb(old) - 'state'::text is distinct from to_jsonb(new) - 'state'::text)
  execute function refuse_taking_back('job_ends_contents_stay');
create trigger contents_stay after update on project_stages for each row
  when (old.state <> 'DRAFT' and to_jsonb(old) - 'state'::text is distinct from to_jsonb(new) - 'state'::text)
  execute function refuse_taking_back('project_stages_contents_stay');
