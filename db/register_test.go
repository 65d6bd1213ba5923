package db_test

import (
	"os"
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Main(m)) }

func TestRegisterHoldsTheFactsOf2021(t *testing.T) {
	d := dbtest.Register(t)
	p, _ := db.NewPaging(nil, nil, nil, nil)
	page, err := db.Signings.Page(t.Context(), d, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range page.Nodes() {
		t.Logf("%+v", s.Title(nil))
	}
}
