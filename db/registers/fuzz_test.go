package registers

import (
	"os"
	"testing"
	"unicode/utf8"

	"mithaq/db"
)

// FuzzRead reads any bytes as a register file. Whatever they are, reading ends, and the faults are sentences.
func FuzzRead(f *testing.F) {
	sample, err := os.ReadFile("../../graph/testdata/sample.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(December2021)
	f.Add(sample)
	for _, text := range []string{"", "\uFEFF", "\xff", "a: &a [*a]", "register: {slug: x, kind: REAL}", "register: {slug: [], kind: {}}", "partners: 1", "<<: *x", "--- a\n--- b", "? [a]\n: b", "a: |\n\tb", "partners:\n  x: {cite: &c [], kind: *c}"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, fault := range Read("file.yaml", text).faults {
			if said := fault.String(); said == "" || utf8.Valid(text) && !utf8.ValidString(said) {
				t.Fatalf("a fault that says nothing that can be read: %q", said)
			}
		}
	})
}

// FuzzReadRow reads any text as a row of a revision: it is a row or has faults, and nothing else.
func FuzzReadRow(f *testing.F) {
	for _, text := range []string{`{}`, `[]`, `null`, `{"slug": "a", "name": {"fr": null}}`, `{"cite": [{}, null, 3]}`, `{"name": {"fr": {"x": 1}}}`,
		`{"a: b": "*x", "b": "&y"}`, `{"slug": "\u0000"}`, `{"": ""}`, `{"figure": 1e9, "date": 2021.5, "x": true}`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range shapes {
			file, _ := readRow(s, db.JSON(text), false)
			for _, fault := range file.problems() {
				if fault.Message == "" || fault.Reason == "" {
					t.Errorf("%q has a fault without words: %+v", text, fault)
				}
			}
		}
	})
}
