//go:build lab

package sample_test

import (
	"syscall"
	"testing"

	"mithaq/db/dbtest"
	"mithaq/db/sample"
)

// TestLabSizes prints what the sizes take.
func TestLabSizes(t *testing.T) {
	for _, jobs := range []int{10_000, 100_000, 1_000_000} {
		_, logins := dbtest.EmptyLogins(t)
		written := load(t, logins, sample.Options{Jobs: jobs, Holders: jobs / 10, Seed: 1})
		var used syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d jobs: %.1f s, at most %d MB of memory so far, %d MB on disk", jobs, written.Took.Seconds(), used.Maxrss>>10, written.Bytes>>20)
	}
}
