package registers_test

import (
	"encoding/json"
	"errors"
	"maps"
	"strings"
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/db/registers"
)

// onSite is a register with an administrator, who changes it on the site.
type onSite struct {
	*testing.T
	*db.DB
	viewer *db.Viewer
}

func newOnSite(t *testing.T) onSite {
	d, logins := dbtest.RegisterLogins(t)
	if _, err := dbtest.Connect(t, logins.Owner).Exec(`
		begin;
		select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true);
		insert into accounts (id, email, language) overriding system value values (1, 'a@register.test', 'FR');
		commit`); err != nil {
		t.Fatal(err)
	}
	return onSite{t, d, &db.Viewer{Account: &db.Account{Key: 1}}}
}

// publishes publishes one row of the register with other values; of a new one, with those.
func (s onSite) publishes(row db.SavedRow, values map[string]any) {
	s.Helper()
	if row.Subject != nil {
		held, err := s.EditableRow(s.Context(), *row.Subject)
		if err != nil || held == nil {
			s.Fatalf("no row to change: %v", err)
		}
		whole := map[string]any{}
		_ = json.Unmarshal([]byte(held.Values), &whole)
		maps.Copy(whole, values)
		values = whole
	}
	text, err := json.Marshal(values)
	revision, err2 := s.StartRevision(s.Context(), s.viewer, db.NewRevision{Title: "x"})
	if err := errors.Join(err, err2); err != nil {
		s.Fatal(err)
	}
	contents := db.JSON(text)
	row.Revision, row.Values = revision.ID(), &contents
	if row.Operation == "" {
		row.Operation = "WRITE"
	}
	if _, err := s.SaveRevisionRow(s.Context(), s.viewer, row); err != nil {
		s.Fatal(err)
	}
	if _, err := s.PublishRevision(s.Context(), s.viewer, db.Publication{Revision: revision.ID(), Version: 2, Reason: "vu sur place"}); err != nil {
		s.Fatal(err)
	}
}

func (s onSite) partner(slug string) *db.Partner {
	s.Helper()
	partner, err := db.Partners.BySlug(s.Context(), s.DB, slug)
	if err != nil || partner == nil {
		s.Fatalf("no partner %s: %v", slug, err)
	}
	return partner
}

func (s onSite) imports(resolve registers.Resolve, text []byte) error {
	_, err := registers.ImportResolving(s.Context(), s.DB, "test", resolve, registers.Read("f.yaml", text))
	return err
}

// TestWhatWasChangedOnTheSiteIsAConflict imports the file that was there before, both ways.
func TestWhatWasChangedOnTheSiteIsAConflict(t *testing.T) {
	s := newOnSite(t)
	id := s.partner("lydec").ID()
	s.publishes(db.SavedRow{Subject: &id}, map[string]any{"short_name": "LDC"})
	var faults registers.Faults
	err := s.imports(registers.Resolve{}, registers.December2021)
	if !errors.As(err, &faults) || len(faults) != 1 {
		t.Fatalf("the file of before is imported over it: %v", err)
	}
	for _, part := range []string{"f.yaml:", "partner lydec", `short_name is "LDC" on the site`, "vu sur place", `--take-file "partner lydec"`, "nothing was imported"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the conflict doesn't say %q: %v", part, err)
		}
	}
	if lines := strings.Split(string(registers.December2021), "\n"); !strings.Contains(lines[faults[0].Line-1], "lydec") {
		t.Errorf("the conflict is placed at %q", lines[faults[0].Line-1])
	}
	if err := s.imports(registers.Resolve{KeepSite: []string{"partner akwa"}}, registers.December2021); err == nil {
		t.Error("a decision about what is in no conflict is taken")
	}
	if err := s.imports(registers.Resolve{KeepSite: []string{"partner lydec"}}, registers.December2021); err != nil {
		t.Fatal(err)
	}
	if got := s.partner("lydec").ShortName; got == nil || *got != "LDC" {
		t.Errorf("the site was to be kept, and it says %v", got)
	}
	if err := s.imports(registers.Resolve{TakeFile: []string{"partner lydec"}}, registers.December2021); err != nil {
		t.Fatal(err)
	}
	if got := s.partner("lydec").ShortName; got != nil {
		t.Errorf("the file was to be taken, and the site says %q", *got)
	}
	if err := s.imports(registers.Resolve{}, registers.December2021); err != nil {
		t.Errorf("what was decided is in conflict again: %v", err)
	}
}

// TestAnExportHasWhatTheSiteChanged exports what was changed and added, and imports it where it came from, and elsewhere.
func TestAnExportHasWhatTheSiteChanged(t *testing.T) {
	s := newOnSite(t)
	id := s.partner("lydec").ID()
	s.publishes(db.SavedRow{Subject: &id}, map[string]any{"short_name": "LDC"})
	cite := []any{map[string]any{"source": s.anySource(), "statement": map[string]any{"fr": "x"}}}
	table, rules := "partners", "counting_rules"
	s.publishes(db.SavedRow{Table: &table}, map[string]any{"slug": "nouveau", "kind": "COMPANY", "name": map[string]any{"fr": "Nouveau"}, "cite": cite})
	jobs, err := db.Indicators.BySlug(t.Context(), s.DB, "JOBS_CREATED")
	if err != nil {
		t.Fatal(err)
	}
	of := jobs.ID()
	s.publishes(db.SavedRow{Table: &rules, Of: &of}, map[string]any{"applies_from": "2027", "register_own": true, "counting": "NET",
		"sustained_after": 6, "neet_from_age": 15, "neet_to_age": 29, "definition": map[string]any{"fr": "Une règle nouvelle."}})
	exported, err := registers.Export(t.Context(), s.DB, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"short_name: LDC", "slug: nouveau", "code: JOBS_CREATED", "Une règle nouvelle."} {
		if !strings.Contains(string(exported.Text), part) {
			t.Errorf("the export doesn't have %q", part)
		}
	}
	if err := s.imports(registers.Resolve{}, exported.Text); err != nil {
		t.Errorf("an export is in conflict with where it came from: %v", err)
	}
	empty := dbtest.Empty(t)
	if _, err := registers.Import(t.Context(), empty, "test", registers.Read("f.yaml", exported.Text)); err != nil {
		t.Fatalf("an export is not imported elsewhere: %v", err)
	}
	again, err := registers.Export(t.Context(), empty, "")
	if err != nil || string(again.Text) != string(exported.Text) {
		t.Errorf("exported from elsewhere it differs: %v", err)
	}
}

// TestATieThatTheSiteTookAwayIsAConflict has a file tie again what the site untied.
func TestATieThatTheSiteTookAwayIsAConflict(t *testing.T) {
	s := newOnSite(t)
	signings, err := db.Signings.Page(t.Context(), s.DB, db.Paging{Count: 1}, nil)
	if err != nil {
		t.Fatal(err)
	}
	id := signings.Nodes()[0].ID()
	s.publishes(db.SavedRow{Subject: &id}, map[string]any{"orientations": []any{}})
	tied := func() int {
		keys, err := s.Linked(t.Context(), "signing_orientations", id.Key)
		if err != nil {
			t.Fatal(err)
		}
		return len(keys)
	}
	if tied() != 0 {
		t.Errorf("%d orientations are tied to it still", tied())
	}
	for range 2 { // what is kept is in conflict the next time too
		if err := s.imports(registers.Resolve{}, registers.December2021); err == nil || !strings.Contains(err.Error(), "is not among its orientations on the site") {
			t.Errorf("the ties come again: %v", err)
		}
		if err := s.imports(registers.Resolve{KeepSite: []string{"all"}}, registers.December2021); err != nil || tied() != 0 {
			t.Errorf("the site was to be kept, and has %d: %v", tied(), err)
		}
	}
	if err := s.imports(registers.Resolve{TakeFile: []string{"all"}}, registers.December2021); err != nil || tied() == 0 {
		t.Errorf("the file was to be taken: %v", err)
	}
}

// TestEveryRowIsReadAsItIsWritten has a revision write every row of the register as it is, and a text with all that JSON and
// YAML read otherwise.
func TestEveryRowIsReadAsItIsWritten(t *testing.T) {
	s := newOnSite(t)
	partner := s.partner("lydec")
	id := partner.ID()
	odd := "- a: \"b\" # c\\n\u2028 'é' {x: [y]} & *z |\n> %@`\t~ \u00a0 العربية 🙂"
	s.publishes(db.SavedRow{Subject: &id}, map[string]any{"short_name": odd})
	if got := s.partner("lydec").ShortName; got == nil || *got != odd {
		t.Errorf("%q is written as %v", odd, *got)
	}
	rows := 0
	for _, described := range (registers.Form{}).Tables() {
		table := db.TableNamed(described.Name)
		held, err := table.HeldRows(t.Context(), s.Private(), "2021-12-anapec")
		if err != nil {
			t.Fatal(err)
		}
		err = s.InTx(t.Context(), "test", "test", func(tx *db.DB) error {
			var draft []*db.RevisionRow
			for i, row := range held {
				contents, err := registers.Form{}.Row(t.Context(), tx, db.RowRef{Table: described.Name, ID: row.ID})
				if err != nil {
					return err
				}
				draft = append(draft, &db.RevisionRow{Key: int64(i + 1), Operation: "WRITE", Table: described.Name, RowID: &row.ID, Contents: contents, Base: contents})
			}
			written, err := registers.Form{}.Write(t.Context(), tx, "2021-12-anapec", draft)
			for _, w := range written {
				if w.Change() != "UNCHANGED" || len(w.Faults) > 0 {
					t.Errorf("%s is %s: %v, %v", w.Row.Contents, w.Change(), w.After, w.Faults)
				}
			}
			rows += len(written)
			return err
		})
		if err != nil {
			t.Errorf("%s: %v", described.Name, err)
		}
	}
	if rows < 100 {
		t.Errorf("only %d rows were written", rows)
	}
}

// TestANewRowDoesNotStandForOneThatIsThere refuses a slug that is taken, and a citation that isn't below its fact.
func TestANewRowDoesNotStandForOneThatIsThere(t *testing.T) {
	s := newOnSite(t)
	err := s.InTx(t.Context(), "test", "test", func(tx *db.DB) error {
		contents := db.JSON(`{"slug": "lydec", "kind": "COMPANY", "name": {"fr": "Autre"}, "cite": [{"source": "` + s.anySource() + `", "statement": {"fr": "x"}}]}`)
		other := db.JSON(strings.Replace(string(contents), "lydec", "autre", 1))
		written, err := registers.Form{}.Write(t.Context(), tx, "", []*db.RevisionRow{
			{Key: 1, Operation: "WRITE", Table: "partners", Contents: contents}, {Key: 2, Operation: "WRITE", Table: "partners", Contents: other}})
		if err == nil && (len(written[0].Faults) != 1 || written[0].Faults[0].Reason != "row_there" || len(written[1].Faults) > 0) {
			t.Errorf("a slug that is taken: %v, and one that isn't: %v", written[0].Faults, written[1].Faults)
		}
		return err
	})
	if got := s.partner("lydec").Name(nil); err != nil || got == "Autre" {
		t.Errorf("it took the place of the other: %q %v", got, err)
	}
}

// anySource is the slug of a source.
func (s onSite) anySource() string {
	s.Helper()
	page, err := db.Sources.Page(s.Context(), s.DB, db.Paging{Count: 1}, nil)
	if err != nil {
		s.Fatal(err)
	}
	return page.Nodes()[0].Slug
}
