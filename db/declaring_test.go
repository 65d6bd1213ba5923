package db_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jmoiron/sqlx"
	"pgregory.net/rapid"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// work is a partner's two colleagues and three officers who declare and decide at the same time, on one convention.
type work struct {
	d          *db.DB
	owner      *sqlx.DB
	partner    string
	convention string
	hands      []*db.Viewer // declare
	officers   []*db.Viewer // decide: on all regions, on MA-06, on MA-01

	mu       sync.Mutex
	drafts   []db.ID
	rows     []savedRow
	rewrites map[db.ID]int // acknowledged ones, by row

	rewritten map[rewrite]bool
}

type rewrite struct {
	row     db.ID
	version int
}

type savedRow struct {
	declaration, row db.ID
	reference        string
}

func newWork(t *testing.T) *work {
	d, logins := dbtest.SampleLogins(t)
	w := &work{d: d, owner: connect(t, logins.Owner), rewrites: map[db.ID]int{}, rewritten: map[rewrite]bool{}}
	var found struct {
		Partner    int64  `db:"partner"`
		Slug       string `db:"slug"`
		Convention string `db:"convention"`
		Casablanca int64  `db:"casablanca"`
		Tangier    int64  `db:"tangier"`
	}
	if err := w.owner.Get(&found, `
		select p.id as partner, p.slug, c.slug as convention, (select id from regions where code = 'MA-06') as casablanca,
		  (select id from regions where code = 'MA-01') as tangier
		from parties l join partners p on p.id = l.partner_id join conventions c on c.id = l.convention_id
		where p.kind = 'COMPANY' order by p.id, c.id limit 1`); err != nil {
		t.Fatal(err)
	}
	w.partner, w.convention = found.Slug, found.Convention
	holder := func(name string, role db.HeldRole) *db.Viewer {
		var key int64
		if err := w.owner.Get(&key, "select 1 from set_config('mithaq.actor', 'test', false)"); err != nil {
			t.Fatal(err)
		}
		if err := w.owner.Get(&key, "insert into accounts (email, language, created_by) values ($1, 'FR', 'test') returning id", name+"@exemple.test"); err != nil {
			t.Fatal(err)
		}
		return &db.Viewer{Account: &db.Account{Key: key}, Roles: []*db.HeldRole{&role}}
	}
	w.hands = []*db.Viewer{holder("a", db.HeldRole{Role: db.PartnerMember, PartnerID: &found.Partner}), holder("b", db.HeldRole{Role: db.PartnerMember, PartnerID: &found.Partner})}
	w.officers = []*db.Viewer{holder("n", db.HeldRole{Role: db.Officer}), holder("c", db.HeldRole{Role: db.Officer, RegionID: &found.Casablanca}), holder("t", db.HeldRole{Role: db.Officer, RegionID: &found.Tangier})}
	return w
}

// deed is something that one of them does; its numbers choose on what.
type deed struct{ what, who, which, how int }

// deeds by their names, each on what there is at that moment.
var deeds = []func(w *work, ctx context.Context, d deed) error{
	func(w *work, ctx context.Context, d deed) error { // begins a draft, now and then
		if len(w.drafts) > 0 && d.how > 3 {
			return nil
		}
		made, err := w.d.StartDeclaration(ctx, w.hand(d), db.NewDeclaration{Partner: w.partner, Convention: w.convention, From: "2024-01-01", Until: "2024-03-31"})
		if err == nil {
			w.noteDraft(made.ID())
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // declares a job
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		reference := fmt.Sprintf("w-%d", d.which%200)
		row, err := w.d.SaveJob(ctx, w.hand(d), db.SavedJob{Declaration: draft, Job: w.job(reference, d)})
		if err == nil {
			w.noteRow(savedRow{draft, row.ID(), reference})
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // changes one, as it was first
		row, ok := w.row(d)
		if !ok {
			return nil
		}
		version := 1 + d.how%2
		_, err := w.d.SaveJob(ctx, w.hand(d), db.SavedJob{Declaration: row.declaration, Row: &row.row, Version: &version, Job: w.job(row.reference, d)})
		if err == nil {
			return w.noteRewrite(row.row, version)
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // takes one out
		row, ok := w.row(d)
		if !ok {
			return nil
		}
		_, err := w.d.RemoveRow(ctx, w.hand(d), row.declaration, row.row, 1)
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // submits, as it is now
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		now, err := w.d.Declaration(ctx, w.hand(d), draft)
		if err != nil || now == nil {
			return err
		}
		_, err = w.d.SubmitDeclaration(ctx, w.hand(d), db.Submission{Declaration: draft, Version: now.Version})
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // withdraws
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		_, err := w.d.WithdrawDeclaration(ctx, w.hand(d), draft, nil)
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // corrects or amends
		row, ok := w.row(d)
		if !ok {
			return nil
		}
		made, err := w.d.CorrectRows(ctx, w.hand(d), db.Correction{Rows: []db.ID{row.row}})
		if err == nil {
			w.noteDraft(made.ID())
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // throws a draft away
		draft, ok := w.draft(d)
		if !ok || d.how > 0 {
			return nil
		}
		_, err := w.d.DiscardDeclaration(ctx, w.hand(d), draft)
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // claims, or lets go
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		if d.how%2 == 0 {
			_, err := w.d.ClaimDeclaration(ctx, w.officer(d), draft)
			return err
		}
		_, err := w.d.ReleaseDeclaration(ctx, w.officer(d), draft)
		return err
	},
	decides, decides,
	func(w *work, ctx context.Context, d deed) error { // welcomes a project holder
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		reference := fmt.Sprintf("h-%d", d.which%20)
		row, err := w.d.SaveProjectHolder(ctx, w.hand(d), db.SavedHolder{Declaration: draft, Holder: db.ProjectHolderInput{
			Reference: reference, Region: []string{"MA-06", "MA-01"}[d.how%2], WelcomedOn: "2024-01-15"}})
		if err == nil {
			w.noteRow(savedRow{draft, row.ID(), reference})
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // declares a stage of one
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		reference := fmt.Sprintf("h-%d", d.which%20)
		in := db.SavedProgress{Declaration: draft, Reference: reference, ReachedOn: db.Date(fmt.Sprintf("2024-%02d-10", 2+d.which%9)),
			Stage: []db.Stage{"TRAINED", "PLAN_READY", "LAUNCHED", "FOLLOWED_UP", "LEFT"}[d.how%5]}
		if why := "x"; in.Stage == "LEFT" {
			in.LeftReason = &why
		}
		row, err := w.d.SaveProgress(ctx, w.hand(d), in)
		if err == nil {
			w.noteRow(savedRow{draft, row.ID(), reference})
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // asks for a second officer
		row, ok := w.row(d)
		if !ok {
			return nil
		}
		_, err := w.d.AskSecondOfficer(ctx, w.hand(d), db.Appeal{Rows: []db.ID{row.row}, Words: "x"})
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // the program closes what isn't answered, as it were
		if d.how > 3 {
			return nil
		}
		if _, err := w.owner.ExecContext(ctx, "begin; set local session_replication_role = replica; update decisions set created_at = now() - interval '61 days' where id % 7 = 0; commit"); err != nil {
			return err
		}
		_, err := w.d.CloseUnanswered(ctx)
		return err
	},
}

// often has each deed as often as it is done: more is declared than withdrawn.
var often = []int{0, 1, 1, 1, 1, 2, 2, 3, 4, 4, 4, 5, 6, 6, 7, 8, 9, 9, 9, 9, 10, 10, 10, 10, 11, 11, 11, 12, 12, 12, 12, 13, 13, 14}

func decides(w *work, ctx context.Context, d deed) error {
	verdict := db.Verdict{Outcome: []db.Outcome{"ACCEPTED", "RETURNED", "REFUSED", "ACCEPTED"}[d.how%4]}
	if basis, reason, words := db.Basis("CONTRACT"), db.DecisionReason("OTHER"), "x"; verdict.Outcome == "ACCEPTED" {
		verdict.Basis = &basis
	} else {
		verdict.Reason, verdict.Words = &reason, &words
	}
	if row, ok := w.row(d); ok && d.how%3 == 0 {
		verdict.Declaration, verdict.Rows = row.declaration, []db.ID{row.row}
	} else if draft, ok := w.draft(d); ok {
		verdict.Declaration = draft
	} else {
		return nil
	}
	_, err := w.d.DecideRows(ctx, w.officer(d), verdict)
	return err
}

func (w *work) hand(d deed) *db.Viewer    { return w.hands[d.who%len(w.hands)] }
func (w *work) officer(d deed) *db.Viewer { return w.officers[d.who%len(w.officers)] }

func (w *work) job(reference string, d deed) db.JobInput {
	return db.JobInput{Reference: reference, Region: []string{"MA-06", "MA-01"}[d.how%2], ContractKind: []db.ContractKind{"CDI", "CDD", "INTERIM"}[d.how%3], StartedOn: "2024-02-01"}
}

func (w *work) noteDraft(id db.ID)   { w.mu.Lock(); defer w.mu.Unlock(); w.drafts = append(w.drafts, id) }
func (w *work) noteRow(row savedRow) { w.mu.Lock(); defer w.mu.Unlock(); w.rows = append(w.rows, row) }

// noteRewrite notes that a row was written over as it was at a version: that happens once.
func (w *work) noteRewrite(id db.ID, version int) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	seen := rewrite{id, version}
	if w.rewritten[seen] {
		return fmt.Errorf("version %d of a row was written over twice", version)
	}
	w.rewritten[seen] = true
	w.rewrites[id]++
	return nil
}

func (w *work) draft(d deed) (db.ID, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.drafts) == 0 {
		return db.ID{}, false
	}
	return w.drafts[len(w.drafts)-1-d.which%min(len(w.drafts), 4)], true // of the latest
}

func (w *work) row(d deed) (savedRow, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.rows) == 0 {
		return savedRow{}, false
	}
	return w.rows[len(w.rows)-1-d.which%min(len(w.rows), 8)], true
}

// impossible are statements that find what must never be.
var impossible = map[string]string{
	"a job counts twice": `
		select partner_id::text || ' ' || reference from declaration_rows
		where kind = 'JOB' and (state = 'ACCEPTED' or not amends and state in ('WAITING', 'RETURNED', 'REFUSED'))
		group by partner_id, reference having count(*) > 1`,
	"a state was skipped": `
		select c.row_id || ': ' || (c.before ->> 'state') || ' to ' || (c.after ->> 'state')
		from changes c
		where c.table_name = 'declaration_rows' and c.kind = 'UPDATE' and c.after ? 'state'
		  and (c.before ->> 'state') || ' ' || (c.after ->> 'state') not in ('DRAFT WAITING', 'WAITING ACCEPTED', 'WAITING RETURNED',
		    'WAITING REFUSED', 'WAITING WITHDRAWN', 'RETURNED REPLACED', 'RETURNED WITHDRAWN', 'REFUSED REPLACED', 'ACCEPTED REPLACED',
		    'RETURNED WAITING', 'REFUSED WAITING', 'RETURNED REFUSED')`,
	"a declaration isn't where its rows are": `
		select d.id || ' ' || d.state || ' ' || coalesce(string_agg(r.state::text, ' '), '')
		from declarations d left join declaration_rows r on r.declaration_id = d.id
		group by d.id
		having case d.state
		  when 'DRAFT' then bool_or(r.state <> 'DRAFT')
		  when 'SUBMITTED' then bool_or(r.state = 'DRAFT') or not bool_or(r.state = 'WAITING')
		  when 'DECIDED' then bool_or(r.state in ('DRAFT', 'WAITING'))
		  else bool_or(r.state <> 'WITHDRAWN') end`,
	"what a row declares is elsewhere than the row": `
		select r.id::text from declaration_rows r join jobs j on j.row_id = r.id where r.state <> j.state or r.amends <> (j.amends_id is not null)
		union all
		select r.id::text from declaration_rows r join project_stages s on s.row_id = r.id where r.state <> s.state or r.amends <> (s.amends_id is not null)
		union all
		select r.id::text from declaration_rows r join project_holders h on h.row_id = r.id where r.state <> h.state`,
	"a project holder is verified twice": `
		select reference from project_holders where state = 'ACCEPTED' group by partner_id, reference having count(*) > 1`,
	"verified stages are out of order": `
		select s.id::text from project_stages s join project_stages o on o.project_holder_id = s.project_holder_id and o.id <> s.id
		where s.state = 'ACCEPTED' and o.state = 'ACCEPTED' and (s.stage = o.stage or s.stage < o.stage and s.reached_on > o.reached_on)`,
	"a stage is verified, and the welcome isn't": `
		select s.id::text from project_stages s
		where s.state = 'ACCEPTED' and not exists (select from project_stages o where o.project_holder_id = s.project_holder_id and o.stage = 'WELCOMED' and o.state = 'ACCEPTED')`,
	"the ladder of project holders isn't their number, or stands on its head": `
		select d.id::text from holder_deliveries d
		full join (
		  select r.convention_id as id, count(distinct s.project_holder_id) as declared,
		    count(distinct s.project_holder_id) filter (where r.state = 'ACCEPTED') as verified
		  from declaration_rows r join project_stages s on s.row_id = r.id
		  where s.stage <> 'LEFT' and r.state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED') group by 1) c using (id)
		where (d.declared, d.verified) is distinct from (c.declared, c.verified) or d.declared < d.verified or d.verified < d.sustained`,
	"a row was decided without a decision": `
		select r.id::text from declaration_rows r where r.state in ('ACCEPTED', 'RETURNED', 'REFUSED', 'REPLACED')
		and not exists (select from decisions d where d.row_id = r.id)`,
	"somebody decided on an own entry": `
		select d.id::text from decisions d where d.created_by = any (entered_by(d.row_id))`,
	"a row went back unasked, or was decided twice by one officer": `
		select c.row_id::text from changes c
		where c.table_name = 'declaration_rows' and c.after ->> 'state' = 'WAITING' and c.before ->> 'state' in ('RETURNED', 'REFUSED')
		  and not exists (select from second_looks s where s.row_id = c.row_id)
		union all
		select row_id::text from decisions group by row_id having count(*) > count(distinct created_by)`,
	"an officer decided elsewhere": `
		select d.id::text from decisions d join jobs j on j.row_id = d.row_id where d.office_id <> j.region_id
		union all
		select d.id::text from decisions d join declaration_rows r on r.id = d.row_id where d.office_id <> r.region_id`,
	"a row says another region than what it declares": `
		select r.id::text from declaration_rows r where r.kind = 'JOB' and r.region_id is distinct from (select j.region_id from jobs j where j.row_id = r.id)`,
	"a ladder stands on its head": `
		select convention_id::text from deliveries where declared_gross < verified_gross or verified_gross < sustained_gross or declared_net < verified_net`,
}

// check looks for whatever must never be, after many did many things at once.
func (w *work) check(t rapid.TB) {
	for what, query := range impossible {
		var found []string
		if err := w.owner.Select(&found, query); err != nil || len(found) > 0 {
			t.Fatalf("%s: %v, %v", what, found, err)
		}
	}
	if diff := cmp.Diff(laddersOf(t, w.owner, counted), laddersOf(t, w.owner, kept)); diff != "" {
		t.Fatalf("ladders (-rows +kept):\n%s", diff)
	}
	if diff := cmp.Diff(totalsOf(t, w.owner, totalsCounted), totalsOf(t, w.owner, totalsKept)); diff != "" {
		t.Fatalf("totals (-rows +kept):\n%s", diff)
	}
	for id, rewrites := range w.rewrites {
		var version int
		if err := w.owner.Get(&version, "select coalesce((select version from declaration_rows where id = $1), 0)", id.Key); err != nil || version > 0 && version != 1+rewrites {
			t.Fatalf("a row was rewritten %d times, and is version %d, %v", rewrites, version, err)
		}
	}
}

// isRefusal tells the refusals that somebody gets who comes too late, or asks for what can't be.
func isRefusal(err error) bool {
	known := db.AsError(context.Background(), err)
	return known != nil && (known.Code == db.CodeConflict || known.Code == db.CodeNotFound || known.Code == db.CodeBadInput ||
		known.Code == db.CodeForbidden || known.Code == db.CodeUnavailable && known.Reason != db.ReasonDatabase)
}

// TestManyDeclareAndDecideAtOnce has five people do a few hundred things at random, some at the same moment.
func TestManyDeclareAndDecideAtOnce(t *testing.T) {
	w := newWork(t)
	done, rounds := make([]int, len(deeds)), 0
	rapid.Check(t, func(rt *rapid.T) {
		hands := rapid.SliceOfN(rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) deed {
			return deed{rapid.SampledFrom(often).Draw(rt, "what"), rapid.IntRange(0, 5).Draw(rt, "who"), rapid.IntRange(0, 1000).Draw(rt, "which"), rapid.IntRange(0, 11).Draw(rt, "how")}
		}), 4, 8), 4, 4).Draw(rt, "hands")
		var all sync.WaitGroup
		failed := make(chan error, 64)
		for _, mine := range hands {
			all.Go(func() {
				for _, d := range mine {
					err := deeds[d.what](w, context.Background(), d)
					if err != nil && !isRefusal(err) {
						failed <- fmt.Errorf("%+v: %w", d, errors.Join(err, db.AsError(context.Background(), err).Unwrap()))
					}
					w.mu.Lock()
					if err == nil {
						done[d.what]++
					}
					w.mu.Unlock()
				}
			})
		}
		all.Wait()
		close(failed)
		for err := range failed {
			rt.Fatal(err)
		}
		if rounds++; rounds%4 == 0 {
			w.check(rt)
		}
	})
	w.check(t)
	if trail, err := w.d.VerifyTrail(t.Context()); err != nil || len(trail.Faults) > 0 {
		t.Errorf("the trail: %v, %v", trail.Faults, err)
	}
	var said []string
	for what, times := range done {
		said = append(said, fmt.Sprintf("%d×%d", what, times))
		if times == 0 {
			t.Errorf("deed %d was never done", what)
		}
	}
	t.Log("done: " + strings.Join(said, " "))
}
