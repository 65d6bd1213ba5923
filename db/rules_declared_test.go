package db_test

import (
	"maps"
	"testing"

	"github.com/jmoiron/sqlx"

	"mithaq/db/dbtest"
)

// published is one of each published fact that the register of December 2021 has none of. None of it is so.
const published = `
	select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true);
	insert into amendments (slug, convention_id, position, reference, summary_fr)
	select 'a' || id, id, 1, 'A', 'x' from conventions where slug in ('2021-12-15-anapec-1', '2021-12-15-anapec-2');
	insert into documents (slug, convention_id, position, kind, title_fr, language)
	select 'd' || id, convention_id, 1, 'OTHER', 'x', 'FR' from amendments;
	insert into reporting_schedules (convention_id, position, period, days_allowed, applies_from)
	select convention_id, 1, 'MONTH', 30, '2022' from amendments;
	insert into allocations (target_id, position, year, figure_value, figure_status) select id, 1, 2022, 5, 'KNOWN' from targets;
	insert into openings (slug, partner_id, occupation_fr, posts_value, posts_status, opens_on, closes_on, apply_fr)
	select 'o' || id, id, 'x', 1, 'KNOWN', '2022-01-01', '2022-02-01', 'x' from partners;
	insert into replies (slug, partner_id, commitment_id, replied_on, words_text, words_language)
	select 'r' || p.id, p.id, (select min(id) from commitments), '2022-01-01', 'x', 'FR' from partners p;`

// declared is a declaration by one partner with two jobs, of which one was accepted, an end, and a project holder.
const declared = `
	select set_config('mithaq.actor', 'hr', true);
	insert into declarations (id, reference, convention_id, partner_id, period_from, period_until, state, submitted_at,
	  submitted_by, content_sha256, answer_due_on)
	overriding system value
	select n, 'D-' || n, c.id, p.id, '2022-01-01', '2022-03-31', 'SUBMITTED', now(), 'hr', repeat('a', 64), '2022-05-01'
	from conventions c, partners p, generate_series(1, 2) n where c.slug = '2021-12-15-anapec-1' and p.slug = 'lydec';
	insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, state, reference)
	overriding system value
	select v.id, 1, d.convention_id, d.partner_id, v.id, v.kind::row_kind, 'WAITING', case v.kind when 'JOB_END' then 'ref-1' when 'PROGRESS' then 'ref-4' else 'ref-' || v.id end
	from declarations d, (values (1, 'JOB'), (2, 'JOB'), (3, 'JOB_END'), (4, 'PROGRESS'), (5, 'PROGRESS'), (8, 'PROGRESS'), (6, 'JOB_END'), (7, 'JOB')) v (id, kind)
	where d.id = 1;
	insert into jobs (id, row_id, state, convention_id, signing_id, employer_id, region_id, contract_kind, started_on)
	select r.id, r.id, r.state, r.convention_id, c.signing_id, r.partner_id, (select min(id) from regions), 'CDI', '2022-01-10'
	from declaration_rows r join conventions c on c.id = r.convention_id where r.kind = 'JOB';
	insert into job_ends (row_id, state, convention_id, job_id, ended_on)
	select id, state, convention_id, 1, '2022-02-01' from declaration_rows where id = 3;
	insert into project_holders (id, row_id, state, reference, convention_id, partner_id)
	select 1, id, state, reference, convention_id, partner_id from declaration_rows where id = 4;
	insert into project_holder_details (project_holder_id, full_name) values (1, 'x');
	insert into project_stages (row_id, state, convention_id, project_holder_id, stage, reached_on)
	select id, state, convention_id, 1, 'WELCOMED', '2022-01-01' from declaration_rows where id = 4;
	insert into project_stages (row_id, state, convention_id, project_holder_id, stage, reached_on)
	select id, state, convention_id, 1, 'LAUNCHED', '2022-02-01' from declaration_rows where id = 8;
	insert into beneficiary_profiles (job_id, project_holder_id, gender, age_band, education, situation_before)
	values (1, null, 'FEMALE', 'UNKNOWN', 'NONE', 'NEET'), (null, 1, 'MALE', 'UNKNOWN', 'NONE', 'NEET');
	insert into fingerprints (job_id, project_holder_id, key_version, fingerprint)
	values (1, null, 1, decode(repeat('ab', 32), 'hex')), (null, 1, 1, decode(repeat('cd', 32), 'hex'));
	insert into evidence (declaration_id, name, media_type, sha256, content) values (1, 'x', 'text/plain', repeat('b', 64), 'x');
	select set_config('mithaq.actor', 'officer', true);
	insert into decisions (row_id, outcome, basis) values (1, 'ACCEPTED', 'CONTRACT'), (3, 'ACCEPTED', 'CONTRACT'), (4, 'ACCEPTED', 'VISIT'), (8, 'ACCEPTED', 'VISIT');
	insert into confirmations (job_id, held, basis) values (1, true, 'CALL');
	insert into confirmations (project_holder_id, held, basis) values (1, true, 'CALL');`

// brokenPublished are writes over published that a named constraint refuses.
var brokenPublished = map[string]string{
	"insert into occupation_groups overriding user value select * from occupation_groups limit 1": "occupation_groups_code_once",
	"update occupation_groups set code = '0' where code = '1'":                                    "occupation_groups_code_isco_08",
	"update amendments set reference = ''":                                                        "amendments_reference_given",
	"update amendments set summary_fr = null":                                                     "amendments_summary_original",
	"insert into amendments overriding user value select * from amendments limit 1":               "amendments_slug_once",
	"update amendments set convention_id = (select min(convention_id) from amendments)":           "amendments_reference_once",
	"insert into targets (commitment_id, version, kind, figure_status, reason_fr, amendment_id) select min(c.id), 2, 'CORRECTION', 'UNKNOWN', 'x', min(a.id) from commitments c, amendments a": "targets_amendment_of_amendment",
	"update documents set address = ''":         "documents_address_given",
	"update documents set sha256 = 'x'":         "documents_sha256_is_one",
	"update documents set convention_id = null": "documents_of_one_thing",
	"update documents set signing_id = (select id from signings), convention_id = null, amendment_id = (select min(id) from amendments)": "documents_amendment_of_convention",
	"update documents set title_fr = ''":                                                              "documents_title_original",
	"insert into documents overriding user value select * from documents limit 1":                     "documents_slug_once",
	"update reporting_schedules set days_allowed = 400":                                               "reporting_schedules_days_allowed",
	"update reporting_schedules set applies_until = '2021'":                                           "reporting_schedules_end_after_start",
	"insert into reporting_schedules overriding user value select * from reporting_schedules limit 1": "reporting_schedules_once",
	"update commitments set withdrawn_at = now()":                                                     "commitments_withdrawn_last",
	"update allocations set year = 22":                                                                "allocations_year_plausible",
	"update allocations set year = null":                                                              "allocations_to_one_thing",
	"update allocations set figure_value = null":                                                      "allocations_figure",
	"insert into allocations overriding user value select * from allocations limit 1":                 "allocations_once",
	"update openings set occupation_fr = ''":                                                          "openings_occupation_original",
	"update openings set apply_fr = null":                                                             "openings_apply_original",
	"update openings set posts_value = null":                                                          "openings_posts_figure",
	"update openings set posts_value = 0":                                                             "openings_posts_counted",
	"update openings set closes_on = '2021-12-31'":                                                    "openings_close_after_they_open",
	"insert into openings overriding user value select * from openings limit 1":                       "openings_slug_once",
	"insert into openings (slug, partner_id, occupation_fr, posts_status, opens_on, closes_on, apply_fr, version) select 'v', partner_id, 'x', 'UNKNOWN', opens_on, closes_on, 'x', 0 from openings": "openings_version_positive",
	"insert into replies (slug, partner_id, commitment_id, replied_on, words_text, words_language, version) select 'v', partner_id, commitment_id, replied_on, 'x', 'FR', 0 from replies":            "replies_version_positive",
	"insert into reply_versions (reply_id, version, words_text, words_language, stood_from, stood_until) select id, 1, '', 'FR', now(), now() from replies":                                          "reply_versions_words_given",
	"insert into reply_versions (reply_id, version, words_text, words_language, stood_from, stood_until) select id, 1, 'x', 'FR', now(), '2001-01-01' from replies":                                  "reply_versions_stood",
	"update replies set words_text = 'y'; insert into reply_versions (reply_id, version, words_text, words_language, stood_from, stood_until) select id, 1, 'x', 'FR', now(), now() from replies":    "reply_versions_once",
	"update replies set words_text = ''":                                      "replies_words_given",
	"update replies set commitment_id = null":                                 "replies_to_one_thing",
	"insert into replies overriding user value select * from replies limit 1": "replies_slug_once",
}

// brokenDeclared are writes over declared that a named constraint, a unique index or a rule of a trigger refuses.
var brokenDeclared = map[string]string{
	"update conventions set withdrawn_at = now()":                                                    "conventions_withdrawn_last",
	"update declarations set version = 0":                                                            "declarations_version_positive",
	"update declarations set content_sha256 = 'x'":                                                   "declarations_content_sha256",
	"update declarations set period_until = '2021-12-31'":                                            "declarations_period",
	"update declarations set reference = null":                                                       "declarations_receipt",
	"update declarations set state = 'DRAFT'":                                                        "declarations_receipt",
	"update declarations set state = 'DECIDED'":                                                      "declarations_decided",
	"update declarations set state = 'WITHDRAWN'":                                                    "declarations_withdrawn",
	"update declarations set reference = 'D-1'":                                                      "declarations_reference_once",
	"update evidence set media_type = null":                                                          "evidence_file_whole",
	"update evidence set name = repeat('x', 501)":                                                    "evidence_name_short",
	"insert into evidence (declaration_id, name, kind) values (2, 'x', 'SAMPLE')":                    "evidence_held_by_its_partner",
	"update evidence set name = 'y'":                                                                 "evidence_submitted_stays",
	"insert into evidence (declaration_id, name, row_id) values (2, 'x', 1)":                         "evidence_of_own_row",
	"update evidence set name = ''":                                                                  "evidence_name_given",
	"update evidence set sha256 = 'x'":                                                               "evidence_sha256_is_one",
	"insert into evidence overriding user value select * from evidence limit 1":                      "evidence_once",
	"update declaration_rows set reference = ''":                                                     "declaration_rows_reference_given",
	"update declaration_rows set replaces_id = id":                                                   "declaration_rows_replace_another",
	"update declaration_rows set position = 9":                                                       "declaration_rows_position_once",
	"update declaration_rows set replaces_id = 1 where id in (2, 7)":                                 "declaration_rows_replaced_once",
	"update declaration_rows set reference = 'ref-1' where id = 2":                                   "declaration_rows_count_once",
	"insert into decisions (row_id, round, outcome, basis) values (2, 'SECOND', 'ACCEPTED', 'CALL')": "decisions_second_by_another",
	"insert into decisions (row_id, outcome, reason, reasons) values (2, 'RETURNED', 'OTHER', 'x'); select set_config('mithaq.actor', 'program', true); insert into decisions (row_id, round, outcome, reason, reasons) values (2, 'UNANSWERED', 'REFUSED', 'UNANSWERED', 'x')": "decisions_close_what_is_unanswered",
	"insert into decisions (row_id, outcome, reason, reasons) values (2, 'REFUSED', 'UNANSWERED', 'x')":                                                                "decisions_reason_of_their_round",
	"insert into second_looks (row_id, words) values (1, 'x')":                                                                                                         "second_looks_of_what_was_not_accepted",
	"insert into decisions (row_id, outcome, reason, reasons) values (2, 'REFUSED', 'OTHER', 'x'); insert into second_looks (row_id, words) values (2, '')":            "second_looks_words_given",
	"insert into decisions (row_id, outcome, reason, reasons) values (2, 'REFUSED', 'OTHER', 'x'); insert into second_looks (row_id, words) values (2, 'x'), (2, 'y')": "second_looks_once",
	"insert into decisions (row_id, outcome, reason, reasons) values (2, 'REFUSED', 'OTHER', 'x'); update declaration_rows set state = 'WAITING' where id = 2":         "declaration_rows_go_forward",
	"update jobs set kind = 'PROGRESS'":                                           "jobs_of_their_kind",
	"update jobs set undertaking = '', contract_kind = 'INTERIM'":                 "jobs_undertaking_given",
	"update jobs set undertaking = 'x'":                                           "jobs_undertaking_of_interim",
	"update jobs set ended_on = '2022-01-09'":                                     "jobs_end_after_start",
	"update jobs set refills_id = id":                                             "jobs_refill_another",
	"update declaration_rows set version = 0":                                     "declaration_rows_version_positive",
	"update declaration_rows set amends = true":                                   "declaration_rows_amend_another",
	"update declarations set claim_ends_at = now()":                               "declarations_claimed_for_a_time",
	"insert into decisions (row_id, outcome, reasons) values (2, 'REFUSED', 'x')": "decisions_reason_of_the_list",
	"update beneficiary_profiles set birth_year = 1":                              "beneficiary_profiles_birth_year_plausible",
	"update beneficiary_profiles set birth_year = 1990, gone_on = current_date":   "beneficiary_profiles_gone",
	"update beneficiary_profiles set identity_kind = 'PASSPORT'":                  "beneficiary_profiles_identity_ending",
	"insert into idempotency_keys (asked_by, key, payload_sha256, result) values ('x', '', decode(repeat('ab', 32), 'hex'), 1)":                                                                                                                                                 "idempotency_keys_given",
	"insert into idempotency_keys (asked_by, key, payload_sha256, result, salt) values ('x', 'k', decode(repeat('ab', 32), 'hex'), 1, 'x')":                                                                                                                                     "idempotency_keys_salted",
	"insert into idempotency_keys (asked_by, key, payload_sha256, result) values ('x', 'k', 'x', 1)":                                                                                                                                                                            "idempotency_keys_are_hashes",
	"insert into idempotency_keys (asked_by, key, payload_sha256, result) select 'x', 'k', decode(repeat('ab', 32), 'hex'), n from generate_series(1, 2) n":                                                                                                                     "idempotency_keys_once",
	"insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, reference, replaces_id) overriding system value select 100, 2, convention_id, partner_id, 1, 'JOB', 'other', 1 from declarations where id = 2; set constraints all immediate": "declaration_rows_replace_their_own",
	"with r as (insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, reference) overriding system value select 100, 2, convention_id, partner_id, 1, 'JOB', 'ref-1' from declarations where id = 2 returning *) insert into jobs (row_id, convention_id, employer_id, region_id, contract_kind, started_on, amends_id) select id, convention_id, partner_id, (select min(id) from regions), 'CDI', '2022-01-10', 1 from r; set constraints all immediate": "jobs_amend_their_own",
	"insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, reference, region_id) overriding system value select 100, 2, convention_id, partner_id, 1, 'JOB', 'other', (select min(id) from regions) from declarations where id = 2; set constraints all immediate":                                                                                                                                                                                         "declaration_rows_region_of_what_they_declare",
	"insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, reference) overriding system value select 100, 2, convention_id, partner_id, 1, 'JOB_END', 'other' from declarations where id = 2; insert into job_ends (row_id, convention_id, job_id, ended_on) select 100, convention_id, 1, '2022-02-02' from declarations where id = 2; set constraints all immediate":                                                                                     "job_ends_of_their_own_jobs",
	"update jobs set amends_id = id": "jobs_amend_another",
	"insert into project_holders (id, row_id, state, reference, convention_id, partner_id) select 2, id, state, reference, convention_id, partner_id from declaration_rows where id = 5; insert into confirmations (project_holder_id, held, basis) values (2, true, 'CALL')": "confirmations_of_what_is_verified",
	"update jobs set sustained = true where id = 2":                     "jobs_sustained_of_verified",
	"update jobs set row_id = 1":                                        "jobs_row_once",
	"update jobs set refills_id = 1 where id in (2, 7)":                 "jobs_refilled_once",
	"update jobs set state = 'ACCEPTED' where id = 2":                   "jobs_same_state",
	"update job_ends set kind = 'JOB'":                                  "job_ends_of_their_kind",
	"insert into job_ends overriding user value select * from job_ends": "job_ends_row_once",
	"select set_config('mithaq.actor', 'hr', true); insert into job_ends (row_id, state, convention_id, job_id, ended_on) select id, state, convention_id, 1, '2022-02-02' from declaration_rows where id = 6; select set_config('mithaq.actor', 'officer', true); insert into decisions (row_id, outcome, basis) values (6, 'ACCEPTED', 'CALL')": "job_ends_once",
	"update project_holder_details set full_name = ''":                                  "project_holder_details_name_given",
	"insert into project_holder_details (project_holder_id, full_name) values (1, 'y')": "project_holder_details_once",
	"update project_stages set kind = 'JOB'":                                            "project_stages_of_their_kind",
	"update project_stages set left_reason = '', stage = 'LEFT'":                        "project_stages_reason_given",
	"update project_stages set stage = 'LEFT'":                                          "project_stages_left_has_reason",
	"insert into project_stages overriding user value select * from project_stages":     "project_stages_row_once",
	"select set_config('mithaq.actor', 'hr', true); insert into project_stages (row_id, state, convention_id, project_holder_id, stage, reached_on) select id, state, convention_id, 1, 'WELCOMED', '2022-02-02' from declaration_rows where id = 5; select set_config('mithaq.actor', 'officer', true); insert into decisions (row_id, outcome, basis) values (5, 'ACCEPTED', 'CALL')": "project_stages_reached_once",
	"update beneficiary_profiles set job_id = null, project_holder_id = null":                                                      "beneficiary_profiles_of_one_person",
	"insert into beneficiary_profiles overriding user value select * from beneficiary_profiles where job_id = 1":                   "beneficiary_profiles_job_once",
	"insert into beneficiary_profiles overriding user value select * from beneficiary_profiles where project_holder_id = 1":        "beneficiary_profiles_project_holder_once",
	"update fingerprints set key_version = 0":                                                                                      "fingerprints_key_version_positive",
	"update fingerprints set fingerprint = 'x'":                                                                                    "fingerprints_are_hmacs",
	"update fingerprints set job_id = null, project_holder_id = null":                                                              "fingerprints_of_one_person",
	"insert into fingerprints overriding user value select * from fingerprints where job_id = 1":                                   "fingerprints_job_once",
	"insert into fingerprints overriding user value select * from fingerprints where project_holder_id = 1":                        "fingerprints_project_holder_once",
	"insert into decisions (row_id, outcome) values (2, 'ACCEPTED')":                                                               "decisions_accepted_on_a_basis",
	"insert into decisions (row_id, outcome, basis, reason, reasons) values (2, 'REFUSED', 'CALL', 'OTHER', 'x')":                  "decisions_accepted_on_a_basis",
	"insert into decisions (row_id, outcome, reason, reasons) values (2, 'REFUSED', 'OTHER', '')":                                  "decisions_have_reasons",
	"insert into decisions (row_id, outcome, reason) values (2, 'RETURNED', 'OTHER')":                                              "decisions_have_reasons",
	"insert into decisions (row_id, outcome, basis) values (1, 'ACCEPTED', 'CALL')":                                                "decisions_row_once",
	"select set_config('mithaq.actor', 'hr', true); insert into decisions (row_id, outcome, basis) values (2, 'ACCEPTED', 'CALL')": "decisions_not_on_own_entry",
	"insert into project_stages (row_id, state, convention_id, project_holder_id, stage, reached_on) select id, state, convention_id, 1, 'TRAINED', '2022-02-02' from declaration_rows where id = 5; insert into decisions (row_id, outcome, basis) values (5, 'ACCEPTED', 'CALL')": "decisions_not_on_own_entry",
	"update declaration_rows set state = 'WITHDRAWN' where id = 2; insert into decisions (row_id, outcome, basis) values (2, 'ACCEPTED', 'CALL')":                                                                                                                                   "decisions_on_what_waits",
	"update declaration_rows set state = 'ACCEPTED' where id = 2; set constraints all immediate":                                                                                                                                                                                    "declaration_rows_as_decided",
	"update decisions set basis = 'CALL'":                                                 "decisions_append_only",
	"delete from decisions":                                                               "decisions_append_only",
	"update confirmations set held = false":                                               "confirmations_append_only",
	"insert into confirmations (held, basis) values (true, 'CALL')":                       "confirmations_of_one_thing",
	"insert into confirmations (job_id, held, basis) values (1, true, 'CALL')":            "confirmations_job_once",
	"insert into confirmations (project_holder_id, held, basis) values (1, true, 'CALL')": "confirmations_project_holder_once",
	"select set_config('mithaq.actor', 'hr', true); insert into decisions (row_id, outcome, reason, reasons) values (2, 'REFUSED', 'OTHER', 'x')":                                                            "decisions_not_on_own_entry",
	"insert into confirmations (job_id, held, basis) values (2, true, 'CALL')":                                                                                                                               "confirmations_of_what_is_verified",
	"insert into decisions (row_id, outcome, basis) values (2, 'ACCEPTED', 'CALL'); select set_config('mithaq.actor', 'hr', true); insert into confirmations (job_id, held, basis) values (2, true, 'CALL')": "confirmations_not_of_own_entry",
	"update deliveries set verified_gross = declared_gross + 1":                                                                                                                                              "deliveries_parts_of_declared",
	"update deliveries set declared_net = 0":                                      "deliveries_verified_of_declared",
	"update deliveries set sustained_gross = 2":                                   "deliveries_sustained_of_verified",
	"update deliveries set declared_net = 4":                                      "deliveries_net_of_gross",
	"update decision_days set days = -1":                                          "decision_days_not_negative",
	"update decision_days set jobs = 0":                                           "decision_days_of_some",
	"insert into decision_days overriding user value select * from decision_days": "decision_days_once",
	"insert into data_versions (n) values (0)":                                    "data_versions_counts",
	"insert into job_totals (counted_by, jobs) values ('ALL', 1), ('ALL', 2)":     "job_totals_group",
	"update deliveries set returned = -1, waiting = 3":                            "deliveries_not_negative",
	"insert into deliveries overriding user value select * from deliveries":       "deliveries_once",
	"insert into audit_trail (action, rows) values ('x', 0)":                      "audit_trail_rows_positive",
	"update declarations set trail_position = 1, trail_sum = 'x'":                 "declarations_trail_sum",
	"update declarations set trail_position = 1":                                  "declarations_trail_whole",
	"set constraints all immediate; insert into trail_entries select id + 1000, position, now(), 'x', null, records, previous, decode(repeat('ab', 32), 'hex') from trail_entries limit 1": "trail_entries_position_once",
	"set constraints all immediate; insert into trail_entries select id + 1000, 0, now(), 'x', null, records, previous, decode(repeat('ab', 32), 'hex') from trail_entries limit 1":        "trail_entries_position_positive",
	"set constraints all immediate; insert into trail_entries select id + 1000, position + 1000, now(), 'x', null, records, previous, sum from trail_entries limit 1":                      "trail_entries_sum_once",
	"set constraints all immediate; update trail_entries set reason = 'x'":                                                                                                                 "trail_entries_append_only",
	"insert into audit_trail (action) values ('')":                                       "audit_trail_action_given",
	"insert into audit_trail (action, row_id) values ('x', 1)":                           "audit_trail_row_of_table",
	"insert into audit_trail (action) values ('x'); update audit_trail set action = 'y'": "audit_trail_append_only",
}

func TestRulesOfWhatIsPublishedAndDeclared(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	breakEach(t, owner, published, brokenPublished)
	breakEach(t, owner, declared, brokenDeclared)
}

// breakEach tries each statement over what was written first, and wants its constraint to refuse it.
func breakEach(t *testing.T, owner *sqlx.DB, first string, statements map[string]string) {
	t.Helper()
	for statement, constraint := range statements {
		tx := owner.MustBegin()
		tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
		tx.MustExec(first)
		if _, err := tx.Exec(statement); constraintOf(err) != constraint {
			t.Errorf("%s\n  gave %v; want %s", statement, err, constraint)
		}
		_ = tx.Rollback()
	}
}

// everyBroken are the statements of all tests that break rules.
func everyBroken() map[string]string {
	all := maps.Clone(broken)
	maps.Copy(all, brokenPublished)
	maps.Copy(all, brokenDeclared)
	maps.Copy(all, brokenTies)
	maps.Copy(all, brokenSubmitted)
	maps.Copy(all, brokenHolders)
	maps.Copy(all, brokenAsked)
	maps.Copy(all, brokenAccounts)
	maps.Copy(all, brokenRevisions)
	maps.Copy(all, brokenSampling)
	maps.Copy(all, brokenPersons)
	return all
}
