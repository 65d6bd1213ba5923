package web

import (
	"os"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"mithaq/db"
)

// workbook is one that is being written. The first error stays.
type workbook struct {
	*excelize.File
	language db.Language
	form     *form
	rows     string // the name of the sheet of rows
	err      error
}

// newWorkbook begins a workbook with a sheet of rows. Nothing of it is ever on a disk, however long it becomes: there are
// numbers of cards in it.
func newWorkbook(f *form, language db.Language) *workbook {
	b := &workbook{File: excelize.NewFile(excelize.Options{TmpDir: os.DevNull}), language: language, form: f, rows: f.name[language]}
	b.try(b.SetSheetName("Sheet1", b.rows))
	return b
}

func (b *workbook) try(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *workbook) style(s *excelize.Style) int {
	id, err := b.NewStyle(s)
	b.try(err)
	return id
}

const mostComment = 1000 // characters; Excel shows no long ones well

func (b *workbook) comment(cell, text string) {
	if utf8.RuneCountInString(text) > mostComment {
		text = string([]rune(text)[:mostComment]) + "…"
	}
	b.try(b.AddComment(b.rows, excelize.Comment{Cell: cell, Author: "Mithaq", Text: text, Width: 360, Height: 120}))
}

// begin begins to write the rows: comments and lists must be there before.
func (b *workbook) begin(width int) *excelize.StreamWriter {
	rightToLeft := b.language == db.AR
	b.try(b.SetSheetView(b.rows, 0, &excelize.ViewOptions{RightToLeft: &rightToLeft}))
	out, err := b.NewStreamWriter(b.rows)
	b.try(err)
	if b.err == nil {
		b.try(out.SetColWidth(1, width, columnWidth))
		b.try(out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	}
	return out
}

// row writes a row of texts.
func (b *workbook) row(out *excelize.StreamWriter, number int, cells []string, style int) {
	row := make([]any, len(cells))
	for i, cell := range cells {
		row[i] = excelize.Cell{Value: cell, StyleID: style}
	}
	if b.err == nil {
		b.try(out.SetRow(cellName(0, number), row))
	}
}

// addHelp adds the sheet that says what each column is.
func (b *workbook) addHelp(choices *db.Choices) {
	name := sheetWords["help"][b.language]
	_, err := b.NewSheet(name)
	b.try(err)
	say := func(row int, cells ...any) { b.try(b.SetSheetRow(name, cellName(0, row), &cells)) }
	word := func(key string) string { return sheetWords[key][b.language] }
	say(1, word("column"), word("description"), word("example"), word("allowed"), word("required"))
	for i := range b.form.columns {
		c := &b.form.columns[i]
		required := word("no")
		if c.required {
			required = word("yes")
		}
		say(i+2, c.label[b.language], c.hint[b.language], c.example[b.language], c.allowed(choices, b.language), required)
	}
	b.try(b.SetColWidth(name, "A", "E", columnWidth*2))
}

// addLists adds the hidden sheet of what can be chosen, and has the cells of rows choose from it.
func (b *workbook) addLists(choices *db.Choices) {
	name := sheetWords["lists"][b.language]
	_, err := b.NewSheet(name)
	b.try(err)
	for i := range b.form.columns {
		c := &b.form.columns[i]
		if c.kind != aChoice {
			continue
		}
		labels := []any{}
		for _, choice := range c.choices(choices) {
			labels = append(labels, choice.label[b.language])
		}
		if c.mayBeUnknown() {
			labels = append(labels, unknownWords[b.language][0])
		}
		b.try(b.SetSheetCol(name, cellName(i, 1), &labels))
		list := excelize.NewDataValidation(true)
		list.Sqref = cellName(i, 2) + ":" + cellName(i, mostSheetRows+1)
		from, err := excelize.CoordinatesToCellName(i+1, 1, true)
		b.try(err)
		to, err := excelize.CoordinatesToCellName(i+1, len(labels), true)
		b.try(err)
		list.SetSqrefDropList("'" + name + "'!" + from + ":" + to)
		list.SetError(excelize.DataValidationErrorStyleWarning, c.label[b.language], c.hint[b.language])
		b.try(b.AddDataValidation(b.rows, list))
	}
	b.try(b.SetSheetVisible(name, false))
}
