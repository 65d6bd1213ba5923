package graph_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"mithaq/graph"
)

const publishedFile = "testdata/published.graphql"

func schemaOf(t *testing.T, text string) *ast.Schema {
	t.Helper()
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "schema", Input: text})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestThePublishedSchemaIsKept refuses a schema that takes from clients what was published. What is new is published
// by: go test ./graph -run Published -update.
func TestThePublishedSchemaIsKept(t *testing.T) {
	text, err := os.ReadFile(publishedFile)
	if err != nil {
		t.Fatal(err)
	}
	now := graph.SchemaText(formatter.WithoutDescription())
	for _, what := range narrowed(schemaOf(t, string(text)), schemaOf(t, now), time.Now()) {
		t.Errorf(`%s; keep it for a year as @deprecated(reason: "%s …")`, what, time.Now().Format(time.DateOnly))
	}
	if t.Failed() || now == string(text) {
		return
	}
	if !*update {
		t.Fatal("the schema has more than was published; publish it by: go test ./graph -run Published -update")
	}
	if err := os.WriteFile(publishedFile, []byte(now), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestDeprecationsAreDated wants to know of each since when it is one, as it may go a year later.
func TestDeprecationsAreDated(t *testing.T) {
	dated := func(what string, directives ast.DirectiveList) {
		if _, ok := deprecatedSince(directives); !ok && directives.ForName("deprecated") != nil {
			t.Errorf("the reason for which %s is deprecated doesn't begin with its date", what)
		}
	}
	for name, definition := range schemaOf(t, graph.SchemaText()).Types {
		for _, field := range definition.Fields {
			dated(name+"."+field.Name, field.Directives)
			for _, argument := range field.Arguments {
				dated(name+"."+field.Name+"("+argument.Name+":)", argument.Directives)
			}
		}
		for _, value := range definition.EnumValues {
			dated(name+"."+value.Name, value.Directives)
		}
	}
}

// TestNarrowingIsSeen changes a small schema in one place at a time.
func TestNarrowingIsSeen(t *testing.T) {
	const base = `type Query implements N { a(x: Int, y: [Int!] = [1]): [T!]! b: E c(in: I): U
  gone: Gone @deprecated(reason: "2020-01-01 b says it") late: Int @deprecated(reason: "2026-01-02 b says it") }
interface N { b: E } type T { id: ID } type V { id: ID } union U = T | V enum E { ONE TWO } input I { z: Int w: Int = 1 } type Gone { id: ID }
directive @d(v: Int) on FIELD`
	for _, c := range []struct{ name, old, new, gone, want string }{
		{"nothing", "", "", "", ""},
		{"a new field", "b: E c", "b: E more: Int c", "", ""},
		{"a new value", "TWO }", "TWO THREE }", "", ""},
		{"a new argument", "y: [Int!] = [1]", "y: [Int!] = [1], more: Int! = 1", "", ""},
		{"an argument takes more", "z: Int w", "z: Int more: Int w", "", ""},
		{"a field is never null any more", "): U", "): U!", "", ""},
		{"a field goes", "late: Int @deprecated(reason: \"2026-01-02 b says it\")", "", "", "the field Query.late is gone"},
		{"a field goes in time", "gone: Gone @deprecated(reason: \"2020-01-01 b says it\")", "", "", ""},
		{"a field and its type go in time", "gone: Gone @deprecated(reason: \"2020-01-01 b says it\")", "", "type Gone { id: ID }", ""},
		{"a type goes", "= T | V", "= T", "type V { id: ID }", "V is of the union U no more; the type V is gone"},
		{"a field may be null", "[T!]!", "[T!]", "", "Query.a was [T!]! and is [T!]"},
		{"a row may be null", "[T!]!", "[T]!", "", "Query.a was [T!]! and is [T]!"},
		{"another type", "): U", "): T", "", "Query.c was U and is T"},
		{"no list", "[T!]!", "T!", "", "Query.a was [T!]! and is T!"},
		{"another kind", "union U = T | V", "type U { id: ID }", "", "U was UNION and is OBJECT"},
		{"an interface less", "Query implements N", "Query", "", "Query implements N no more"},
		{"a value less", "ONE TWO", "ONE", "", "the value E.TWO is gone"},
		{"an argument less", "x: Int, ", "", "", "the argument Query.a(x:) is gone"},
		{"an argument required", "x: Int,", "x: Int!,", "", "Query.a(x:) took Int and takes Int!"},
		{"a new one required", "x: Int,", "x: Int, q: Int!,", "", "Query.a(q:) is new and required"},
		{"another default", "= [1]", "= [2]", "", `Query.a(y:) was "[1]" by default and is "[2]"`},
		{"an input's field less", "z: Int ", "", "", "the argument I(z:) is gone"},
		{"an input's field required", "z: Int ", "z: Int! ", "", "I(z:) took Int and takes Int!"},
		{"a directive less", "directive @d(v: Int) on FIELD", "", "", "the directive @d is gone"},
		{"a directive's argument less", "@d(v: Int)", "@d", "", "the argument @d(v:) is gone"},
	} {
		changed := strings.Replace(strings.Replace(base, c.old, c.new, 1), c.gone, "", 1)
		today := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
		if got := strings.Join(narrowed(schemaOf(t, base), schemaOf(t, changed), today), "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheSchemaIsAFile(t *testing.T) {
	get := func(tag string) *httptest.ResponseRecorder {
		answer, request := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/schema.graphql", nil)
		request.Header.Set("If-None-Match", tag)
		graph.SchemaFile().ServeHTTP(answer, request)
		return answer
	}
	first := get("")
	schemaOf(t, first.Body.String())
	for name, want := range map[string]string{"Content-Type": "application/graphql; charset=utf-8", "Access-Control-Allow-Origin": "*"} {
		if got := first.Header().Get(name); got != want || first.Code != http.StatusOK {
			t.Errorf("%d with %s %q, want %q", first.Code, name, got, want)
		}
	}
	if again := get(first.Header().Get("ETag")); again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("known by its tag, the schema is sent again: %d", again.Code)
	}
}
