package registers

import (
	"context"
	"maps"
	"reflect"
	"slices"

	"github.com/goccy/go-yaml/token"

	"mithaq/db"
)

// checkRow holds a row that has been read against the rules of its own, and notes the slug that it defines.
func (f *File) checkRow(row reflect.Value, given map[string]*token.Position, at *token.Position) {
	if checked, ok := row.Addr().Interface().(interface{ Check(func(string, string)) }); ok {
		checked.Check(func(column, message string) {
			place := at
			if given[column] != nil {
				place = given[column]
			}
			f.fault(place, "%s", message)
			if given[column] == nil {
				f.faults[len(f.faults)-1].key = column
			}
		})
	}
	defining := tableOf(row.Type())
	if defining == nil || nameOf(defining, row.Field(0)) == "" {
		return
	}
	table, name := defining.TableName(), nameOf(defining, row.Field(0))
	if f.defined[table] == nil {
		f.defined[table] = map[string]*token.Position{}
	}
	if first := f.defined[table][name]; first != nil {
		f.fault(given[defining.NameColumn()], "the %s %q is taken by another of the %s, in line %d", defining.NameColumn(), name, table, first.Line)
		return
	}
	f.defined[table][name] = given[defining.NameColumn()]
}

// Check tells all that is wrong in the files, read together with what the register holds already; nil when nothing is.
// It writes nothing.
func Check(ctx context.Context, d *db.DB, files []*File) error {
	var faults Faults
	known := map[string]map[string]bool{}
	for _, table := range db.NamedTables() {
		ids, err := d.Slugs(ctx, table)
		if err != nil {
			return err
		}
		known[table] = map[string]bool{}
		for slug := range ids {
			known[table][slug] = true
		}
		for _, f := range files {
			for slug := range f.defined[table] {
				known[table][slug] = true
			}
		}
	}
	checkOnce(files)
	for _, f := range files {
		for _, r := range f.refs {
			if r.slug != "" && !known[r.table][r.slug] {
				f.faultFor("reference_unknown", r.at, "%q is none of the %s; there are %s", r.slug, r.table, list(slices.Sorted(maps.Keys(known[r.table]))))
			}
		}
		faults = append(faults, f.faults.sorted()...)
	}
	if len(faults) > 0 {
		return faults
	}
	return nil
}

// checkOnce tells what may stand only once in all files together: a register's slug, and an enterprise's number.
func checkOnce(files []*File) {
	registers, enterprises := map[string]string{}, map[string]string{}
	for _, f := range files {
		if other, ok := registers[f.Register.Slug]; ok && f.Register.Slug != "" {
			f.fault(f.places[reflect.ValueOf(&f.Register).Pointer()], "%s is the register %q already; a register is one file", other, f.Register.Slug)
		}
		registers[f.Register.Slug] = f.Name
		for i := range f.Partners {
			p := &f.Partners[i]
			if p.ICE == nil {
				continue
			}
			if other, ok := enterprises[*p.ICE]; ok {
				f.fault(f.places[reflect.ValueOf(p).Pointer()], "the ICE %s is that of the partner %q too", *p.ICE, other)
			}
			enterprises[*p.ICE] = p.Slug
		}
	}
}
