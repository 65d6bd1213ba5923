package web

import "slices"

// told is what is wrong with a cell, as who sends the sheet is told.
type told struct {
	Row     int    `json:"row"`
	Column  string `json:"column,omitempty"`
	Cell    string `json:"cell,omitempty"`
	Field   string `json:"field"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
}

// number is how the file numbers a row.
func (r *reading) number(row int) int {
	if row == inHeader {
		return r.headerAt
	}
	return r.rows[row].number
}

// tell says a fault.
func (r *reading) tell(f cellFault) told {
	t := told{Row: r.number(f.row), Field: f.field, Reason: f.reason, Message: r.says(f)}
	switch {
	case f.at != nowhere:
		t.Column = r.header[f.at]
		if r.cellular {
			t.Cell = cellName(f.at, t.Row)
		}
	case f.column != nil && r.cellular:
		t.Column = f.column.label[r.language]
	case f.column != nil:
		t.Column = f.column.key
	}
	return t
}

// says says in words what is wrong with a cell, and what is allowed.
func (r *reading) says(f cellFault) string {
	cell := ""
	switch {
	case f.row == inHeader && f.at != nowhere:
		cell = r.header[f.at]
	case f.at != nowhere:
		cell = r.rows[f.row].cell(f.at)
	}
	allowed := ""
	if f.column != nil {
		allowed = r.allowed(f.column)
	}
	return sentence(f.reason, f.column, cell, allowed, r.language)
}

// allowed is what may stand in a column, in words, which are put together once.
func (r *reading) allowed(c *column) string {
	if r.permitted == nil {
		r.permitted = map[*column]string{}
	}
	if _, known := r.permitted[c]; !known {
		r.permitted[c] = c.allowed(r.choices, r.language)
	}
	return r.permitted[c]
}

// isBroken tells whether the columns themselves are wrong, so that no row can be taken.
func (r *reading) isBroken() bool {
	return slices.ContainsFunc(r.faults, func(f cellFault) bool { return f.row == inHeader })
}
