package db

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/lib/pq"
)

// AnsweredQuestion is a question as it was seen, and what a partner answers to it.
type AnsweredQuestion struct {
	Question ID
	Version  int
	Answer   StillHeld
	EndedOn  *Date
}

// AnswersGiven are answers to questions of one partner and convention, all of which are taken, or none.
type AnswersGiven struct {
	Answers        []AnsweredQuestion
	IdempotencyKey *string
}

// AnswersTaken is what came of answers: the declaration by which an officer verifies those that say something; nil without any.
type AnswersTaken struct {
	Declaration *Declaration
	Questions   []HeldQuestion
}

// MostAnswers is how many questions are answered at once.
const MostAnswers = 200

// openQuestion is a question with what is needed to answer it.
type openQuestion struct {
	HeldQuestion
	Reference string  `db:"reference" json:"reference"`
	RegionID  *int64  `db:"region_id" json:"region_id"`
	Since     Date    `db:"since" json:"-"` // the start, or the launch
	Kind      RowKind `db:"kind" json:"-"`
	Stands    bool    `db:"stands" json:"-"`      // an answer waits, or was accepted
	Said      *bool   `db:"said" json:"-"`        // what it says: that this is still held
	SaidEnd   *Date   `db:"said_end" json:"-"`    // or has ended, on a day
	Before    *int64  `db:"before" json:"before"` // the row of an answer that was returned or refused
	Position  int     `db:"-" json:"position"`
	Question  int64   `db:"-" json:"question_id"`
	Held      bool    `db:"-" json:"held"`
	EndedOn   *Date   `db:"-" json:"ended_on"`
}

// AnswerStillHeld takes answers: those that something is held or has ended are submitted as a declaration of their own, which an
// officer verifies; what isn't known is noted. An answer that was returned or refused is given anew in its place.
func (d *DB) AnswerStillHeld(ctx context.Context, v *Viewer, in AnswersGiven) (*AnswersTaken, error) {
	if len(in.Answers) == 0 || len(in.Answers) > MostAnswers {
		return nil, BadInput("answers", "answers_number", "%d answers; allowed are 1 to %d at once", len(in.Answers), MostAnswers)
	}
	return inTx(ctx, d, v, "still held: answered", func(tx *DB) (*AnswersTaken, error) {
		questions, err := tx.questions(ctx, v, in)
		if err != nil {
			return nil, err
		}
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) {
			if err := checkAnswers(in, questions); err != nil {
				return 0, err
			}
			given, err := tx.takeAnswers(ctx, v, in.Answers, questions)
			if err != nil || given == nil {
				return 0, err
			}
			return given.Key, tx.writeReceipts(ctx, v, given)
		})
		if err != nil {
			return nil, err
		}
		return tx.answersTaken(ctx, key, questions)
	})
}

// questions reads what is answered, in the order of the answers, and holds others off it, in the questions' own order, so that
// nobody waits for each other. Questions of another partner are not found.
func (d *DB) questions(ctx context.Context, v *Viewer, in AnswersGiven) ([]*openQuestion, error) {
	keys := make([]int64, len(in.Answers))
	for i, answer := range in.Answers {
		keys[i] = answer.Question.keyOf("HeldQuestion")
	}
	found, err := d.openQuestions(ctx, true, "q.id = any ($1)", pq.Array(keys))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b *openQuestion) int { return slices.Index(keys, a.Key) - slices.Index(keys, b.Key) })
	for _, question := range found {
		if !v.declaresFor(question.PartnerID) {
			return nil, errNoQuestion
		}
		if question.PartnerID != found[0].PartnerID || question.ConventionID != found[0].ConventionID {
			return nil, BadInput("answers", "answers_of_one_convention", "answers given at once are of one partner and one convention")
		}
	}
	if len(found) < len(keys) {
		return nil, errNoQuestion
	}
	return found, nil
}

// openQuestions reads questions with what is needed to answer them; to answer them, it holds others off them, in their order.
func (d *DB) openQuestions(ctx context.Context, hold bool, where string, args ...any) (found []*openQuestion, err error) {
	const of = `
		from held_questions q
		join declaration_rows r on r.id = q.row_id`
	if hold { // first, so that what is read is what is so once they are held
		if _, err := d.exec(ctx, "select"+of+" where "+where+" order by q.id for update of q", args...); err != nil {
			return nil, err
		}
	}
	err = d.selectRows(ctx, &found, `
		select q.id, q.row_id, q.convention_id, q.partner_id, q.asked_on, q.due_on, q.closed_on, q.version, r.reference, r.region_id, r.kind,
		  coalesce(j.started_on, s.reached_on) as since, a.id is not null as stands, a.held as said, a.ended_on as said_end,
		  (select a.row_id from held_answers a where a.question_id = q.id and a.state in ('RETURNED', 'REFUSED') order by a.id desc limit 1) as before`+of+`
		left join jobs j on j.row_id = r.id
		left join project_stages s on s.row_id = r.id
		left join held_answers a on a.question_id = q.id and a.state in ('WAITING', 'ACCEPTED')
		where `+where+`
		order by q.id`, args...)
	return found, err
}

var errNoQuestion = NotFound("answers", "question_unknown", "some of these are no questions to a partner that you declare for, or stand there twice")

// checkAnswers reports all that is wrong with answers, each by its place.
func checkAnswers(in AnswersGiven, questions []*openQuestion) error {
	var faults Faults
	for i, answer := range in.Answers {
		at := func(field string) string { return fmt.Sprintf("answers.%d.%s", i, field) }
		if answer.Version != questions[i].Version {
			faults.add(Conflict(at("version"), "question_changed", "this was answered, or closed, since you have read it; look at what it is now"))
		} else {
			faults.add(questions[i].takesNone(at("question")))
		}
		faults.add(questions[i].endFault(answer.Answer, answer.EndedOn, at("endedOn")))
	}
	return faults.err()
}

// takesNone tells why a question takes no answer any more; nil where it does.
func (q *openQuestion) takesNone(field string) *Error {
	switch {
	case q.Stands:
		return Conflict(field, "question_answered", "this is answered; while the answer waits, withdraw that to change it")
	case q.ClosedOn != nil && q.DueOn < today():
		return Conflict(field, "question_closed", "this was to be answered by "+string(q.DueOn)+", and is not known since")
	}
	return nil
}

// endFault tells what is wrong with the day of the end in an answer; nil where nothing is.
func (q *openQuestion) endFault(answer StillHeld, endedOn *Date, field string) *Error {
	switch ended := answer == "ENDED"; {
	case ended != (endedOn != nil):
		return BadInput(field, "held_answers_ended_on_a_day", "what has ended has the day of its end, and nothing else has")
	case ended && *endedOn < q.Since:
		return BadInput(field, "jobs_end_after_start", "%s is before the start, %s", *endedOn, q.Since)
	case ended && *endedOn > today():
		return BadInput(field, "end_to_come", "%s is to come; an end is declared once it has come", *endedOn)
	}
	return nil
}

// takeAnswers writes answers down. It gives the declaration, which wants its receipt; nil where all are that nothing is known.
func (d *DB) takeAnswers(ctx context.Context, v *Viewer, answers []AnsweredQuestion, questions []*openQuestion) (*handedIn, error) {
	var said []*openQuestion
	var known, unknown []int64
	for i, answer := range answers {
		if answer.Answer == "NOT_KNOWN" {
			unknown = append(unknown, questions[i].Key)
			continue
		}
		question := questions[i]
		question.Question, question.Held, question.EndedOn, question.Position = question.Key, answer.Answer == "HELD", answer.EndedOn, len(said)+1
		said, known = append(said, question), append(known, question.Key)
	}
	if _, err := d.exec(ctx, `
		update held_questions
		set version = version + 1, closed_on = case when id = any ($1) then $3::date end
		where id = any ($1) or id = any ($2)`, pq.Array(unknown), pq.Array(known), today()); err != nil || len(said) == 0 {
		return nil, err
	}
	return d.declareAnswers(ctx, v, said)
}

// declareAnswers hands answers in as a declaration.
func (d *DB) declareAnswers(ctx context.Context, v *Viewer, said []*openQuestion) (*handedIn, error) {
	from := today()
	for _, question := range said {
		from = min(from, question.AskedOn)
	}
	key, err := d.insertDraft(ctx, v, said[0].ConventionID, said[0].PartnerID, from, today())
	if err != nil {
		return nil, err
	}
	given, err := json.Marshal(said)
	if err != nil {
		return nil, err
	}
	if _, err := d.exec(ctx, `
		with given as (
			select * from json_to_recordset($1) as g (question_id bigint, position int, reference text, region_id bigint, before bigint, held boolean, ended_on date)),
		kept as (
			insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference, region_id, replaces_id)
			select $2, $3, $4, g.position, 'STILL_HELD', g.reference, g.region_id, g.before from given g
			returning id, position)
		insert into held_answers (row_id, convention_id, question_id, held, ended_on)
		select k.id, $3, g.question_id, g.held, g.ended_on from given g join kept k using (position)`,
		string(given), key, said[0].ConventionID, said[0].PartnerID); err != nil {
		return nil, err
	}
	declaration, err := d.declaration(ctx, key)
	if err != nil {
		return nil, err
	}
	return d.handIn(ctx, declaration, declaration.Version)
}

func (d *DB) answersTaken(ctx context.Context, declaration int64, questions []*openQuestion) (*AnswersTaken, error) {
	keys := make([]int64, len(questions))
	for i, question := range questions {
		keys[i] = question.Key
	}
	now, err := HeldQuestions.ByKeys(ctx, d, keys)
	if err != nil {
		return nil, err
	}
	taken := new(AnswersTaken)
	for _, key := range keys {
		taken.Questions = append(taken.Questions, *now[key])
	}
	if declaration != 0 {
		taken.Declaration, err = d.declaration(ctx, declaration)
	}
	return taken, err
}
