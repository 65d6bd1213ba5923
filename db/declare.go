package db

import (
	"context"
	"time"
)

// NewDeclaration says what to declare, for which partner; partner and convention are slugs.
type NewDeclaration struct {
	Partner        string
	Convention     string
	From, Until    Date
	IdempotencyKey *string
}

const longestPeriod = 366 // days

// today is the day, as days are written.
func today() Date { return Date(time.Now().UTC().Format(time.DateOnly)) }

// StartDeclaration begins a draft, as one of the partner's people, or as an officer who enters for it.
func (d *DB) StartDeclaration(ctx context.Context, v *Viewer, in NewDeclaration) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: begun", func(tx *DB) (*Declaration, error) {
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (key int64, err error) {
			partner, convention, err := tx.startable(ctx, v, in)
			if err != nil {
				return 0, err
			}
			return tx.insertDraft(ctx, v, convention, partner, in.From, in.Until)
		})
		if err != nil {
			return nil, err
		}
		declaration, err := notGone(tx.declaration(ctx, key))
		if err == nil && !v.Writes(declaration) { // the role has ended since the first time
			err = Forbidden("role_missing", "you declare for the partners that you act for, and for no other")
		}
		return declaration, err
	})
}

// insertDraft writes a new draft, with the sealed value by which a sample of it would be drawn.
func (d *DB) insertDraft(ctx context.Context, v *Viewer, convention, partner int64, from, until Date) (key int64, err error) {
	sum, sealed := d.sealDraw()
	err = d.selectOne(ctx, &key, `
		insert into declarations (convention_id, partner_id, period_from, period_until, entered_by_officer, draw_sha256, draw_sealed)
		values ($1, $2, $3, $4, $5, $6, $7)
		returning id`, convention, partner, from, until, !v.declaresFor(partner), sum, sealed)
	return key, err
}

// startable finds what a declaration is to be of, or all that is wrong with it.
func (d *DB) startable(ctx context.Context, v *Viewer, in NewDeclaration) (partner, convention int64, err error) {
	var faults Faults
	partner, known, err := d.keyNamed(ctx, "partners", in.Partner)
	switch {
	case err != nil:
		return 0, 0, err
	case !known:
		faults.add(BadInput("partner", "partner_unknown", "%.80q names no partner of this register", in.Partner))
	case !v.declaresFor(partner) && !v.Holds(Officer):
		return 0, 0, Forbidden("role_missing", "you declare for the partners that you act for, and for no other")
	}
	convention, found, err := d.keyNamed(ctx, "conventions", in.Convention)
	if err != nil {
		return 0, 0, err
	}
	if !found {
		faults.add(BadInput("convention", "convention_unknown", "%.80q names no convention of this register", in.Convention))
	}
	if known && found {
		party, err := d.isParty(ctx, convention, partner)
		if err != nil {
			return 0, 0, err
		}
		if !party {
			faults.add(BadInput("convention", "party_unknown", "this partner isn't registered as a party of this convention; an administrator of the register can add it"))
		}
	}
	checkPeriod(&faults, in.From, in.Until)
	return partner, convention, faults.err()
}

// isParty tells whether a partner, its federation or its group is a party of a convention.
func (d *DB) isParty(ctx context.Context, convention, partner int64) (party bool, err error) {
	err = d.selectOne(ctx, &party, `
		select exists (
			select from parties p
			left join partner_ties t on t.partner_id = p.partner_id and t.kind in ('MEMBER', 'SUBSIDIARY') and t.withdrawn_at is null
			where p.convention_id = $1 and p.role = 'PARTNER' and p.withdrawn_at is null and $2 in (p.partner_id, t.other_id))`, convention, partner)
	return party, err
}

// checkPeriod reports a period that ends before it begins, or after today, or is longer than a year.
func checkPeriod(faults *Faults, from, until Date) {
	begin, _ := time.Parse(time.DateOnly, string(from))
	end, _ := time.Parse(time.DateOnly, string(until))
	switch {
	case until < from:
		faults.add(BadInput("until", "declarations_period", "%s is before %s; a period ends on the day it begins, or later", until, from))
	case until > today():
		faults.add(BadInput("until", "period_to_come", "%s is to come; a period ends today at the latest", until))
	case end.Sub(begin) >= longestPeriod*24*time.Hour:
		faults.add(BadInput("until", "period_long", "a period has %d days at most", longestPeriod))
	}
}

// declaration reads a declaration by its key.
func (d *DB) declaration(ctx context.Context, key int64) (*Declaration, error) {
	found, err := Declarations.ByKeys(ctx, d, []int64{key})
	return found[key], err
}

// draft reads a declaration that a viewer may write, and holds others off it until the end of the transaction.
func (d *DB) draft(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	declaration, err := d.writable(ctx, v, id)
	if err != nil {
		return nil, err
	}
	return declaration, declaration.stillDraft()
}

func (d *Declaration) stillDraft() error {
	if d.State != "DRAFT" {
		return Conflict("declaration", "declaration_submitted", "this declaration was submitted; what was submitted is corrected by a new one, or withdrawn")
	}
	return nil
}

// writable is draft, whatever the declaration's state.
func (d *DB) writable(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	if err := d.holdDeclaration(ctx, id); err != nil {
		return nil, err
	}
	return d.written(ctx, v, id)
}

// batchTime is how long a statement may take that writes thousands of rows.
const batchTime = "30s"

// holdDeclaration holds others off a declaration until the end of the transaction, which may take its time.
func (d *DB) holdDeclaration(ctx context.Context, id ID) error {
	_, err := d.exec(ctx, `
		select set_config('statement_timeout', $2, true)
		from declarations
		where id = $1
		for update`, id.keyOf("Declaration"), batchTime)
	return err
}

// written is writable, and holds nobody off. A token that only declares writes what it doesn't read.
func (d *DB) written(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	found, err := Declarations.ByKeys(ctx, d, []int64{id.keyOf("Declaration")})
	if err != nil {
		return nil, err
	}
	if declaration := found[id.keyOf("Declaration")]; declaration != nil && v.Writes(declaration) {
		return declaration, nil
	}
	if _, err := d.seen(ctx, v, id); err != nil {
		return nil, err
	}
	return nil, Forbidden("role_missing", "only who declares for its partner may do that")
}

// saveRow has a row of a draft saved: a new one, once by its key, or one that is there.
func (d *DB) saveRow(ctx context.Context, v *Viewer, reason string, id ID, key *string, in any, save func(*DB, *Declaration) (int64, error)) (*DeclarationRow, error) {
	return inTx(ctx, d, v, reason, func(tx *DB) (*DeclarationRow, error) {
		declaration, err := tx.writable(ctx, v, id)
		if err != nil {
			return nil, err
		}
		row, err := tx.once(ctx, v, key, in, func() (int64, error) { return save(tx, declaration) })
		if err != nil {
			return nil, err
		}
		return notGone(tx.row(ctx, row))
	})
}

// touch notes that something of a draft has changed.
func (d *DB) touch(ctx context.Context, declaration int64) error {
	_, err := d.exec(ctx, "update declarations set version = version + 1 where id = $1", declaration)
	return err
}

// DiscardDeclaration throws a draft away, with all its rows. It tells which it was.
func (d *DB) DiscardDeclaration(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: thrown away", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.draft(ctx, v, id)
		if err != nil {
			return nil, err
		}
		return declaration, tx.throwAwayDraft(ctx, declaration.Key)
	})
}

// throwAwayDraft deletes a draft with all that it says.
func (d *DB) throwAwayDraft(ctx context.Context, key int64) error {
	if err := d.throwAway(ctx, "declaration_id = $1", key); err != nil {
		return err
	}
	_, err := d.exec(ctx, "with e as (delete from evidence where declaration_id = $1) delete from declarations where id = $1", key)
	return err
}

// throwAway deletes the rows of drafts that meet a condition, with all that they say.
func (d *DB) throwAway(ctx context.Context, condition string, argument any) error {
	rows := " in (select id from declaration_rows where " + condition + ")"
	of, holders := " in (select id from jobs where row_id"+rows+")", " in (select id from project_holders where row_id"+rows+")"
	for _, statement := range []string{
		"delete from fingerprints where job_id" + of,
		"delete from fingerprints where project_holder_id" + holders,
		"delete from beneficiary_profiles where job_id" + of,
		"delete from beneficiary_profiles where project_holder_id" + holders,
		"delete from project_holder_details where project_holder_id" + holders,
		"delete from project_stages where row_id" + rows,
		"delete from project_holders where row_id" + rows,
		"update jobs set refills_id = null where state = 'DRAFT' and refills_id" + of,
		"delete from evidence where row_id" + rows,
		"delete from job_ends where row_id" + rows,
		"delete from jobs where row_id" + rows,
		"delete from declaration_rows where " + condition,
	} {
		if _, err := d.exec(ctx, statement, argument); err != nil {
			return err
		}
	}
	return nil
}
