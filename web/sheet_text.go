package web

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"mithaq/db"
)

// readText reads the characters of a text: UTF-8, or by its mark UTF-16, and else Windows-1252, as French Excel writes it.
func readText(body []byte) (string, error) {
	text, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), body)
	if err == nil && !utf8.Valid(text) {
		text, err = charmap.Windows1252.NewDecoder().Bytes(body)
	}
	if err != nil || strings.HasPrefix(string(text), "%PDF") ||
		strings.ContainsFunc(string(text), func(r rune) bool { return r < ' ' && r != '\t' && r != '\r' && r != '\n' || r == utf8.RuneError }) {
		return "", notAWorkbook
	}
	return string(text), nil
}

// readCSV reads rows that are parted by semicolons, commas or tabs: by that of which the first line has most.
func (s *sheet) readCSV(text string) (*sheet, error) {
	comma, text := separator(text)
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord, reader.ReuseRecord = comma, -1, false
	s.cellular = true
	within := 0 // the line feeds that were in cells, as a spreadsheet doesn't count their lines
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return s.checked()
		}
		if malformed := (*csv.ParseError)(nil); errors.As(err, &malformed) {
			return nil, refusal("sheet_malformed", "line %d can't be read as CSV: a quotation mark stands alone; double it within a quoted cell", malformed.Line)
		}
		line, _ := reader.FieldPos(0)
		row := line - within
		for _, cell := range cells {
			within += strings.Count(cell, "\n")
		}
		if err := s.add(row, cells); err != nil {
			return nil, err
		}
	}
}

// separator tells by what the cells of a text are parted, and gives the text without the line by which Excel may say it.
func separator(text string) (rune, string) {
	first, rest, _ := strings.Cut(text, "\n")
	if said, isSaid := strings.CutPrefix(strings.TrimRight(first, "\r"), "sep="); isSaid && len(said) == 1 && strings.Contains(";,\t", said) {
		return rune(said[0]), "\n" + rest // the rows keep their numbers
	}
	most := ';'
	for _, r := range ",\t" {
		if strings.Count(first, string(r)) > strings.Count(first, string(most)) {
			most = r
		}
	}
	return most, text
}

// readLines reads JSON Lines: an object a line, with the API's fields, those of the person below person or beside the others.
func (s *sheet) readLines(text string) (*sheet, error) {
	number := 0
	for line := range strings.Lines(text) {
		if number++; strings.TrimSpace(line) == "" {
			continue
		}
		fields := map[string]any{}
		decoder := json.NewDecoder(strings.NewReader(line))
		decoder.UseNumber()
		err := decoder.Decode(&fields)
		if err == nil && decoder.More() {
			err = errors.New("more than an object")
		}
		var cells []string
		if err == nil {
			cells, err = s.flatten(fields)
		}
		if known := (*db.Error)(nil); errors.As(err, &known) {
			return nil, known
		}
		if err != nil {
			return nil, refusal("sheet_malformed", "line %d is no JSON object of texts and numbers; JSON Lines has one object a line, with the API's fields", number)
		}
		if err := s.add(number, cells); err != nil {
			return nil, err
		}
	}
	return s.checked()
}

// flatten puts the fields of an object into the cells of a row; a field that wasn't there before becomes a column.
func (s *sheet) flatten(fields map[string]any) ([]string, error) {
	if below, isObject := fields["person"].(map[string]any); isObject {
		delete(fields, "person")
		for name, field := range below {
			fields["person."+name] = field
		}
	}
	if s.header == nil {
		s.header = []string{}
	}
	cells := make([]string, len(s.header))
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		field := fields[name]
		name = shortened(name)
		at := slices.Index(s.header, name)
		if at < 0 {
			if at = len(s.header); at == mostColumns {
				return nil, refusal("sheet_columns", "the lines have more than %d fields; the API has %d", mostColumns, len(s.form.columns))
			}
			s.header, cells = append(s.header, name), append(cells, "")
		}
		switch v := field.(type) {
		case nil:
		case string:
			cells[at] = v
		case json.Number:
			cells[at] = v.String()
		default:
			return nil, errors.New("neither a text nor a number")
		}
	}
	return cells, nil
}
