package db

import (
	"context"
	"time"

	"github.com/lib/pq"
)

// HeldQuestion asks a partner whether what a row of its declared, and an officer verified, still holds: whether a job is still
// held, or a project still followed up.
type HeldQuestion struct {
	Key          int64 `db:"id" see:"partner"`
	RowID        int64 `db:"row_id" see:"partner"`
	ConventionID int64 `db:"convention_id" see:"partner"`
	PartnerID    int64 `db:"partner_id" see:"partner"`
	AskedOn      Date  `db:"asked_on" see:"partner"`
	DueOn        Date  `db:"due_on" see:"partner"`
	ClosedOn     *Date `db:"closed_on" see:"partner"`
	Version      int   `db:"version" see:"partner"`
}

// ID names the question.
func (q *HeldQuestion) ID() ID { return ID{"HeldQuestion", q.Key} }

// HeldAnswer is what a partner answered, as a row declares it; its state is its row's. What isn't known is declared by none.
type HeldAnswer struct {
	Key          int64    `db:"id"`
	RowID        int64    `db:"row_id" see:"partner officer auditor"`
	State        RowState `db:"state" see:"partner officer auditor"`
	ConventionID int64    `db:"convention_id" see:"partner officer auditor"`
	QuestionID   int64    `db:"question_id" see:"partner officer auditor"`
	Held         bool     `db:"held" see:"partner officer auditor"`
	EndedOn      *Date    `db:"ended_on" see:"partner officer auditor"`
	AskedRowID   int64    `db:"asked_row_id" sql:"(select q.row_id from held_questions q where q.id = t.question_id)" see:"partner officer auditor"`
}

// StillHeld is what can be answered.
type StillHeld string

// Values lists the enum's values.
func (StillHeld) Values() []string { return []string{"HELD", "ENDED", "NOT_KNOWN"} }

// HeldQuestionFilter narrows a list of questions: to those that want an answer.
type HeldQuestionFilter struct {
	Open bool `where:"((t.closed_on is null and not exists (select from held_answers a where a.question_id = t.id and a.state in ('WAITING', 'ACCEPTED'))) = $)"`
}

// The tables of what is asked and answered, and the lists of a partner's, the latest asked first, of a row's and of a question's.
var (
	HeldQuestions    = newTable[HeldQuestion]("held_questions", by("held_question", true, "t.id", "bigint"), "row_id").apart()
	HeldAnswers      = newTable[HeldAnswer]("held_answers", by("held_answer", true, "t.id", "bigint"), "row_id").apart()
	PartnerQuestions = HeldQuestions.of("t.partner_id")
	AnswerOfRow      = HeldAnswers.of("t.row_id")
	AnswersTo        = HeldAnswers.of("t.question_id")
)

// stands tells whether an answer waits, or was accepted: by a second officer, it may be so after the time for it is over.
func (a *HeldAnswer) stands() bool {
	return a != nil && (a.State == "WAITING" || a.State == "ACCEPTED")
}

// Say says what was answered; nil to what is open yet. The latest answer is what stands, unless it was taken back.
func (q *HeldQuestion) Say(latest *HeldAnswer) *StillHeld {
	said := StillHeld("ENDED")
	switch {
	case q.ClosedOn != nil && !latest.stands():
		said = "NOT_KNOWN"
	case latest == nil || latest.State == "WITHDRAWN":
		return nil
	case latest.Held:
		said = "HELD"
	}
	return &said
}

// How long a partner has for an answer, and for how long after something could be asked it still is.
const (
	heldWithin  = 30 // days
	askedWithin = 90
)

// AskStillHeld asks partners about whatever was verified and has stood long enough since, once each, and closes what nobody
// answered in time: that is not known. Several programs may call it, as often as they like. What could have been asked long
// ago, and wasn't, stays not known.
func (d *DB) AskStillHeld(ctx context.Context, on time.Time) (asked, closed int64, err error) {
	day := Date(on.UTC().Format(time.DateOnly))
	err = d.InTx(ctx, itself, "still held: asked", func(tx *DB) error {
		if err := tx.takeTime(ctx); err != nil {
			return err
		}
		var partners []int64
		if err := tx.selectRows(ctx, &partners, `
			insert into held_questions (row_id, convention_id, partner_id, asked_on, due_on)
			select d.row_id, d.convention_id, d.partner_id, $1::date, $1::date + $2::int
			from held_due d
			where greatest(d.due_on, d.decided_on) between $1::date - $3::int and $1::date
			  and not exists (
			    select from held_questions q join declaration_rows o on o.id = q.row_id
			    where o.partner_id = d.partner_id and o.reference = d.reference and o.kind = d.kind)
			on conflict (row_id) do nothing
			returning partner_id`, day, heldWithin, askedWithin); err != nil {
			return err
		}
		if err := tx.tellPartners(ctx, "STILL_HELD_ASKED", partners); err != nil {
			return err
		}
		if closed, err = tx.closeQuestions(ctx, day); err != nil {
			return err
		}
		asked = int64(len(partners))
		return nil
	})
	return asked, closed, err
}

// closeQuestions closes what nobody answered by a day. It holds the questions first: a statement that waits for who is answering
// one would look at the answers as they were before.
func (d *DB) closeQuestions(ctx context.Context, day Date) (int64, error) {
	var over []int64
	if err := d.selectRows(ctx, &over, "select id from held_questions where closed_on is null and due_on < $1 order by id for update", day); err != nil {
		return 0, err
	}
	closed, err := d.exec(ctx, `
		update held_questions q
		set closed_on = $1, version = version + 1
		where q.id = any ($2)
		  and not exists (select from held_answers a where a.question_id = q.id and a.state in ('WAITING', 'ACCEPTED', 'RETURNED'))`, day, pq.Array(over))
	if err != nil {
		return 0, err
	}
	return closed.RowsAffected()
}
