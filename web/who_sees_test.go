package web_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/graph/generated"
)

var update = flag.Bool("update", false, "rewrite who-sees.md, to be reviewed in the diff")

// way leads from viewer to what is a partner's, or the register's; of what is one's own everybody has one's own.
type way struct{ path, typ string }

// seeing is a site on which each role is somebody, and the ways to what one partner has.
type seeing struct {
	office
	schema  *ast.Schema
	viewers []*person
	names   []string
	ways    []way
	row     string
	draft   string
	asked   string
	id      string
	request string // of a person
	aimed   string // what ids of inputs name; empty: the draft
}

func newSeeing(t *testing.T) *seeing {
	o := newOffice(t)
	o.schedules("MONTH", 15, time.Now().UTC().AddDate(0, -3, 0).Format("2006-01"))
	id := o.starts(o.hr)
	o.saves(o.hr, id, "E-1", map[string]any{"occupation": "Soudeur", "occupationGroup": "7", "sector": "C", "undertaking": "Chantier", "contractKind": "INTERIM"})
	o.saves(o.hr, id, "E-2", map[string]any{"refills": "E-1", "startedOn": "2024-06-01", "endedOn": "2024-06-02"})
	row := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { id } } } } }`, nil).text("data.viewer.declaration.rows.nodes.0.id")
	o.hr.does("nameEvidence", "evidence { id }", map[string]any{"declaration": id, "row": row, "kind": "CONTRACT", "description": "contrat", "datedOn": "2024-01-01"})
	o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": id, "version": 4})
	o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": id, "rows": []string{row}, "outcome": "RETURNED", "reason": "INCOMPLETE", "words": "x"})
	second := o.hr.does("correctRows", "declaration { id }", map[string]any{"rows": []string{row}}).text("data.correctRows.declaration.id")
	o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": second, "version": 1})
	o.national.does("claimDeclaration", "declaration { id }", map[string]any{"declaration": second})
	o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": second, "outcome": "ACCEPTED", "basis": "CALL", "words": "vu"})
	third := o.starts(o.hr)
	o.hr.does("saveJobEnd", "row { id }", map[string]any{"declaration": third, "reference": "E-1", "endedOn": "2024-06-02"})
	o.hr.does("submitDeclaration", "declaration { id }", map[string]any{"declaration": third, "version": 2})
	o.national.does("claimDeclaration", "declaration { id }", map[string]any{"declaration": id})
	holders := o.starts(o.hr)
	o.welcomes(o.hr, holders, "P-1", map[string]any{"details": map[string]any{"fullName": "x", "telephone": "x", "email": "x", "project": "x"}})
	o.hr.does("saveProgress", "row { id }", map[string]any{"declaration": holders, "reference": "P-1", "stage": "LEFT", "reachedOn": "2024-06-01", "leftReason": "x"})
	o.submits(o.hr, holders)
	o.national.does("decideRows", "declaration { id }", map[string]any{"declaration": holders, "outcome": "ACCEPTED", "basis": "CALL"})
	questions, answers := o.askedAndAnswered()
	o.hr.does("createToken", "token { id }", map[string]any{"partner": o.partner, "name": "paie", "scopes": []string{"READ"}, "days": 1})
	auditor := func(email string, scope map[string]any) *person {
		scope["role"], scope["untilOn"] = "AUDITOR", "2099-01-01"
		p := o.inspector.invites(o.inspector, email, scope)
		p.secondFactor()
		return p
	}
	s := &seeing{office: o, id: id, row: row, asked: questions[0], draft: o.starts(o.hr), schema: generated.NewExecutableSchema(generated.Config{}).Schema()}
	s.viewers = []*person{o.person(""), o.stranger, o.colleague, o.hr, o.elsewhere, o.here, auditor("out@audit.test", map[string]any{"partner": o.other}),
		auditor("in@audit.test", map[string]any{"partner": o.partner}), o.inspector}
	s.names = []string{"nobody", "another partner's member", "its member", "its administrator", "officer elsewhere", "officer of the region", "auditor out of scope", "auditor in scope", "administrator"}
	o.person("").does("requestAboutPerson", "code", map[string]any{"kind": "ERASE", "partner": o.partner, "region": "MA-06", "language": "FR",
		"fullName": "Personne fictive", "email": "x@person.test", "telephone": "0600", "words": "Tout."})
	s.request = o.hr.ask(`{ viewer { personRequests { nodes { id } } } }`, nil).text("data.viewer.personRequests.nodes.0.id")
	declared := func(id string) string { return fmt.Sprintf("declaration(id: %q)", id) }
	s.ways = []way{
		{declared(id), "Declaration"}, {declared(second), "Declaration"}, {declared(third), "Declaration"}, {declared(holders), "Declaration"}, {declared(answers), "Declaration"},
		{fmt.Sprintf("queue(filter: {partner: %q}, first: 3)", o.partner), "DeclarationConnection"},
		{fmt.Sprintf("declarations(partner: %q, first: 3)", o.partner), "DeclarationConnection"},
		{fmt.Sprintf("partners(slug: %q)", o.partner), "OwnPartner"},
		{"accounts(first: 100)", "AccountConnection"}, {"letters(first: 50)", "LetterConnection"},
		{"personRequests(first: 3)", "PersonRequestConnection"}, {"trail(first: 3)", "TrailEntryConnection"}, {"trailHead", "TrailEntry"},
	}
	return s
}

// publicTypes are those that everyone reads: one field of theirs is enough to tell that one is led there.
func (s *seeing) publicTypes() map[string]bool {
	public := map[string]bool{}
	var follow func(def *ast.Definition)
	follow = func(def *ast.Definition) {
		if def == nil || public[def.Name] {
			return
		}
		public[def.Name] = true
		for _, field := range def.Fields {
			if def != s.schema.Query || field.Name != "viewer" {
				follow(s.schema.Types[field.Type.Name()])
			}
		}
	}
	follow(s.schema.Query)
	return public
}

// table asks as each viewer for each field of each private type, on each way to it, and says who was shown what.
func (s *seeing) table() map[string][]string {
	found := map[string][]string{}
	public := s.publicTypes()
	var ask func(path, types []string, typ string, twice int)
	ask = func(path, types []string, typ string, twice int) {
		def := s.schema.Types[typ]
		again := len(slices.DeleteFunc(slices.Clone(types), func(other string) bool { return other != typ }))
		if def == nil || def.Kind != ast.Object || public[typ] || again > twice {
			return
		}
		if !strings.HasSuffix(typ, "Connection") && !strings.HasSuffix(typ, "Edge") {
			s.tell(found, def, path)
		}
		for _, field := range def.Fields {
			ask(append(slices.Clone(path), call(field)), append(slices.Clone(types), typ), field.Type.Name(), twice)
		}
	}
	for i, w := range s.ways { // the first leads to each type a second time too, like the row that corrects a row
		ask([]string{w.path}, nil, w.typ, max(0, 1-i))
	}
	s.tell(found, s.schema.Types["Viewer"], nil)
	return found
}

// call asks for a field, of a list for a few rows.
func call(field *ast.FieldDefinition) string {
	if field.Arguments.ForName("first") != nil {
		return field.Name + "(first: 3)"
	}
	return field.Name
}

// tell notes for each viewer which fields of a type, asked for at the end of a path, show something. Of the viewer itself
// only what isn't one's own is asked for.
func (s *seeing) tell(found map[string][]string, def *ast.Definition, path []string) {
	var asked []string
	for i, field := range def.Fields {
		if def.Name == "Viewer" && field.Name != "sendsMail" {
			continue
		}
		rest := ""
		if s.schema.Types[field.Type.Name()].Kind == ast.Object {
			rest = " { __typename }"
		}
		asked = append(asked, fmt.Sprintf("told%d: %s%s", i, call(field), rest))
		if name := def.Name + "." + field.Name; found[name] == nil {
			found[name] = make([]string, len(s.viewers))
		}
	}
	document := "{ viewer { " + strings.Join(append(slices.Clone(path), strings.Join(asked, " ")), " { ") + strings.Repeat(" }", len(path)) + " } }"
	for who, p := range s.viewers {
		answer := p.ask(document, nil)
		switch code, _, _ := strings.Cut(answer.reason(), " "); code {
		case "COMPLEXITY_LIMIT_EXCEEDED":
			return // nobody is led so far, and there are shorter ways
		case "GRAPHQL_VALIDATION_FAILED":
			s.Fatalf("%s: %v", document, answer.body)
		}
		for i, field := range def.Fields {
			if holds(answer.body["data"], fmt.Sprint("told", i)) {
				found[def.Name+"."+field.Name][who] = "●"
			}
		}
	}
}

// holds tells whether an answer has anything under a name.
func holds(value any, name string) bool {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			if list, isList := inner.([]any); key == name && inner != nil && (!isList || len(list) > 0) || holds(inner, name) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(v, func(inner any) bool { return holds(inner, name) })
	}
	return false
}

func written(title string, names []string, rows map[string][]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| %s | %s |\n| --- |%s\n", title, strings.Join(names, " | "), strings.Repeat(" --- |", len(names)))
	keys := make([]string, 0, len(rows))
	for key := range rows {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		fmt.Fprintf(&b, "| %s | %s |\n", key, strings.Join(rows[key], " | "))
	}
	return b.String()
}

const whoSeesLead = `# Who sees what of a partner's

Made by asking as each for every field of every private type, on every way that the schema has to it, and reviewed in the
diff; a test asks again. What everyone reads is in no row. A dot says that something was shown. One's own account, sessions
and roles everybody sees of oneself.

`

// TestWhoSeesWhat compares what each role is shown of one partner's with the table that is the documentation.
func TestWhoSeesWhat(t *testing.T) {
	s := newSeeing(t)
	fields := s.table()
	table := whoSeesLead + written("field", s.names, fields) + "\n# Who is heard about a partner's\n\n" + written("mutation", s.names, s.refused())
	if *update {
		if err := os.WriteFile("who-sees.md", []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	documented, err := os.ReadFile("who-sees.md")
	if err != nil || string(documented) != table {
		t.Errorf("who-sees.md is another (%v); run go test ./web -run WhoSees -update and review the diff:\n%s", err, cmp.Diff(string(documented), table))
	}
	// Whatever the table says: none of these is ever shown anything of it, but auditors the trail, which is no partner's.
	for name, cells := range fields {
		for i, who := range s.names {
			if outside := who == "nobody" || who == "another partner's member" || who == "auditor out of scope"; outside && cells[i] != "" && !(who == "auditor out of scope" && strings.HasPrefix(name, "Trail")) {
				t.Errorf("%s is shown %s", who, name)
			}
		}
	}
	if len(fields) < 60 {
		t.Errorf("only %d fields were asked for", len(fields))
	}
	// No id leads there but below viewer.
	for _, id := range []string{s.id, s.row, s.draft} {
		for _, p := range s.viewers {
			if got := p.ask(`{ node(id: "`+id+`") { id } nodes(ids: ["`+id+`"]) { id } }`, nil); got.at("data.node") != nil || got.at("data.nodes.0") != nil {
				t.Errorf("node leads %s to %v", p.email, got.body)
			}
		}
	}
}
