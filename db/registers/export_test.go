package registers_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/db/registers"
)

// pair is two databases: a register is imported into one, exported from it, and imported into the other.
type pair struct {
	a, b           *db.DB
	ownerA, ownerB *sql.DB
}

func newPair(t *testing.T) pair {
	t.Helper()
	a, loginsA := dbtest.EmptyLogins(t)
	b, loginsB := dbtest.EmptyLogins(t)
	return pair{a, b, dbtest.Connect(t, loginsA.Owner), dbtest.Connect(t, loginsB.Owner)}
}

// roundTrip tells what of a register file doesn't come through an export.
func (p pair) roundTrip(t rapid.TB, text string) {
	t.Helper()
	importInto := func(d *db.DB, text []byte) registers.Report {
		report, err := registers.Import(context.Background(), d, "test", registers.Read("f.yaml", text))
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		return report
	}
	first := importInto(p.a, []byte(text))
	exported, err := registers.Export(context.Background(), p.a, "")
	if err != nil {
		t.Fatal(err)
	}
	if second := importInto(p.b, exported.Text); second.Added != first.Added || second.Changed+second.Unchanged != first.Changed+first.Unchanged {
		t.Errorf("it was %v; exported, it is %v", first, second)
	}
	before := facts(t, p.ownerA)
	if diff := cmp.Diff(before, facts(t, p.ownerB)); diff != "" {
		t.Errorf("the rows (-imported +exported and imported):\n%s", diff)
	}
	if again := importInto(p.a, exported.Text); again.Added != 0 || again.Changed != 0 || len(again.Vanished) != 0 {
		t.Errorf("imported where it came from, it does: %v", again)
	}
	if diff := cmp.Diff(before, facts(t, p.ownerA)); diff != "" {
		t.Errorf("imported where it came from, it changes:\n%s", diff)
	}
	next, err := registers.Export(context.Background(), p.b, "")
	if diff := cmp.Diff(string(exported.Text), string(next.Text)); err != nil || diff != "" {
		t.Errorf("exported again: %v\n%s", err, diff)
	}
}

func TestExportedRegisterIsTheSameRegister(t *testing.T) {
	odd := "register: {slug: odd, kind: REAL}\nsources:\n"
	for i, text := range strange {
		written, _ := json.Marshal(text)
		odd += fmt.Sprintf("  - {slug: s-%d, title: %s, language: FR}\n", i, written)
	}
	for name, text := range map[string]string{"December 2021": string(registers.December2021), "the sample": sample(t), "odd texts": odd} {
		t.Run(name, func(t *testing.T) { newPair(t).roundTrip(t, text) })
	}
}

func TestAnyRegisterComesThroughAnExport(t *testing.T) {
	p := newPair(t)
	rapid.Check(t, func(rt *rapid.T) {
		forget(rt, p.ownerA)
		forget(rt, p.ownerB)
		text, _ := json.Marshal(anyRegister(rt)) // JSON is YAML, and not of the exporter's making
		p.roundTrip(rt, string(text))
	})
}

func sample(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../graph/testdata/sample.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// exported gives one register's file.
func exported(t *testing.T, d *db.DB, slug string) string {
	t.Helper()
	file, err := registers.Export(t.Context(), d, slug)
	if err != nil {
		t.Fatal(err)
	}
	return string(file.Text)
}

func TestExportSaysWhichRegistersThereAre(t *testing.T) {
	d := dbtest.Empty(t)
	if _, err := registers.Export(t.Context(), d, ""); err == nil || !strings.Contains(err.Error(), "holds no register yet") {
		t.Errorf("an empty database gave %v", err)
	}
	for _, slug := range []string{"one", "two"} {
		if _, err := importText(t, d, slug, "register: {slug: "+slug+", kind: REAL}\nsources: [{slug: a, title: A, language: FR}]\n"); err != nil {
			t.Fatal(err)
		}
	}
	for slug, want := range map[string]string{"": "several registers; say which: one, two", "three": `no register "three" here; there are one, two`} {
		if _, err := registers.Export(t.Context(), d, slug); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gave %v", slug, err)
		}
	}
	all, err := registers.ExportAll(t.Context(), d)
	if err != nil || len(all) != 2 || string(all[1].Text) != exported(t, d, "two") || !strings.Contains(exported(t, d, "two"), "slug: a\n") {
		t.Errorf("all of them: %v, %s", err, all)
	}
}

// lydec is a partner as the register of December 2021 has it, and two more things about it.
const lydec = `register: {slug: other, kind: REAL}
partners:
  - slug: lydec
    kind: COMPANY
    name: {fr: Lydec}
    names: [{name: Un autre nom, language: FR, ` + cited + `}]
    cite: [{source: nma-2010, statement: {fr: Encore nommée.}}]
`

func TestExportedRegisterHasWhatItHoldsAndWhatNoneHoldsBelow(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	if _, err := importText(t, d, "other", lydec); err != nil {
		t.Fatal(err)
	}
	owner := dbtest.Connect(t, logins.Owner)
	if _, err := owner.Exec(`do $do$ begin
		perform set_config('mithaq.actor', 'somebody on the site', true);
		insert into partners (slug, kind, name_fr) values ('unheld-partner', 'COMPANY', 'Sans fichier');
		insert into partner_names (partner_id, position, name, language) select id, 2, 'Unheld name', 'FR' from partners where slug = 'lydec';
	end $do$`); err != nil {
		t.Fatal(err)
	}
	real, other := exported(t, d, "2021-12-anapec"), exported(t, d, "other")
	for _, test := range []struct {
		text        string
		real, other bool
	}{
		{"slug: lydec\n", true, true},
		{"Un autre nom", false, true},
		{"Unheld name", true, true},
		{"slug: akwa\n", true, false},
		{"unheld-partner", false, false},
		{"decret-2-24-1009", false, false},
		{"slug: la-vie-eco-2021-12", true, false},
		{"source: la-vie-eco-2021-12", true, true},
	} {
		if strings.Contains(real, test.text) != test.real || strings.Contains(other, test.text) != test.other {
			t.Errorf("%q is in the one: %v, in the other: %v", test.text, !test.real, !test.other)
		}
	}
}

func TestSnapshotSeesNothingThatIsWrittenMeanwhile(t *testing.T) {
	d := dbtest.Register(t)
	err := d.InSnapshot(t.Context(), func(tx *db.DB) error {
		before, err := tx.RegisterFiles(t.Context())
		if err != nil {
			return err
		}
		if _, err := importText(t, d, "other", lydec); err != nil {
			return err
		}
		after, err := tx.RegisterFiles(t.Context())
		if diff := cmp.Diff(before, after); diff != "" {
			t.Errorf("it sees:\n%s", diff)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
