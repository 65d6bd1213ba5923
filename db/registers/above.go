package registers

import (
	"reflect"
	"strings"

	"mithaq/db"
)

// tableOf gives the table of a struct of the format, which embeds its row first; nil for a struct that is none.
func tableOf(typ reflect.Type) db.AnyTable {
	if typ.NumField() > 0 && typ.Field(0).Anonymous {
		return db.TableOf(typ.Field(0).Type)
	}
	return nil
}

// above is the row to which a list of the format belongs. It is empty for the lists of the document.
type above struct {
	table db.AnyTable
	id    int64
	label string // what a report calls it
}

// column gives where the rows of a table below keep the key of the one above; nil where there is none above.
func (a above) column(below db.AnyTable) []int {
	for _, c := range below.Columns() {
		if a.table != nil && c.Name == a.table.Singular()+"_id" {
			return c.Index
		}
	}
	return nil
}

// keyIn gives the key of the one above as a row below keeps it. What the document itself lists is only what it holds.
func (a above) keyIn(below db.AnyTable, row db.HeldRow) (int64, bool) {
	if a.table == nil {
		return 0, row.Held
	}
	key := reflect.Indirect(reflect.ValueOf(row.Row).Elem().FieldByIndex(a.column(below)))
	if !key.IsValid() {
		return 0, false
	}
	return key.Int(), true
}

// links gives the table of the links that are listed below.
func (a above) links(k key) string { return a.table.Singular() + "_" + k.name }

// noun says what a row of a table is called below this one: a partner's partner_name is its name.
func (a above) noun(below db.AnyTable) string {
	noun := below.Singular()
	if a.table != nil {
		noun = strings.TrimPrefix(noun, a.table.Singular()+"_")
	}
	return strings.ReplaceAll(noun, "_", " ")
}

// nameOf gives the slug or code of a row; empty where none names it.
func nameOf(table db.AnyTable, row reflect.Value) string {
	if table.NameColumn() == "" {
		return ""
	}
	return row.FieldByIndex(table.KeyColumns()[0].Index).String()
}

// setKey sets a foreign key, which may be one that can be missing.
func setKey(into reflect.Value, id int64) {
	if into.Kind() == reflect.Pointer {
		into.Set(reflect.ValueOf(&id))
		return
	}
	into.SetInt(id)
}
