package web

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"mithaq/db"
)

// How the template is laid out.
const (
	prefilledRows = 500 // have the sector filled in, where there is but one
	columnWidth   = 24
	textFormat    = 49 // Excel's own: a number stays as it was written
	dayFormat     = "yyyy-mm-dd"
)

// download is a sheet that is written: the template, what was declared, or what is asked.
type download struct {
	*form
	language db.Language
	choices  *db.Choices
	rows     []any // of the form's type, by their addresses
	explains bool  // what its columns are, where there are no comments to say it
}

// template is the sheet to fill in. The sector is filled in where the partner's conventions name but one.
func template(choices *db.Choices, language db.Language) *download {
	d := &download{form: jobForm, language: language, choices: choices, explains: true}
	if choices.Sector != "" {
		for range prefilledRows {
			d.rows = append(d.rows, &db.JobInput{Sector: &choices.Sector})
		}
	}
	return d
}

// cell is what stands in a cell of a row: a choice by its label, and what begins like a formula made harmless.
func (d *download) cell(c *column, row any, labels map[*column]map[string]string) string {
	text := c.get(row)
	if c.kind == aChoice && text != "" {
		text = cmp.Or(labels[c][text], text)
	}
	return harmless(text)
}

// labels are what codes are called, by their column. One that isn't a choice any more stands for itself, as one does whose label
// another has too: the sheet that comes back says the same, or is told that it doesn't.
func (d *download) labels() map[*column]map[string]string {
	all := map[*column]map[string]string{}
	for i := range d.columns {
		c := &d.columns[i]
		all[c] = map[string]string{}
		named := map[string]string{} // whose a label is
		for _, choice := range c.choices(d.choices) {
			label := fold(choice.label[d.language])
			if other, taken := named[label]; taken {
				delete(all[c], other)
				continue
			}
			named[label], all[c][choice.code] = choice.code, choice.label[d.language]
		}
	}
	return all
}

// heading is what a column is called.
func (d *download) heading() []string {
	names := make([]string, len(d.columns))
	for i := range d.columns {
		names[i] = d.columns[i].label[d.language]
	}
	return names
}

// writeCSV writes the sheet as French Excel opens it: with a mark of UTF-8, semicolons, and CRLF.
func (d *download) writeCSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	rows := [][]string{d.heading()}
	if d.explains {
		hints, examples, allowed := make([]string, len(d.columns)), make([]string, len(d.columns)), make([]string, len(d.columns))
		for i := range d.columns {
			c := &d.columns[i]
			hints[i], examples[i], allowed[i] = c.hint[d.language], c.example[d.language], c.allowed(d.choices, d.language)
		}
		for _, row := range [][]string{hints, examples, allowed} {
			row[0] = explanation + row[0]
			rows = append(rows, row)
		}
	}
	labels := d.labels()
	for _, of := range d.rows {
		row := make([]string, len(d.columns))
		for at := range d.columns {
			row[at] = d.cell(&d.columns[at], of, labels)
		}
		rows = append(rows, row)
	}
	return out.WriteAll(rows)
}

// writeWorkbook writes the sheet with a list to choose from in each cell that has one, what each column is in a comment, and
// the same on a sheet of its own.
func (d *download) writeWorkbook(w io.Writer) error {
	b := newWorkbook(d.form, d.language)
	defer func() { _ = b.Close() }()
	b.addHelp(d.choices)
	b.addLists(d.choices)
	for i := range d.columns {
		c := &d.columns[i]
		b.comment(cellName(i, 1), c.hint[d.language]+"\n"+sheetWords["allowed"][d.language]+": "+c.allowed(d.choices, d.language))
	}
	out := b.begin(len(d.columns))
	b.row(out, 1, d.heading(), b.style(&excelize.Style{Font: &excelize.Font{Bold: true}}))
	labels, day := d.labels(), b.style(&excelize.Style{CustomNumFmt: &formatOfDays})
	text := b.style(&excelize.Style{NumFmt: textFormat})
	for i, of := range d.rows {
		row := make([]any, len(d.columns))
		for at := range d.columns {
			c := &d.columns[at]
			said := d.cell(c, of, labels)
			row[at] = excelize.Cell{Value: filled(said), StyleID: text}
			if c.kind == aDay {
				row[at] = excelize.Cell{Value: dayOf(said), StyleID: day}
			}
		}
		b.try(out.SetRow(cellName(0, i+2), row))
	}
	b.try(out.Flush())
	if b.err != nil {
		return fmt.Errorf("the workbook: %w", b.err)
	}
	return b.Write(w)
}

var formatOfDays = dayFormat

// dayOf is a day as a workbook keeps it; what is none stays as it is.
func dayOf(text string) any {
	if day, err := time.Parse(time.DateOnly, text); err == nil {
		return day
	}
	return filled(text)
}

// filled is what a cell holds: nothing rather than an empty text.
func filled(text string) any {
	if text == "" {
		return nil
	}
	return text
}
