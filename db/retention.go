package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// usualRetention is for how many months personal details are kept, unless it is set.
const usualRetention = 24

// oldSince is since when a declaration's details are kept: since it was decided or withdrawn, or, a draft, begun.
const (
	oldSince      = "coalesce(decided_at, withdrawn_at, case when state = 'DRAFT' then created_at end)"
	isLongEnough  = "details_gone_on is null and " + oldSince + " < now() - make_interval(months => $1)"
	oldestDetails = "select id from declarations where " + isLongEnough + " order by " + oldSince + ", id"
)

// ForgetPersons lets go the personal details of what was declared, once they were kept as long as they may be: those of one
// declaration after the other, each in a transaction of its own, so that several programs take different ones, what is stopped
// goes on, and what can't go keeps nothing else. It tells of how many they went. What is counted stays; the history says that
// fields went, and not what they were.
func (d *DB) ForgetPersons(ctx context.Context) (declarations int, err error) {
	var due []int64
	if err := d.InTx(ctx, itself, "persons: looked for", func(tx *DB) error {
		return tx.selectRows(ctx, &due, oldestDetails, d.RetentionMonths)
	}); err != nil {
		return 0, err
	}
	for _, key := range due {
		gone, failed := d.forgetPersonsOf(ctx, key)
		if failed != nil {
			err = errors.Join(err, fmt.Errorf("declaration %d: %w", key, failed))
		}
		if gone {
			declarations++
		}
		if ctx.Err() != nil {
			break
		}
	}
	return declarations, errors.Join(err, d.InTx(ctx, itself, "persons: kept long enough", func(tx *DB) error {
		_, err := tx.exec(ctx, holdersGo)
		return err
	}))
}

// holdersGo lets go who project holders are of whom all that was declared is old: the last of it may have been a draft that was
// thrown away.
const holdersGo = `
	with over as (
		select h.id
		from project_holders h
		join project_holder_details t on t.project_holder_id = h.id
		where not exists (
			select from project_stages o
			join declaration_rows n on n.id = o.row_id
			join declarations d on d.id = n.declaration_id and d.details_gone_on is null
			where o.project_holder_id in (h.id, h.first_id))),
	unnamed as (
		delete from project_holder_details h using over where h.project_holder_id = over.id)
	update beneficiary_profiles p
	set birth_year = null, identity_kind = null, identity_ending = null, gone_on = current_date
	from over
	where p.project_holder_id = over.id and p.gone_on is null`

// forgetPersonsOf is ForgetPersons of one declaration; it tells whether that was still to do.
func (d *DB) forgetPersonsOf(ctx context.Context, key int64) (gone bool, err error) {
	err = d.InTx(ctx, itself, "persons: kept long enough", func(tx *DB) error {
		gone = false
		if err := tx.takeTime(ctx); err != nil {
			return err
		}
		var state DeclarationState
		err := tx.selectOne(ctx, &state, "select state from declarations where id = $2 and "+isLongEnough+" for update skip locked", d.RetentionMonths, key)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		gone = true
		if state == "DRAFT" { // nobody has submitted it in all that time
			return tx.throwAwayDraft(ctx, key)
		}
		return tx.forgetDetails(ctx, key)
	})
	return gone && err == nil, err
}

// detailsGo are the statements by which what is personal of a declaration goes. A project holder's stay while anything of the
// same person is younger, or waits.
var detailsGo = []string{`
	update beneficiary_profiles p
	set birth_year = null, identity_kind = null, identity_ending = null, gone_on = current_date
	from jobs j
	join declaration_rows r on r.id = j.row_id
	where r.declaration_id = $1 and p.job_id = j.id and p.gone_on is null`, `
	with over as (
		select distinct h.id
		from project_stages s
		join declaration_rows r on r.id = s.row_id and r.declaration_id = $1
		join project_holders h on s.project_holder_id in (h.id, h.first_id)
		where not exists (
			select from project_stages o
			join declaration_rows n on n.id = o.row_id and n.declaration_id <> $1
			join declarations d on d.id = n.declaration_id and d.details_gone_on is null
			where o.project_holder_id = s.project_holder_id)),
	unnamed as (
		delete from project_holder_details h using over where h.project_holder_id = over.id)
	update beneficiary_profiles p
	set birth_year = null, identity_kind = null, identity_ending = null, gone_on = current_date
	from over
	where p.project_holder_id = over.id and p.gone_on is null`,
	"update declarations set details_gone_on = current_date where id = $1",
	"delete from evidence where declaration_id = $1",
}

func (d *DB) forgetDetails(ctx context.Context, declaration int64) error {
	for _, statement := range detailsGo {
		if _, err := d.exec(ctx, statement, declaration); err != nil {
			return err
		}
	}
	return nil
}

// ForgetRequests lets go who asked about themselves, as long after the end of it.
func (d *DB) ForgetRequests(ctx context.Context) error {
	return d.InTx(ctx, itself, "persons: requests kept long enough", func(tx *DB) error {
		_, err := tx.exec(ctx, `
			delete from person_request_details q
			using person_requests r
			where r.id = q.request_id and r.ended_at < now() - make_interval(months => $1)`, d.RetentionMonths)
		return err
	})
}
