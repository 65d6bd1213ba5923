package registers

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"

	"mithaq/db"
)

// Report says what an import did to the register, in rows.
type Report struct {
	Added, Changed, Unchanged int
	Vanished                  []string // rows that a file held once and holds no longer; they stay in the register
}

func (r Report) String() string {
	added := fmt.Sprintf("%d facts added", r.Added)
	if r.Added == 1 {
		added = "1 fact added"
	}
	text := fmt.Sprintf("%s, %d changed, %d as they were", added, r.Changed, r.Unchanged)
	const most = 20
	if n := len(r.Vanished); n > 0 {
		text += fmt.Sprintf("\n%d vanished from the file and stay in the register:\n  %s", n, strings.Join(r.Vanished[:min(n, most)], "\n  "))
		if n > most {
			text += fmt.Sprintf("\n  and %d more (does the file have the slug of another register?)", n-most)
		}
	}
	return text
}

// Import checks the files and writes them in one transaction, in which actor acts. What is wrong in them is told whole,
// as Faults, and then nothing is written.
func Import(ctx context.Context, d *db.DB, actor string, files ...*File) (Report, error) {
	return ImportResolving(ctx, d, actor, Resolve{}, files...)
}

// ImportResolving is Import where it is said whose side is taken of facts that were changed on the site since. Those of which
// it isn't are told as Faults, all of them, and then nothing is written either.
func ImportResolving(ctx context.Context, d *db.DB, actor string, resolve Resolve, files ...*File) (Report, error) {
	var w writer
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = filepath.Base(f.Name) // the reason is public, and where the file lay is nobody's business
	}
	err := d.InTx(ctx, actor, "import of "+strings.Join(names, ", "), func(tx *db.DB) error {
		w = writer{ctx: ctx, tx: tx, ids: map[string]map[string]int64{}, kept: map[db.RowRef]bool{}}
		if err := tx.LockForLong(ctx, db.ImportLock); err != nil {
			return err
		}
		if err := Check(ctx, tx, files); err != nil {
			return err
		}
		var err error
		if w.edits, err = readEdits(ctx, tx, resolve); err != nil {
			return err
		}
		w.write(files)
		if w.err == nil {
			w.err = w.edits.unresolved()
		}
		if w.err == nil {
			w.err = w.edits.settle(ctx, tx)
		}
		return w.err
	})
	return w.report, err
}

// write writes the files section by section, so that a row can point to one of any file, whatever their order.
func (w *writer) write(files []*File) {
	for _, w.f = range files {
		w.register(&w.f.Register.Register)
	}
	for section := range reflect.TypeFor[document]().NumField() {
		for _, w.f = range files {
			if list := reflect.ValueOf(&w.f.document).Elem().Field(section); list.Kind() == reflect.Slice {
				w.rows(list, above{})
			}
		}
		for len(w.later) > 0 {
			next := w.later[0]
			w.later = w.later[1:]
			next()
		}
	}
	for _, w.f = range files {
		w.vanished()
	}
}

func (w *writer) register(r *db.Register) {
	if w.err != nil {
		return
	}
	held, err := w.tx.Register(w.ctx)
	switch {
	case err != nil:
		w.err = err
	case held != nil && held.Kind != r.Kind:
		w.err = &db.Error{Code: db.CodeConflict, Reason: "register_kind", Message: fmt.Sprintf(
			"this database holds a %s register and %s is a %s one; import it into a database of its own", held.Kind, w.f.Name, r.Kind)}
	case held == nil:
		w.err = w.tx.BeginRegister(w.ctx, *r)
	}
}
