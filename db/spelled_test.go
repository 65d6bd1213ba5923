package db_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// TestCodesAreForWhatPostgreSQLKnows looks at the one enum that is no type of Go's: a link's code is for either.
func TestCodesAreForWhatPostgreSQLKnows(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	var purposes []string
	if err := connect(t, logins.Owner).Select(&purposes, "select unnest(enum_range(null::code_purpose))::text"); err != nil {
		t.Fatal(err)
	}
	if want := []string{"INVITATION", "PASSWORD_RESET"}; !slices.Equal(purposes, want) {
		t.Errorf("codes are for %v, want %v", purposes, want)
	}
}

// Counts them, so that none is left out of the two tests of their spelling.
func TestEveryEnumOfPostgreSQLIsComparedWithGo(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	var inPostgres int
	if err := connect(t, logins.Owner).Get(&inPostgres, `
		select count(*) from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace`); err != nil {
		t.Fatal(err)
	}
	if compared := 40 + 1; inPostgres != compared { // of all three, and of PostgreSQL alone
		t.Errorf("PostgreSQL has %d enums, and %d are compared with Go's", inPostgres, compared)
	}
}

// ordered are the tables of the lists of which the API names orders, by what an order and a filter are called there.
var ordered = map[string]db.AnyTable{
	"Signing": db.Signings, "Convention": db.Conventions, "Partner": db.Partners, "Commitment": db.Commitments,
	"Claim": db.Claims, "Source": db.Sources, "Job": db.Jobs, "Opening": db.Openings, "Reply": db.Replies,
	"Change": db.PublicChanges, "JobTotal": db.JobTotals, "PromiseTotal": db.PromiseTotals,
}

func TestOrdersOfTheAPIAreThoseOfTheTables(t *testing.T) {
	found := 0
	for name, definition := range readSchema(t).Types {
		of, isOrder := strings.CutSuffix(name, "Order")
		if !isOrder || definition.Kind != ast.Enum {
			continue
		}
		found++
		table, known := ordered[of]
		if !known {
			t.Errorf("%s orders a list that this test doesn't know", name)
			continue
		}
		var names []string
		for _, v := range definition.EnumValues {
			names = append(names, v.Name)
		}
		if !slices.Equal(names, table.Orders()) {
			t.Errorf("%s is %v; the orders of %s are %v", name, names, table.TableName(), table.Orders())
		}
	}
	if found != len(ordered) {
		t.Errorf("the API names orders of %d lists, want %d", found, len(ordered))
	}
}

func TestFiltersOfTheAPIAreThoseOfTheLists(t *testing.T) {
	inGraph := map[string][]string{}
	for name, definition := range readSchema(t).Types {
		if strings.HasSuffix(name, "Filter") && definition.Kind == ast.InputObject {
			for _, field := range definition.Fields {
				inGraph[name] = append(inGraph[name], strings.ToLower(field.Name))
			}
		}
	}
	delete(inGraph, "QueueFilter")    // what it asks for, Viewer.Queue says for who asks
	delete(inGraph, "RevisionFilter") // its list is administrators' alone
	delete(inGraph, "TrailFilter")    // and this one theirs and the auditors'
	all := maps.Clone(filters)
	all["verified_job_totals"], all["promise_totals"] = db.JobTotalFilter{}, db.PromiseTotalFilter{}
	for list, filter := range all {
		if list == "public_changes" {
			continue // its filter's fields are arguments of the list itself
		}
		typ := reflect.TypeOf(filter)
		var fields []string
		for field := range typ.Fields() {
			if field.Name == "CountedBy" {
				continue // it is made from the others, and from an argument of the list itself
			}
			fields = append(fields, strings.ToLower(field.Name))
			if field.Tag.Get("where") == "" {
				t.Errorf("%s.%s asks for nothing", typ.Name(), field.Name)
			}
		}
		if !slices.Equal(inGraph[typ.Name()], fields) {
			t.Errorf("%s has %v in the API, and %v here", typ.Name(), inGraph[typ.Name()], fields)
		}
		delete(inGraph, typ.Name())
	}
	if len(inGraph) > 0 {
		t.Errorf("the API has filters that this test doesn't know: %v", inGraph)
	}
}
