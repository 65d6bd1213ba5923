package sample_test

import (
	"database/sql"
	"errors"
	"os"
	"strings"
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/db/registers"
	"mithaq/db/sample"
)

func TestMain(m *testing.M) { os.Exit(dbtest.Main(m)) }

func quiet(string) {}

// load loads a small sample.
func load(t *testing.T, logins db.Logins, o sample.Options) sample.Summary {
	t.Helper()
	if o.Jobs == 0 {
		o.Jobs, o.Holders = 400, 60
	}
	written, err := sample.Load(t.Context(), logins.Owner, o, quiet)
	if err != nil {
		t.Fatal(err)
	}
	return written
}

// checksum sums up every row of the tables that a sample fills, with all that stands in it.
func checksum(t *testing.T, owner *sql.DB, written sample.Summary) string {
	t.Helper()
	var sums strings.Builder
	for _, count := range append(written.Counts, sample.Count{Table: "deliveries"}) {
		where := ""
		if count.Table == "sources" || count.Table == "citations" {
			where = " where created_by <> 'migration'"
		}
		row := "t::text"
		switch count.Table {
		case "deliveries":
			row = "(to_jsonb(t) - 'id')::text"
		case "changes":
			row = "(to_jsonb(t) - 'entry_id')::text" // by whichever transaction
		}
		sums.WriteString(count.Table + " " + one(t, owner, "select md5(coalesce(string_agg("+row+", '|' order by "+row+"), '')) from "+count.Table+" t"+where) + "\n")
	}
	return sums.String()
}

// one gives the one value that a query has.
func one(t *testing.T, owner *sql.DB, query string, args ...any) string {
	t.Helper()
	var value string
	if err := owner.QueryRow(query, args...).Scan(&value); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return value
}

func lineOf(sums, table string) string {
	i := strings.Index(sums, "\n"+table+" ")
	line, _, _ := strings.Cut(sums[i+1:], "\n")
	return line
}

func TestSameSeedGivesTheSameRows(t *testing.T) {
	_, first := dbtest.EmptyLogins(t)
	_, second := dbtest.EmptyLogins(t)
	owner, other := dbtest.Connect(t, first.Owner), dbtest.Connect(t, second.Owner)
	want := checksum(t, owner, load(t, first, sample.Options{Seed: 5}))
	written := load(t, second, sample.Options{Seed: 6})
	different := checksum(t, other, written)
	for _, table := range []string{"partners", "targets", "openings", "citations", "jobs", "project_holders", "decisions", "deliveries"} {
		if lineOf(want, table) == lineOf(different, table) {
			t.Errorf("another seed gave the same %s", table)
		}
	}
	if _, err := other.Exec(`
		select set_config('mithaq.actor', 'test', true);
		insert into person_requests (reference, code_sha256, kind, partner_id, language, answer_due_on) select 'P-1', sha256('a'), 'SEE', min(id), 'FR', '2100-01-01' from partners;
		insert into yearly_overlaps (year, verified, without_number) values (2020, 9, 1)`); err != nil {
		t.Fatal(err)
	}
	if got := checksum(t, other, load(t, second, sample.Options{Seed: 5, Replace: true})); got != want {
		t.Errorf("the same seed, in place of another sample, gave\n%s\nnot\n%s", got, want)
	}
}

func TestRefusals(t *testing.T) {
	_, taken := dbtest.RegisterLogins(t)
	_, err := sample.Load(t.Context(), taken.Owner, sample.Options{Jobs: 10, Replace: true}, quiet)
	if err == nil || !strings.Contains(err.Error(), "holds a REAL register") {
		t.Errorf("a sample over a real register gave %v", err)
	}
	d, logins := dbtest.SampleLogins(t)
	owner := dbtest.Connect(t, logins.Owner)
	before := one(t, owner, "select sum(id) from jobs")
	if _, err := sample.Load(t.Context(), logins.Owner, sample.Options{Jobs: 10}, quiet); err == nil || !strings.Contains(err.Error(), "already holds a sample") {
		t.Errorf("a sample over a sample gave %v", err)
	}
	if written, err := sample.Load(t.Context(), logins.Owner, sample.Options{Jobs: 10, IfEmpty: true}, quiet); err != nil || written.Counts != nil {
		t.Errorf("a sample over a sample, if empty, gave %v, %v", written, err)
	}
	_, err = registers.Import(t.Context(), d, "test", registers.Read(registers.December2021Name, registers.December2021))
	var known *db.Error
	if !errors.As(err, &known) || known.Reason != "register_kind" {
		t.Errorf("a real register over a sample gave %v", err)
	}
	if after := one(t, owner, "select sum(id) from jobs"); after != before {
		t.Error("a refusal changed the sample")
	}
	for _, wrong := range []sample.Options{{Jobs: -1}, {Holders: 3e6}, {IfEmpty: true, Replace: true}} {
		if _, err := sample.Load(t.Context(), logins.Owner, wrong, quiet); err == nil || !strings.Contains(err.Error(), "--") {
			t.Errorf("%+v gave %v", wrong, err)
		}
	}
}

// TestNothingIsMissingAfterwards compares what the load took away and brought back with a database that it never saw.
func TestNothingIsMissingAfterwards(t *testing.T) {
	_, untouched := dbtest.EmptyLogins(t)
	_, loaded := dbtest.SampleLogins(t)
	for what, query := range map[string]string{
		"constraints": `select string_agg(conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated, e'\n' order by conrelid::regclass::text, conname)
			from pg_constraint where connamespace = 'public'::regnamespace`,
		"indexes":  `select string_agg(indexdef, e'\n' order by indexdef) from pg_indexes where schemaname = 'public'`,
		"triggers": `select string_agg(pg_get_triggerdef(oid) || ' ' || tgenabled::text, e'\n' order by tgrelid::regclass::text, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal`,
	} {
		want, got := one(t, dbtest.Connect(t, untouched.Owner), query), one(t, dbtest.Connect(t, loaded.Owner), query)
		if got != want {
			t.Errorf("the %s are\n%s\nnot\n%s", what, got, want)
		}
	}
}
