package db_test

import (
	"testing"

	"mithaq/db/dbtest"
)

// asked is somebody who has asked twice about what is held of them, and a year of which the overlap was counted.
const asked = known + `
	insert into person_requests (id, reference, code_sha256, kind, language, answer_due_on) overriding system value
	values (1, 'P-1', sha256('a'), 'SEE', 'FR', '2100-01-01'), (2, 'P-2', sha256('b'), 'ERASE', 'FR', '2100-01-01');
	insert into person_request_details (request_id, full_name, email) values (1, 'Personne fictive', 'x@person.test');
	insert into yearly_overlaps (year, verified, without_number, declared_twice) values (2020, 100, 10, 20);`

// brokenPersons are writes over asked that break a rule, by the rule.
var brokenPersons = map[string]string{
	"update person_requests set reference = 'P-1' where id = 2":                                                "person_requests_reference_once",
	"update person_requests set code_sha256 = sha256('a') where id = 2":                                        "person_requests_code_once",
	"update person_requests set code_sha256 = 'a'":                                                             "person_requests_codes_are_hashes",
	"update person_requests set ended_at = now()":                                                              "person_requests_ended",
	"update person_requests set state = 'REFUSED', ended_at = now()":                                           "person_requests_refused_for_a_reason",
	"update person_requests set identity_check = 'CALL'":                                                       "person_requests_checked_by_somebody",
	"update person_requests set state = 'ANSWERED', ended_at = now()":                                          "person_requests_answered_once_checked",
	"update person_requests set kind = 'SEE' where id = 2":                                                     "person_requests_go_forward",
	"delete from person_requests where id = 2":                                                                 "person_requests_append_only",
	"insert into person_request_details (request_id, full_name, email) values (1, 'y', 'y@person.test')":       "person_request_details_once",
	"update person_request_details set full_name = ''":                                                         "person_request_details_name_given",
	"update person_request_details set email = null":                                                           "person_request_details_reachable",
	"update person_request_details set words = ''":                                                             "person_request_details_words_given",
	"update person_request_details set answer = ''":                                                            "person_request_details_answer_given",
	"update letters set account_id = null":                                                                     "letters_to_somebody",
	"insert into yearly_overlaps (year, verified, without_number) values (2020, 1, 0)":                         "overlaps_once",
	"insert into yearly_overlaps (year, verified, without_number) values (1900, 1, 0)":                         "overlaps_year_plausible",
	"insert into yearly_overlaps (year, verified, without_number) values (2021, 1, 2)":                         "overlaps_parts",
	"insert into yearly_overlaps (year, verified, without_number, declared_twice) values (2021, 100, 0, 13)":   "overlaps_protect",
	"update yearly_overlaps set declared_twice = 30":                                                           "yearly_overlaps_append_only",
	"insert into person_keys (version) values (1)":                                                             "person_keys_once",
	"insert into person_keys (version) values (0)":                                                             "person_keys_version_positive",
	"insert into person_keys (version, mark) values (2, 'a')":                                                  "person_keys_marks_are_hmacs",
	"update person_keys set ended_at = now()":                                                                  "person_keys_in_force",
	"insert into person_keys (version) values (2), (3)":                                                        "person_keys_in_force",
	"update person_keys set version = 5":                                                                       "person_keys_stay",
	"insert into person_keys (version) values (2); delete from person_keys where version = 2":                  "person_keys_append_only",
	"insert into person_keys (version) values (2); update person_keys set ended_at = now() where version = 2":  "person_keys_in_force",
	"update person_requests set state = 'WITHDRAWN', ended_at = now(); update person_requests set version = 2": "person_requests_go_forward",
}

func TestWhatPersonsAskKeepsItsRules(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	breakEach(t, connect(t, logins.Owner), asked, brokenPersons)
}
