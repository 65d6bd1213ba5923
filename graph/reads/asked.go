// Package reads answers public queries by plans: a validated document is compiled once, each level of its answer is read
// by one flat statement, and the JSON is written from the rows.
//
// What lies behind a field is said once, by its resolver. To learn it, a plan calls the resolver with a recorder in place
// of a loader: the resolver then tells what it would read, and reads nothing. A field whose resolver does something else
// is declined, and with it the whole document, which gqlgen answers. So do documents that can't be answered without an
// error: a plan never writes one.
package reads

import (
	"context"

	"mithaq/db"
)

// Asked is what a resolver would read.
type Asked struct {
	Kind     Kind
	Table    db.AnyTable    // of One, Rows and Row
	Relation db.AnyRelation // of List
	Key      int64          // of One and List: the key of the row, or of the parent
	Coverage db.Coverage    // of List: what is known of it

	Filter any       // of List and Rows
	Paging db.Paging // of List and Rows

	ID   *db.ID  // of Row: the row's
	Slug *string // of Row: the row's

	Find func(context.Context, *db.DB) (db.AnyTable, error) // of Rows: the table, where it has to be found out

	IDs  []db.ID         // of Nodes
	Each bool            // of Nodes: a list is asked for, not one
	Of   func(any) db.ID // of NodeOf: the id that a row names
}

// Kind says how rows are reached.
type Kind int

// A row by a foreign key, a list below a row, a whole table, a row by its name, the one row of a table, things by their
// ids, and the thing that a row names.
const (
	One Kind = iota
	List
	Rows
	Row
	Only
	Nodes
	NodeOf
)

// Recorder hears what resolvers would read.
type Recorder struct{ asked []Asked }

type recorderKey struct{}

// Record tells the recorder, where there is one, what is about to be read; it is then not to be read.
func Record(ctx context.Context, asked Asked) bool {
	r, recording := ctx.Value(recorderKey{}).(*Recorder)
	if recording {
		r.asked = append(r.asked, asked)
	}
	return recording
}
