package db

import "context"

// Register says what this database holds.
type Register struct {
	Kind     RegisterKind `db:"kind" see:"everyone"`
	Language Language     `db:"language" default:"FR" see:"everyone"`
}

// Registers holds one row at most.
var Registers = newTable[Register]("registers", by("register", false, "t.id", "bigint"), "id")

// Register gives what this database holds; nil while nothing has been imported.
func (d *DB) Register(ctx context.Context) (*Register, error) {
	return Registers.Only(ctx, d)
}

// HeldRegister is Register as the program's own pool sees it, which is never behind.
func (d *DB) HeldRegister(ctx context.Context) (*Register, error) {
	return (&DB{pool: d.pool, public: d.pool}).Register(ctx)
}

// BeginRegister says what this database holds from now on.
func (d *DB) BeginRegister(ctx context.Context, r Register) error {
	_, err := d.exec(ctx, "insert into registers (kind, language) values ($1, $2)", r.Kind, r.Language)
	return err
}
