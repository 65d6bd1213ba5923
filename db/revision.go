package db

import (
	"context"
	"encoding/json"
)

// RevisionState says where a revision stands.
type RevisionState string

// RevisionOperation says what a row of a revision does.
type RevisionOperation string

// ColumnKind says what may stand in a column of a table that is written by revisions.
type ColumnKind string

// Values lists the enum's values.
func (RevisionState) Values() []string {
	return []string{"DRAFT", "SCHEDULED", "PUBLISHED", "DISCARDED"}
}

// Values lists the enum's values.
func (RevisionOperation) Values() []string { return []string{"WRITE", "WITHDRAW"} }

// Values lists the enum's values.
func (ColumnKind) Values() []string {
	return []string{"TEXT", "ENUM", "BOOLEAN", "INTEGER", "FIGURE", "DAY", "PARTIAL_DATE", "MOMENT", "REFERENCE"}
}

// Revision is a draft of changes to the register, until it is published as a whole.
type Revision struct {
	Key         int64         `db:"id" see:"administrator"`
	Title       string        `db:"title" see:"administrator"`
	Register    *string       `db:"register" see:"administrator"`
	State       RevisionState `db:"state" see:"administrator"`
	Version     int           `db:"version" see:"administrator"`
	StartedByID int64         `db:"started_by" see:"administrator"`
	UndoesID    *int64        `db:"undoes_id" see:"administrator"`
	Reason      *string       `db:"reason" see:"administrator"`
	PublishAt   *Instant      `db:"publish_at" see:"administrator"`
	PublishedAt *Instant      `db:"published_at" see:"administrator"`

	PublishedByID *int64  `db:"published_by" see:"administrator"` // or who has had it scheduled
	Failure       JSON    `db:"failure" see:"administrator"`
	StartedAt     Instant `db:"created_at" made:"default" see:"administrator"`
}

// RevisionRow is one row of the register as it is to be, in the form of a register file.
type RevisionRow struct {
	Key        int64             `db:"id" see:"administrator"`
	RevisionID int64             `db:"revision_id" see:"administrator"`
	Position   int               `db:"position" see:"administrator"`
	Operation  RevisionOperation `db:"operation" see:"administrator"`
	Table      string            `db:"table_name" see:"administrator"`
	RowID      *int64            `db:"row_id" see:"administrator"`
	AboveTable *string           `db:"above_table" see:"administrator"`
	AboveID    *int64            `db:"above_id" see:"administrator"`
	AboveRowID *int64            `db:"above_row_id" see:"administrator"`
	Contents   JSON              `db:"contents" see:"administrator"`
	Base       JSON              `db:"base" see:"administrator"`
	Result     JSON              `db:"result" see:"administrator"`
	Version    int               `db:"version" see:"administrator"`
}

// RevisionFilter narrows the list of revisions; what is left zero asks for nothing.
type RevisionFilter struct {
	State RevisionState `where:"t.state = $"`
}

// The revisions, the latest first, and their rows in their order.
var (
	Revisions      = newTable[Revision]("revisions", by("revision", true, "t.id", "bigint")).apart()
	RevisionRows   = newTable[RevisionRow]("revision_rows", by("revision_row", false, "t.position", "int", "t.id", "bigint")).apart()
	RowsOfRevision = RevisionRows.of("t.revision_id")
)

// MostRevisionRows is how many rows a revision has at most: what will change is told whole.
const MostRevisionRows = 200

// ID names the revision.
func (r *Revision) ID() ID { return ID{"Revision", r.Key} }

// Faults are why it could not be published at its time.
func (r *Revision) Faults() []*Error {
	faults := []*Error{}
	_ = json.Unmarshal([]byte(r.Failure), &faults) // the program wrote it; of null there are none
	return faults
}

// ID names the row of the draft.
func (r *RevisionRow) ID() ID { return ID{"RevisionRow", r.Key} }

// SubjectID names the row of the register; nil of one that isn't there yet.
func (r *RevisionRow) SubjectID() *ID {
	if r.RowID == nil {
		return nil
	}
	return &ID{nodeType(r.Table), *r.RowID}
}

// OfID names what a new row belongs to: a row of the register, or one of the same draft.
func (r *RevisionRow) OfID() *ID {
	switch {
	case r.AboveRowID != nil:
		return &ID{"RevisionRow", *r.AboveRowID}
	case r.AboveID != nil:
		return &ID{nodeType(*r.AboveTable), *r.AboveID}
	}
	return nil
}

// Format is the form in which facts are written by hand, a register file's. Package registers knows it, and is handed over
// where the program is put together.
type Format interface {
	// Tables describes what can be written.
	Tables() []*EditableTable
	// Above gives the row that a row belongs to; none where it stands by itself.
	Above(ctx context.Context, tx *DB, row RowRef) (RowRef, error)
	// Row gives a row as a file has it, without what belongs to it; empty when there is none.
	Row(ctx context.Context, tx *DB, row RowRef) (JSON, error)
	// Check tells what is wrong with a row of a draft, read together with the draft's others.
	Check(ctx context.Context, tx *DB, row *RevisionRow, draft []*RevisionRow) (Faults, error)
	// Write writes the rows of a draft in the transaction, and tells of each what came of it, and what is wrong with it.
	Write(ctx context.Context, tx *DB, register string, rows []*RevisionRow) ([]*WrittenRow, error)
}

// WrittenRow is what came of a row of a draft.
type WrittenRow struct {
	Row           *RevisionRow
	Subject       RowRef
	Before, After JSON // as a file has it; empty where it isn't there
	Changed       []RowRef
	Faults        Faults
}

// EditableTable describes a table that is written by revisions.
type EditableTable struct {
	Name         string
	Noun         string // what one row is called
	NamedBy      *string
	Above        []string // the tables of what its rows belong to; none where they stand by themselves
	IsCited      bool     // a new row needs a citation
	IsWithdrawn  bool     // its rows can be withdrawn
	IsAppendOnly bool
	Columns      []*EditableColumn
}

// EditableColumn describes a column of such a table.
type EditableColumn struct {
	Name       string // dotted, within groups
	Kind       ColumnKind
	Values     []string // of an ENUM
	Reference  *string  // of a REFERENCE: the table whose slugs or codes stand here
	Rule       *string
	Default    *string
	IsRequired bool
	// Whether one of its group must be given.
	IsOfRequiredGroup bool

	IsList bool
	IsKey  bool // it tells the row apart, and stays as it was first written
}

// EditableTables lists the tables that revisions write.
func EditableTables(f Format) []EditableTable {
	tables := make([]EditableTable, 0, len(f.Tables()))
	for _, table := range f.Tables() {
		tables = append(tables, *table)
	}
	return tables
}

// editable finds the description of a table; nil when revisions don't write it.
func (d *DB) editable(name string) *EditableTable {
	for _, table := range d.Format.Tables() {
		if table.Name == name {
			return table
		}
	}
	return nil
}
