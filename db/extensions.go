package db

import (
	"errors"

	"github.com/lib/pq"
)

// MissingExtension is the error when the search's extension isn't there and the owner's login may not make it: SQL is
// what an administrator of the PostgreSQL has to run, Cause what PostgreSQL said.
type MissingExtension struct{ SQL, Cause string }

func (e *MissingExtension) Error() string {
	return "PostgreSQL's extension pg_trgm is missing, and this user can't create it (" + e.Cause +
		"); have an administrator of the PostgreSQL, with its contributed modules installed, run in this database:\n\n" + e.SQL
}

// extensionMissing gives MissingExtension for the error by which a migration says so, and any other as it is.
func extensionMissing(err error) error {
	var refused *pq.Error
	if errors.As(err, &refused) && refused.Constraint == "extension_pg_trgm_there" {
		return &MissingExtension{Cause: refused.Message, SQL: "create extension if not exists pg_trgm with schema public;\n" +
			"alter extension pg_trgm set schema public;\n"}
	}
	return err
}
