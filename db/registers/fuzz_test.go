package registers

import (
	"os"
	"testing"
	"unicode/utf8"
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
