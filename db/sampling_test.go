package db_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"mithaq/db"
)

// submits has so many jobs declared and submitted.
func (o office) submits(rows int) *db.Declaration {
	o.Helper()
	draft := o.draft()
	jobs := make([]db.JobInput, rows)
	for i := range jobs {
		jobs[i] = hire(fmt.Sprintf("S%d-%05d", draft.Key, i))
	}
	o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs}, rows, 0)
	done, err := o.d.SubmitDeclaration(o.Context(), o.hr, db.Submission{Declaration: draft.ID(), Version: 2})
	if err != nil {
		o.Fatal(err)
	}
	return done
}

// decides has the officer decide, and gives the reason for which that is refused; rows none is all.
func (o office) decides(declaration *db.Declaration, outcome db.Outcome, basis db.Basis, rows ...db.ID) string {
	o.Helper()
	verdict := db.Verdict{Declaration: declaration.ID(), Rows: rows, Outcome: outcome}
	if reason, words := db.DecisionReason("EVIDENCE_MISSING"), "x"; outcome == "ACCEPTED" {
		verdict.Basis = &basis
	} else {
		verdict.Reason, verdict.Words = &reason, &words
	}
	_, err := o.d.DecideRows(o.Context(), o.officer, verdict)
	return reasonOf(err)
}

func (o office) draws(declaration *db.Declaration) string {
	o.Helper()
	_, err := o.d.DrawSample(o.Context(), o.officer, declaration.ID())
	return reasonOf(err)
}

// rowsOf lists the rows of a declaration, those that were drawn in the order of the draw, and the others.
func (o office) rowsOf(declaration *db.Declaration) (drawn, others []db.ID) {
	o.Helper()
	for query, into := range map[string]*[]db.ID{
		"select r.id from declaration_rows r join sampled_rows s on s.row_id = r.id where r.declaration_id = $1 order by s.rank":                                &drawn,
		"select r.id from declaration_rows r where r.declaration_id = $1 and not exists (select from sampled_rows s where s.row_id = r.id) order by r.position": &others,
	} {
		var keys []int64
		if err := o.owner.Select(&keys, query, declaration.Key); err != nil {
			o.Fatal(err)
		}
		for _, key := range keys {
			*into = append(*into, db.ID{Type: "DeclarationRow", Key: key})
		}
	}
	return drawn, others
}

func (o office) says(want, query string, args ...any) {
	o.Helper()
	var got string
	if err := o.owner.Get(&got, query, args...); err != nil || got != want {
		o.Errorf("%s: %s, %v; want %s", query, got, err, want)
	}
}

func (o office) sample(declaration *db.Declaration) *db.Sample {
	o.Helper()
	page, err := db.SampleOfDeclaration.Pages(o.Context(), o.d.Private(), []int64{declaration.Key}, db.Paging{Count: 1}, nil)
	if err != nil || len(page[declaration.Key].Edges) != 1 {
		o.Fatalf("no sample: %v", err)
	}
	return page[declaration.Key].Edges[0].Node
}

const statesOf = "select string_agg(state || ' ' || n, ', ' order by state) from (select state::text, count(*) as n from declaration_rows where declaration_id = $1 group by 1) s"

// TestManyRowsAreAcceptedByASample has 60 jobs accepted: nothing before the draw, the drawn ones on a basis of their own, and
// the others, which say so, once all of these are decided and few enough were not accepted.
func TestManyRowsAreAcceptedByASample(t *testing.T) {
	o := newOffice(t)
	declaration := o.submits(60)
	for _, outcome := range []db.Outcome{"ACCEPTED", "RETURNED"} {
		if got := o.decides(declaration, outcome, "CONTRACT"); got != "decisions_after_the_draw" {
			t.Errorf("%s before the draw: %q", outcome, got)
		}
	}
	if first, again := o.draws(declaration), o.draws(declaration); first != "" || again != "samples_once" {
		t.Fatalf("drawn: %q, again: %q", first, again)
	}
	drawn, others := o.rowsOf(declaration)
	if len(drawn) != 43 || len(others) != 17 { // 138.2976 / (1 + 137.2976 / 60) = 42.06…, rounded up
		t.Errorf("%d were drawn of 60", len(drawn))
	}
	for what, try := range map[string]struct {
		basis  db.Basis
		rows   []db.ID
		reason string
	}{
		"the others, before the drawn ones":          {"SAMPLE", nil, "sample_waits"},
		"one of the others on a basis of its own":    {"CONTRACT", others[:1], "decisions_by_the_sample"},
		"a drawn one on the sample":                  {"SAMPLE", drawn[:1], "sample_waits"},
		"one of the others, before the drawn ones":   {"SAMPLE", others[:1], "sample_waits"},
		"a drawn one and another on a basis of ours": {"CONTRACT", []db.ID{drawn[0], others[0]}, "decisions_by_the_sample"},
	} {
		if got := o.decides(declaration, "ACCEPTED", try.basis, try.rows...); got != try.reason {
			t.Errorf("%s: %q, want %q", what, got, try.reason)
		}
	}
	if got := o.decides(declaration, "REFUSED", "", drawn[:4]...); got != "" {
		t.Fatal(got)
	}
	if got := o.decides(declaration, "ACCEPTED", "PAYSLIP"); got != "" { // all drawn ones that wait
		t.Fatal(got)
	}
	o.says("ACCEPTED 39, REFUSED 4, WAITING 17", statesOf, declaration.Key)
	if s := o.sample(declaration); s.Result() != "ACCEPTED" || s.NotAccepted != 4 || s.Accepted != 39 || s.Waiting != 0 {
		t.Errorf("the sample is %+v", s)
	}
	if got := o.decides(declaration, "ACCEPTED", "SAMPLE", drawn[5]); got != "decisions_on_what_waits" {
		t.Errorf("decided again: %q", got)
	}
	if got := o.decides(declaration, "ACCEPTED", "SAMPLE"); got != "" {
		t.Fatal(got)
	}
	o.says("ACCEPTED 56, REFUSED 4", statesOf, declaration.Key)
	o.says("PAYSLIP 39, SAMPLE 17", `select string_agg(basis || ' ' || n, ', ' order by basis) from (
		select d.basis::text, count(*) as n from decisions d join declaration_rows r on r.id = d.row_id where r.declaration_id = $1 and basis is not null group by 1) s`, declaration.Key)
}

// TestTooManyErrorsReturnTheWhole has five of 43 drawn rows refused, which is more than a tenth, and the rest returned unseen;
// and four refused with one taken back, which is as many.
func TestTooManyErrorsReturnTheWhole(t *testing.T) {
	o := newOffice(t)
	for _, takenBack := range []int{0, 1} {
		declaration := o.submits(60)
		o.draws(declaration)
		drawn, _ := o.rowsOf(declaration)
		if takenBack > 0 {
			if _, err := o.d.WithdrawDeclaration(t.Context(), o.hr, declaration.ID(), drawn[:1]); err != nil {
				t.Fatal(err)
			}
		}
		if got := o.decides(declaration, "REFUSED", "", drawn[takenBack:5]...); got != "" {
			t.Fatal(got)
		}
		o.decides(declaration, "ACCEPTED", "CONTRACT")
		want := "ACCEPTED 38, REFUSED 5, RETURNED 17"
		if takenBack > 0 {
			want = "ACCEPTED 38, REFUSED 4, RETURNED 17, WITHDRAWN 1"
		}
		o.says(want, statesOf, declaration.Key)
		o.says("DECIDED", "select state::text from declarations where id = $1", declaration.Key)
		o.says("17", "select count(*)::text from decisions d join declaration_rows r on r.id = d.row_id where r.declaration_id = $1 and d.reason = 'SAMPLE_ABOVE_RATE' and d.reasons like '5 des 43 %'", declaration.Key)
		if s := o.sample(declaration); s.Result() != "RETURNED" || s.NotAccepted != 5 {
			t.Errorf("the sample is %+v", s)
		}
	}
	if got := o.decides(o.submits(50), "ACCEPTED", "CONTRACT"); got != "" {
		t.Errorf("fifty rows: %q", got)
	}
}

// TestNobodyChoosesTheSample looks at what a draw follows from: a value whose sum the draft bore, and the receipt's sum.
func TestNobodyChoosesTheSample(t *testing.T) {
	o := newOffice(t)
	declaration := o.submits(70)
	// What is taken back before the draw isn't drawn.
	before, _ := o.rowsOf(declaration)
	_, all := o.rowsOf(declaration)
	if _, err := o.d.WithdrawDeclaration(t.Context(), o.hr, declaration.ID(), []db.ID{all[3], all[60]}); err != nil || len(before) > 0 {
		t.Fatal(err, before)
	}
	if got := o.draws(declaration); got != "" {
		t.Fatal(got)
	}
	s := o.sample(declaration)
	if declaration.DrawSHA256 == nil || s.CommittedSHA256 == nil || *s.CommittedSHA256 != *declaration.DrawSHA256 || s.ContentSHA256 != *declaration.ContentSHA256 {
		t.Errorf("the sample says %+v of %+v", s, declaration)
	}
	o.says("t t", `select (encode(sha256($1::bytea), 'hex') = $2)::text::char(1) || ' ' || (encode(sha256(convert_to($3 || ':' || $4, 'UTF8')), 'hex') = $5)::text::char(1)`,
		[]byte(s.Value), *s.CommittedSHA256, s.ContentSHA256, s.Value, s.Seed)
	redraw, err := o.d.RedrawSample(t.Context(), *declaration.Reference)
	if err != nil || len(redraw.Faults) > 0 || redraw.Rows != 68 || len(redraw.Positions) != s.Drawn {
		t.Fatalf("drawn again: %+v, %v", redraw, err)
	}
	if slices.Contains(redraw.Positions, 4) || slices.Contains(redraw.Positions, 61) {
		t.Errorf("drawn again with what was taken back: %v", redraw.Positions)
	}
	other := o.submits(70)
	o.draws(other)
	if again, err := o.d.RedrawSample(t.Context(), *other.Reference); err != nil || slices.Equal(again.Positions, redraw.Positions) {
		t.Errorf("another declaration's sample is the same: %v", err)
	}
	for what, tampered := range map[string]string{
		"others: [":       "update sampled_rows set rank = 1000 - rank where sample_id in (select id from samples where declaration_id = $1)",
		"the seed was":    "update samples set seed = repeat('0', 64) where declaration_id = $1",
		"is not the one":  "update samples set value = repeat('0', 64) where declaration_id = $1",
		"among 51 rows":   "update samples set left_out = '{1}' where declaration_id = $1",
		"the rule says":   "update samples set drawn = drawn + 1, waiting = waiting + 1 where declaration_id = $1",
		"than the receip": "update samples set content_sha256 = repeat('0', 64) where declaration_id = $1",
	} {
		declaration := o.submits(51)
		o.draws(declaration)
		tx := o.owner.MustBegin()
		tx.MustExec("set local session_replication_role = replica")
		tx.MustExec(tampered, declaration.Key)
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		again, err := o.d.RedrawSample(t.Context(), *declaration.Reference)
		if err != nil || !strings.Contains(strings.Join(again.Faults, "\n"), what) {
			t.Errorf("%s was not seen: %v, %v", tampered, again.Faults, err)
		}
	}
	if _, err := o.d.RedrawSample(t.Context(), "D-0"); reasonOf(err) != "sample_unknown" {
		t.Errorf("a sample of what isn't there: %v", err)
	}
}

// TestTheRuleOfSamplesIsTheDatabases compares sizes and limits with what the database says, and Wilson's interval with tables.
func TestTheRuleOfSamplesIsTheDatabases(t *testing.T) {
	o := newOffice(t)
	var sizes []int
	if err := o.owner.Select(&sizes, "select sample_size(n) from generate_series(1, 10000) n order by n"); err != nil {
		t.Fatal(err)
	}
	for i, size := range sizes {
		if want := db.SampleSize(i + 1); size != want {
			t.Fatalf("of %d rows the database draws %d, the program %d", i+1, size, want)
		}
	}
	if got := fmt.Sprint(sizes[49], sizes[50], sizes[99], sizes[799], sizes[9999]); got != "50 38 59 119 137" {
		t.Errorf("sizes of 50, 51, 100, 800 and 10,000 rows: %s", got)
	}
	for drawn := 1; drawn <= 140; drawn++ {
		for wrong := range drawn + 1 {
			s := db.Sample{Drawn: drawn, NotAccepted: wrong, Accepted: drawn - wrong}
			var fails bool
			if wrong%7 == 0 || wrong*10 == drawn || wrong*10 == drawn+1 {
				if err := o.owner.Get(&fails, "select sample_fails($1, $2)", drawn, wrong); err != nil || fails != (s.Result() == "RETURNED") {
					t.Fatalf("%d of %d: the database says %v, the program %s, %v", wrong, drawn, fails, s.Result(), err)
				}
			}
		}
	}
	// Of 10 in 100, Wilson's interval at 95 % is 5.52 % to 17.44 %; of none in 50, 0 to 7.13 %.
	for found, want := range map[[2]int][2]float64{{10, 100}: {0.0552, 0.1744}, {0, 50}: {0, 0.0713}, {50, 50}: {0.9287, 1}} {
		s := db.Sample{Drawn: found[1], NotAccepted: found[0]}
		if low, high := *s.ErrorRateLow().Value, *s.ErrorRateHigh().Value; math.Abs(low-want[0]) > 0.0001 || math.Abs(high-want[1]) > 0.0001 {
			t.Errorf("%v: %f to %f", found, low, high)
		}
	}
}
