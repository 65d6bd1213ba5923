package db_test

import (
	"fmt"
	"testing"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"

	"mithaq/db"
)

func TestErrorsOfPostgresSayWhetherToTryAgain(t *testing.T) {
	for state, want := range map[pqerror.Code]db.Error{
		"40001": {Code: db.CodeUnavailable, Reason: "collision"}, // serialization_failure
		"40P01": {Code: db.CodeUnavailable, Reason: "collision"}, // deadlock_detected
		"55P03": {Code: db.CodeUnavailable, Reason: "lock_time"},
		"53300": {Code: db.CodeUnavailable, Reason: "database"},
		"57P01": {Code: db.CodeUnavailable, Reason: "database"},
		"25006": {Code: db.CodeUnavailable, Reason: "database"}, // read_only_sql_transaction
		"57014": {Code: db.CodeTimeout, Reason: "statement_time"},
		"22P02": {Code: db.CodeBadInput, Reason: "value_malformed"},
		"42501": {Code: db.CodeInternal},
	} {
		given := db.AsError(t.Context(), fmt.Errorf("deciding: %w", &pq.Error{Code: state}))
		if given.Code != want.Code || given.Reason != want.Reason {
			t.Errorf("%s gives %s %q, want %s %q", state, given.Code, given.Reason, want.Code, want.Reason)
		}
	}
}
