package registers

import (
	"encoding"
	"reflect"
	"slices"
	"strings"

	"mithaq/db"
)

// Form is the form of register files, as db.Format: what a revision writes, row by row.
type Form struct{}

// shape is how rows of a table stand in a register file.
type shape struct {
	typ   reflect.Type
	table db.AnyTable
	above []db.AnyTable // of what they are listed below; none of what the document itself lists
	needs []db.AnyTable // of what at least one is listed below them, beside citations
}

var shapes, described = shapesAndTables()

func shapesAndTables() ([]*shape, []*db.EditableTable) {
	var all []*shape
	gatherShapes(reflect.TypeFor[document](), nil, &all)
	for _, s := range all {
		if s.table == db.AnyTable(db.Citations) { // they support rows of the reference lists too, which are in no file
			s.above = append(s.above, db.Regions, db.Sectors)
		}
	}
	tables := make([]*db.EditableTable, len(all))
	for i, s := range all {
		tables[i] = s.describe()
	}
	return all, tables
}

// gatherShapes walks the format as Import does.
func gatherShapes(typ reflect.Type, above db.AnyTable, all *[]*shape) {
	for field := range typ.Fields() {
		if field.Type.Kind() != reflect.Slice || field.Type.Elem().Kind() != reflect.Struct || tableOf(field.Type.Elem()) == nil {
			continue
		}
		row := field.Type.Elem()
		table := tableOf(row)
		i := slices.IndexFunc(*all, func(s *shape) bool { return s.table == table })
		if i < 0 {
			i = len(*all)
			*all = append(*all, &shape{typ: row, table: table})
		}
		s := (*all)[i]
		if above != nil {
			s.above = append(s.above, above)
		}
		if len(s.above) < 2 {
			gatherShapes(row, table, all)
			s.needs = neededBelow(row)
		}
	}
}

// neededBelow lists the tables of the lists that must not be empty.
func neededBelow(row reflect.Type) []db.AnyTable {
	var needed []db.AnyTable
	for field := range row.Fields() {
		if field.Tag.Get("required") != "" && field.Name != "Cite" && field.Type.Kind() == reflect.Slice {
			needed = append(needed, tableOf(field.Type.Elem()))
		}
	}
	return needed
}

func shapeOf(table string) *shape {
	i := slices.IndexFunc(shapes, func(s *shape) bool { return s.table.TableName() == table })
	if i < 0 {
		return nil
	}
	return shapes[i]
}

// Tables describes what can be written.
func (Form) Tables() []*db.EditableTable { return described }

func (s *shape) describe() *db.EditableTable {
	row := reflect.New(s.typ).Elem()
	t := &db.EditableTable{Name: s.table.TableName(), Noun: strings.ReplaceAll(s.table.Singular(), "_", " "), Above: []string{},
		IsCited: row.FieldByName("Cite").IsValid(), IsWithdrawn: withdrawalOf(row.Field(0)).IsValid(), IsAppendOnly: db.IsAppendOnly(s.table)}
	if name := s.table.NameColumn(); name != "" {
		t.NamedBy = &name
	}
	for _, above := range s.above {
		t.Above = append(t.Above, above.TableName())
	}
	var identifying []string
	for _, c := range s.table.KeyColumns() {
		identifying = append(identifying, strings.TrimSuffix(c.Name, "_id"))
	}
	for _, k := range ownKeys(row) {
		if k.name != "cite" {
			t.Columns = append(t.Columns, columnsOf(k, "", slices.Contains(identifying, k.name), false)...)
		}
	}
	return t
}

// ownKeys are the keys of a row that aren't lists of rows of their own; but of its citations.
func ownKeys(row reflect.Value) []key {
	return slices.DeleteFunc(keysOf(row), func(k key) bool {
		return k.into.Kind() == reflect.Slice && k.into.Type().Elem().Kind() == reflect.Struct && k.name != "cite"
	})
}

// columnsOf describes what stands under a key; of a group of columns, each.
func columnsOf(k key, prefix string, identifies, needed bool) []*db.EditableColumn {
	if k.into.Kind() == reflect.Pointer {
		k.into = reflect.New(k.into.Type().Elem()).Elem()
	}
	if isMapping(k.into) {
		var columns []*db.EditableColumn
		for _, inner := range keysOf(k.into) {
			columns = append(columns, columnsOf(inner, prefix+k.name+".", identifies, k.required && k.group)...)
		}
		return columns
	}
	c := &db.EditableColumn{Name: prefix + k.name, IsRequired: k.required, IsOfRequiredGroup: needed, IsList: k.into.Kind() == reflect.Slice, IsKey: identifies,
		Values: []string{}, Reference: given(k.ref), Rule: given(k.rule), Default: given(k.fallback)}
	c.Kind, c.Values = kindAndValues(k)
	return []*db.EditableColumn{c}
}

func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// kindAndValues says what a value may be.
func kindAndValues(k key) (db.ColumnKind, []string) {
	none := []string{}
	switch v := k.into.Addr().Interface().(type) {
	case *db.Figure:
		return "FIGURE", none
	case *db.Date:
		return "DAY", none
	case *db.PartialDate:
		return "PARTIAL_DATE", none
	case *db.Instant:
		return "MOMENT", none
	case interface{ Values() []string }:
		return "ENUM", v.Values()
	case encoding.TextUnmarshaler:
		return "TEXT", none
	}
	switch {
	case k.ref != "":
		return "REFERENCE", none
	case k.into.Kind() == reflect.Bool:
		return "BOOLEAN", none
	case k.into.Kind() == reflect.Int, k.into.Kind() == reflect.Int64:
		return "INTEGER", none
	}
	return "TEXT", none
}

// withdrawalOf finds the column by which a row says that it is withdrawn; no value where it can't be.
func withdrawalOf(row reflect.Value) reflect.Value {
	for _, name := range []string{"WithdrawnAt", "WithdrawnOn"} {
		if field := row.FieldByName(name); field.IsValid() {
			return field
		}
	}
	return reflect.Value{}
}
