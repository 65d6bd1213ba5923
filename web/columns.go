package web

import (
	"slices"
	"strings"

	"mithaq/db"
)

// form is what a sheet declares: its columns, in the order in which they are downloaded, and what a row of it is.
type form struct {
	name      words // of the sheet within a workbook
	columns   []column
	prefilled string                                         // the column that the template has filled in
	begin     func(row any)                                  // what a row is before its cells are read; may be nil
	reads     func(r *reading, row sheetRow, c *column) bool // whether a column is read of a row; nil: each is
}

// column is one column of a sheet, described once: what is downloaded, how it is read and what is said of its faults are made
// from this.
type column struct {
	key      string // the API's field of a row
	kind     columnKind
	required bool
	label    words
	hint     words // what stands there
	example  words
	values   []value                       // of an enum, in their order
	listed   func(*db.Choices) []db.Choice // of what the register lists
	cell
}

// cell is the field of a row that a column's cells hold.
type cell struct {
	get func(row any) string // the code, or the text; empty where it isn't known
	set func(row any, to string)
}

// cellOf is a field of rows of a type, which are handed on by their addresses.
func cellOf[T any](get func(*T) string, set func(row *T, to string)) cell {
	return cell{func(row any) string { return get(row.(*T)) }, func(row any, to string) { set(row.(*T), to) }}
}

// given is a field that a row always has.
func given[Row any, T ~string](field func(*Row) *T) cell {
	return cellOf(
		func(in *Row) string { return string(*field(in)) },
		func(in *Row, to string) { *field(in) = T(to) },
	)
}

// mayBe is a field of a row that may be unknown.
func mayBe[Row any, T ~string](field func(*Row) **T) cell {
	return cellOf(
		func(in *Row) string { return textOf(*field(in)) },
		func(in *Row, to string) { *field(in) = optional[T](to) },
	)
}

// ofPerson is a field of who is in a job, that may be unknown.
func ofPerson[T ~string](field func(*db.PersonInput) **T) cell {
	return cellOf(
		func(in *db.JobInput) string { p := personOf(in); return textOf(*field(&p)) },
		func(in *db.JobInput, to string) { *field(person(in)) = optional[T](to) },
	)
}

// columnKind says what the cells of a column are.
type columnKind int

const (
	aText columnKind = iota
	aChoice
	aDay
	aYear
)

// value is one of an enum's.
type value struct {
	code  string
	label words
}

// same are words that are the same in every language.
func same(text string) words { return words{db.FR: text, db.AR: text, db.EN: text} }

// unknownWords are what stands for not known, the first of them where it is given to choose.
var unknownWords = map[db.Language][]string{
	db.FR: {"non connu", "non connue", "inconnu", "inconnue"},
	db.AR: {"غير معروف", "غير معروفة"},
	db.EN: {"not known", "unknown"},
}

// optional gives a field that a cell sets, nil for an empty one.
func optional[T ~string](to string) *T {
	if to == "" {
		return nil
	}
	v := T(to)
	return &v
}

// textOf is a field as a cell has it.
func textOf[T ~string](field *T) string {
	if field == nil || *field == "UNKNOWN" {
		return ""
	}
	return string(*field)
}

// personOf is who is in a job, to be read.
func personOf(in *db.JobInput) db.PersonInput {
	if in.Person == nil {
		return db.PersonInput{}
	}
	return *in.Person
}

// person is who is in a job, to be written.
func person(in *db.JobInput) *db.PersonInput {
	if in.Person == nil {
		in.Person = new(db.PersonInput)
	}
	return in.Person
}

// columnOf gives the column of a field; nil where there is none.
func (f *form) columnOf(field string) *column {
	return f.first(func(c *column) bool { return c.key == field })
}

// headed gives the column that is called so; nil for none.
func (f *form) headed(name string) *column {
	return f.first(func(c *column) bool { return c.named(name) })
}

func (f *form) first(is func(c *column) bool) *column {
	for i := range f.columns {
		if is(&f.columns[i]) {
			return &f.columns[i]
		}
	}
	return nil
}

// mayBeUnknown tells whether a column's cells may say that something isn't known, where that isn't a value like another.
func (c *column) mayBeUnknown() bool {
	return !c.required && !slices.ContainsFunc(c.values, func(v value) bool { return v.code == "NOT_KNOWN" })
}

// named tells whether a column is called so: by its label in any language, or by the API.
func (c *column) named(header string) bool {
	names := []string{c.key, c.key[strings.LastIndex(c.key, ".")+1:], c.label[db.FR], c.label[db.AR], c.label[db.EN]}
	return slices.ContainsFunc(names, func(name string) bool { return fold(name) == fold(header) })
}

// choices are what can be chosen in a column: codes with what they are called.
func (c *column) choices(of *db.Choices) []value {
	if c.listed == nil {
		return c.values
	}
	var all []value
	for _, choice := range c.listed(of) {
		label := words{}
		for _, language := range spoken {
			label[language] = choice.Named.Localized(&language).Value
		}
		all = append(all, value{choice.Code, label})
	}
	return all
}

// allowed says what may stand in a column, in words.
func (c *column) allowed(of *db.Choices, language db.Language) string {
	switch c.kind {
	case aDay:
		return sheetWords["day"][language]
	case aYear:
		return sheetWords["year"][language]
	case aText:
		return sheetWords["text"][language]
	}
	var labels []string
	for _, choice := range c.choices(of) {
		labels = append(labels, choice.label[language])
	}
	if c.mayBeUnknown() {
		labels = append(labels, unknownWords[language][0])
	}
	return strings.Join(labels, sheetWords["between"][language])
}
