package db

import (
	"context"
	"slices"
	"strings"

	"github.com/lib/pq"
)

// HeldBatch says what a partner answers to its questions, by the references of what they are about, as a sheet has them. What is
// said again is known, and left.
type HeldBatch struct {
	Partner        string // its slug
	Answers        []HeldInput
	Unread         map[int]bool // the answers of which something could not be read: they are checked, and count as faulty
	CheckOnly      bool
	LeaveFaulty    bool // takes the others; without it nothing is taken while anything is wrong
	IdempotencyKey *string
	Checked        func(answers int) `json:"-"` // is told how many were checked, if it is there
}

// HeldInput is an answer; without one its question stays open. The kind of row is needed only where a reference names a job and a
// project holder. The rest is told, and not read.
type HeldInput struct {
	Reference  string
	Kind       *RowKind
	Answer     *StillHeld
	EndedOn    *Date
	Convention string `json:"-"`
	Since      Date   `json:"-"` // the start, or the launch
	DueOn      Date   `json:"-"`
}

// isSaid tells whether anything is answered.
func (in *HeldInput) isSaid() bool { return in.Answer != nil || in.EndedOn != nil }

// mostHeldInputs is how many questions a sheet has; the rest comes with the next.
const mostHeldInputs = 10_000

// HeldInputs are the questions that wait for a partner's answers, those first that are due first.
func (d *DB) HeldInputs(ctx context.Context, v *Viewer, partner string) (found []HeldInput, err error) {
	key, err := d.Private().askedOf(ctx, partner, v.actsFor)
	if err != nil {
		return nil, err
	}
	var open []struct {
		Reference  string  `db:"reference"`
		Kind       RowKind `db:"kind"`
		Convention string  `db:"convention"`
		Since      Date    `db:"since"`
		DueOn      Date    `db:"due_on"`
	}
	err = d.Private().selectRows(ctx, &open, `
		select r.reference, r.kind, c.reference as convention, coalesce(j.started_on, s.reached_on) as since, q.due_on
		from held_questions q
		join declaration_rows r on r.id = q.row_id
		join conventions c on c.id = q.convention_id
		left join jobs j on j.row_id = r.id
		left join project_stages s on s.row_id = r.id
		where q.partner_id = $1 and q.closed_on is null
		  and not exists (select from held_answers a where a.question_id = q.id and a.state in ('WAITING', 'ACCEPTED'))
		order by q.due_on, q.id
		limit $2`, key, mostHeldInputs)
	for _, q := range open {
		found = append(found, HeldInput{Reference: q.Reference, Kind: &q.Kind, Convention: q.Convention, Since: q.Since, DueOn: q.DueOn})
	}
	return found, err
}

// Answerable tells whether a viewer may answer the questions to a partner; else it gives why not.
func (d *DB) Answerable(ctx context.Context, v *Viewer, partner string) error {
	_, err := d.Private().askedOf(ctx, partner, v.declaresFor)
	return err
}

// askedOf finds a partner by its slug, if a viewer may do something for it.
func (d *DB) askedOf(ctx context.Context, slug string, may func(partner int64) bool) (int64, error) {
	key, known, err := d.keyNamed(ctx, "partners", slug)
	if err == nil && (!known || !may(key)) {
		err = Forbidden("role_missing", "you answer for the partners that you act for, and for no other")
	}
	return key, err
}

// AnswerHeldBatch checks answers and takes them, all or, while anything is wrong, none. Those of each convention are a declaration of
// their own, which an officer verifies. Of the reply, Open counts the rows without an answer.
func (d *DB) AnswerHeldBatch(ctx context.Context, v *Viewer, in HeldBatch) (*BatchReply, error) {
	return inTx(ctx, d, v, "still held: answered", func(tx *DB) (*BatchReply, error) {
		partner, err := tx.askedOf(ctx, in.Partner, v.declaresFor)
		if err != nil {
			return nil, err
		}
		questions, err := tx.openQuestions(ctx, !in.CheckOnly, "q.partner_id = $1 and r.reference = any ($2)", partner, pq.Array(in.references()))
		if err != nil {
			return nil, err
		}
		b := &heldBatch{asked: map[string][]*openQuestion{}, faults: make([]Faults, len(in.Answers))}
		for _, question := range questions {
			b.asked[question.Reference] = append(b.asked[question.Reference], question)
		}
		reply := b.check(in)
		if in.CheckOnly || reply.Faulty > 0 && !in.LeaveFaulty {
			reply.Taken = 0
			return reply, nil
		}
		written := reply.Taken
		done, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) { return int64(written), tx.takeByConvention(ctx, v, b) })
		reply.settle(int(done))
		return reply, err
	})
}

// references are those that are answered.
func (in *HeldBatch) references() []string {
	all := make([]string, len(in.Answers))
	for i, answer := range in.Answers {
		all[i] = strings.TrimSpace(answer.Reference)
	}
	return all
}

// heldBatch is what was found of the answers of a HeldBatch.
type heldBatch struct {
	asked     map[string][]*openQuestion // by the references
	faults    []Faults                   // by the answers' places
	answers   []AnsweredQuestion
	questions []*openQuestion // of the answers that are taken
}

// check finds to which question each answer is, and what is wrong with it.
func (b *heldBatch) check(in HeldBatch) *BatchReply {
	reply := new(BatchReply)
	questions, times := make([]*openQuestion, len(in.Answers)), map[*openQuestion]int{}
	for i, answer := range in.Answers {
		if answer.isSaid() || in.Unread[i] {
			questions[i] = b.find(i, answer)
			times[questions[i]]++
		}
	}
	for i, answer := range in.Answers {
		known := false
		if question := questions[i]; question != nil && times[question] > 1 {
			b.faults[i].add(BadInput("reference", "held_question_twice", "this is answered more than once; once is enough"))
		} else if question != nil && answer.Answer != nil {
			known = b.judge(i, question, answer, !in.Unread[i])
		} else if question != nil && answer.EndedOn != nil {
			b.faults[i].add(BadInput("answer", "held_answer_missing", "a last day is given, and no answer; say that it has ended, or leave the day out"))
		}
		switch {
		case len(b.faults[i]) > 0 || in.Unread[i]:
			reply.Faulty++
		case !answer.isSaid():
			reply.Open++
		case known:
			reply.Known++
		default:
			reply.Taken++
		}
		if in.Checked != nil {
			in.Checked(i + 1)
		}
	}
	for i, faults := range b.faults {
		for _, fault := range faults {
			reply.Faults = append(reply.Faults, RowFault{i, fault})
		}
	}
	return reply
}

// find gives the question that an answer is to; nil where there is none.
func (b *heldBatch) find(i int, answer HeldInput) *openQuestion {
	meant := slices.DeleteFunc(slices.Clone(b.asked[strings.TrimSpace(answer.Reference)]), func(q *openQuestion) bool { return answer.Kind != nil && *answer.Kind != q.Kind })
	switch {
	case len(meant) == 0:
		b.faults[i].add(BadInput("reference", "held_question_unknown", "you are asked nothing about %.80q", answer.Reference))
		return nil
	case len(meant) > 1:
		b.faults[i].add(BadInput("kind", "held_question_ambiguous", "you are asked about a job and a project holder of this reference; say which"))
		return nil
	}
	return meant[0]
}

// judge puts an answer that was read whole to those that are taken, unless it was given before, or something is wrong with it.
func (b *heldBatch) judge(i int, question *openQuestion, answer HeldInput, whole bool) (known bool) {
	fault := question.endFault(*answer.Answer, answer.EndedOn, "endedOn")
	if fault == nil && question.says(*answer.Answer, answer.EndedOn) {
		return true
	}
	b.faults[i].add(question.takesNone("answer"))
	b.faults[i].add(fault)
	if len(b.faults[i]) == 0 && whole {
		b.answers = append(b.answers, AnsweredQuestion{Question: question.ID(), Version: question.Version, Answer: *answer.Answer, EndedOn: answer.EndedOn})
		b.questions = append(b.questions, question)
	}
	return false
}

// says tells whether this is the answer that stands.
func (q *openQuestion) says(answer StillHeld, endedOn *Date) bool {
	if !q.Stands {
		return answer == "NOT_KNOWN" && q.ClosedOn != nil
	}
	return answer == "HELD" && *q.Said || answer == "ENDED" && !*q.Said && *q.SaidEnd == *endedOn
}

// takeByConvention writes answers down, those of each convention as a declaration.
func (d *DB) takeByConvention(ctx context.Context, v *Viewer, b *heldBatch) error {
	var conventions []int64
	for _, question := range b.questions {
		if !slices.Contains(conventions, question.ConventionID) {
			conventions = append(conventions, question.ConventionID)
		}
	}
	var given []*handedIn
	for _, convention := range conventions {
		var answers []AnsweredQuestion
		var questions []*openQuestion
		for i, question := range b.questions {
			if question.ConventionID == convention {
				answers, questions = append(answers, b.answers[i]), append(questions, question)
			}
		}
		taken, err := d.takeAnswers(ctx, v, answers, questions)
		if err != nil {
			return err
		}
		if taken != nil {
			given = append(given, taken)
		}
	}
	if len(given) == 0 {
		return nil
	}
	return d.writeReceipts(ctx, v, given...)
}
