package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// ScheduleRevision has a draft published at a time. It must be without faults already.
func (d *DB) ScheduleRevision(ctx context.Context, v *Viewer, in Publication) (*Revision, error) {
	return inTx(ctx, d, v, "revision: scheduled", func(tx *DB) (*Revision, error) {
		revision, err := tx.publishable(ctx, in)
		if err != nil {
			return nil, err
		}
		if err := tx.wouldPublish(ctx, revision, v.Account.Key, in.Reason); err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, `
			update revisions
			set state = 'SCHEDULED', version = version + 1, publish_at = $2, reason = $3, published_by = $4, failure = null
			where id = $1`, revision.Key, in.At, in.Reason, v.Account.Key); err != nil {
			return nil, err
		}
		return tx.revision(ctx, revision.Key)
	})
}

// wouldPublish tells why a draft can't be published as things stand, and leaves nothing of the trial behind.
func (d *DB) wouldPublish(ctx context.Context, revision *Revision, account int64, reason string) error {
	err := d.Attempt(ctx, func() error {
		if _, err := d.publish(ctx, revision, account, reason); err != nil {
			return err
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		return nil
	}
	return err
}

// PublishDue publishes the next revision whose time has come, and tells which it was and what kept it from being
// published; nil when none is due. Several programs may call it at once: each revision is one's, and a later one waits for the
// turn after while an earlier one is held. What can't be published is a draft again, with its faults.
func (d *DB) PublishDue(ctx context.Context) (revision *Revision, failed error, err error) {
	var due struct {
		ID      int64 `db:"id"`
		Account int64 `db:"published_by"`
	}
	err = d.InTx(ctx, itself, "revision: its time has come", func(tx *DB) error {
		if err := tx.selectOne(ctx, &due, `
			select id, published_by from revisions
			where state = 'SCHEDULED' and id = (
			  select id from revisions where state = 'SCHEDULED' and publish_at <= now() order by publish_at, id limit 1)
			for update skip locked`); err != nil {
			return err
		}
		if revision, err = tx.revision(ctx, due.ID); err != nil {
			return err
		}
		if failed = tx.Attempt(ctx, func() error { return tx.publishFor(ctx, revision, due.Account) }); failed == nil {
			return nil
		}
		if known := AsError(ctx, failed); known.Code == CodeUnavailable || known.Code == CodeTimeout {
			return failed // it is tried again
		}
		return tx.backToDraft(ctx, revision, AsError(ctx, failed))
	})
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil, nil
	}
	return revision, failed, err
}

// publishFor publishes for who has scheduled a revision, if that is still an administrator, whose role doesn't wait for a
// second factor.
func (d *DB) publishFor(ctx context.Context, revision *Revision, account int64) error {
	var may bool
	if err := d.selectOne(ctx, &may, `
		select exists (
			select from account_roles r join accounts a on a.id = r.account_id
			where r.account_id = $1 and r.role = 'ADMINISTRATOR' and r.ended_at is null and a.closed_at is null and a.totp_on)`, account); err != nil {
		return err
	}
	if !may {
		return Forbidden("role_missing", "who had this scheduled is no administrator any more; another one publishes or schedules it")
	}
	if _, err := d.exec(ctx, `
		select set_config('mithaq.actor', $1, true), set_config('mithaq.reason', $2, true)`, fmt.Sprintf("account %d", account), *revision.Reason); err != nil {
		return err
	}
	_, err := d.publish(ctx, revision, account, *revision.Reason)
	return err
}

// backToDraft makes of what was scheduled a draft with its faults.
func (d *DB) backToDraft(ctx context.Context, revision *Revision, why *Error) error {
	faults := why.Faults
	if len(faults) == 0 {
		faults = []*Error{why}
	}
	text, err := json.Marshal(faults)
	if err != nil {
		return err
	}
	_, err = d.exec(ctx, `
		update revisions set state = 'DRAFT', version = version + 1, publish_at = null, failure = $2 where id = $1`, revision.Key, JSON(text))
	return err
}
