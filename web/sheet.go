package web

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"mithaq/db"
)

// What a sheet may have at most.
const (
	mostSheet     = 10 << 20 // bytes
	mostUnzipped  = 64 << 20
	mostSheetRows = 10_000
	mostColumns   = 100
)

// sheet is what was read of a file, whatever its format: the names of its columns and rows of cells.
type sheet struct {
	form     *form
	header   []string
	headerAt int // the row of the names
	rows     []sheetRow
	cellular bool // cells have names, like E12
	since    bool // days are counted from 1904 on
}

// sheetRow is a row with the number by which a spreadsheet shows it; of JSON Lines it is the line.
type sheetRow struct {
	number int
	cells  []string
}

// refusal is why a file isn't read.
func refusal(reason, format string, args ...any) *db.Error {
	return db.BadInput("", reason, format, args...)
}

// readSheet reads a file of a form by what is in it, not by its name.
func readSheet(body []byte, f *form) (*sheet, error) {
	s := &sheet{form: f}
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return nil, refusal("sheet_empty", "the file is empty; send one with the columns of the template")
	case bytes.HasPrefix(body, []byte("PK\x03\x04")):
		return s.readWorkbook(body)
	case bytes.HasPrefix(body, []byte("\xd0\xcf\x11\xe0")):
		return nil, refusal("sheet_type", "this is a workbook of an old Excel, or one that is locked by a password; save it as .xlsx without a password, or as CSV")
	}
	text, err := readText(body)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		return s.readLines(text)
	}
	return s.readCSV(text)
}

// add takes a row in: the first that isn't blank has the names of columns. What the template explains below them is left.
func (s *sheet) add(number int, cells []string) error {
	for i, cell := range cells {
		cells[i] = clean(cell)
	}
	cells = trimmed(cells)
	switch {
	case len(cells) == 0:
		return nil
	case len(cells) > mostColumns:
		return refusal("sheet_columns", "row %d has %d columns; allowed are %d, and the template has %d", number, len(cells), mostColumns, len(s.form.columns))
	case s.header == nil:
		for i, name := range cells {
			cells[i] = shortened(name) // it is said again with each fault
		}
		s.header, s.headerAt = cells, number
		return nil
	case len(s.rows) == 0 && s.form.explains(cells[0]):
		return nil
	case len(s.rows) == mostSheetRows:
		return refusal("sheet_rows", "the file has more than %d rows; send it in parts", mostSheetRows)
	}
	s.rows = append(s.rows, sheetRow{number, cells})
	return nil
}

// checked gives the sheet, if there is something in it to be read.
func (s *sheet) checked() (*sheet, error) {
	switch {
	case s.header == nil:
		return nil, refusal("sheet_empty", "the file is empty; send one with the columns of the template")
	case !slices.ContainsFunc(s.header, func(name string) bool { return s.form.headed(name) != nil }):
		return nil, refusal("sheet_header", "the first row names none of the columns of the template; it must hold their names, in French, Arabic or English, or the API's")
	}
	return s, nil
}

// clean is a cell in one line, without the spaces around it, and without the apostrophe that keeps it from being a formula.
func clean(cell string) string {
	cell = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, cell)
	cell = strings.TrimFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
	if len(cell) > 1 && cell[0] == '\'' && isFormula(cell[1:]) {
		return cell[1:]
	}
	return cell
}

// isFormula tells whether a spreadsheet would take a text for a formula.
func isFormula(text string) bool {
	return text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0]))
}

// harmless is a text that no spreadsheet takes for a formula.
func harmless(text string) string {
	if isFormula(text) {
		return "'" + text
	}
	return text
}

// trimmed is a row without the blank cells at its end.
func trimmed(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// cell gives a row's cell of a column; empty beyond the row's end.
func (r *sheetRow) cell(column int) string {
	if column >= len(r.cells) {
		return ""
	}
	return r.cells[column]
}

// explanation begins a row by which the template explains its columns, where there are no comments.
const explanation = "# "

// explains tells whether a cell begins such a row: only what the template itself says does, as a reference may look alike.
func (f *form) explains(cell string) bool {
	said, marked := strings.CutPrefix(cell, explanation)
	if !marked {
		return false
	}
	for _, texts := range []words{f.columns[0].hint, f.columns[0].example, sheetWords["text"]} {
		for _, text := range texts {
			if said == text {
				return true
			}
		}
	}
	return false
}

// cellName is how spreadsheets call a cell: E12.
func cellName(column, row int) string {
	name := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name + strconv.Itoa(row)
}
