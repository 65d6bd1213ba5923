package db

import (
	"context"
	"strings"
	"unicode/utf8"
)

// Opening of a person by an auditor.
const (
	leastOpeningReason = 10 // characters
	mostOpeningReason  = 500
)

// OpenedPerson is who is behind a row. Of a job there are no details.
type OpenedPerson struct {
	Profile *BeneficiaryProfile
	Details *ProjectHolderDetails
}

// OpenPerson shows an auditor who is behind a row of the auditor's scope. Each opening is recorded, with its reason: the
// trail says who opened what, when, and why.
func (d *DB) OpenPerson(ctx context.Context, v *Viewer, id ID, why string) (*OpenedPerson, error) {
	why = strings.TrimSpace(why)
	if length := utf8.RuneCountInString(why); length < leastOpeningReason || length > mostOpeningReason {
		return nil, BadInput("reason", "opening_reason_length", "say why, in %d to %d characters; this has %d", leastOpeningReason, mostOpeningReason, length)
	}
	return inTx(ctx, d, v, "person: opened", func(tx *DB) (*OpenedPerson, error) {
		row, err := tx.row(ctx, id.keyOf("DeclarationRow"))
		if err != nil {
			return nil, err
		}
		if row == nil || row.State == "DRAFT" || !v.auditsRow(row) {
			return nil, NotFound("row", "row_unknown", "there is no such row in your scope")
		}
		if _, err := tx.exec(ctx, "insert into audit_trail (action, table_name, row_id, reason) values ('OPENED', 'declaration_rows', $1, $2)", row.Key, why); err != nil {
			return nil, err
		}
		opened := new(OpenedPerson)
		if opened.Profile, err = ProfileOf(row).only(ctx, tx, row.Key); err == nil {
			opened.Details, err = DetailsOfRow.only(ctx, tx, row.Key)
		}
		return opened, err
	})
}
