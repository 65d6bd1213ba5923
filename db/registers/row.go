package registers

import (
	"context"
	"encoding/json"
	"maps"
	"reflect"
	"slices"

	"mithaq/db"
)

// Row gives a row as a file has it, without what belongs to it; empty when there is none.
func (Form) Row(ctx context.Context, tx *db.DB, row db.RowRef) (db.JSON, error) {
	s := shapeOf(row.Table)
	if s == nil {
		return "", nil
	}
	held, err := s.load(ctx, tx, row.ID)
	if err != nil || !held.IsValid() {
		return "", err
	}
	e := newExporter(ctx, tx, "")
	value := reflect.New(s.typ).Elem()
	value.Field(0).Set(held)
	for _, k := range keysOf(value) {
		if k.ref != "" && k.into.Kind() == reflect.Slice {
			slugs, err := e.linked(above{table: s.table, id: row.ID}, k)
			if err != nil {
				return "", err
			}
			k.into.Set(reflect.ValueOf(slugs))
		}
	}
	text, err := json.Marshal(e.object(ownKeys(value)))
	if e.err != nil {
		err = e.err
	}
	return db.JSON(text), err
}

// Above gives the row that a row belongs to; none where it stands by itself.
func (Form) Above(ctx context.Context, tx *db.DB, row db.RowRef) (db.RowRef, error) {
	s := shapeOf(row.Table)
	if s == nil {
		return db.RowRef{}, nil
	}
	of, err := s.aboveOf(ctx, tx, row.ID)
	if err != nil || of.table == nil {
		return db.RowRef{}, err
	}
	return db.RowRef{Table: of.table.TableName(), ID: of.id}, nil
}

// load reads a row of the table; no value when there is none.
func (s *shape) load(ctx context.Context, tx *db.DB, id int64) (reflect.Value, error) {
	found, err := s.table.Rows(ctx, tx, []int64{id})
	if err != nil {
		return reflect.Value{}, err
	}
	return reflect.ValueOf(found[id]).Elem(), nil
}

// linked gives the slugs of what a row is tied to.
func (e *exporter) linked(of above, k key) ([]string, error) {
	keys, err := e.tx.Linked(e.ctx, of.links(k), of.id)
	slugs := make([]string, 0, len(keys))
	for _, key := range keys {
		slugs = append(slugs, e.name(k.ref, key))
	}
	slices.Sort(slugs)
	return slugs, err
}

// object is entry for JSON: what stands under keys, without what is left out as in a file.
func (e *exporter) object(keys []key) map[string]any {
	object := map[string]any{}
	for _, k := range keys {
		switch {
		case k.name == "cite":
		case k.into.Kind() == reflect.Slice:
			if k.into.Len() > 0 {
				object[k.name] = k.into.Interface()
			}
		case isMapping(k.into):
			if inner := e.object(keysOf(k.into)); len(inner) > 0 {
				object[k.name] = inner
			}
		default:
			if value := e.value(k); value != nil && value != k.fallback {
				object[k.name] = value
			}
		}
	}
	return object
}

// value is a single value for JSON; nil when there is none.
func (e *exporter) value(k key) any {
	value := reflect.Indirect(k.into)
	if !value.IsValid() {
		return nil
	}
	if k.ref != "" {
		return e.name(k.ref, value.Int())
	}
	switch value.Kind() {
	case reflect.Bool, reflect.Int, reflect.Int64:
		return value.Interface()
	case reflect.String:
		if value.String() == "" {
			return nil
		}
		return value.String()
	}
	return e.scalar(k)
}

// Check tells what is wrong with a row of a draft, read together with the draft's others.
func (Form) Check(ctx context.Context, tx *db.DB, row *db.RevisionRow, draft []*db.RevisionRow) (db.Faults, error) {
	s := shapeOf(row.Table)
	f, _ := readRow(s, row.Contents, row.RowID != nil)
	for _, r := range f.refs {
		known, err := tx.Slugs(ctx, r.table)
		if err != nil {
			return nil, err
		}
		for _, other := range draft {
			if other.Table == r.table && other.RowID == nil {
				known[nameIn(other)] = 0
			}
		}
		if _, there := known[r.slug]; !there {
			f.faultFor("reference_unknown", r.at, "%q is none of the %s; there are %s", r.slug, r.table, list(slices.Sorted(maps.Keys(known))))
		}
	}
	return f.problems(), nil
}

// nameIn gives the slug or code that a row of a draft defines.
func nameIn(row *db.RevisionRow) string {
	var named struct{ Slug, Code string }
	_ = json.Unmarshal([]byte(row.Contents), &named) // what can't be read defines nothing
	return named.Slug + named.Code
}
