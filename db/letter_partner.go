package db

import (
	"context"

	"github.com/lib/pq"
)

// tellPartners writes to whoever acts for partners that something waits for their answer; about the same once a day.
func (d *DB) tellPartners(ctx context.Context, kind LetterKind, partners []int64) error {
	_, err := d.exec(ctx, `
		insert into letters (account_id, kind, role_id)
		select h.account_id, $1::letter_kind, min(h.id)
		from account_roles h
		join accounts a on a.id = h.account_id
		where h.partner_id = any ($2) and h.ended_at is null and `+isOpen+`
		  and not exists (
			select from letters l join account_roles o on o.id = l.role_id
			where l.account_id = h.account_id and o.partner_id = h.partner_id and l.kind = $1::letter_kind and l.dropped_at is null
			  and l.created_at > now() - make_interval(secs => $3))
		group by h.account_id, h.partner_id`, kind, pq.Array(partners), toldAgain.Seconds())
	return err
}
