package db

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// PublicChange is a change of a published fact: what it was, what it is, and why. Additions are none: a row says itself
// when it last changed.
type PublicChange struct {
	Key        int64   `db:"id" see:"everyone"`
	HappenedAt Instant `db:"changed_at" see:"everyone"`
	Table      string  `db:"table_name" see:"everyone"`
	RowID      int64   `db:"subject_id" see:"everyone"`
	Removed    bool    `db:"removed" see:"everyone"`
	Cause      string  `db:"cause" see:"everyone"`
	Before     JSON    `db:"before_public" see:"everyone"`
	After      JSON    `db:"after_public" see:"everyone"`
}

// ChangeFilter narrows the list of changes.
type ChangeFilter struct {
	Since Instant `where:"t.changed_at >= $::timestamptz"`
	Until Instant `where:"t.changed_at < $::timestamptz"`
}

// PublicChanges are the changes of published facts, the latest first.
var PublicChanges = newTable[PublicChange]("public_changes", fromTop("CHANGED_AT", "t.changed_at", "timestamptz", "t.id", "bigint"))

// publicHistory is the history without what isn't public: of the tables of published facts, the columns that everyone may
// read. Tables of which everyone reads only some rows have none.
func publicHistory() string {
	var shown, tables []string
	for _, table := range everyTable {
		if table.isHidden() || table.viewed() != nil || nodeType(table.TableName()) == "" || table.TableName() == PublicChanges.Name {
			continue
		}
		var columns []string
		for _, c := range table.Columns() {
			if c.See == everyone && c.Name != "id" && c.Name != "position" && c.Name != "updated_at" {
				columns = append(columns, "'"+c.Name+"'")
			}
		}
		if len(columns) > 0 {
			shown = append(shown, fmt.Sprintf("('%s', array[%s])", table.TableName(), strings.Join(columns, ", ")))
			tables = append(tables, "'"+table.TableName()+"'")
		}
	}
	slices.Sort(shown)
	slices.Sort(tables)
	return `select c.id, c.changed_at, c.table_name, c.row_id as subject_id, c.kind = 'DELETE' as removed, c.reason as cause,
  b.kept as before_public, a.kept as after_public
from changes c
join (values ` + strings.Join(shown, ", ") + `) p (table_name, columns) on p.table_name = c.table_name
cross join lateral (select jsonb_object_agg(e.key, e.value) as kept from jsonb_each(c.before) e where e.key = any(p.columns)) b
cross join lateral (select jsonb_object_agg(e.key, e.value) as kept from jsonb_each(c.after) e where e.key = any(p.columns)) a
where b.kept is not null
  and c.table_name in (` + strings.Join(tables, ", ") + `)` // said again, so that the index of these tables alone serves
}

// ID names the change.
func (c *PublicChange) ID() ID { return ID{"Change", c.Key} }

// IsNode says that the change can be asked for by its id.
func (*PublicChange) IsNode() {}

// SubjectID names the row that changed.
func (c *PublicChange) SubjectID() ID { return ID{nodeType(c.Table), c.RowID} }

// FieldChange is what one field was and is: as text, and, where the field names another row, that row.
type FieldChange struct {
	Field    string
	Old, New *string
	OldID    *ID
	NewID    *ID
}

// Fields lists what changed, by name. Of a row that was removed, all that it said.
func (c *PublicChange) Fields() []*FieldChange {
	before, after := c.Before.values(), c.After.values()
	fields := make([]*FieldChange, 0, len(before))
	for name, old := range before {
		f := &FieldChange{Field: strings.TrimSuffix(name, "_id"), Old: textOf(old), New: textOf(after[name])}
		if noun := referredType(name); noun != "" {
			f.OldID, f.NewID = idOf(noun, old), idOf(noun, after[name])
			f.Old, f.New = nil, nil
		}
		if f.Old != nil || f.New != nil || f.OldID != nil || f.NewID != nil {
			fields = append(fields, f)
		}
	}
	slices.SortFunc(fields, func(a, b *FieldChange) int { return cmp.Compare(a.Field, b.Field) })
	return fields
}

func (j JSON) values() map[string]json.RawMessage {
	values := map[string]json.RawMessage{}
	_ = json.Unmarshal([]byte(j), &values) // PostgreSQL wrote it; of null there are none
	return values
}

// textOf gives a value as text, nil for null.
func textOf(value json.RawMessage) *string {
	var text *string
	if json.Unmarshal(value, &text) == nil || len(value) == 0 {
		return text
	}
	plain := string(value)
	return &plain
}

func idOf(noun string, value json.RawMessage) *ID {
	var key *int64
	if len(value) == 0 || json.Unmarshal(value, &key) != nil || key == nil {
		return nil
	}
	return &ID{noun, *key}
}

// namedOtherwise are the foreign keys that aren't called after the type of the row that they name.
var namedOtherwise = map[string]string{"other_id": "Partner", "part_of_id": "Commitment"}

// referredType gives the type of the rows that a column names; empty when it names none.
func referredType(column string) string {
	stem, isKey := strings.CutSuffix(column, "_id")
	for noun := range nodes {
		if isKey && strings.ReplaceAll(stem, "_", "") == strings.ToLower(noun) {
			return noun
		}
	}
	return namedOtherwise[column]
}

// citationsOf are the citations of each table's rows, by their key.
var citationsOf = map[string]*Relation[Citation]{}

func init() {
	for _, c := range Citations.columns {
		if noun := referredType(c.Name); noun != "" && noun != "Source" {
			citationsOf[nodes[noun].name] = Citations.of("t." + c.Name)
		}
	}
}

// CitationsOf gives the citations of a table's rows. Sources and claims have none: they are cited themselves.
func CitationsOf(table string) *Relation[Citation] {
	if of := citationsOf[table]; of != nil {
		return of
	}
	return Uncited
}

var Uncited = Citations.of("null::bigint")
