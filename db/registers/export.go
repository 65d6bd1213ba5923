package registers

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"mithaq/db"
)

// Exported is a register as a file that Import reads.
type Exported struct {
	Slug string
	Text []byte
}

// Export gives the register with that slug; without one, the only register that there is. The same facts give the same
// bytes.
func Export(ctx context.Context, d *db.DB, slug string) (Exported, error) {
	exported, err := export(ctx, d, func(held []string) ([]string, error) {
		switch {
		case slug == "" && len(held) > 1:
			return nil, fmt.Errorf("this database holds several registers; say which: %s", list(held))
		case slug != "" && !slices.Contains(held, slug):
			return nil, fmt.Errorf("there is no register %q here; there are %s", slug, list(held))
		case slug != "":
			return []string{slug}, nil
		}
		return held, nil
	})
	if err != nil {
		return Exported{}, err
	}
	return exported[0], nil
}

// ExportAll gives every register, all as they were at one moment.
func ExportAll(ctx context.Context, d *db.DB) ([]Exported, error) {
	return export(ctx, d, func(held []string) ([]string, error) { return held, nil })
}

func export(ctx context.Context, d *db.DB, choose func(held []string) ([]string, error)) ([]Exported, error) {
	var exported []Exported
	err := d.InSnapshot(ctx, func(tx *db.DB) error {
		held, err := tx.RegisterFiles(ctx)
		if err == nil && len(held) == 0 {
			err = fmt.Errorf("this database holds no register yet, so there is nothing to export; import one first")
		}
		if err != nil {
			return err
		}
		chosen, err := choose(held)
		for _, slug := range chosen {
			e := newExporter(ctx, tx, slug)
			exported = append(exported, Exported{slug, e.export()})
			if e.err != nil {
				return e.err
			}
		}
		return err
	})
	return exported, err
}

// exporter reads what one register file holds; after its first error it reads nothing more.
type exporter struct {
	ctx      context.Context
	tx       *db.DB
	register string
	held     map[string][]db.HeldRow           // rows by table
	under    map[string]map[int64][]db.HeldRow // the same by table, table above, and the key there
	names    map[string]map[int64]string       // slugs by table and primary key
	err      error
}

func newExporter(ctx context.Context, tx *db.DB, register string) *exporter {
	return &exporter{ctx: ctx, tx: tx, register: register, held: map[string][]db.HeldRow{},
		under: map[string]map[int64][]db.HeldRow{}, names: map[string]map[int64]string{}}
}

func (e *exporter) export() []byte {
	var doc document
	kind, err := e.tx.Register(e.ctx)
	if err != nil {
		e.err = err
		return nil
	}
	doc.Register = register{e.register, *kind}
	e.below(reflect.ValueOf(&doc).Elem(), above{})
	return e.text(&doc)
}

// below reads the lists that belong to a row.
func (e *exporter) below(value reflect.Value, of above) {
	for _, k := range keysOf(value) {
		switch {
		case k.into.Kind() != reflect.Slice:
		case k.ref != "":
			k.into.Set(reflect.ValueOf(e.links(of, k)))
		default:
			e.rows(k.into, of)
		}
	}
}

func (e *exporter) rows(list reflect.Value, of above) {
	typ := list.Type().Elem()
	table := tableOf(typ)
	found := e.rowsUnder(table, of)
	list.Set(reflect.MakeSlice(list.Type(), len(found), len(found)))
	for i, row := range found {
		list.Index(i).Field(0).Set(reflect.ValueOf(row.Row).Elem())
		e.below(list.Index(i), above{table: table, id: row.ID})
	}
}

// rowsUnder gives the rows of a table that belong to one row. What no file holds goes with the row that it belongs to;
// what belongs to none is then the reference lists', which every database has.
func (e *exporter) rowsUnder(table db.AnyTable, of above) []db.HeldRow {
	place := fmt.Sprint(table.TableName(), of.column(table))
	if e.under[place] == nil {
		e.under[place] = map[int64][]db.HeldRow{}
		for _, row := range e.heldRows(table) {
			if id, ok := of.keyIn(table, row); ok {
				e.under[place][id] = append(e.under[place][id], row)
			}
		}
	}
	return e.under[place][of.id]
}

// heldRows reads a table once.
func (e *exporter) heldRows(table db.AnyTable) []db.HeldRow {
	name := table.TableName()
	if e.held[name] == nil && e.err == nil {
		e.held[name], e.err = table.HeldRows(e.ctx, e.tx, e.register)
	}
	return e.held[name]
}

func (e *exporter) links(of above, k key) []string {
	place := of.links(k)
	if e.under[place] == nil && e.err == nil {
		var found []db.HeldLink
		found, e.err = e.tx.HeldLinks(e.ctx, place, e.register)
		e.under[place] = map[int64][]db.HeldRow{}
		for _, link := range found {
			e.under[place][link.From] = append(e.under[place][link.From], db.HeldRow{ID: link.To})
		}
	}
	slugs := make([]string, 0, len(e.under[place][of.id]))
	for _, to := range e.under[place][of.id] {
		slugs = append(slugs, e.name(k.ref, to.ID))
	}
	slices.Sort(slugs)
	return slugs
}

// name gives the slug or code of a row of a table.
func (e *exporter) name(table string, id int64) string {
	if e.names[table] == nil && e.err == nil {
		var ids map[string]int64
		ids, e.err = e.tx.Slugs(e.ctx, table)
		e.names[table] = make(map[int64]string, len(ids))
		for slug, id := range ids {
			e.names[table][id] = slug
		}
	}
	return e.names[table][id]
}

// text writes a document, with what it is before it and a line's space between its parts.
func (e *exporter) text(doc *document) []byte {
	var text strings.Builder
	fmt.Fprintf(&text, "# The register %s, as `mithaq export` writes it and `mithaq import` reads it.\n", doc.Register.Slug)
	for _, k := range keysOf(reflect.ValueOf(doc).Elem()) {
		if lines := e.entry(k); lines != nil {
			text.WriteString("\n" + strings.Join(lines, "\n") + "\n")
		}
	}
	return []byte(text.String())
}
