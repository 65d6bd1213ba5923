package db_test

import (
	"context"
	"fmt"

	"mithaq/db"
)

// deed is something that one of them does; its numbers choose on what.
type deed struct{ what, who, which, how int }

// deeds by their names, each on what there is at that moment.
var deeds = []func(w *work, ctx context.Context, d deed) error{
	func(w *work, ctx context.Context, d deed) error { // begins a draft, now and then
		if len(w.drafts) > 0 && d.how > 3 {
			return nil
		}
		made, err := w.d.StartDeclaration(ctx, w.hand(d), db.NewDeclaration{Partner: w.partner, Convention: w.convention, From: "2024-01-01", Until: "2024-03-31"})
		if err == nil {
			w.noteDraft(made.ID())
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // declares a job
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		reference := fmt.Sprintf("w-%d", d.which%200)
		row, err := w.d.SaveJob(ctx, w.hand(d), db.SavedJob{Declaration: draft, Job: w.job(reference, d)})
		if err == nil {
			w.noteRow(savedRow{draft, row.ID(), reference})
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // changes one, as it was first
		row, ok := w.row(d)
		if !ok {
			return nil
		}
		version := 1 + d.how%2
		_, err := w.d.SaveJob(ctx, w.hand(d), db.SavedJob{Declaration: row.declaration, Row: &row.row, Version: &version, Job: w.job(row.reference, d)})
		if err == nil {
			return w.noteRewrite(row.row, version)
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // takes one out
		row, ok := w.row(d)
		if !ok {
			return nil
		}
		_, err := w.d.RemoveRow(ctx, w.hand(d), row.declaration, row.row, 1)
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // submits, as it is now
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		now, err := w.d.Declaration(ctx, w.hand(d), draft)
		if err != nil || now == nil {
			return err
		}
		_, err = w.d.SubmitDeclaration(ctx, w.hand(d), db.Submission{Declaration: draft, Version: now.Version})
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // withdraws one of the latest
		return someOf(4, d, func(d deed) error {
			draft, ok := w.draft(d)
			if !ok {
				return nil
			}
			_, err := w.d.WithdrawDeclaration(ctx, w.hand(d), draft, nil)
			return err
		})
	},
	func(w *work, ctx context.Context, d deed) error { // corrects or amends one of the latest rows
		return someOf(8, d, func(d deed) error {
			row, ok := w.row(d)
			if !ok {
				return nil
			}
			made, err := w.d.CorrectRows(ctx, w.hand(d), db.Correction{Rows: []db.ID{row.row}})
			if err == nil {
				w.noteDraft(made.ID())
			}
			return err
		})
	},
	func(w *work, ctx context.Context, d deed) error { // throws a draft away
		draft, ok := w.draft(d)
		if !ok || d.how > 0 {
			return nil
		}
		_, err := w.d.DiscardDeclaration(ctx, w.hand(d), draft)
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // claims, or lets go, one of the latest that can be
		return someOf(4, d, func(d deed) error {
			draft, ok := w.draft(d)
			if !ok {
				return nil
			}
			if d.how%2 == 0 {
				_, err := w.d.ClaimDeclaration(ctx, w.officer(d), draft)
				return err
			}
			_, err := w.d.ReleaseDeclaration(ctx, w.officer(d), draft)
			return err
		})
	},
	decides, decides,
	func(w *work, ctx context.Context, d deed) error { // welcomes a project holder
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		reference := fmt.Sprintf("h-%d", d.which%20)
		row, err := w.d.SaveProjectHolder(ctx, w.hand(d), db.SavedHolder{Declaration: draft, Holder: db.ProjectHolderInput{
			Reference: reference, Region: []string{"MA-06", "MA-01"}[d.how%2], WelcomedOn: "2024-01-15"}})
		if err == nil {
			w.noteRow(savedRow{draft, row.ID(), reference})
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // declares a stage of one
		draft, ok := w.draft(d)
		if !ok {
			return nil
		}
		reference := fmt.Sprintf("h-%d", d.which%20)
		in := db.SavedProgress{Declaration: draft, Reference: reference, ReachedOn: db.Date(fmt.Sprintf("2024-%02d-10", 2+d.which%9)),
			Stage: []db.Stage{"TRAINED", "PLAN_READY", "LAUNCHED", "FOLLOWED_UP", "LEFT"}[d.how%5]}
		if why := "x"; in.Stage == "LEFT" {
			in.LeftReason = &why
		}
		row, err := w.d.SaveProgress(ctx, w.hand(d), in)
		if err == nil {
			w.noteRow(savedRow{draft, row.ID(), reference})
		}
		return err
	},
	func(w *work, ctx context.Context, d deed) error { // asks for a second officer, of one of the latest rows
		return someOf(8, d, func(d deed) error {
			row, ok := w.row(d)
			if !ok {
				return nil
			}
			_, err := w.d.AskSecondOfficer(ctx, w.hand(d), db.Appeal{Rows: []db.ID{row.row}, Words: "x"})
			return err
		})
	},
	func(w *work, ctx context.Context, d deed) error { // the program closes what isn't answered, as it were
		if d.how > 3 {
			return nil
		}
		if _, err := w.owner.ExecContext(ctx, "begin; set local session_replication_role = replica; update decisions set created_at = now() - interval '61 days' where id % 7 = 0; commit"); err != nil {
			return err
		}
		_, err := w.d.CloseUnanswered(ctx)
		return err
	},
}

// someOf does to one after another of the latest what few allow, until one does.
func someOf(latest int, d deed, does func(deed) error) (err error) {
	for range latest {
		if err = does(d); err == nil || !isRefusal(err) {
			return err
		}
		d.which++
	}
	return err
}

// often has each deed as often as it is done: more is declared than withdrawn.
var often = []int{0, 1, 1, 1, 1, 2, 2, 3, 4, 4, 4, 5, 6, 7, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10, 11, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14}

func decides(w *work, ctx context.Context, d deed) error {
	verdict := db.Verdict{Outcome: []db.Outcome{"ACCEPTED", "RETURNED", "REFUSED", "ACCEPTED"}[d.how%4]}
	if basis, reason, words := db.Basis("CONTRACT"), db.DecisionReason("OTHER"), "x"; verdict.Outcome == "ACCEPTED" {
		verdict.Basis = &basis
	} else {
		verdict.Reason, verdict.Words = &reason, &words
	}
	if row, ok := w.row(d); ok && d.how%3 == 0 {
		verdict.Declaration, verdict.Rows = row.declaration, []db.ID{row.row}
	} else if draft, ok := w.draft(d); ok {
		verdict.Declaration = draft
	} else {
		return nil
	}
	_, err := w.d.DecideRows(ctx, w.officer(d), verdict)
	return err
}
