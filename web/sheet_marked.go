package web

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostComments are given to cells; what is wrong stands beside each row as well, however much there is.
const mostComments = 1000

// marked writes a copy of a sheet in which each faulty cell is coloured and says what is wrong and allowed. The last column
// says it of the whole row. Cells stand where they stood.
func (r *reading) marked() ([]byte, error) {
	b := newWorkbook(r.form, r.language)
	defer func() { _ = b.Close() }()
	wrong := map[[2]int]bool{}
	said := map[int][]string{}
	for i, f := range r.faults {
		text := r.says(f)
		if f.at != nowhere {
			wrong[[2]int{f.row, f.at}] = true
			if i < mostComments {
				b.comment(cellName(f.at, r.number(f.row)), text)
			}
		}
		said[f.row] = append(said[f.row], text)
	}
	m := &marking{workbook: b, reading: r, wrong: wrong, said: said, width: r.width()}
	m.out = b.begin(m.width + 1)
	m.bad = b.style(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFC7CE"}}, Font: &excelize.Font{Color: "9C0006"}})
	m.text, m.day = b.style(&excelize.Style{NumFmt: textFormat}), b.style(&excelize.Style{CustomNumFmt: &formatOfDays})
	m.row(inHeader, r.headerAt, r.header)
	for i, row := range r.rows {
		m.row(i, row.number, row.cells)
	}
	if b.err == nil {
		b.try(m.out.Flush())
	}
	if b.err != nil {
		return nil, b.err
	}
	var written bytes.Buffer
	err := b.Write(&written)
	return written.Bytes(), err
}

// marking is a marked copy that is being written.
type marking struct {
	*workbook
	*reading
	out            *excelize.StreamWriter
	wrong          map[[2]int]bool // by row and column
	said           map[int][]string
	width          int
	bad, text, day int
}

// row writes a row, with what is wrong with it in a further cell.
func (m *marking) row(row, number int, cells []string) {
	line := make([]any, m.width+1)
	for at := range m.width {
		line[at] = m.cell(row, at, cells)
	}
	beside := strings.Join(m.said[row], "\n")
	if row == inHeader {
		beside = sheetWords["mend"][m.reading.language]
		if len(m.said[row]) > 0 {
			m.comment(cellName(m.width, number), strings.Join(m.said[row], "\n"))
		}
	}
	line[m.width] = excelize.Cell{Value: filled(beside), StyleID: m.text}
	if m.err == nil {
		m.try(m.out.SetRow(cellName(0, number), line))
	}
}

func (m *marking) cell(row, at int, cells []string) excelize.Cell {
	cell := ""
	if at < len(cells) {
		cell = cells[at]
	}
	marked := excelize.Cell{Value: filled(harmless(cell)), StyleID: m.text}
	if c := m.columnAt(at); row != inHeader && c != nil && c.kind == aDay {
		if day := readDay(cell, m.since); day != "" {
			marked = excelize.Cell{Value: dayOf(day), StyleID: m.day}
		}
	}
	if m.wrong[[2]int{row, at}] {
		marked.StyleID = m.bad
	}
	return marked
}

func (r *reading) columnAt(at int) *column {
	if at < 0 || at >= len(r.columns) {
		return nil
	}
	return r.columns[at]
}

// width is how many columns the sheet has, without the one by which another marked copy said what was wrong.
func (r *reading) width() int {
	width := len(r.header)
	for _, row := range r.rows {
		width = max(width, len(row.cells))
	}
	if len(r.header) > 0 && width == len(r.header) && r.isMarking(r.header[width-1]) {
		width--
	}
	return width
}
