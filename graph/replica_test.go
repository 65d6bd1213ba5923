package graph_test

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

// TestAnswersFromAReplicaThatLags writes to one server while many read from another, which is late: no answer is kept as
// one of a later version than what was read, and the last one comes in the end.
func TestAnswersFromAReplicaThatLags(t *testing.T) {
	const lag = 300 * time.Millisecond
	d, logins := dbtest.Replica(t, lag)
	owner := dbtest.Connect(t, logins.Owner)
	public := dbtest.Connect(t, logins.Public)
	h := graph.New(t.Context(), d, slog.New(slog.DiscardHandler), graph.Settings{Cache: 1})
	rename(t, d, "Before")
	if !within(5*time.Second, func() bool { return strings.Contains(asks(h, "POST", partiesAsked).Body.String(), "Before") }) {
		t.Fatal("the replica doesn't follow")
	}
	rename(t, d, "After")
	if written, read := versionOf(t, owner), versionOf(t, public); written <= read {
		t.Errorf("the replica isn't late: version %d was written, and %d is read", written, read)
	}
	keptWhileWritten(t, d, owner, partiesAsked)
	rename(t, d, "At last")
	if !within(5*time.Second, func() bool { return strings.Contains(asks(h, "POST", partiesAsked).Body.String(), "At last") }) {
		t.Error("the last name isn't told")
	}
}
