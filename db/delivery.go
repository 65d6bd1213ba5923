package db

import "context"

// Delivery is the ladder of jobs that stands against a promise. Declared, verified and sustained are three numbers side
// by side, never added up. Counts are null where nothing was declared.
type Delivery struct {
	Key           int64  `db:"id" see:"everyone"`
	DeclaredGross *int64 `db:"declared_gross" see:"everyone"`
	DeclaredNet   *int64 `db:"declared_net" see:"everyone"`
	VerifiedGross *int64 `db:"verified_gross" see:"everyone"`
	VerifiedNet   *int64 `db:"verified_net" see:"everyone"`
	Pending       *int64 `db:"waiting" see:"everyone"`
	SentBack      *int64 `db:"returned" see:"everyone"`
	Declined      *int64 `db:"refused" see:"everyone"`
	Missing       int    `db:"missing" see:"everyone"` // of how many conventions nothing was declared
	WaitingSince  *Date  `db:"waiting_since" see:"everyone"`
}

// The ladders, by the key of the convention, or of the commitment.
var (
	ConventionDeliveries = newTable[Delivery]("convention_deliveries", by("delivery", false, "t.id", "bigint"))
	CommitmentDeliveries = newTable[Delivery]("commitment_deliveries", by("delivery", false, "t.id", "bigint"))
	CommitmentProgress   = newTable[Ratio]("commitment_progress", by("progress", false, "t.id", "bigint"))
)

// anyDeclared tells whether anything was ever declared. Before, nothing is known of verified jobs.
func (d *DB) anyDeclared(ctx context.Context) (bool, error) {
	if !d.declared.Load() {
		var declared bool
		if err := d.selectOne(ctx, &declared, `
			select exists (select from convention_deliveries where declared_gross is not null)`); err != nil || !declared {
			return false, err
		}
		d.declared.Store(true) // what was declared once stays so
	}
	return true, nil
}

// Declared counts every job ever submitted that was not withdrawn or replaced, whatever was decided on it.
func (d *Delivery) Declared(counting *Counting) *Figure {
	return d.figure(d.counted(counting, d.DeclaredGross, d.DeclaredNet))
}

// Verified counts those that were accepted.
func (d *Delivery) Verified(counting *Counting) *Figure {
	return d.figure(d.counted(counting, d.VerifiedGross, d.VerifiedNet))
}

// Sustained counts the verified that are still held six months later. It comes from releases, of which there is none yet.
func (d *Delivery) Sustained() *Figure { return &Figure{Status: FigureNotPublished} }

// Waiting counts the declared jobs on which nothing is decided yet, gross.
func (d *Delivery) Waiting() *Figure { return d.figure(d.Pending) }

// Returned counts those sent back to be corrected, gross.
func (d *Delivery) Returned() *Figure { return d.figure(d.SentBack) }

// Refused counts those that were refused, gross.
func (d *Delivery) Refused() *Figure { return d.figure(d.Declined) }

// counted picks gross or net; unasked, net, which is what rule 1 counts.
func (d *Delivery) counted(counting *Counting, gross, net *int64) *int64 {
	if counting != nil && *counting == "GROSS" {
		return gross
	}
	return net
}

func (d *Delivery) figure(value *int64) *Figure {
	return sumOf(value, d.Missing, FigureNotPublished)
}
