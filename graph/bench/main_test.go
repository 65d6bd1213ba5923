//go:build linux

package main

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestScalarsAreReadInTheirOrder(t *testing.T) {
	ours := scalars([]byte(`{"data":{"a":{"n":12,"list":[{"x":"é"},{"x":null}],"none":[]},"b":true}}`))
	theirs := scalars([]byte(`{"data":{"q":"12","deep":{"y":["é",null]},"b":true}}`))
	if want := []string{"12", "é", "<nil>", "true"}; !slices.Equal(ours, want) || !slices.Equal(theirs, want) {
		t.Errorf("%q and %q", ours, theirs)
	}
}

func TestACursorTakesOtherKeys(t *testing.T) {
	for form, want := range map[string]string{
		"WyJ0IERFU0MiLCIyMDI2IiwiMSJd":     "WyJ0IERFU0MiLCIyMDIwIiwiNyJd",         // ["t DESC","2020","7"]
		"WyI0ZTcxIiwiMjAyNiIsLTQ=":         "",                                     // is cut off
		"WyIzZTMwYTMwNmIwIiwiYWIiLCI5Il0=": "WyIzZTMwYTMwNmIwIiwiMjAyMCIsIjciXQ==", // padded, as it was
	} {
		got, err := cursor(form, []string{"2020", "7"})
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%s: %s, %v", form, got, err)
		}
	}
}

func TestStatementsAreReadFromTheLog(t *testing.T) {
	log := "an older line\n" +
		"bench mithaq_app|LOG:  statement: select 'not the public''s'\n" +
		"bench mithaq_public|LOG:  execute 3: select a::text\n\tfrom t\n\twhere b = $1 and c = any($2) and d > $1\n" +
		"bench mithaq_public|DETAIL:  Parameters: $1 = 'it''s', $2 = '{1,2}'\n" +
		"bench mithaq_public|LOG:  statement: select 1\n"
	found := readLog(log)
	want := []ran{{"select a::text\nfrom t\nwhere b = $1 and c = any($2) and d > $1", []string{"it's", "{1,2}"}}, {"select 1", nil}}
	if diff := cmp.Diff(want, found, cmp.AllowUnexported(ran{})); diff != "" {
		t.Fatal(diff)
	}
	script, defines := pgbenchScript(4, found)
	if want := "select a::text\nfrom t\nwhere b = :v4_0_1 and c = any(:v4_0_2) and d > :v4_0_1;\nselect 1;\n"; script != want {
		t.Error(script)
	}
	if want := []string{"-D", "v4_0_1=it's", "-D", "v4_0_2={1,2}"}; !slices.Equal(defines, want) {
		t.Error(defines)
	}
}

func TestTheMiddleLiesBetweenTheExtremes(t *testing.T) {
	if s := spreadOf([]float64{4, 1, 2, 3}); s != (spread{2.5, 1, 4}) {
		t.Error(s)
	}
}
