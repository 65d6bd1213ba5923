package registers_test

import (
	"errors"
	"strings"
	"testing"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/db/registers"
)

const cited = "cite: [{source: la-vie-eco-2021-12, statement: {fr: Nommée.}}]"

func TestFilesOfOneImportMayPointToEachOtherInAnyOrder(t *testing.T) {
	d := dbtest.Empty(t)
	pointing := registers.Read("pointing.yaml", []byte("register: {slug: pointing, kind: REAL}\npartners:\n"+
		"  - {slug: another, kind: COMPANY, name: {fr: Autre}, ties: [{kind: SUBSIDIARY, other: lydec, "+cited+"}], "+cited+"}\n"))
	report, err := registers.Import(t.Context(), d, "test", pointing, registers.Read(registers.December2021Name, registers.December2021))
	if err != nil || report.Added < 200 {
		t.Errorf("%v, %v", report, err)
	}
}

func TestRowOfAnotherFileIsNotChanged(t *testing.T) {
	d := dbtest.Register(t)
	for _, source := range []string{"la-vie-eco-2021-12", "nma-2010"} {
		_, err := importText(t, d, "other.yaml", "register: {slug: other, kind: REAL}\nsources: [{slug: "+source+", title: Autre, language: FR}]\n")
		var known *db.Error
		if !errors.As(err, &known) || known.Reason != "held_elsewhere" || !strings.Contains(known.Message, source) {
			t.Errorf("another file's %s gave %v", source, err)
		}
	}
}

// partOfAnother is a signing whose convention takes part in what another signing promised.
const partOfAnother = "  - slug: s\n    date: 2022\n    title: {fr: S}\n    announced_conventions: UNKNOWN\n" +
	"    partners_coverage: PARTIAL\n    conventions_coverage: PARTIAL\n    " + cited + "\n    conventions:\n      - slug: c\n" +
	"        reference: \"1\"\n        reference_kind: OFFICIAL\n        status: SIGNED\n        parties_coverage: PARTIAL\n" +
	"        commitments_coverage: PARTIAL\n        orientations_coverage: PARTIAL\n        sectors_coverage: PARTIAL\n" +
	"        regions_coverage: PARTIAL\n        " + cited + "\n        commitments:\n          - slug: k\n            indicator: JOBS_CREATED\n" +
	"            part_of: 2021-12-15-jobs-created\n            wording: {fr: K}\n            " + cited + "\n" +
	"            targets: [{kind: SIGNATURE, figure: 1, " + cited + "}]\n"

func TestConventionsAreWrittenAfterAllSignings(t *testing.T) {
	_, err := december2021(t, dbtest.Empty(t), "\nsignings:\n", "\nsignings:\n"+partOfAnother)
	if err == nil || !strings.Contains(err.Error(), "commitments_part_of_own_signing") {
		t.Errorf("a part of a later signing's gave %v", err)
	}
}

func TestRuleOfTheDatabaseIsToldWithItsPlace(t *testing.T) {
	d := dbtest.Register(t)
	start := "register: {slug: other, kind: REAL}\n"
	for name, test := range map[string]struct{ text, want string }{
		"an ICE twice in a file": {"partners:\n" +
			"  - {slug: a, kind: COMPANY, ice: \"000000000000097\", name: {fr: A}, " + cited + "}\n" +
			"  - {slug: b, kind: COMPANY, ice: \"000000000000097\", name: {fr: B}, " + cited + "}\n",
			`f.yaml:4:5: the ICE 000000000000097 is that of the partner "a" too`},
		"a part of another signing's": {"signings:\n" + partOfAnother,
			"f.yaml:22:13: this breaks the rule commitments_part_of_own_signing"},
	} {
		if _, err := importText(t, d, "f.yaml", start+test.text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s gave %v; want %s", name, err, test.want)
		}
	}
}

func TestFaultThatAnAliasRepeatsIsToldOnce(t *testing.T) {
	_, err := december2021(t, dbtest.Empty(t), "    cite: &with-ministry\n      - source: la-vie-eco-2021-12", "    cite: &with-ministry\n      - source: la-vie-eco")
	var faults registers.Faults
	if !errors.As(err, &faults) || len(faults) != 1 {
		t.Errorf("one wrong source in a list that is used many times gave %v", err)
	}
}

func TestTextIsUTF8(t *testing.T) {
	d := dbtest.Empty(t)
	if _, err := importText(t, d, "f.yaml", "register: {slug: x, kind: REAL}\nsources:\n  - {slug: x, title: \"\xe9t\xe9\", language: FR}\n"); err == nil || !strings.Contains(err.Error(), "f.yaml:3:1: the line isn't UTF-8") {
		t.Errorf("a text in another encoding gave %v", err)
	}
	if _, err := importText(t, d, "f.yaml", "\uFEFFregister: {slug: x, kind: REAL}\n"); err != nil {
		t.Errorf("a byte order mark gave %v", err)
	}
	if _, err := importText(t, d, "f.yaml", "register: {slug: x, kind: REAL}\nsources:\n  - {slug: x, title: \"  \", language: FR}\n"); err == nil || !strings.Contains(err.Error(), "f.yaml:3:22: title is") {
		t.Errorf("a text of spaces gave %v", err)
	}
}

func TestSameRegisterTwiceInOneImportIsAFault(t *testing.T) {
	file := func() *registers.File { return registers.Read(registers.December2021Name, registers.December2021) }
	_, err := registers.Import(t.Context(), dbtest.Empty(t), "test", file(), file())
	if err == nil || !strings.Contains(err.Error(), `is the register "2021-12-anapec" already; a register is one file`) {
		t.Errorf("the same file twice gave %v", err)
	}
}

func TestCorrectedNameChangesTheSignatoryAndAddsNone(t *testing.T) {
	d := dbtest.Register(t)
	report, err := december2021(t, d, "        partner: lydec\n        name: {fr: Lydec}", "        partner: lydec\n        name: {fr: Lydec SA}")
	if err != nil || report.Added != 0 || report.Changed != 1 || len(report.Vanished) != 0 {
		t.Errorf("a corrected name gave %v, %v", report, err)
	}
	report, err = december2021(t, d, "        partner: lydec\n        name: {fr: Lydec}", "        partner: lydec\n        name: {fr: Lydec SA}",
		"        fact: partners_coverage", "        fact: partners")
	if err != nil || report.Added != 0 || report.Changed != 1 || len(report.Vanished) != 0 {
		t.Errorf("a corrected citation gave %v, %v", report, err)
	}
}

func TestMovedTieIsTheSameTie(t *testing.T) {
	d, text := dbtest.Empty(t), sample(t)
	first := "      - {kind: MEMBER, other: beta, since: 2010, until: 2015, cite: *named}\n"
	second := "      - {kind: MEMBER, other: gamma, cite: *named}\n"
	moved := strings.Replace(text, first+second, second+first, 1)
	if _, err := importText(t, d, "sample.yaml", text); err != nil || moved == text {
		t.Fatal(err)
	}
	if report, err := importText(t, d, "sample.yaml", moved); err != nil || report.Added+report.Changed+len(report.Vanished) > 0 {
		t.Errorf("a tie before another gave %v, %v", report, err)
	}
}
