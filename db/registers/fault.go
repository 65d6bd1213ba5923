package registers

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing wrong in a register file: where it stands, what was found and what is allowed there. Line and
// column count from 1, the column in characters.
type Fault struct {
	File         string
	Line, Column int
	Message      string
	Reason       string // which rule it breaks; of most, that of the value's form
	key          string // what is missing there
}

func (f Fault) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}

// Faults is the error for files that were not imported: all that is wrong in them, in the order of the files.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, 0, len(f)+1)
	for _, fault := range f {
		lines = append(lines, fault.String())
	}
	count := "1 fault"
	if len(f) != 1 {
		count = fmt.Sprintf("%d faults", len(f))
	}
	return strings.Join(append(lines, count+"; nothing was imported"), "\n")
}

// sorted puts faults in the order of the file, each once: what an alias repeats is one fault.
func (f Faults) sorted() Faults {
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(f)
}

// list writes what is allowed in words, shortened where it is long.
func list(allowed []string) string {
	const most = 24
	if len(allowed) > most {
		return strings.Join(allowed[:most], ", ") + fmt.Sprintf(" and %d more", len(allowed)-most)
	}
	return strings.Join(allowed, ", ")
}
