package db

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The statuses of a figure.
const (
	FigureKnown         FigureStatus = "KNOWN"
	FigureAtLeast       FigureStatus = "AT_LEAST"
	FigureUnknown       FigureStatus = "UNKNOWN"
	FigureNotPublished  FigureStatus = "NOT_PUBLISHED"
	FigureSuppressed    FigureStatus = "SUPPRESSED"
	FigureNotApplicable FigureStatus = "NOT_APPLICABLE"
)

// Figure is a whole number that may be missing: the value is there exactly when the status is KNOWN or AT_LEAST. Missing
// is only there for AT_LEAST, which no stored figure is: it says of a sum how many of its parts aren't known.
type Figure struct {
	Value   *int64       `db:"value"`
	Status  FigureStatus `db:"status"`
	Missing *int
}

// Ratio is a share or a rate that may be missing, by the rules of Figure; 1 is the whole.
type Ratio struct {
	Key    int64        `db:"id" see:"everyone"` // of what the ratio is said
	Value  *float64     `db:"value" see:"everyone"`
	Status FigureStatus `db:"status" see:"everyone"`
}

// sumOf is the figure of a sum of which so many parts aren't known; of none that is, it has the status otherwise.
func sumOf(value *int64, missing int, otherwise FigureStatus) *Figure {
	switch {
	case value == nil:
		return &Figure{Status: otherwise}
	case missing > 0:
		return &Figure{Value: value, Status: FigureAtLeast, Missing: &missing}
	}
	return &Figure{Value: value, Status: FigureKnown}
}

// MarshalText writes a figure as UnmarshalText reads it.
func (f Figure) MarshalText() ([]byte, error) {
	switch {
	case f.Value == nil:
		return []byte(f.Status), nil
	case f.Status != FigureKnown:
		return nil, fmt.Errorf("a register file can't hold a figure that is %s", f.Status)
	}
	return strconv.AppendInt(nil, *f.Value, 10), nil
}

// UnmarshalText reads a figure as a register file writes it: a whole number, or the status that stands for it.
func (f *Figure) UnmarshalText(text []byte) error {
	missing := []string{"UNKNOWN", "NOT_PUBLISHED", "SUPPRESSED", "NOT_APPLICABLE"}
	if slices.Contains(missing, string(text)) {
		*f = Figure{Status: FigureStatus(text)}
		return nil
	}
	n, err := strconv.ParseInt(strings.NewReplacer("_", "", " ", "").Replace(string(text)), 10, 64)
	if err != nil || n < 0 {
		return fmt.Errorf("not a figure: allowed are a whole number from 0, or %s", strings.Join(missing, ", "))
	}
	*f = Figure{Value: &n, Status: FigureKnown}
	return nil
}
