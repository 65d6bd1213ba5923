package db_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jmoiron/sqlx"

	"mithaq/db/dbtest"
)

// as writes something as the program does, in the name of who acts.
func as(app *sqlx.DB, who, statements string) error {
	tx, err := app.Beginx()
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	if _, err := tx.Exec("select set_config('mithaq.actor', $1, true), set_config('mithaq.reason', 'test', true)", who); err != nil {
		return err
	}
	if _, err := tx.Exec(statements); err != nil {
		return err
	}
	return tx.Commit()
}

// drafted is a declaration of four jobs and a welcome, before it is submitted.
const drafted = `
	insert into declarations (convention_id, partner_id, period_from, period_until)
	select c.id, p.id, '2022-01-01', '2022-03-31' from conventions c, partners p
	where c.slug = '2021-12-15-anapec-1' and p.slug = 'lydec';
	insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference)
	select d.id, d.convention_id, d.partner_id, n, (case n when 5 then 'PROGRESS' else 'JOB' end)::row_kind, 'n' || n
	from declarations d, generate_series(1, 5) n;
	insert into jobs (row_id, convention_id, signing_id, employer_id, region_id, contract_kind, started_on)
	select r.id, r.convention_id, c.signing_id, r.partner_id, g.id, 'CDI', '2022-01-10'
	from declaration_rows r join conventions c on c.id = r.convention_id join regions g on g.code = 'MA-06' where r.kind = 'JOB';
	insert into project_holders (row_id, reference, convention_id, partner_id)
	select id, reference, convention_id, partner_id from declaration_rows where kind = 'PROGRESS';
	insert into project_stages (row_id, convention_id, project_holder_id, stage, reached_on)
	select r.id, r.convention_id, h.id, 'WELCOMED', '2022-01-10' from declaration_rows r, project_holders h where r.kind = 'PROGRESS'`

const submitted = `
	update declarations set state = 'SUBMITTED', reference = 'D-1', submitted_at = now(), submitted_by = 'hr',
	  content_sha256 = repeat('a', 64), answer_due_on = '2022-05-01';
	update declaration_rows set state = 'WAITING'`

// anew writes a row that corrects another, with its job; the job stands for an accepted one where there is one.
const anew = `
	insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, state, reference, replaces_id, amends)
	select declaration_id, convention_id, partner_id, 10 + position, kind, 'WAITING', reference, id, state = 'ACCEPTED'
	from declaration_rows where reference = 'REF';
	insert into jobs (row_id, state, convention_id, signing_id, employer_id, region_id, contract_kind, started_on, amends_id)
	select n.id, n.state, j.convention_id, j.signing_id, j.employer_id, j.region_id, 'CDD', j.started_on,
	  case j.state when 'ACCEPTED' then j.id end
	from declaration_rows n join jobs j on j.row_id = n.replaces_id where n.reference = 'REF'`

// life is what happens to a declaration, step by step: the states of its rows then, in their order, how many jobs are
// declared, verified and sustained, and how many of them are public.
var life = []struct{ who, statements, states, counts string }{
	{"hr", drafted, "DRAFT DRAFT DRAFT DRAFT DRAFT", "0 0 0 0"},
	{"hr", submitted, "WAITING WAITING WAITING WAITING WAITING", "4 0 0 0"},
	{"officer", `
		insert into decisions (row_id, outcome, basis, reason, reasons)
		select r.id, v.outcome::outcome, v.basis::basis, case when v.reasons is not null then 'OTHER'::decision_reason end, v.reasons
		from declaration_rows r join (values ('n1', 'ACCEPTED', 'CONTRACT', null), ('n2', 'RETURNED', null, 'x'),
		  ('n3', 'REFUSED', null, 'x'), ('n5', 'ACCEPTED', 'VISIT', null)) v (reference, outcome, basis, reasons) using (reference)`,
		"ACCEPTED RETURNED REFUSED WAITING ACCEPTED", "4 1 0 1"},
	{"hr", "update declaration_rows set state = 'REPLACED' where reference = 'n2';" + strings.ReplaceAll(anew, "REF", "n2"),
		"ACCEPTED REPLACED REFUSED WAITING ACCEPTED WAITING", "4 1 0 1"},
	{"officer", "insert into decisions (row_id, outcome, basis) select id, 'ACCEPTED', 'PAYSLIP' from declaration_rows where position = 12",
		"ACCEPTED REPLACED REFUSED WAITING ACCEPTED ACCEPTED", "4 2 0 2"},
	{"hr", "update declaration_rows set state = 'WITHDRAWN' where reference = 'n4'",
		"ACCEPTED REPLACED REFUSED WITHDRAWN ACCEPTED ACCEPTED", "3 2 0 2"},
	{"hr", "update declarations set state = 'DECIDED', decided_at = now()",
		"ACCEPTED REPLACED REFUSED WITHDRAWN ACCEPTED ACCEPTED", "3 2 0 2"},
	{"other officer", "insert into confirmations (job_id, held, basis) select j.id, true, 'CALL' from jobs j join declaration_rows r on r.id = j.row_id where r.reference = 'n1'",
		"ACCEPTED REPLACED REFUSED WITHDRAWN ACCEPTED ACCEPTED", "3 2 1 2"},
	{"hr", strings.ReplaceAll(anew, "REF", "n1"), // an accepted job stands until its amendment is accepted
		"ACCEPTED REPLACED REFUSED WITHDRAWN ACCEPTED WAITING ACCEPTED", "3 2 1 2"},
	{"officer", "update declaration_rows set state = 'REPLACED' where position = 1; insert into decisions (row_id, outcome, basis) select id, 'ACCEPTED', 'CALL' from declaration_rows where position = 11",
		"REPLACED REPLACED REFUSED WITHDRAWN ACCEPTED ACCEPTED ACCEPTED", "3 2 1 2"},
}

func TestLifeOfADeclaration(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	app, owner, everyone := connect(t, logins.App), connect(t, logins.Owner), connect(t, logins.Public)
	for i, step := range life {
		if err := as(app, step.who, step.statements); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		var states, counts string
		if err := owner.Get(&states, "select string_agg(state::text, ' ' order by position) from declaration_rows"); err != nil || states != step.states {
			t.Errorf("step %d: the rows are %s, %v; want %s", i, states, err, step.states)
		}
		if err := owner.Get(&counts, `
			select concat_ws(' ', coalesce(sum(declared_gross), 0), coalesce(sum(verified_gross), 0), coalesce(sum(sustained_gross), 0))
			from deliveries`); err != nil {
			t.Fatal(err)
		}
		var public, astray string
		if err := everyone.Get(&public, "select count(*)::text from verified_jobs"); err != nil || counts+" "+public != step.counts {
			t.Errorf("step %d: %s %s jobs count, %v; want %s", i, counts, public, err, step.counts)
		}
		if err := owner.Get(&astray, `
			select count(*)::text from declaration_rows r left join jobs j on j.row_id = r.id left join project_stages s on s.row_id = r.id
			where r.state is distinct from coalesce(j.state, s.state)`); err != nil || astray != "0" {
			t.Errorf("step %d: %s rows are in another state than what they declare, %v", i, astray, err)
		}
		if diff := cmp.Diff(laddersOf(t, owner, counted), laddersOf(t, owner, kept)); diff != "" {
			t.Errorf("step %d (-rows +kept):\n%s", i, diff)
		}
	}
}

func TestProgramCannotRewriteWhatWasDecidedNorCountByHand(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	app := connect(t, logins.App)
	for _, try := range []string{
		"update decisions set reasons = 'x'", "update decisions set row_id = 1", "delete from decisions", "truncate decisions",
		"update confirmations set held = true", "delete from confirmations", "truncate confirmations",
		"insert into decisions (row_id, outcome, basis, created_by) values (1, 'ACCEPTED', 'CALL', 'somebody else')",
		"insert into confirmations (job_id, held, basis, created_at) values (1, true, 'CALL', '1999-01-01')",
		"insert into deliveries (convention_id) values (1)", "update deliveries set refused = 0", "delete from deliveries",
		"truncate deliveries", "select rebuild_deliveries()", "select rebuild_decision_days()", "update decision_days set jobs = 1", "delete from decision_days", "lock table deliveries in exclusive mode",
		"update jobs set sustained = true", "truncate jobs cascade",
		"update declarations set created_by = 'x'", "update declaration_rows set created_by = 'x'",
		"update conventions set updated_at = '1999-01-01'", "update openings set updated_at = '1999-01-01'",
		"insert into audit_trail (action, actor) values ('x', 'somebody else')", "update audit_trail set action = 'x'",
		"insert into audit_trail (action, happened_at) values ('x', '1999-01-01')", "delete from audit_trail", "truncate audit_trail",
		"delete from verified_jobs", "update verified_jobs set region_id = 1",
	} {
		if err := as(app, "officer", try); codeOf(err) != "42501" {
			t.Errorf("as the program, %q gave %v; want it refused", try, err)
		}
	}
}
