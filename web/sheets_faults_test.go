package web_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

var frenchHeader = []any{"Votre référence", "Pièce d’identité", "Numéro d’identité", "Genre", "Année de naissance", "Niveau d’études", "Situation antérieure",
	"Employeur", "Entreprise utilisatrice", "Métier", "Groupe de métiers", "Secteur", "Région du lieu de travail", "Type de contrat", "Début", "Fin", "Remplace"}

// wrongCells are cells with something wrong, by the reason, and what they are mended to.
var wrongCells = []struct {
	cell   string
	value  any
	reason string
	mended any
}{
	{"A2", nil, "reference_length", "F-2"},
	{"A3", strings.Repeat("x", 101), "reference_length", "F-3"},
	{"A4", "F-40", "reference_twice", "F-4"},
	{"A5", "F-40", "reference_twice", "F-5"},
	{"B6", "permis de conduire", "value_unknown", "passeport"},
	{"C7", "12", "identity_number_malformed", "AB127"},
	{"C8", nil, "identity_number_missing", "AB128"},
	{"B9", nil, "identity_kind_missing", "carte nationale"},
	{"D10", "f", "value_unknown", "Femme"},
	{"E11", "99", "year_unreadable", 1999},
	{"E12", 2020, "birth_year_impossible", 1999},
	{"E13", 1899, "birth_year_impossible", 1999},
	{"F14", "bac+2", "value_unknown", "supérieur"},
	{"G15", "retraité", "value_unknown", "inconnue"},
	{"H16", "Une autre société", "value_unknown", nil},
	{"I17", "Usine de Berrechid", "jobs_undertaking_of_interim", nil},
	{"I18", strings.Repeat("é", 201), "wording_long", nil},
	{"J19", strings.Repeat("é", 201), "wording_long", "soudeur"},
	{"K20", "soudeurs", "value_unknown", "7"},
	{"L21", "Z", "value_unknown", "c"},
	{"M22", "Casa", "value_unknown", "CASABLANCA SETTAT"},
	{"M23", nil, "value_missing", "Fes-Meknes"},
	{"N24", "cdi renouvelable", "value_unknown", "cdi"},
	{"N25", "non connu", "value_unknown", "intérim"},
	{"O26", "04/13/2024", "day_unreadable", "04/12/2024"},
	{"O27", nil, "value_missing", 45355},
	{"O28", 2024, "day_unreadable", "04.03.2024"},
	{"O29", "1989-12-31", "start_long_ago", "1999-12-31"},
	{"O30", time.Now().AddDate(0, 0, 3).Format("02/01/2006"), "start_to_come", "2024-03-04"},
	{"P31", "2024-01-01", "jobs_end_after_start", "2024-04-01"},
	{"P32", time.Now().AddDate(0, 0, 3).Format("02/01/2006"), "end_to_come", "non connu"},
	{"Q33", "F-1000", "refilled_unknown", "F-2"},
	{"Q34", "F-34", "refilled_unknown", "F-3"},
	{"Q35", "F-7", "refilled_twice", "F-6"},
	{"Q36", "F-7", "refilled_twice", "F-7"},
}

// TestThirtyFaultsAreMendedInOneRound sends a file with faults of every sort, mends the marked copy of it, and sends that.
func TestThirtyFaultsAreMendedInOneRound(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	rows := [][]any{frenchHeader}
	for i := 2; i < 38; i++ {
		rows = append(rows, []any{fmt.Sprintf("F-%d", i), "carte nationale", fmt.Sprintf("ab-%d", 100+i), "Homme", 1970, nil, nil, nil, nil, nil, nil, nil, "MA-06", "CDD", "2024-03-04", nil, nil})
	}
	want := map[string]string{}
	for _, wrong := range wrongCells {
		column, row := int(wrong.cell[0]-'A'), 0
		_, _ = fmt.Sscan(wrong.cell[1:], &row)
		rows[row-1][column] = wrong.value
		want[wrong.cell] = wrong.reason
	}
	rows[17][13] = "intérim" // I18
	file := book(t, rows...)
	got := o.hr.sends(id, "language=fr", file)
	found := map[string]string{}
	for _, fault := range got.faults() {
		cell, reason, _ := strings.Cut(fault, " ")
		found[cell] = reason
	}
	if !maps.Equal(found, want) || len(got.faults()) != len(want) || got.counted() != "36 0 0 35" {
		t.Fatalf("%s: found\n%v\nwant\n%v", got.counted(), found, want)
	}
	if n := o.rowsOf(id); n != 0 {
		t.Errorf("%d rows were written in spite of faults", n)
	}
	for _, f := range got.body["faults"].([]any) {
		fault := f.(map[string]any)
		if message := fault["message"].(string); message == "" || strings.ContainsAny(message, "{}") || strings.Contains(message, "ab-") {
			t.Errorf("%v is said so: %q", fault["cell"], message)
		}
	}
	status, marked := o.hr.get(got.text("marked"))
	if status != http.StatusOK {
		t.Fatalf("the marked copy: %d %s", status, marked)
	}
	f := opened(t, marked)
	sheet := f.GetSheetName(0)
	comments, err := f.GetComments(sheet)
	if err != nil || len(comments) != len(wrongCells) {
		t.Errorf("%d cells have comments, want %d: %v", len(comments), len(wrongCells), err)
	}
	good, _ := f.GetCellStyle(sheet, "D37")
	for _, wrong := range wrongCells {
		if style, err := f.GetCellStyle(sheet, wrong.cell); err != nil || style == good {
			t.Errorf("%s isn't marked", wrong.cell)
		}
		if err := f.SetCellValue(sheet, wrong.cell, wrong.mended); err != nil {
			t.Fatal(err)
		}
	}
	if beside, _ := f.GetCellValue(sheet, "R22"); !strings.Contains(beside, "Casa") || !strings.Contains(beside, "Casablanca-Settat") {
		t.Errorf("beside the row stands %q", beside)
	}
	if got := o.hr.sends(id, "", saved(t, f)); got.counted() != "36 36 0 0" {
		t.Errorf("the mended copy: %v", got.body)
	}
	for _, other := range []*person{o.colleague, o.stranger, o.national, o.person("")} {
		if status, _ := other.get(got.text("marked")); status != http.StatusNotFound && status != http.StatusUnauthorized {
			t.Errorf("%s gets another's marked copy: %d", other.email, status)
		}
	}
	if _, err := o.owner.Exec("update marked_copies set created_at = now() - interval '61 minutes'"); err != nil {
		t.Fatal(err)
	}
	if status, _ := o.hr.get(got.text("marked")); status != http.StatusNotFound {
		t.Errorf("the marked copy is there after an hour: %d", status)
	}
	if err := o.d.Forget(t.Context()); err != nil || o.count("marked_copies") != 0 {
		t.Errorf("after an hour %d marked copies are kept: %v", o.count("marked_copies"), err)
	}
}

func (a accounts) count(of string, args ...any) (n int) {
	a.Helper()
	if err := a.owner.QueryRow("select count(*) from "+of, args...).Scan(&n); err != nil {
		a.Fatal(err)
	}
	return n
}

func (o office) rowsOf(id string) int {
	o.Helper()
	counted := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { counts { rows } } } }`, nil)
	return int(counted.at("data.viewer.declaration.counts.rows").(float64))
}

// TestColumnsAreFoundByTheirNames has columns in any order and language, and says which are wrong.
func TestColumnsAreFoundByTheirNames(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	if got := o.hr.sends(id, "leave=faulty", book(t, []any{"Début", "البداية", "Salaire", "Votre référence", nil, "genre"}, []any{"2024-03-04", nil, 5000, "A", "x", "femme"})); !slices.Equal(got.faults(),
		[]string{"1 Région du lieu de travail column_missing", "1 Type de contrat column_missing", "B1 column_twice", "C1 column_unknown", "E1 column_unknown"}) || got.counted() != "1 0 0 1" {
		t.Errorf("wrong columns: %v %s", got.faults(), got.counted())
	}
	if got := o.hr.sends(id, "", book(t, []any{}, []any{nil, "START", "Type de contrat", "person.gender", "مرجعكم", "birthYear", "region"}, []any{nil, 45355, "CDI", "رجل", "A", "2000", "l'oriental"})); got.counted() != "1 1 0 0" {
		t.Errorf("columns in any order: %v", got.body)
	}
	read := o.hr.ask(`{ viewer { declaration(id: "`+id+`") { rows { nodes { reference job { startedOn region { code } } profile { gender birthYear } } } } } }`, nil)
	if got := fmt.Sprint(read.at("data.viewer.declaration.rows.nodes.0")); got != "map[job:map[region:map[code:MA-02] startedOn:2024-03-04] profile:map[birthYear:2000 gender:MALE] reference:A]" {
		t.Errorf("read: %s", got)
	}
}

// TestFaultyRowsAreLeft takes the clean rows of a file and leaves the others, once they are known.
func TestFaultyRowsAreLeft(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	file := []byte("reference;region;contractKind;startedOn;refills\nA;MA-06;CDI;2024-03-04;\nB;MA-99;CDI;2024-03-04;\nC;MA-06;CDI;2024-03-04;B\nD;MA-06;CDI;2024-03-04;A\n")
	for query, want := range map[string]string{"check=only": "4 0 0 1", "": "4 0 0 1"} {
		if got := o.hr.sends(id, query, file); got.counted() != want || o.rowsOf(id) != 0 {
			t.Errorf("%q: %s, and %d rows", query, got.counted(), o.rowsOf(id))
		}
	}
	for range 2 { // the same request again
		got := o.hr.sends(id, "leave=faulty", file, "Idempotency-Key", "k")
		if got.counted() != "4 2 0 2" || o.rowsOf(id) != 2 || !slices.Equal(got.faults(), []string{"B3 value_unknown", "E4 refilled_left"}) {
			t.Errorf("left: %v, and %d rows", got.body, o.rowsOf(id))
		}
	}
	if got := o.hr.sends(id, "leave=faulty", append(file, "E;MA-06;CDI;2024-03-04;"...), "Idempotency-Key", "k").reason(); got != "CONFLICT idempotency_key_reused" {
		t.Errorf("another file by the same key: %q", got)
	}
	changed := strings.Replace(string(file), "D;MA-06;CDI", "D;MA-06;CDD", 1)
	if got := o.hr.sends(id, "leave=faulty", []byte(changed)); got.counted() != "4 1 1 2" {
		t.Errorf("a changed row: %v", got.body)
	}
}
