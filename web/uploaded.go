package web

import (
	"context"
	"net/http"

	"mithaq/db"
)

// uploaded is a kind of sheet that is taken: who may send it, and how it is read, which gives what takes its rows.
type uploaded struct {
	*form
	may  func(r *http.Request, in *asked) error
	read func(ctx context.Context, in *asked, sheet *sheet) (*reading, taking, error)
}

// taking takes the rows of a sheet, and says how many were checked.
type taking func(ctx context.Context, checked func(rows int)) (*db.BatchReply, error)

// uploadedJobs are taken into a draft.
func (s *Site) uploadedJobs() uploaded {
	return uploaded{jobForm, func(r *http.Request, in *asked) error {
		id, err := db.ParseID(r.PathValue("id"))
		if err == nil {
			in.declaration, err = s.DB.Fillable(r.Context(), in.viewer, id)
		}
		return err
	}, func(ctx context.Context, in *asked, sheet *sheet) (*reading, taking, error) {
		choices, err := s.DB.ChoicesOf(ctx, in.declaration)
		if err != nil {
			return nil, nil, err
		}
		read, jobs := readAs[db.JobInput](sheet, choices, in.language)
		return read, func(ctx context.Context, checked func(int)) (*db.BatchReply, error) {
			return s.DB.AddJobs(ctx, in.viewer, db.Batch{
				Declaration: in.declaration.ID(), Version: in.version, Jobs: jobs, Unread: read.unread,
				CheckOnly: in.checkOnly, LeaveFaulty: in.leaveFaulty, IdempotencyKey: in.key, Checked: checked,
			})
		}, nil
	}}
}

// uploadedAnswers are submitted as they come.
func (s *Site) uploadedAnswers() uploaded {
	return uploaded{heldForm, func(r *http.Request, in *asked) error {
		if in.version != nil {
			return db.BadInput("version", "version_unknown", "answers belong to no draft: leave the version out")
		}
		in.partner = r.PathValue("partner")
		return s.DB.Answerable(r.Context(), in.viewer, in.partner)
	}, func(_ context.Context, in *asked, sheet *sheet) (*reading, taking, error) {
		read, answers := readAs[db.HeldInput](sheet, nil, in.language)
		return read, func(ctx context.Context, checked func(int)) (*db.BatchReply, error) {
			return s.DB.AnswerHeldBatch(ctx, in.viewer, db.HeldBatch{
				Partner: in.partner, Answers: answers, Unread: read.unread,
				CheckOnly: in.checkOnly, LeaveFaulty: in.leaveFaulty, IdempotencyKey: in.key, Checked: checked,
			})
		}, nil
	}}
}
