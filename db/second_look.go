package db

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/lib/pq"
)

// SecondLook is that a partner has asked for a second officer for a row, and why.
type SecondLook struct {
	Key     int64   `db:"id"`
	RowID   int64   `db:"row_id" see:"partner officer auditor administrator"`
	Words   string  `db:"words" see:"partner officer auditor"`
	AskedAt Instant `db:"created_at" made:"default" see:"partner officer auditor administrator"`
}

// The second looks that were asked for, each by its row.
var (
	SecondLooks     = newTable[SecondLook]("second_looks", by("second_look", false, "t.id", "bigint"), "row_id").apart()
	SecondLookOfRow = SecondLooks.of("t.row_id")
)

// Appeal says for which rows of a declaration a second officer is asked for, and why.
type Appeal struct {
	Rows  []ID
	Words string
}

// correctWithin is how many days a returned row stays open for its correction.
const correctWithin = 60

// ClosesOn is the day on which a returned row is closed if nothing corrects it.
func (d *Decision) ClosesOn() *Date {
	on, err := time.Parse(time.DateOnly, string(d.DecidedOn))
	if err != nil || d.Outcome != "RETURNED" {
		return nil
	}
	day := Date(on.AddDate(0, 0, correctWithin).Format(time.DateOnly))
	return &day
}

// AskSecondOfficer has rows wait again that were returned or refused, once each, for an officer other than the first.
func (d *DB) AskSecondOfficer(ctx context.Context, v *Viewer, in Appeal) (*Declaration, error) {
	words := strings.TrimSpace(in.Words)
	if length := utf8.RuneCountInString(words); length == 0 || length > mostReasons {
		return nil, BadInput("words", "second_looks_words_given", "say why, in 1 to %d characters", mostReasons)
	}
	return inTx(ctx, d, v, "declaration: second officer asked for", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.corrigible(ctx, v, in.Rows)
		if err != nil {
			return nil, err
		}
		rows := pq.Array(keysOf("DeclarationRow", in.Rows))
		var right int
		if err := tx.selectOne(ctx, &right, `
			select count(*)
			from declaration_rows r
			where r.id = any ($1) and r.state in ('RETURNED', 'REFUSED')
			  and not exists (select from decisions d where d.row_id = r.id and d.round <> 'FIRST')
			  and not exists (select from declaration_rows n where n.replaces_id = r.id and n.state <> 'WITHDRAWN')`, rows); err != nil {
			return nil, err
		}
		if right < len(in.Rows) {
			return nil, Conflict("rows", "second_looks_of_what_was_not_accepted", "a second officer is asked for once, for a row that was returned or refused by a first and that nothing corrects yet")
		}
		if _, err := tx.exec(ctx, "insert into second_looks (row_id, words) select r, $2 from unnest($1::bigint[]) r", rows, words); err != nil {
			return nil, err
		}
		return tx.declaration(ctx, declaration.Key)
	})
}

// unanswered is what the partner reads of a row that was closed.
const unanswered = `Renvoyée il y a 60 jours et non corrigée depuis : la ligne est close, comme refusée. Elle peut encore être corrigée, et soumise de nouveau.
أُعيد هذا السطر قبل 60 يوما ولم يُصحح: أُغلق بمثابة مرفوض. ولا يزال بالإمكان تصحيحه وتقديمه من جديد.
Returned 60 days ago and not corrected since: the row is closed, as refused. It can still be corrected, and submitted again.`

// mostClosed is how many rows are closed in one transaction.
const mostClosed = 1000

// CloseUnanswered closes rows that were returned and that nobody has corrected in the time allowed, and tells how many.
// Several programs may call it at once.
func (d *DB) CloseUnanswered(ctx context.Context) (closed int, err error) {
	err = d.InTx(ctx, itself, "declaration: closed unanswered", func(tx *DB) error {
		var rows []int64
		if err := tx.selectRows(ctx, &rows, `
			select r.id
			from declaration_rows r
			where r.state = 'RETURNED'
			  and (select max(d.created_at) from decisions d where d.row_id = r.id) <= now() - make_interval(days => $1)
			order by r.id limit $2 for update skip locked`, correctWithin, mostClosed); err != nil || len(rows) == 0 {
			return err
		}
		closed = len(rows)
		_, err := tx.exec(ctx, `
			insert into decisions (row_id, round, outcome, reason, reasons)
			select r, 'UNANSWERED', 'REFUSED', 'UNANSWERED', $2 from unnest($1::bigint[]) r`, pq.Array(rows), unanswered)
		return err
	})
	return closed, err
}
