package db_test

import (
	"fmt"
	"testing"

	"mithaq/db"
)

// decisionsOf are the figures of an office's convention and partner, as everyone reads them.
func (o office) decisionsOf() (found [2]string) {
	o.Helper()
	for i, table := range []string{"conventions", "partners"} {
		var key int64
		if err := o.owner.Get(&key, "select id from "+table+" where slug = $1", []string{o.convention, o.partner}[i]); err != nil {
			o.Fatal(err)
		}
		rows, err := []*db.Table[db.DecisionFigures]{db.ConventionDecisions, db.PartnerDecisions}[i].ByKeys(o.Context(), o.d, []int64{key})
		if err != nil {
			o.Fatal(err)
		}
		f := rows[key]
		for _, figure := range []*db.Figure{f.Accepted(), f.Returned(), f.Refused(), f.MedianDays(), f.LongestDays(), f.Late()} {
			if found[i] += " " + string(figure.Status); figure.Value != nil {
				found[i] = found[i][:len(found[i])-len(figure.Status)] + fmt.Sprint(*figure.Value)
			}
		}
	}
	return found
}

// TestWhatOfficersDecidedIsPublic has jobs decided on after some days, and asked for again, and counts.
func TestWhatOfficersDecidedIsPublic(t *testing.T) {
	o := newOffice(t)
	o.past("update declarations set state = 'WITHDRAWN', withdrawn_at = now() where state = 'SUBMITTED'; delete from decision_days")
	is := func(what, want string) {
		t.Helper()
		if got := o.decisionsOf(); got[0] != want || got[1] != want {
			t.Errorf("%s: %v, want %s", what, got, want)
		}
	}
	is("before", " NOT_PUBLISHED NOT_PUBLISHED NOT_PUBLISHED NOT_APPLICABLE NOT_APPLICABLE NOT_PUBLISHED")
	declaration, waiting := o.submits(4), o.submits(2)
	is("submitted", " NOT_PUBLISHED NOT_PUBLISHED NOT_PUBLISHED NOT_APPLICABLE NOT_APPLICABLE NOT_PUBLISHED")
	ago := func(days int, d *db.Declaration) {
		o.past(fmt.Sprintf("update declarations set submitted_at = now() - interval '%[1]d days', answer_due_on = (now() at time zone 'UTC')::date - %[1]d + 30 where id = %[2]d", days, d.Key))
	}
	ago(30, waiting)
	is("on the day by which there is to be an answer", " NOT_PUBLISHED NOT_PUBLISHED NOT_PUBLISHED NOT_APPLICABLE NOT_APPLICABLE NOT_PUBLISHED")
	ago(31, waiting)
	is("the day after", " NOT_PUBLISHED NOT_PUBLISHED NOT_PUBLISHED NOT_APPLICABLE NOT_APPLICABLE 2")
	rows := o.rowIDs(declaration)
	ago(3, declaration)
	o.decides(declaration, "ACCEPTED", "CONTRACT", rows[:2]...)
	is("two after three days", " 2 0 0 3 3 2")
	ago(9, declaration)
	o.decides(declaration, "RETURNED", "", rows[2])
	o.decides(declaration, "REFUSED", "", rows[3])
	is("two more after nine", " 2 1 1 3 9 2")
	// What a second officer decides counts beside it, and from the day of the request.
	if _, err := o.d.AskSecondOfficer(t.Context(), o.hr, db.Appeal{Rows: rows[3:], Words: "x"}); err != nil {
		t.Fatal(err)
	}
	second := o
	second.officer = &db.Viewer{Account: &db.Account{Key: 3}, Roles: o.officer.Roles}
	second.decides(declaration, "ACCEPTED", "VISIT", rows[3])
	is("a second officer, at once", " 3 1 1 3 9 2")
	// What waits again has as long as at first.
	ago(40, declaration)
	if _, err := o.d.AskSecondOfficer(t.Context(), o.hr, db.Appeal{Rows: rows[2:3], Words: "x"}); err != nil {
		t.Fatal(err)
	}
	is("asked for again", " 3 1 1 3 9 2")
	o.past(fmt.Sprintf("update second_looks set created_at = now() - interval '31 days' where row_id = %d", rows[2].Key))
	is("31 days later", " 3 1 1 3 9 3")
	// So has it where other rows of its declaration wait still.
	both := o.submits(2)
	ago(20, both)
	o.decides(both, "REFUSED", "", o.rowIDs(both)[0])
	if _, err := o.d.AskSecondOfficer(t.Context(), o.hr, db.Appeal{Rows: o.rowIDs(both)[:1], Words: "x"}); err != nil {
		t.Fatal(err)
	}
	ago(31, both)
	is("the other waits too long, and this one doesn't", " 3 1 2 3 20 4")
}

// TestDecisionFiguresAreThoseOfTheDecisions compares what the sample has with what its decisions make.
func TestDecisionFiguresAreThoseOfTheDecisions(t *testing.T) {
	o := newOffice(t)
	for _, of := range []string{"convention", "partner"} {
		o.says("0", `
			with decided as (
			  select r.`+of+`_id as of, d.outcome, greatest(0, d.decided_on - (e.submitted_at at time zone 'UTC')::date)::bigint as days
			  from decisions d join declaration_rows r on r.id = d.row_id join declarations e on e.id = r.declaration_id
			  where r.kind = 'JOB' and d.round = 'FIRST'),
			said as (
			  select of as id, count(*) filter (where outcome = 'ACCEPTED') as accepted, count(*) filter (where outcome = 'RETURNED') as returned,
			    count(*) filter (where outcome = 'REFUSED') as refused, max(days) as longest_days, percentile_disc(0.5) within group (order by days) as median_days
			  from decided group by 1)
			select count(*)::text from (
			  (table said except select id, accepted, returned, refused, longest_days, median_days from `+of+`_decisions)
			  union all
			  (select id, accepted, returned, refused, longest_days, median_days from `+of+`_decisions where median_days is not null except table said)) x`)
		o.says("t", "select (count(*) > 3 and max(longest_days) > 0)::text::char(1) from "+of+"_decisions where accepted > 0 and returned > 0")
	}
}
