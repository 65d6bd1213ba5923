package registers_test

import (
	"errors"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/db/registers"
)

var update = flag.Bool("update", false, "rewrite the expected faults, to be reviewed in the diff")

func TestMain(m *testing.M) {
	_ = flag.Set("rapid.checks", "10") // each imports a register three times; -rapid.checks gives another count
	os.Exit(dbtest.Main(m))
}

func importText(t *testing.T, d *db.DB, name, text string) (registers.Report, error) {
	t.Helper()
	return registers.Import(t.Context(), d, "test", registers.Read(name, []byte(text)))
}

func december2021(t *testing.T, d *db.DB, replace ...string) (registers.Report, error) {
	t.Helper()
	text := string(registers.December2021)
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(text, replace[i]) {
			t.Fatalf("the register file has no %q to replace", replace[i])
		}
		text = strings.Replace(text, replace[i], replace[i+1], 1)
	}
	return importText(t, d, registers.December2021Name, text)
}

func TestTwelveFaultsAreAllToldAndNothingIsWritten(t *testing.T) {
	d, logins := dbtest.EmptyLogins(t)
	before := rows(t, logins)
	text, err := os.ReadFile("testdata/faults.yaml")
	if err != nil {
		t.Fatal(err)
	}
	_, err = importText(t, d, "faults.yaml", string(text))
	if *update {
		_ = os.WriteFile("testdata/faults.txt", []byte(err.Error()+"\n"), 0o644)
	}
	want, readErr := os.ReadFile("testdata/faults.txt")
	if err == nil || readErr != nil || err.Error()+"\n" != string(want) {
		t.Errorf("faults (-want +got):\n%s", cmp.Diff(string(want), err.Error()+"\n"))
	}
	var faults registers.Faults
	if !errors.As(err, &faults) || len(faults) != 12 {
		t.Errorf("%d faults are told", len(faults))
	}
	if diff := cmp.Diff(before, rows(t, logins)); diff != "" {
		t.Errorf("something was written:\n%s", diff)
	}
}

func TestWhatIsNoYAMLIsToldWithItsPlace(t *testing.T) {
	d := dbtest.Empty(t)
	for name, test := range map[string]struct{ text, want string }{
		"broken":    {"register:\n  slug: [x\n", "f.yaml:2:9: not YAML:"},
		"empty":     {"", "f.yaml:1:1:"},
		"a list":    {"- x\n", "a mapping of keys to values is allowed here"},
		"two":       {"register: {}\n---\nregister: {}\n", "one YAML document is expected, found 2"},
		"no alias":  {"register: *nothing\n", "*nothing stands for nothing"},
		"twice":     {"register: {slug: x, slug: y}\n", `f.yaml:1:21: not YAML: mapping key "slug" already defined at [1:12]`},
		"a NUL":     {"register: {slug: \"a\\0b\", kind: REAL}\n", "f.yaml:1:18:"},
		"a merge":   {"register: &r {slug: x}\nsources: [{<<: *r}]\n", `unknown key "<<"`},
		"recursion": {"register: &r\n  slug: x\n  kind: *r\n", "f.yaml:3:9: kind is a mapping of keys to values"},
	} {
		if _, err := importText(t, d, "f.yaml", test.text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v; want %q", name, err, test.want)
		}
	}
}

func TestImportingAgainChangesNoRow(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	before := rows(t, logins)
	report, err := december2021(t, d)
	if err != nil || report.Added != 0 || report.Changed != 0 || len(report.Vanished) != 0 || report.Unchanged < 200 {
		t.Errorf("the second import: %+v, %v", report, err)
	}
	if diff := cmp.Diff(before, rows(t, logins)); diff != "" {
		t.Errorf("a row changed:\n%s", diff)
	}
}

func TestChangedFactBecomesAVersionInTheHistory(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	report, err := december2021(t, d, "name: {fr: Lydec}", "name: {fr: LYDEC}")
	if err != nil || report.Changed != 1 || report.Added != 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	var before, after, by, reason string
	row := dbtest.Connect(t, logins.Owner).QueryRow("select before, after, changed_by, reason from changes")
	if err := row.Scan(&before, &after, &by, &reason); err != nil {
		t.Fatal(err)
	}
	if before != `{"name_fr": "Lydec"}` || after != `{"name_fr": "LYDEC"}` || by != "test" || reason != "import of 2021-12-anapec.yaml" {
		t.Errorf("the history has %s → %s by %s, %s", before, after, by, reason)
	}
}

func TestPublicCauseDoesNotSayWhereTheFileLay(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	text := strings.Replace(string(registers.December2021), "name: {fr: Lydec}", "name: {fr: LYDEC}", 1)
	if _, err := importText(t, d, "/home/amina/2021.yaml", text); err != nil {
		t.Fatal(err)
	}
	var cause string
	if err := dbtest.Connect(t, logins.Public).QueryRow("select cause from public_changes").Scan(&cause); err != nil || cause != "import of 2021.yaml" {
		t.Errorf("the cause is %q, %v", cause, err)
	}
}

func TestVanishedFactIsReportedAndKept(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	text := string(registers.December2021)
	start := strings.Index(text, "      - slug: ecoactu-due-date")
	end := start + 10 + strings.Index(text[start+10:], "      - slug:")
	report, err := importText(t, d, registers.December2021Name, text[:start]+text[end:])
	if err != nil || report.Changed != 0 || strings.Join(report.Vanished, " ") != "claim ecoactu-due-date" {
		t.Fatalf("%+v, %v", report, err)
	}
	var kept int
	if err := dbtest.Connect(t, logins.Owner).QueryRow("select count(*) from claims where slug = 'ecoactu-due-date'").Scan(&kept); err != nil || kept != 1 {
		t.Errorf("the claim that vanished stands %d times (%v)", kept, err)
	}
}

func TestTargetIsOnlyEverAddedTo(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	before := rows(t, logins)
	_, err := december2021(t, d, "figure: 6000\n            decided_on", "figure: 7000\n            decided_on")
	var known *db.Error
	if !errors.As(err, &known) || known.Code != db.CodeConflict || known.Reason != "targets_append_only" {
		t.Errorf("a rewritten target gave %v", err)
	}
	if diff := cmp.Diff(before, rows(t, logins)); diff != "" {
		t.Errorf("something was written:\n%s", diff)
	}
	report, err := december2021(t, d, "            cite: *jobs\n", `            cite: *jobs
          - kind: CORRECTION
            figure: 6100
            reason: {fr: Le compte rendu se trompait.}
            cite: *jobs
`)
	if err != nil || report.Added != 5 { // the version and its four citations
		t.Errorf("a corrected target gave %+v, %v", report, err)
	}
}

func TestSampleAndRealRegisterNeverShareADatabase(t *testing.T) {
	d := dbtest.Register(t)
	_, err := december2021(t, d, "kind: REAL", "kind: SAMPLE")
	var known *db.Error
	if !errors.As(err, &known) || known.Reason != "register_kind" {
		t.Errorf("a sample in a real register gave %v", err)
	}
}

func TestSeveralFilesAreOneImport(t *testing.T) {
	d, logins := dbtest.EmptyLogins(t)
	before := rows(t, logins)
	second := registers.Read("second.yaml", []byte("register: {slug: second, kind: REAL}\npartners:\n  - slug: another\n    kind: COMPANY\n"+
		"    name: {fr: Une autre}\n    cite: [{source: la-vie-eco-2021-12, statement: {fr: Nommée.}}]\n    shape: round\n"))
	_, err := registers.Import(t.Context(), d, "test", registers.Read(registers.December2021Name, registers.December2021), second)
	if err == nil || !strings.Contains(err.Error(), `second.yaml:7:5: unknown key "shape"`) || !strings.Contains(err.Error(), "1 fault;") {
		t.Errorf("a fault in the second file gave %v", err)
	}
	if diff := cmp.Diff(before, rows(t, logins)); diff != "" {
		t.Errorf("the first file was written:\n%s", diff)
	}
}

// rows gives every row of the database with the transaction that last wrote it.
func rows(t *testing.T, logins db.Logins) map[string]string {
	t.Helper()
	owner := dbtest.Connect(t, logins.Owner)
	found, err := owner.Query("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
	if err != nil {
		t.Fatal(err)
	}
	var tables []string
	for found.Next() {
		var name string
		if err := found.Scan(&name); err != nil {
			t.Fatal(err)
		}
		tables = append(tables, name)
	}
	state := make(map[string]string, len(tables))
	for _, table := range tables {
		var text string
		if err := owner.QueryRow("select coalesce(string_agg(t.xmin::text || to_jsonb(t)::text, e'\\n' order by to_jsonb(t)::text), '') from " + table + " t").Scan(&text); err != nil {
			t.Fatal(err)
		}
		state[table] = text
	}
	return state
}
