package registers

import (
	"reflect"
	"slices"
	"testing"

	"mithaq/db"
)

func TestFormatHoldsOnlyWhatEveryoneMaySeeAndEachListHasItsPlace(t *testing.T) {
	lists := 0
	var walk func(typ reflect.Type, of above)
	walk = func(typ reflect.Type, of above) {
		if table := tableOf(typ); table != nil {
			public := db.PublicColumns()[table.TableName()]
			for _, c := range table.Columns() {
				if !c.Computed && !slices.Contains(public, c.Name) {
					t.Errorf("%s.%s is private and would be in every register file", table.TableName(), c.Name)
				}
			}
			of = above{table: table}
		}
		for _, k := range keysOf(reflect.New(typ).Elem()) {
			if k.into.Kind() != reflect.Slice {
				continue
			}
			lists++
			if k.ref != "" {
				if db.PublicColumns()[of.links(k)] == nil {
					t.Errorf("there is no table of links %s", of.links(k))
				}
				continue
			}
			if below := tableOf(k.into.Type().Elem()); below == nil || of.table != nil && of.column(below) == nil {
				t.Errorf("the %s below %v belong to no table, or don't point to it", k.name, typ)
			}
			walk(k.into.Type().Elem(), of)
		}
	}
	walk(reflect.TypeFor[document](), above{})
	if lists < 30 {
		t.Errorf("only %d lists were looked at", lists)
	}
}
