package db_test

import (
	"errors"
	"os"
	"testing"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"mithaq/db"
	"mithaq/db/dbtest"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Main(m)) }

// connect gives a direct connection under one of the logins, past everything that package db does.
func connect(t *testing.T, cfg pq.Config) *sqlx.DB {
	t.Helper()
	return sqlx.NewDb(dbtest.Connect(t, cfg), "postgres")
}

// constraintOf gives the name of the constraint that an error is about.
func constraintOf(err error) string {
	var refused *pq.Error
	if errors.As(err, &refused) {
		return refused.Constraint
	}
	return ""
}

// codeOf gives the SQLSTATE of an error.
func codeOf(err error) string {
	var refused *pq.Error
	if errors.As(err, &refused) {
		return string(refused.Code)
	}
	return ""
}

func paging(t *testing.T, first int, after string) db.Paging {
	t.Helper()
	p, err := db.NewPaging("", &first, &after, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
