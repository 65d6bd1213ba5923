package db_test

import (
	"testing"

	"mithaq/db/dbtest"
)

// many is a declaration of 60 ends that waits, with the value of its draw; of no ends really, as none of it is looked at.
const many = `
	insert into declarations (id, convention_id, partner_id, period_from, period_until, draw_sha256, draw_sealed) overriding system value
	select 1, c.id, p.id, '2022-01-01', '2022-03-31', encode(sha256(convert_to(repeat('e', 64), 'UTF8')), 'hex'), 'x'
	from conventions c, partners p where c.slug = '2021-12-15-anapec-1' and p.slug = 'lydec';
	insert into declaration_rows (id, declaration_id, convention_id, partner_id, position, kind, reference) overriding system value
	select n, d.id, d.convention_id, d.partner_id, n, 'PROGRESS', 'n' || n from declarations d, generate_series(1, 60) n;
	select set_config('mithaq.actor', 'hr', true);
	update declarations set state = 'SUBMITTED', reference = 'D-1', submitted_at = now(), submitted_by = 'hr',
	  content_sha256 = repeat('a', 64), answer_due_on = '2022-05-01';
	update declaration_rows set state = 'WAITING';
	select set_config('mithaq.actor', 'officer', true);
`

const sampled = many + "insert into samples (declaration_id, value) values (1, repeat('e', 64));"

// brokenSampling are writes that would have a sample be other than it is drawn, or decide past it.
var brokenSampling = map[string]string{
	many + "update declarations set draw_sha256 = 'x'":                                                                                                                      "declarations_draw_sha256",
	many + "update declarations set draw_sealed = null":                                                                                                                     "declarations_draw_whole",
	many + "update declarations set draw_sealed = 'y'":                                                                                                                      "declarations_draw_stays",
	many + "insert into samples (declaration_id, value) values (1, repeat('f', 64))":                                                                                        "samples_value_as_sealed",
	many + "insert into samples (declaration_id, value) values (1, repeat('e', 64)); update samples set value = 'x'":                                                        "samples_value",
	many + "update declaration_rows set state = 'WITHDRAWN' where id > 50; insert into samples (declaration_id, value) values (1, repeat('e', 64))":                         "samples_of_many_that_wait",
	many + "insert into decisions (row_id, outcome, basis) values (1, 'ACCEPTED', 'CALL')":                                                                                  "decisions_after_the_draw",
	many + "insert into decisions (row_id, outcome, reason, reasons) values (1, 'RETURNED', 'OTHER', 'x')":                                                                  "decisions_after_the_draw",
	sampled + "insert into samples (declaration_id, value) values (1, repeat('e', 64))":                                                                                     "samples_once",
	sampled + "update samples set waiting = waiting - 1":                                                                                                                    "samples_parts_of_drawn",
	sampled + "update samples set rows = 1":                                                                                                                                 "samples_of_rows",
	sampled + "update sampled_rows set row_id = (select min(row_id) from sampled_rows)":                                                                                     "sampled_rows_once",
	sampled + "update sampled_rows set rank = 1":                                                                                                                            "sampled_rows_rank_once",
	sampled + "insert into decisions (row_id, outcome, basis) select min(row_id), 'ACCEPTED', 'SAMPLE' from sampled_rows":                                                   "decisions_by_the_sample",
	sampled + "insert into decisions (row_id, outcome, basis) select min(id), 'ACCEPTED', 'SAMPLE' from declaration_rows where id not in (select row_id from sampled_rows)": "decisions_by_the_sample",
	sampled + "insert into decisions (row_id, outcome, basis) select min(id), 'ACCEPTED', 'CALL' from declaration_rows where id not in (select row_id from sampled_rows)":   "decisions_by_the_sample",
	sampled + `insert into decisions (row_id, outcome, basis, reason, reasons)
		select row_id, case when rank > 5 then 'ACCEPTED' else 'REFUSED' end::outcome, case when rank > 5 then 'CALL' end::basis,
		  case when rank <= 5 then 'OTHER' end::decision_reason, case when rank <= 5 then 'x' end from sampled_rows;
		insert into decisions (row_id, outcome, basis) select id, 'ACCEPTED', 'SAMPLE' from declaration_rows where state = 'WAITING'`: "decisions_by_the_sample",
	many + `update declaration_rows set state = 'WITHDRAWN' where id > 50; insert into decisions (row_id, outcome, basis) values (1, 'ACCEPTED', 'SAMPLE')`: "decisions_by_the_sample",
}

func TestRulesOfSamples(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	breakEach(t, connect(t, logins.Owner), "select 1", brokenSampling)
}
