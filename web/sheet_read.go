package web

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"mithaq/db"
)

// reading is what a sheet says, and what of it can't be read.
type reading struct {
	*sheet
	choices   *db.Choices
	language  db.Language
	columns   []*column // of the sheet's columns; nil for one that says nothing
	codes     map[*column]map[string]string
	permitted map[*column]string
	faults    []cellFault
	unread    map[int]bool
}

// cellFault is what is wrong with a cell: of a row, by its place among the rows, or of the names of columns.
type cellFault struct {
	row    int // inHeader for the names
	at     int // the sheet's column; nowhere where it has none
	column *column
	field  string
	reason string
}

const (
	inHeader = -1
	nowhere  = -1
)

// readAs reads the rows of a sheet, which are what its form says, and finds all that can't be read.
func readAs[T any](s *sheet, choices *db.Choices, language db.Language) (*reading, []T) {
	r := &reading{sheet: s, choices: choices, language: language, codes: map[*column]map[string]string{}, unread: map[int]bool{}}
	r.readHeader()
	s.rows = slices.DeleteFunc(s.rows, r.saysNothing)
	r.missColumns()
	rows := make([]T, len(s.rows))
	for i := range s.rows {
		r.readRow(i, &rows[i])
	}
	return r, rows
}

func (r *reading) readRow(i int, into any) {
	if r.form.begin != nil {
		r.form.begin(into)
	}
	for at, c := range r.columns {
		if c != nil && r.reads(r.rows[i], c) {
			r.readCell(i, at, c, into)
		}
	}
	if r.isBroken() {
		r.unread[i] = true // whatever it says, it isn't taken
	}
}

// reads tells whether a column is read of a row.
func (r *reading) reads(row sheetRow, c *column) bool {
	return r.form.reads == nil || r.form.reads(r, row, c)
}

// readHeader finds what each column is, and what is wrong with their names.
func (r *reading) readHeader() {
	r.columns = make([]*column, len(r.header))
	for at, name := range r.header {
		c := r.form.headed(name)
		switch {
		case c == nil && !r.isMarking(name) && (name != "" || r.isFilled(at)):
			r.fault(cellFault{inHeader, at, nil, name, "column_unknown"})
		case c != nil && slices.Contains(r.columns, c):
			r.fault(cellFault{inHeader, at, c, c.key, "column_twice"})
		default:
			r.columns[at] = c
		}
	}
}

// missColumns tells which columns are needed, by whichever row, and aren't there.
func (r *reading) missColumns() {
	for i := range r.form.columns {
		c := &r.form.columns[i]
		needed := len(r.rows) == 0 || slices.ContainsFunc(r.rows, func(row sheetRow) bool { return r.reads(row, c) })
		if c.required && needed && !slices.Contains(r.columns, c) {
			r.fault(cellFault{inHeader, nowhere, c, c.key, "column_missing"})
		}
	}
}

// codeIn gives the code in a row's cell of a column; empty where there is none.
func (r *reading) codeIn(row sheetRow, key string) string {
	c := r.form.columnOf(key)
	at := slices.Index(r.columns, c)
	if at < 0 {
		return ""
	}
	return r.codesOf(c)[fold(row.cell(at))]
}

// isMarking tells whether a column is the one by which a marked copy says what is wrong.
func (r *reading) isMarking(name string) bool {
	for _, words := range sheetWords["mend"] {
		if fold(words) == fold(name) {
			return true
		}
	}
	return false
}

func (r *reading) isFilled(at int) bool {
	return slices.ContainsFunc(r.rows, func(row sheetRow) bool { return row.cell(at) != "" })
}

// saysNothing tells whether nothing is in a row but what the template has filled in.
func (r *reading) saysNothing(row sheetRow) bool {
	for at, c := range r.columns {
		cell := row.cell(at)
		if cell != "" && (c == nil || c.key != r.form.prefilled || r.choices.Sector == "" || r.codesOf(c)[fold(cell)] != r.choices.Sector) {
			return false
		}
	}
	return true
}

func (r *reading) fault(f cellFault) {
	r.faults = append(r.faults, f)
	if f.row != inHeader {
		r.unread[f.row] = true
	}
}

// readCell reads a cell of a row.
func (r *reading) readCell(row, at int, c *column, into any) {
	text, reason := r.value(c, r.rows[row].cell(at))
	if reason != "" {
		r.fault(cellFault{row, at, c, c.key, reason})
		return
	}
	c.set(into, text)
}

// value gives what a cell says, as the API has it; or why it can't be read.
func (r *reading) value(c *column, cell string) (text, reason string) {
	if c.mayBeUnknown() && isUnknown(cell) {
		cell = ""
	}
	switch {
	case cell == "" && c.required && c.key != "reference": // whose length the model looks at
		return "", "value_missing"
	case cell == "":
		return "", ""
	case c.kind == aChoice:
		if code := r.codesOf(c)[fold(cell)]; code != "" {
			return code, ""
		}
		return "", "value_unknown"
	case c.kind == aDay:
		if day := readDay(cell, r.since); day != "" {
			return day, ""
		}
		return "", "day_unreadable"
	case c.kind == aYear:
		year := strings.TrimSuffix(alike.Replace(cell), ".0")
		if n, err := strconv.Atoi(year); err != nil || n < 1000 || n > 9999 {
			return "", "year_unreadable"
		}
		return year, ""
	}
	return whole(cell), ""
}

// isUnknown tells whether a cell says, in any language, that something isn't known.
func isUnknown(cell string) bool { return cell != "" && foldedUnknown[fold(cell)] }

var foldedUnknown = func() map[string]bool {
	folded := map[string]bool{}
	for _, all := range unknownWords {
		for _, words := range all {
			folded[fold(words)] = true
		}
	}
	return folded
}()

// codesOf gives the codes of a column by all that they are called; what two are called, none is.
func (r *reading) codesOf(c *column) map[string]string {
	if known := r.codes[c]; known != nil {
		return known
	}
	codes := map[string]string{}
	for _, choice := range c.choices(r.choices) {
		for _, name := range append([]string{choice.code}, choice.label[db.FR], choice.label[db.AR], choice.label[db.EN]) {
			if code, taken := codes[fold(name)]; taken && code != choice.code {
				codes[fold(name)] = ""
				continue
			}
			codes[fold(name)] = choice.code
		}
	}
	r.codes[c] = codes
	return codes
}

// whole is a long number as it was written, which a workbook may hold as 1.23E+11.
func whole(cell string) string {
	if number, err := strconv.ParseFloat(cell, 64); err == nil && strings.Contains(cell, ".") && strings.Contains(cell, "E+") && number < 1e15 {
		return strconv.FormatFloat(number, 'f', -1, 64)
	}
	return cell
}

// firstSerial is before which a number in a cell is no day, but rather a year: 1927.
const firstSerial = 10_000

// readDay reads a day as people and spreadsheets write it; empty where it is none.
func readDay(cell string, since1904 bool) string {
	cell = alike.Replace(cell)
	if serial, err := strconv.ParseFloat(cell, 64); err == nil {
		if serial < firstSerial || serial > 2_958_465 { // the end of 9999
			return ""
		}
		day, err := excelize.ExcelDateToTime(serial, since1904)
		if err != nil {
			return ""
		}
		return day.Format(time.DateOnly)
	}
	cell = strings.NewReplacer("T00:00:00Z", "", "T00:00:00", "", " 00:00:00", "").Replace(cell)
	for _, form := range []string{time.DateOnly, "2/1/2006", "2.1.2006"} {
		if day, err := time.Parse(form, cell); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	return ""
}

// judged puts what the model has found wrong to what couldn't be read, which it is silent of, in the order of the sheet.
func (r *reading) judged(found []db.RowFault) {
	unread := map[cellFault]bool{}
	for _, f := range r.faults {
		unread[cellFault{row: f.row, field: f.field}] = true
	}
	for _, f := range found {
		if unread[cellFault{row: f.Row, field: f.Field}] || unread[cellFault{row: inHeader, field: f.Field}] {
			continue
		}
		c := r.form.columnOf(f.Field)
		at := slices.Index(r.columns, c)
		r.faults = append(r.faults, cellFault{f.Row, at, c, f.Field, f.Reason})
	}
	slices.SortStableFunc(r.faults, func(a, b cellFault) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.at, b.at)) })
}
