//go:build lab

package db_test

import (
	"fmt"
	"testing"
	"time"

	"mithaq/db"
)

// What ten thousand jobs may take: to be checked and written, and to be submitted and accepted.
const (
	mostToWrite  = 5 * time.Second
	mostToDecide = 3 * time.Second
)

// TestLabTenThousandJobs declares as many jobs as a sheet may have rows, anew, as they are, and changed, submits them, draws a
// sample and accepts them by it, and prints what each took.
func TestLabTenThousandJobs(t *testing.T) {
	for _, rows := range []int{100, 10_000} { // the first is to warm up
		o := newOffice(t)
		jobs := make([]db.JobInput, rows)
		for i := range jobs {
			jobs[i] = hire(fmt.Sprintf("E-%05d", i))
			if i%20 == 19 {
				jobs[i].Refills = &jobs[i-1].Reference
			}
		}
		took := func(what string, most time.Duration, do func()) {
			begun := time.Now()
			do()
			if t.Logf("%d rows %s: %v", rows, what, time.Since(begun)); time.Since(begun) > most {
				t.Errorf("%d rows %s in %v; allowed is %v", rows, what, time.Since(begun), most)
			}
		}
		draft := o.draft()
		took("checked", mostToWrite, func() { o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs, CheckOnly: true}, 0, 0) })
		took("written", mostToWrite, func() { o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs}, rows, 0) })
		took("found as they are", mostToWrite, func() { o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs}, 0, rows) })
		for i := range jobs {
			jobs[i].ContractKind = "CDD"
		}
		took("changed", mostToWrite, func() { o.adds(db.Batch{Declaration: draft.ID(), Jobs: jobs}, rows, 0) })
		took("submitted", mostToDecide, func() {
			if _, err := o.d.SubmitDeclaration(t.Context(), o.hr, db.Submission{Declaration: draft.ID(), Version: 3}); err != nil {
				t.Fatal(err)
			}
		})
		took("accepted by a sample", mostToDecide, func() {
			for _, refused := range []string{o.draws(draft), o.decides(draft, "ACCEPTED", "CONTRACT"), o.decides(draft, "ACCEPTED", "SAMPLE")} {
				if refused != "" {
					t.Fatal(refused)
				}
			}
		})
		o.says(fmt.Sprintf("ACCEPTED %d", rows), statesOf, draft.Key)
	}
}
