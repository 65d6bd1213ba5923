package web_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"mithaq/db"
)

func (o office) token(scope db.TokenScope) string {
	o.Helper()
	made := o.hr.ask(`mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret } }`,
		map[string]any{"partner": o.partner, "name": "paie", "scopes": []db.TokenScope{scope}, "days": 1})
	return made.text("data.createToken.secret")
}

// TestOnlyWhoDeclaresSendsSheets has others send and read sheets of a partner.
func TestOnlyWhoDeclaresSendsSheets(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	file := []byte(usualHeader + "A;MA-06;CDI;2024-03-04\n")
	nobody := o.person("")
	declares, reads := "Bearer "+o.token(db.TokenDeclares), "Bearer "+o.token(db.TokenReads)
	for _, refused := range []struct {
		who           *person
		authorization string
		reason        string
		status        int
	}{
		{nobody, "", "UNAUTHENTICATED ", 401},
		{nobody, "Bearer mithaq_x", "UNAUTHENTICATED ", 401},
		{nobody, reads, "FORBIDDEN role_missing", 403},
		{o.stranger, "", "NOT_FOUND declaration_unknown", 404},
		{o.national, "", "NOT_FOUND declaration_unknown", 404},
		{o.inspector, "", "NOT_FOUND declaration_unknown", 404},
	} {
		var headers []string
		if refused.authorization != "" {
			headers = []string{"Authorization", refused.authorization}
		}
		if got := refused.who.sends(id, "", file, headers...); got.status != refused.status || got.reason() != refused.reason {
			t.Errorf("%s %s sends: %d %q, want %d %q", refused.who.email, refused.authorization, got.status, got.reason(), refused.status, refused.reason)
		}
	}
	if got := o.hr.sends(id, "", file, "Sec-Fetch-Site", "cross-site"); got.status != http.StatusForbidden || got.reason() != "FORBIDDEN cross_origin" {
		t.Errorf("another site has a file sent: %d %q", got.status, got.reason())
	}
	if got := o.hr.sends("x", "", file).reason(); got != "BAD_USER_INPUT id_malformed" {
		t.Errorf("to no declaration: %q", got)
	}
	if o.rowsOf(id) != 0 {
		t.Fatalf("%d rows were written by who may not", o.rowsOf(id))
	}
	if got := nobody.sends(id, "language=en", file, "Authorization", declares); got.counted() != "1 1 0 0" {
		t.Errorf("a token that declares: %v", got.body)
	}
	for _, reader := range []struct {
		who           *person
		authorization string
		status        int
	}{{o.hr, "", 200}, {o.colleague, "", 200}, {nobody, reads, 200}, {nobody, "", 401}, {nobody, declares, 404}, {o.stranger, "", 404}, {o.national, "", 404}} {
		var headers []string
		if reader.authorization != "" {
			headers = []string{"Authorization", reader.authorization}
		}
		if status, _ := reader.who.get("/declarations/"+id+"/rows.csv", headers...); status != reader.status {
			t.Errorf("%s %s reads the rows of a draft: %d, want %d", reader.who.email, reader.authorization, status, reader.status)
		}
	}
	if got := o.hr.does("submitDeclaration", "declaration { state }", map[string]any{"declaration": id, "version": 2}).text("data.submitDeclaration.declaration.state"); got != "SUBMITTED" {
		t.Errorf("submitted: %q", got)
	}
	if got := o.hr.sends(id, "", file); got.status != http.StatusConflict || got.reason() != "CONFLICT declaration_submitted" {
		t.Errorf("rows are added to what was submitted: %d %q", got.status, got.reason())
	}
	for who, want := range map[*person]string{o.national: "A;", o.here: "A;", o.elsewhere: "", o.inspector: ";"} {
		_, rows := who.get("/declarations/" + id + "/rows.csv")
		_, first, _ := strings.Cut(string(rows), "\r\n")
		if !strings.HasPrefix(first, want) || want == "" && first != "" || want == ";" && strings.Contains(first, "A;") {
			t.Errorf("%s reads %q", who.email, first)
		}
	}
}

// TestNothingOfASheetIsKept looks for the number of a card, and for what stands in a cell that is faulty, wherever something
// is kept, and in the log. It isn't said that somebody is declared elsewhere.
func TestNothingOfASheetIsKept(t *testing.T) {
	o := newOffice(t)
	id, canary, cell := o.starts(o.hr), "QX778899", "canari-cellule"
	rows := [][]any{frenchHeader}
	for _, reference := range []string{"A", "B", "C"} {
		rows = append(rows, []any{reference, "passeport", canary, "homme", 1990, nil, nil, nil, nil, nil, nil, nil, "MA-06", "CDD", "2024-03-04", nil, nil})
	}
	rows[3][12] = cell
	for _, query := range []string{"check=only", "", "leave=faulty"} {
		got := o.hr.sends(id, query, book(t, rows...))
		if faults := got.faults(); len(faults) != 1 || faults[0] != "M4 value_unknown" {
			t.Errorf("%q: somebody who is declared twice, and a fault: %v", query, faults)
		}
		if strings.Contains(fmt.Sprint(got.body), canary) {
			t.Errorf("the number is said again: %v", got.body)
		}
		if _, marked := o.hr.get(got.text("marked")); len(marked) < 1000 {
			t.Errorf("no marked copy: %q", marked)
		}
	}
	if o.rowsOf(id) != 2 || o.count("fingerprints where created_by like 'account%'") != 2 || o.count("marked_copies") != 3 {
		t.Errorf("%d rows and %d marked copies were written", o.rowsOf(id), o.count("marked_copies"))
	}
	for _, table := range o.tables() {
		for _, secret := range []string{canary, bytea(canary), cell, bytea(cell), bytea("PK\x03\x04")} {
			if n := o.count(table+" t where strpos(t::text, $1) > 0", secret); n > 0 {
				t.Errorf("%q stands in %d rows of %s", secret, n, table)
			}
		}
	}
	if strings.Contains(o.log.String(), canary) || strings.Contains(o.log.String(), cell) {
		t.Error("a cell was logged")
	}
}

// TestExportsHoldNoFormulas sends texts that begin like formulas, and reads them back.
func TestExportsHoldNoFormulas(t *testing.T) {
	o := newOffice(t)
	id := o.starts(o.hr)
	file := []byte("reference;region;contractKind;startedOn;occupation\n'=1+1;MA-06;CDI;2024-03-04;'@SUM(A1)\n-2;MA-06;CDI;2024-03-04;+33\n=3;MA-06;CDI;2024-03-04;a=b\n")
	if got := o.hr.sends(id, "", file); got.counted() != "3 3 0 0" {
		t.Fatalf("texts like formulas: %v", got.body)
	}
	_, csv := o.hr.get("/declarations/" + id + "/rows.csv")
	for _, want := range []string{"\r\n'=1+1;", ";'@SUM(A1);", "\r\n'-2;", ";'+33;", "\r\n'=3;", ";a=b;"} {
		if !strings.Contains(string(csv), want) {
			t.Errorf("%q is not in %q", want, csv)
		}
	}
	_, workbook := o.hr.get("/declarations/" + id + "/rows.xlsx")
	f := opened(t, workbook)
	if got, _ := f.GetCellValue(f.GetSheetName(0), "A2"); got != "'=1+1" {
		t.Errorf("in the workbook stands %q", got)
	}
	faulty := []byte("reference;region;contractKind;startedOn\n=cmd|' /C calc'!A0;=1;CDI;2024-03-04\n")
	_, marked := o.hr.get(o.hr.sends(id, "", faulty).text("marked"))
	f = opened(t, marked)
	for _, cell := range []string{"A2", "B2"} {
		value, _ := f.GetCellValue(f.GetSheetName(0), cell)
		if formula, _ := f.GetCellFormula(f.GetSheetName(0), cell); !strings.HasPrefix(value, "'=") || formula != "" {
			t.Errorf("in %s of the marked copy stands %q, %q", cell, value, formula)
		}
	}
	for _, sent := range [][]byte{csv, workbook} {
		if got := o.hr.sends(id, "", sent); got.counted() != "3 0 3 0" {
			t.Errorf("what was read back, sent again: %v", got.body)
		}
	}
}
