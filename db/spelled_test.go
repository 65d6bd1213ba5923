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

func TestEnumsThatNoFieldHasYetAreSpelledAsInPostgreSQL(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	schema := readSchema(t)
	for name, values := range map[string][]string{
		"gender": db.Gender("").Values(), "age_band": db.AgeBand("").Values(), "education": db.Education("").Values(),
		"situation_before": db.SituationBefore("").Values(), "basis": db.Basis("").Values(),
		"declaration_state": db.DeclarationState("").Values(), "row_kind": db.RowKind("").Values(),
		"row_state": db.RowState("").Values(), "outcome": db.Outcome("").Values(),
		"code_purpose": {"INVITATION", "PASSWORD_RESET"}, // no type of Go's: a link's code is for either
	} {
		var inPostgres []string
		if err := owner.Select(&inPostgres, "select unnest(enum_range(null::"+name+"))::text"); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(values, inPostgres) {
			t.Errorf("%s: Go %v, PostgreSQL %v", name, values, inPostgres)
		}
		for _, definition := range schema.Types {
			if strings.EqualFold(definition.Name, strings.ReplaceAll(name, "_", "")) {
				t.Errorf("the API has %s now: its spelling belongs in TestEnumsAreSpelledTheSameEverywhere", definition.Name)
			}
		}
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
	if compared := 22 + 10; inPostgres != compared { // of all three, and of Go and PostgreSQL alone
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
