package registers

import (
	"context"
	"fmt"
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
	var w writer
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	err := d.InTx(ctx, actor, "import of "+strings.Join(names, ", "), func(tx *db.DB) error {
		w = writer{ctx: ctx, tx: tx, ids: map[string]map[string]int64{}, kept: map[db.RowRef]bool{}}
		if err := tx.LockForLong(ctx, "mithaq import"); err != nil {
			return err
		}
		if err := Check(ctx, tx, files); err != nil {
			return err
		}
		w.write(files)
		return w.err
	})
	return w.report, err
}

// write writes the files noun by noun, so that a row can point to one of any file, whatever their order.
func (w *writer) write(files []*File) {
	each := func(write func(*document)) {
		for _, f := range files {
			w.f = f
			write(&f.document)
		}
	}
	each(func(doc *document) { w.register(&doc.Register.Register) })
	each(w.sources)
	each(w.partners)
	each(w.ties)
	each(w.orientations)
	each(w.signings)
	each(w.conventions)
	each(func(*document) { w.vanished() })
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

func (w *writer) sources(doc *document) {
	for i := range doc.Sources {
		s := &doc.Sources[i].Source
		w.remember("sources", s.Slug, keep(w, db.Sources, s, "source "+s.Slug))
	}
}

func (w *writer) partners(doc *document) {
	for i := range doc.Partners {
		p := &doc.Partners[i]
		label := "partner " + p.Slug
		id := keep(w, db.Partners, &p.Partner, label)
		w.remember("partners", p.Slug, id)
		w.cite(label, p.Cite, func(c *db.Citation) { c.PartnerID = &id })
		for j := range p.Names {
			n := &p.Names[j]
			n.PartnerID = id
			name := keep(w, db.PartnerNames, &n.PartnerName, fmt.Sprintf("%s, name %d", label, n.Position))
			w.cite(fmt.Sprintf("%s, name %d", label, n.Position), n.Cite, func(c *db.Citation) { c.PartnerNameID = &name })
		}
	}
}

func (w *writer) ties(doc *document) {
	for i := range doc.Partners {
		times := map[string]int{} // how often each tie has come: two partners can be tied again later
		for j := range doc.Partners[i].Ties {
			t := &doc.Partners[i].Ties[j]
			tie := fmt.Sprintf("partner %s, %s %s", doc.Partners[i].Slug, t.Kind, w.slugOf(&t.PartnerTie))
			times[tie]++
			t.PartnerID, t.Position = w.known("partners")[doc.Partners[i].Slug], times[tie]
			id := keep(w, db.PartnerTies, &t.PartnerTie, fmt.Sprintf("%s, time %d", tie, t.Position))
			w.cite(tie, t.Cite, func(c *db.Citation) { c.PartnerTieID = &id })
		}
	}
}

func (w *writer) orientations(doc *document) {
	for i := range doc.Orientations {
		o := &doc.Orientations[i]
		label := "orientation " + o.Slug
		id := keep(w, db.Orientations, &o.Orientation, label)
		w.remember("orientations", o.Slug, id)
		w.cite(label, o.Cite, func(c *db.Citation) { c.OrientationID = &id })
	}
}

func (w *writer) signings(doc *document) {
	for i := range doc.Signings {
		s := &doc.Signings[i]
		label := "signing " + s.Slug
		id := keep(w, db.Signings, &s.Signing, label)
		w.remember("signings", s.Slug, id)
		w.cite(label, s.Cite, func(c *db.Citation) { c.SigningID = &id })
		w.link(label, "signing_orientations", "orientations", id, s.Orientations)
		for j := range s.Signatories {
			t := &s.Signatories[j]
			t.SigningID = id
			named := label + ", signatory " + t.Slug
			signatory := keep(w, db.Signatories, &t.Signatory, named)
			w.cite(named, t.Cite, func(c *db.Citation) { c.SignatoryID = &signatory })
		}
		w.commitments(s.Commitments, func(c *db.Commitment) { c.SigningID = &id })
		for j := range s.Claims {
			s.Claims[j].SigningID = id
			keep(w, db.Claims, &s.Claims[j].Claim, "claim "+s.Claims[j].Slug)
		}
	}
}

// conventions come after all signings, so that a commitment can be part of any signing's that is its own.
func (w *writer) conventions(doc *document) {
	for i := range doc.Signings {
		for j := range doc.Signings[i].Conventions {
			w.convention(w.known("signings")[doc.Signings[i].Slug], &doc.Signings[i].Conventions[j])
		}
	}
}

func (w *writer) convention(signing int64, c *convention) {
	c.SigningID = &signing
	label := "convention " + c.Slug
	id := keep(w, db.Conventions, &c.Convention, label)
	w.cite(label, c.Cite, func(cited *db.Citation) { cited.ConventionID = &id })
	w.link(label, "convention_orientations", "orientations", id, c.Orientations)
	w.link(label, "convention_regions", "regions", id, c.Regions)
	w.link(label, "convention_sectors", "sectors", id, c.Sectors)
	for i := range c.Parties {
		p := &c.Parties[i]
		p.ConventionID = id
		named := label + ", party " + p.Slug
		party := keep(w, db.Parties, &p.Party, named)
		w.cite(named, p.Cite, func(cited *db.Citation) { cited.PartyID = &party })
	}
	w.commitments(c.Commitments, func(commitment *db.Commitment) { commitment.ConventionID = &id })
}

func (w *writer) commitments(commitments []commitment, belong func(*db.Commitment)) {
	for i := range commitments {
		c := &commitments[i]
		belong(&c.Commitment)
		label := "commitment " + c.Slug
		id := keep(w, db.Commitments, &c.Commitment, label)
		w.remember("commitments", c.Slug, id)
		w.cite(label, c.Cite, func(cited *db.Citation) { cited.CommitmentID = &id })
		for j := range c.Targets {
			t := &c.Targets[j]
			t.CommitmentID = id
			version := fmt.Sprintf("%s, target %d", label, t.Version)
			target := keep(w, db.Targets, &t.Target, version)
			w.cite(version, t.Cite, func(cited *db.Citation) { cited.TargetID = &target })
		}
		settle(w, &c.Commitment)
	}
}

// cite writes the citations of one row. Each has its number among those of the same source, which stays when its fact
// or its place is corrected.
func (w *writer) cite(label string, citations []citation, subject func(*db.Citation)) {
	times := map[string]int{}
	for i := range citations {
		c := &citations[i].Citation
		source := w.slugOf(c)
		times[source]++
		c.Position = times[source]
		subject(c)
		keep(w, db.Citations, c, fmt.Sprintf("%s, citation %d of %s", label, c.Position, source))
	}
}
