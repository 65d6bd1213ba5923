package web_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
	"mithaq/db/registers"
)

// canary is a text that must stand nowhere but in the tables where it is kept on purpose.
type canary struct {
	text string
	kept []string
}

// planted are what fields of inputs are filled with that hold something personal or secret, by their names.
var planted = map[string]canary{
	"identityNumber": {"ZZCANARI4711", nil},
	"fullName":       {"Zineb Canarione", []string{"person_request_details", "project_holder_details"}},
	"telephone":      {"0600 42 47 11", []string{"person_request_details", "project_holder_details"}},
	"email":          {"zineb.canarione@person.test", []string{"person_request_details", "project_holder_details", "accounts"}},
	"project":        {"un four a pain canarione", []string{"project_holder_details"}},
	"words":          {"canarione en paroles", []string{"person_request_details", "decisions"}},
	"name":           {"Nomcanarione", []string{"accounts", "access_tokens"}},
	"password":       {"canarione mot de passe", nil},
	"current":        {"canarione mot d’avant", nil},
	"new":            {"canarione mot d’apres", nil},
	"code":           {"CANARICODECANARICODECANAR2", nil},
}

// filled is an input of a type, with all that is required, and all that is personal; it tells whether anything is.
func (s *seeing) filled(typ *ast.Type) (value any, personal bool) {
	def := s.schema.Types[typ.Name()]
	switch {
	case typ.Elem != nil:
		one, personal := s.filled(typ.Elem)
		return []any{one}, personal
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name, false
	case def.Kind == ast.InputObject:
		object := map[string]any{}
		for _, field := range def.Fields {
			if planted, is := planted[field.Name]; is && field.Type.Name() == "String" {
				object[field.Name], personal = planted.text, true
				continue
			}
			inner, within := s.filled(field.Type)
			if personal = personal || within; within || field.Type.NonNull {
				object[field.Name] = inner
			}
		}
		return object, personal
	}
	return map[string]any{"Int": 1, "Boolean": true, "Date": "2024-03-04", "PartialDate": "2024", "DateTime": "2099-01-01T00:00:00Z", "ID": cmp.Or(s.aimed, s.draft)}[def.Name], false
}

// walked sends every mutation that takes something personal or secret, as each viewer, and gives what was answered.
func (s *seeing) walked() map[string][]string {
	answers := map[string][]string{}
	for _, mutation := range s.schema.Mutation.Fields {
		argument := mutation.Arguments.ForName("input")
		if argument == nil {
			continue
		}
		input, personal := s.filled(argument.Type)
		if !personal {
			continue
		}
		for _, p := range s.viewers {
			answer, err := json.Marshal(p.does(mutation.Name, "__typename", input.(map[string]any)).body)
			if err != nil {
				s.Fatal(err)
			}
			answers[mutation.Name] = append(answers[mutation.Name], string(answer))
		}
	}
	return answers
}

// TestWhatIsPersonalStandsNowhereElse has whatever the schema takes of persons and secrets sent, well and wrongly, by each
// role, and looks for it in every table, in what was logged and answered, in exports, and in all that the public's login reads.
func TestWhatIsPersonalStandsNowhereElse(t *testing.T) {
	s := newSeeing(t)
	number := map[string]any{"person": map[string]any{"identityKind": "PASSPORT", "identityNumber": planted["identityNumber"].text}}
	s.saves(s.hr, s.draft, "C-1", number)
	details := map[string]any{}
	for _, field := range []string{"fullName", "telephone", "email", "project"} {
		details[field] = planted[field].text
	}
	s.welcomes(s.hr, s.draft, "C-3", map[string]any{"details": details, "person": number["person"]})
	wrong := hire("C-2", map[string]any{"person": map[string]any{"identityNumber": planted["identityNumber"].text}})
	refused := s.hr.does("saveJob", "row { id }", map[string]any{"declaration": s.draft, "job": wrong, "idempotencyKey": "c"})
	asked := s.person("").does("requestAboutPerson", "code request { reference details { fullName } }", map[string]any{"kind": "SEE", "partner": s.partner, "language": "FR",
		"fullName": planted["fullName"].text, "telephone": planted["telephone"].text, "email": planted["email"].text, "words": planted["words"].text})
	code := asked.text("data.requestAboutPerson.code")
	followed := s.person("").does("followPersonRequest", "answer request { reference state details { fullName } }",
		map[string]any{"reference": asked.text("data.requestAboutPerson.request.reference"), "code": code})
	if followed.text("data.followPersonRequest.request.state") != "RECEIVED" || asked.at("data.requestAboutPerson.request.details") != nil || followed.at("data.followPersonRequest.request.details") != nil {
		t.Errorf("asked %v, followed %v", asked.body, followed.body)
	}
	sought := map[string]any{"request": s.request, "version": 1, "how": "CALL"}
	if got := s.hr.does("checkPersonIdentity", "request { version }", sought); got.at("data.checkPersonIdentity.request.version") != 2.0 {
		t.Fatalf("checked: %v", got.body)
	}
	searched := s.hr.does("findPersonRows", "rows { reference }", map[string]any{"request": s.request, "version": 2, "identityKind": "PASSPORT", "identityNumber": planted["identityNumber"].text})
	if searched.reason() != "" || searched.at("data.findPersonRows.rows") == nil {
		t.Fatalf("looked for: %v", searched.body)
	}
	s.inspector.does("invite", "role { id }", map[string]any{"email": planted["email"].text, "language": "FR", "role": "OFFICER"})
	answers := s.walked()
	answers["saveJob"] = append(answers["saveJob"], fmt.Sprint(refused.body))
	answers["findPersonRows"] = append(answers["findPersonRows"], fmt.Sprint(searched.body))
	want := []string{"acceptInvitation", "answerPersonRequest", "changePassword", "decideRows", "findPersonRows", "invite", "requestAboutPerson", "resetPassword", "saveJob"}
	for _, mutation := range want {
		if answers[mutation] == nil {
			t.Errorf("%s was not sent", mutation)
		}
	}
	canaries := maps.Clone(planted)
	canaries["the code of a request"] = canary{code, nil}
	for name, c := range canaries {
		for mutation, told := range answers {
			for _, answer := range told {
				if name != "email" && name != "name" && strings.Contains(answer, c.text) { // who sends an address is told what is wrong with it
					t.Errorf("%s answers %s: %s", mutation, name, answer)
				}
			}
		}
		if c.text == "" || strings.Contains(s.log.String(), c.text) {
			t.Errorf("%s was logged", name)
		}
	}
	s.standsInNoTable(canaries)
	s.standsInNothingPublic(canaries)
}

func (s *seeing) standsInNoTable(canaries map[string]canary) {
	found := map[string]bool{}
	for _, table := range s.tables() {
		for name, c := range canaries {
			var n int
			if err := s.owner.QueryRow("select count(*) from "+table+" t where position($1 in t::text) > 0 or position($2 in t::text) > 0", c.text, bytea(c.text)).Scan(&n); err != nil {
				s.Fatal(err)
			}
			if n > 0 {
				found[name+" "+table] = true
			}
			if n > 0 && !slices.Contains(c.kept, table) {
				s.Errorf("%s stands in %d rows of %s", name, n, table)
			}
		}
	}
	for _, kept := range []string{"fullName person_request_details", "words person_request_details", "email accounts",
		"fullName project_holder_details", "project project_holder_details"} {
		if !found[kept] {
			s.Errorf("%s is not there, so that nothing was looked for", kept)
		}
	}
}

// standsInNothingPublic looks through an export, and through all that the public's login may read.
func (s *seeing) standsInNothingPublic(canaries map[string]canary) {
	all, err := registers.ExportAll(s.Context(), s.d)
	if err != nil {
		s.Fatal(err)
	}
	var texts strings.Builder
	for _, exported := range all {
		texts.Write(exported.Text)
	}
	ctx := context.Background()
	conn, err := s.owner.Conn(ctx)
	if err != nil {
		s.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := conn.ExecContext(ctx, "set session authorization "+db.PublicLogin); err != nil {
		s.Fatal(err)
	}
	for table, columns := range db.PublicColumns() {
		var dump *string
		if err := conn.QueryRowContext(ctx, "select string_agg(t::text, E'\\n') from (select "+strings.Join(columns, ", ")+" from "+table+") t").Scan(&dump); err != nil {
			s.Fatalf("%s: %v", table, err)
		}
		if dump != nil {
			texts.WriteString(*dump)
		}
	}
	if texts.Len() < 100_000 {
		s.Errorf("only %d bytes are public", texts.Len())
	}
	for name, c := range canaries {
		if strings.Contains(texts.String(), c.text) {
			s.Errorf("%s is public", name)
		}
	}
}
