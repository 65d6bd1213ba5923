package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// SavedProgress says which stage a project holder has reached, who was declared before or in the same draft, by the reference
// of then; as a new row of a draft, or as a row of it anew.
type SavedProgress struct {
	Declaration    ID
	Row            *ID
	Version        *int
	Reference      string
	Stage          Stage
	ReachedOn      Date
	LeftReason     *string
	IdempotencyKey *string
}

// SaveProgress saves a stage of a project holder, by a row of a draft.
func (d *DB) SaveProgress(ctx context.Context, v *Viewer, in SavedProgress) (*DeclarationRow, error) {
	return d.saveRow(ctx, v, "declaration: progress saved", in.Declaration, in.IdempotencyKey, in, func(tx *DB, declaration *Declaration) (int64, error) {
		return tx.saveProgress(ctx, declaration, in)
	})
}

// holderBefore is the project holder who goes on.
type holderBefore struct {
	First    int64  `db:"first"`
	RegionID *int64 `db:"region_id"`
}

func (d *DB) saveProgress(ctx context.Context, declaration *Declaration, in SavedProgress) (int64, error) {
	own, err := d.draftRow(ctx, declaration, in.Row, in.Version, "PROGRESS")
	if err != nil {
		return 0, err
	}
	reference := strings.TrimSpace(in.Reference)
	holder, err := d.holderBefore(ctx, declaration, own, reference)
	if err != nil {
		return 0, err
	}
	reason, faults, err := d.readProgress(ctx, declaration, own, holder, in)
	if err != nil {
		return 0, err
	}
	if err := faults.err(); err != nil {
		return 0, err
	}
	if err := d.touch(ctx, declaration.Key); err != nil {
		return 0, err
	}
	if own != nil {
		_, err := d.exec(ctx, `
			with r as (update declaration_rows set reference = $2, region_id = $3, version = version + 1 where id = $1)
			update project_stages set project_holder_id = $4, stage = $5, reached_on = $6, left_reason = $7 where row_id = $1`,
			own.Key, reference, holder.RegionID, holder.First, in.Stage, in.ReachedOn, reason)
		return own.Key, err
	}
	last, err := d.room(ctx, declaration, 1)
	if err != nil {
		return 0, err
	}
	var key int64
	err = d.selectOne(ctx, &key, `
		with r as (
			insert into declaration_rows (declaration_id, convention_id, partner_id, position, kind, reference, region_id)
			values ($1, $2, $3, $4, 'PROGRESS', $5, $6)
			returning id)
		insert into project_stages (row_id, convention_id, project_holder_id, stage, reached_on, left_reason)
		select r.id, $2, $7, $8, $9, $10 from r
		returning row_id`, declaration.Key, declaration.ConventionID, declaration.PartnerID, last+1, reference, holder.RegionID,
		holder.First, in.Stage, in.ReachedOn, reason)
	return key, err
}

// holderBefore finds who has a reference: declared before, and not refused, or in the same draft.
func (d *DB) holderBefore(ctx context.Context, declaration *Declaration, own *DeclarationRow, reference string) (*holderBefore, error) {
	if own != nil {
		if welcome, err := d.keptHolder(ctx, own.Key); err == nil && welcome != nil {
			return nil, errNoRow // a welcome is saved with whom it declares
		}
		if own.ReplacesID != nil && reference != own.Reference {
			return nil, BadInput("reference", "reference_fixed", "this corrects %q, and keeps its reference", own.Reference)
		}
	}
	holder := new(holderBefore)
	err := d.selectOne(ctx, holder, `
		select coalesce(h.first_id, h.id) as first, h.region_id
		from project_holders h join declaration_rows r on r.id = h.row_id
		where h.partner_id = $1 and h.convention_id = $2 and h.reference = $3
		  and (h.state in ('WAITING', 'ACCEPTED', 'RETURNED') or h.state = 'DRAFT' and r.declaration_id = $4)
		order by array_position('{ACCEPTED,WAITING,RETURNED,DRAFT}'::row_state[], h.state) limit 1`,
		declaration.PartnerID, declaration.ConventionID, reference, declaration.Key)
	if errors.Is(err, sql.ErrNoRows) {
		err = BadInput("reference", "holder_unknown", "%.80q is no project holder of yours under this convention; declare the welcome first", reference)
	}
	return holder, err
}

const mostLeftReason = 500 // characters

// readProgress gives the reason of who has left, or all that is wrong with a stage.
func (d *DB) readProgress(ctx context.Context, declaration *Declaration, own *DeclarationRow, holder *holderBefore, in SavedProgress) (*string, Faults, error) {
	var faults Faults
	var reason *string
	if in.LeftReason != nil && strings.TrimSpace(*in.LeftReason) != "" {
		words := strings.TrimSpace(*in.LeftReason)
		reason = &words
		if length := utf8.RuneCountInString(words); length > mostLeftReason {
			faults.add(BadInput("leftReason", "left_reason_long", "%d characters; allowed are %d", length, mostLeftReason))
		}
	}
	switch {
	case in.Stage == "WELCOMED":
		faults.add(BadInput("stage", "stage_of_welcome", "the welcome is declared with the project holder, by saveProjectHolder"))
	case in.Stage == "LEFT" && reason == nil:
		faults.add(BadInput("leftReason", "project_stages_left_has_reason", "say why the project holder has left"))
	case in.Stage != "LEFT" && reason != nil:
		faults.add(BadInput("leftReason", "project_stages_left_has_reason", "only who has left has a reason for that; leave it out"))
	}
	checkReached(&faults, "reachedOn", in.ReachedOn)
	var row int64
	if own != nil {
		row = own.Key
	}
	beside, err := d.stagesBeside(ctx, declaration, holder.First, row)
	return reason, append(faults, stagePlaced(in.Stage, in.ReachedOn, "reachedOn", beside)...), err
}

// checkReached reports a day on which no stage can have been reached.
func checkReached(faults *Faults, field string, on Date) {
	switch {
	case on < firstStart:
		faults.add(BadInput(field, "start_long_ago", "%s; allowed are days from %s on", on, firstStart))
	case on > today():
		faults.add(BadInput(field, "stage_to_come", "%s is to come; a stage is declared once it is reached", on))
	}
}

// reachedStage is another stage of the same project holder.
type reachedStage struct {
	Stage     Stage `db:"stage"`
	ReachedOn Date  `db:"reached_on"`
}

// stagesBeside reads the stages of a project holder that a row has to be in order with: those that wait or were accepted, and
// those of the same draft, each in the place of what it is to correct.
func (d *DB) stagesBeside(ctx context.Context, declaration *Declaration, holder, row int64) ([]reachedStage, error) {
	var found []reachedStage
	err := d.selectRows(ctx, &found, `
		select s.stage, s.reached_on
		from project_stages s join declaration_rows r on r.id = s.row_id
		where s.project_holder_id = $1 and r.id <> $3
		  and (s.state in ('WAITING', 'ACCEPTED') or s.state = 'DRAFT' and r.declaration_id = $2)
		  and not exists (
		    select from declaration_rows n
		    where n.replaces_id = r.id and (n.state = 'WAITING' or n.state = 'DRAFT' and n.declaration_id = $2))
		order by s.stage`, holder, declaration.Key, row)
	return found, err
}

// stagePlaced reports a stage that isn't in order with others: each comes once, on the day of the one before it or later.
// Some may be left out, and be declared after those that follow on them.
func stagePlaced(stage Stage, on Date, field string, beside []reachedStage) Faults {
	var faults Faults
	order := Stage("").Values()
	place := slices.Index(order, string(stage))
	for _, other := range beside {
		switch at := slices.Index(order, string(other.Stage)); {
		case at == place:
			faults.add(Conflict("stage", "stage_declared", fmt.Sprintf("%s is declared of this project holder already, on %s", stage, other.ReachedOn)))
		case at < place && on < other.ReachedOn:
			faults.add(BadInput(field, "stage_before_the_former", "%s is before %s was reached, on %s", on, other.Stage, other.ReachedOn))
		case at > place && on > other.ReachedOn:
			faults.add(BadInput(field, "stage_after_the_next", "%s is after %s was reached, on %s", on, other.Stage, other.ReachedOn))
		}
	}
	return faults
}

// stillProgresses refuses to take the welcome of a project holder out of a draft from under the stages that go with it.
func (d *DB) stillProgresses(ctx context.Context, row *DeclarationRow) error {
	var progresses bool
	err := d.selectOne(ctx, &progresses, `
		select exists (
			select from project_holders h join project_stages s on s.project_holder_id = h.id
			where h.row_id = $1 and s.row_id <> $1)`, row.Key)
	if err == nil && progresses {
		err = Conflict("row", "holder_progresses", "stages of this project holder are in the draft; take those out first")
	}
	return err
}
