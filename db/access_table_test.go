package db_test

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mithaq/db"
)

var update = flag.Bool("update", false, "rewrite access.md, to be reviewed in the diff")

func TestTableOfAccessIsWhatTheTagsSay(t *testing.T) {
	if *update {
		if err := os.WriteFile("access.md", []byte(db.AccessTable()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile("access.md")
	if err != nil || string(written) != db.AccessTable() {
		t.Errorf("access.md is stale (%v); run go test ./db -update and review the diff:\n%s", err, cmp.Diff(string(written), db.AccessTable()))
	}
}
