package registers

import (
	"context"
	"fmt"
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
	text := fmt.Sprintf("%d facts added, %d changed, %d as they were", r.Added, r.Changed, r.Unchanged)
	if len(r.Vanished) > 0 {
		text += fmt.Sprintf("\n%d vanished from the file and stay in the register: %s", len(r.Vanished), strings.Join(r.Vanished, ", "))
	}
	return text
}

// Import checks the files and writes them in one transaction, in which actor acts. What is wrong in them is told whole,
// as Faults, and then nothing is written.
func Import(ctx context.Context, d *db.DB, actor string, files ...*File) (Report, error) {
	var w writer
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	err := d.InTx(ctx, actor, "import of "+strings.Join(names, ", "), func(tx *db.DB) error {
		w = writer{ctx: ctx, tx: tx, ids: map[string]map[string]int64{}}
		if err := tx.Lock(ctx, "mithaq import"); err != nil {
			return err
		}
		if err := Check(ctx, tx, files); err != nil {
			return err
		}
		for _, f := range files {
			w.file(f)
		}
		return w.err
	})
	return w.report, err
}

// writer writes files; after its first error it does nothing more.
type writer struct {
	ctx    context.Context
	tx     *db.DB
	f      *File
	ids    map[string]map[string]int64 // primary keys by table and slug
	kept   map[db.RowRef]bool
	report Report
	err    error
}

func (w *writer) file(f *File) {
	w.f, w.kept = f, map[db.RowRef]bool{}
	for _, table := range []string{"regions", "sectors", "indicators"} {
		w.known(table)
	}
	w.register(&f.Register.Register)
	for i := range f.Sources {
		keep(w, db.Sources, &f.Sources[i].Source, f.Sources[i].Slug)
	}
	w.partners(f.Partners)
	for i := range f.Orientations {
		o := &f.Orientations[i]
		id := keep(w, db.Orientations, &o.Orientation, o.Slug)
		w.cite(o.Cite, func(c *db.Citation) { c.OrientationID = &id })
	}
	for i := range f.Signings {
		w.signing(&f.Signings[i])
	}
	w.vanished()
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

func (w *writer) partners(partners []partner) {
	for i := range partners {
		p := &partners[i]
		id := keep(w, db.Partners, &p.Partner, p.Slug)
		w.cite(p.Cite, func(c *db.Citation) { c.PartnerID = &id })
		for j := range p.Names {
			n := &p.Names[j]
			n.PartnerID = id
			name := keep(w, db.PartnerNames, &n.PartnerName, "")
			w.cite(n.Cite, func(c *db.Citation) { c.PartnerNameID = &name })
		}
	}
	for i := range partners { // ties come when both their ends are there
		for j := range partners[i].Ties {
			t := &partners[i].Ties[j]
			t.PartnerID = w.ids["partners"][partners[i].Slug]
			tie := keep(w, db.PartnerTies, &t.PartnerTie, "")
			w.cite(t.Cite, func(c *db.Citation) { c.PartnerTieID = &tie })
		}
	}
}

func (w *writer) signing(s *signing) {
	id := keep(w, db.Signings, &s.Signing, s.Slug)
	w.cite(s.Cite, func(c *db.Citation) { c.SigningID = &id })
	w.link("signing_orientations", "orientations", id, s.Orientations)
	for i := range s.Signatories {
		t := &s.Signatories[i]
		t.SigningID = id
		signatory := keep(w, db.Signatories, &t.Signatory, "")
		w.cite(t.Cite, func(c *db.Citation) { c.SignatoryID = &signatory })
	}
	w.commitments(s.Commitments, func(c *db.Commitment) { c.SigningID = &id })
	for i := range s.Conventions {
		s.Conventions[i].SigningID = &id
		w.convention(&s.Conventions[i])
	}
	for i := range s.Claims {
		s.Claims[i].SigningID = id
		keep(w, db.Claims, &s.Claims[i].Claim, s.Claims[i].Slug)
	}
}

func (w *writer) convention(c *convention) {
	id := keep(w, db.Conventions, &c.Convention, c.Slug)
	w.cite(c.Cite, func(cited *db.Citation) { cited.ConventionID = &id })
	w.link("convention_orientations", "orientations", id, c.Orientations)
	w.link("convention_regions", "regions", id, c.Regions)
	w.link("convention_sectors", "sectors", id, c.Sectors)
	for i := range c.Parties {
		p := &c.Parties[i]
		p.ConventionID = id
		party := keep(w, db.Parties, &p.Party, "")
		w.cite(p.Cite, func(cited *db.Citation) { cited.PartyID = &party })
	}
	w.commitments(c.Commitments, func(commitment *db.Commitment) { commitment.ConventionID = &id })
}

func (w *writer) commitments(commitments []commitment, belong func(*db.Commitment)) {
	for i := range commitments {
		c := &commitments[i]
		belong(&c.Commitment)
		id := keep(w, db.Commitments, &c.Commitment, c.Slug)
		w.cite(c.Cite, func(cited *db.Citation) { cited.CommitmentID = &id })
		for j := range c.Targets {
			t := &c.Targets[j]
			t.CommitmentID = id
			target := keep(w, db.Targets, &t.Target, "")
			w.cite(t.Cite, func(cited *db.Citation) { cited.TargetID = &target })
		}
	}
}

func (w *writer) cite(citations []citation, subject func(*db.Citation)) {
	for i := range citations {
		subject(&citations[i].Citation)
		keep(w, db.Citations, &citations[i].Citation, "")
	}
}

// keep writes one row after its foreign keys have been found, and remembers it under its slug.
func keep[T any](w *writer, table *db.Table[T], row *T, slug string) int64 {
	for _, r := range w.f.byRow[reflect.ValueOf(row).Pointer()] {
		w.fill(r)
	}
	if w.err != nil {
		return 0
	}
	id, change, err := table.Keep(w.ctx, w.tx, row)
	w.wrote(table.Name, id, change, err)
	if slug != "" {
		w.known(table.Name)
		w.ids[table.Name][slug] = id
	}
	return id
}

// fill sets a foreign key to the primary key of the row that its slug names.
func (w *writer) fill(r reference) {
	id := w.known(r.table)[r.slug]
	if r.into.Kind() == reflect.Pointer {
		r.into = r.into.Elem()
	}
	r.into.SetInt(id)
}

func (w *writer) link(table, to string, from int64, slugs []string) {
	for _, slug := range slugs {
		if w.err != nil {
			return
		}
		id, change, err := w.tx.Link(w.ctx, table, from, w.known(to)[slug])
		w.wrote(table, id, change, err)
	}
}

func (w *writer) wrote(table string, id int64, change db.Change, err error) {
	if err == nil {
		err = w.tx.KeptBy(w.ctx, w.f.Register.Slug, table, id)
	}
	if err != nil {
		w.err = fmt.Errorf("%s: %w", w.f.Name, err)
		return
	}
	w.kept[db.RowRef{Table: table, ID: id}] = true
	switch change {
	case db.Added:
		w.report.Added++
	case db.Changed:
		w.report.Changed++
	case db.Unchanged:
		w.report.Unchanged++
	}
}

// known gives the primary keys of a table's rows by slug, read once.
func (w *writer) known(table string) map[string]int64 {
	if w.ids[table] == nil && w.err == nil {
		w.ids[table], w.err = w.tx.Slugs(w.ctx, table)
	}
	return w.ids[table]
}

func (w *writer) vanished() {
	if w.err != nil {
		return
	}
	var held []db.RowRef
	held, w.err = w.tx.RowsOf(w.ctx, w.f.Register.Slug)
	for _, row := range held {
		if w.kept[row] {
			continue
		}
		name := fmt.Sprintf("%s %d", row.Table, row.ID)
		for slug, id := range w.ids[row.Table] {
			if id == row.ID {
				name = row.Table + " " + slug
			}
		}
		w.report.Vanished = append(w.report.Vanished, name)
	}
}
