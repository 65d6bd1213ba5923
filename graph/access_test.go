package graph_test

import (
	"fmt"
	"log/slog"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/graph"
	"mithaq/graph/generated"
)

// secret stands in every private text of the sample; nobody may be answered with it.
const secret = "NOBODYS-BUSINESS"

// TestNobodyIsAnsweredWithWhatIsPrivate marks every private text of a sample, and asks as nobody for every field of every
// type, along every way that the schema has to it.
func TestNobodyIsAnsweredWithWhatIsPrivate(t *testing.T) {
	d, logins := dbtest.SampleLogins(t)
	owner := dbtest.Connect(t, logins.Owner)
	if _, err := owner.Exec(`
		do $$ declare c record; begin
		  perform set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true);
		  set constraints all immediate;
		  for c in select table_name, column_name from information_schema.columns
		    where table_schema = 'public' and (table_name, column_name) in (
		      ('jobs', 'undertaking'), ('jobs', 'occupation'), ('project_holder_details', 'full_name'), ('project_holder_details', 'telephone'),
		      ('project_holder_details', 'email'), ('project_holder_details', 'project'), ('declarations', 'submitted_by'), ('evidence', 'name'))
		  loop
		    execute format('alter table %I disable trigger user', c.table_name);
		    execute format('update %1$I set %2$I = ''` + secret + `'' where %2$I is not null', c.table_name, c.column_name);
		    execute format('alter table %I enable trigger user', c.table_name);
		  end loop;
		end $$`); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(graph.New(t.Context(), d, slog.New(slog.DiscardHandler), settings(t)))
	defer server.Close()
	w := walker{schema: generated.NewExecutableSchema(generated.Config{}).Schema(), seen: map[string]bool{}}
	for _, field := range w.schema.Query.Fields {
		if !strings.HasPrefix(field.Name, "__") {
			w.ways(field, nil)
		}
	}
	answered := 0
	for _, document := range w.documents {
		answer := string(ask(t, server.URL, document, nil))
		if strings.Contains(answer, secret) || strings.Contains(answer, "officer.") || strings.Contains(answer, "rh.") {
			t.Errorf("%s\n  is answered with what is private", document)
		}
		if !strings.Contains(answer, `"errors"`) {
			answered++
		} else if !strings.Contains(document, "first: 0") {
			t.Errorf("%s\n  is answered with %.600s", document, answer)
		}
	}
	if answered < 150 {
		t.Errorf("only %d documents were answered", answered)
	}
}

// walker writes a document for each field of each type, on every way to it that isn't longer than three lists.
type walker struct {
	schema    *ast.Schema
	documents []string
	seen      map[string]bool
}

// arguments are what fields can't be asked without.
var arguments = map[string]string{
	"changes": `(since: "2000-01-01T00:00:00Z", first: 3)`, "search": `(text: "fictif", first: 3)`,
}

// ways asks for all plain fields of a field's type, and goes on to its others.
func (w *walker) ways(field *ast.FieldDefinition, above []string) {
	needed := slices.ContainsFunc(field.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull })
	if _, known := arguments[field.Name]; needed && !known || len(above) > 4 {
		return
	}
	call := field.Name + arguments[field.Name]
	if slices.ContainsFunc(field.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Name == "slug" || a.Name == "code" }) {
		return // reached through the list of the same type
	}
	if field.Arguments.ForName("first") != nil && arguments[field.Name] == "" {
		call += "(first: 3)"
	}
	typ := w.schema.Types[field.Type.Name()]
	step := fmt.Sprintf("%s.%s", typ.Name, field.Name)
	if w.seen[step] && len(above) > 1 {
		return
	}
	w.seen[step] = true
	if typ.Kind != ast.Object {
		return
	}
	path := append(slices.Clone(above), call)
	if plain := w.plain(typ); plain != "" {
		w.documents = append(w.documents, "{ "+strings.Join(path, " { ")+" { "+plain+" }"+strings.Repeat(" }", len(path)))
	}
	for _, inner := range typ.Fields {
		w.ways(inner, path)
	}
}

// plain lists the fields of a type that hold a value, and the values of those that hold a few.
func (w *walker) plain(typ *ast.Definition) string {
	var names []string
	for _, field := range typ.Fields {
		inner := w.schema.Types[field.Type.Name()]
		switch {
		case slices.ContainsFunc(field.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull }):
		case inner.Kind == ast.Scalar || inner.Kind == ast.Enum:
			names = append(names, field.Name)
		case inner.Kind == ast.Interface:
			names = append(names, field.Name+" { __typename id }")
		case slices.Contains([]string{"Figure", "Ratio", "LocalizedText", "Quote", "PageInfo"}, inner.Name):
			names = append(names, field.Name+" { "+w.plain(inner)+" }")
		}
	}
	return strings.Join(names, " ")
}

// TestTheSchemaHasNoFieldOfAPrivateColumn holds the schema's types against the tags of their structs: a field that is
// called as a private column is none.
func TestTheSchemaHasNoFieldOfAPrivateColumn(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	checked := 0
	for _, row := range []any{
		db.DeclaredJob{}, db.JobEnd{}, db.Declaration{}, db.DeclarationRow{}, db.Decision{}, db.Confirmation{}, db.Evidence{},
		db.ProjectHolder{}, db.ProjectHolderDetails{}, db.ProjectStage{}, db.BeneficiaryProfile{}, db.Fingerprint{},
	} {
		typ := reflect.TypeOf(row)
		if schema.Types[typ.Name()] != nil && !slices.Contains(private, typ.Name()) {
			t.Errorf("%s is a type of the schema, and its rows are private", typ.Name())
		}
		for field := range typ.Fields() {
			for _, public := range []string{"Job", "Delivery"} {
				name := strings.ToLower(field.Name[:1]) + field.Name[1:]
				checked++
				if field.Tag.Get("see") != "everyone" && !shared[name] && schema.Types[public].Fields.ForName(name) != nil {
					t.Errorf("%s has a field %s, which is private", public, name)
				}
			}
		}
	}
	if checked < 100 {
		t.Errorf("only %d fields were looked at", checked)
	}
}

// shared are names that public types have for something else: the ladder's sustained is of a release.
var shared = map[string]bool{"sustained": true}
