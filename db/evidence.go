package db

import (
	"context"
	"strings"
)

// Evidence is what a partner names to prove what it declares: a document by its kind and in words, of the whole declaration or of
// one row. Its words may say who somebody is.
type Evidence struct {
	Key           int64  `db:"id" see:"partner officer auditor"`
	DeclarationID int64  `db:"declaration_id" see:"partner officer auditor"`
	RowID         *int64 `db:"row_id" see:"partner officer auditor"`
	RegionID      *int64 `db:"region_id" sql:"(select r.region_id from declaration_rows r where r.id = t.row_id)" see:"partner officer auditor"` // of the row
	Kind          Basis  `db:"kind" see:"partner officer auditor"`
	Description   string `db:"name" see:"partner officer auditor"`
	DatedOn       *Date  `db:"dated_on" see:"partner officer auditor"`
}

// ID names the evidence.
func (e *Evidence) ID() ID { return ID{"Evidence", e.Key} }

const (
	// MostEvidence is how many documents are named in one declaration at most: they are listed whole.
	MostEvidence = 100
	mostDocument = 500 // characters
)

// NamedEvidence says which document proves a draft, or a row of it.
type NamedEvidence struct {
	Declaration    ID
	Row            *ID
	Kind           Basis
	Description    string
	DatedOn        *Date
	IdempotencyKey *string
}

// SeesEvidence tells whether a viewer is shown what was named as evidence of a declaration: of rows, by who sees them with
// their words; of the whole, by all who see it but administrators.
func (v *Viewer) SeesEvidence(d *Declaration, e *Evidence) bool {
	switch {
	case d.State == "DRAFT" && v.Writes(d):
		return true
	case e.RowID != nil:
		return v.SeesWords(&DeclarationRow{PartnerID: d.PartnerID, ConventionID: d.ConventionID, RegionID: e.RegionID})
	}
	return v.actsFor(d.PartnerID) || v.Holds(Officer) || len(v.audits(d.PartnerID, d.ConventionID)) > 0
}

// NameEvidence names a document that proves a draft, or a row of it.
func (d *DB) NameEvidence(ctx context.Context, v *Viewer, in NamedEvidence) (*Evidence, error) {
	return inTx(ctx, d, v, "declaration: evidence named", func(tx *DB) (*Evidence, error) {
		declaration, err := tx.writable(ctx, v, in.Declaration)
		if err != nil {
			return nil, err
		}
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) { return tx.nameEvidence(ctx, declaration, in) })
		if err != nil {
			return nil, err
		}
		return notGone(tx.evidence(ctx, key))
	})
}

func (d *DB) evidence(ctx context.Context, key int64) (*Evidence, error) {
	found, err := EvidenceFiles.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

func (d *DB) nameEvidence(ctx context.Context, declaration *Declaration, in NamedEvidence) (key int64, err error) {
	if err := declaration.stillDraft(); err != nil {
		return 0, err
	}
	faults := in.wrong()
	var row *int64
	if in.Row != nil {
		found, err := d.row(ctx, in.Row.keyOf("DeclarationRow"))
		if err != nil {
			return 0, err
		}
		if found == nil || found.DeclarationID != declaration.Key {
			faults.add(NotFound("row", "row_unknown", "there is no such row in this declaration"))
		} else {
			row = &found.Key
		}
	}
	var named int
	if err := d.selectOne(ctx, &named, "select count(*) from evidence where declaration_id = $1", declaration.Key); err != nil {
		return 0, err
	}
	if named >= MostEvidence {
		faults.add(Conflict("declaration", "evidence_number", "a declaration names 100 documents at most; one can be of all its rows"))
	}
	if err := faults.err(); err != nil {
		return 0, err
	}
	if err := d.touch(ctx, declaration.Key); err != nil {
		return 0, err
	}
	err = d.selectOne(ctx, &key, `
		insert into evidence (declaration_id, row_id, kind, name, dated_on)
		values ($1, $2, $3, $4, $5)
		returning id`, declaration.Key, row, in.Kind, strings.TrimSpace(in.Description), in.DatedOn)
	return key, err
}

// wrong lists what is wrong with a document that is named.
func (in NamedEvidence) wrong() (faults Faults) {
	if in.Kind == bySample {
		faults.add(BadInput("kind", "evidence_held_by_its_partner", "the sample is drawn by the register; say what sort of document you hold"))
	}
	faults.add(lengthOf("description", in.Description, 1, mostDocument))
	if in.DatedOn != nil && *in.DatedOn > today() {
		faults.add(BadInput("datedOn", "document_to_come", "%s is to come; a document is of a day that has come", *in.DatedOn))
	}
	return faults
}

// RemoveEvidence takes a document out of a draft. It tells which draft.
func (d *DB) RemoveEvidence(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: evidence removed", func(tx *DB) (*Declaration, error) {
		evidence, err := tx.evidence(ctx, id.keyOf("Evidence"))
		if err != nil {
			return nil, err
		}
		if evidence == nil {
			return nil, NotFound("evidence", "evidence_unknown", "there is no such evidence that you may see")
		}
		declaration, err := tx.draft(ctx, v, ID{"Declaration", evidence.DeclarationID})
		if err != nil {
			return nil, err
		}
		if err := tx.touch(ctx, declaration.Key); err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "delete from evidence where id = $1", evidence.Key); err != nil {
			return nil, err
		}
		return tx.declaration(ctx, declaration.Key)
	})
}
