package db_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

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

func (w *work) hand(d deed) *db.Viewer { return w.hands[d.who%len(w.hands)] }

func (w *work) officer(d deed) *db.Viewer { return w.officers[d.who%len(w.officers)] }

func (w *work) job(reference string, d deed) db.JobInput {
	return db.JobInput{Reference: reference, Region: []string{"MA-06", "MA-01"}[d.how%2], ContractKind: []db.ContractKind{"CDI", "CDD", "INTERIM"}[d.how%3], StartedOn: "2024-02-01"}
}

func (w *work) noteDraft(id db.ID) { w.mu.Lock(); defer w.mu.Unlock(); w.drafts = append(w.drafts, id) }

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
