package db

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/lib/pq"
)

// Submission says which draft is submitted, as it was when it had that version.
type Submission struct {
	Declaration    ID
	Version        int
	IdempotencyKey *string
}

// SubmitDeclaration submits a draft, which gets its receipt: a reference, the sum of its contents, and the day by which the
// agency must have answered, by the register's own rule. What its rows correct has no place of its own any more; what
// they amend stands until they are accepted.
func (d *DB) SubmitDeclaration(ctx context.Context, v *Viewer, in Submission) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: submitted", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.writable(ctx, v, in.Declaration)
		if err != nil {
			return nil, err
		}
		key, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) {
			return declaration.Key, tx.submit(ctx, v, declaration, in.Version)
		})
		if err != nil {
			return nil, err
		}
		return tx.declaration(ctx, key)
	})
}

func (d *DB) submit(ctx context.Context, v *Viewer, declaration *Declaration, version int) error {
	given, err := d.handIn(ctx, declaration, version)
	if err != nil {
		return err
	}
	return d.writeReceipts(ctx, v, given)
}

// handedIn is a draft whose rows wait for an officer, and whose receipt is still to be written.
type handedIn struct {
	*Declaration
	sum string // of its contents
}

func (d *DB) handIn(ctx context.Context, declaration *Declaration, version int) (*handedIn, error) {
	switch {
	case declaration.State != "DRAFT":
		return nil, Conflict("declaration", "declaration_submitted", "this declaration was submitted before")
	case declaration.Version != version:
		return nil, Conflict("version", "declaration_changed", "somebody has changed this declaration since you have read it; check it again")
	}
	if err := d.submittable(ctx, declaration); err != nil {
		return nil, err
	}
	sum, err := d.contentSum(ctx, declaration)
	if err != nil {
		return nil, err
	}
	for _, statement := range []string{`
		update declaration_rows r
		set state = 'REPLACED'
		from declaration_rows n
		where n.declaration_id = $1 and r.id = n.replaces_id and r.state in ('RETURNED', 'REFUSED')`,
		"update declaration_rows set state = 'WAITING' where declaration_id = $1 and state = 'DRAFT'",
	} {
		if _, err := d.exec(ctx, statement, declaration.Key); err != nil {
			return nil, err
		}
	}
	return &handedIn{declaration, sum}, nil
}

// writeReceipts writes what the receipts of declarations say, at the very end: they name the end of the trail, to which nobody adds
// until they are written. Who has it waits for nothing more, as others who hold something wait for it.
func (d *DB) writeReceipts(ctx context.Context, v *Viewer, given ...*handedIn) error {
	if _, err := d.exec(ctx, "select hold_trail()"); err != nil {
		return err
	}
	now := time.Now().UTC()
	for _, in := range given {
		if _, err := d.exec(ctx, `
			update declarations
			set state = 'SUBMITTED', version = version + 1, reference = $2, submitted_at = now(), submitted_by = $3, content_sha256 = $4,
			  answer_due_on = $5, (trail_position, trail_sum) = (select t.position, encode(t.sum, 'hex') from trail_entries t order by t.position desc limit 1)
			where id = $1`, in.Key, fmt.Sprintf("D-%d-%07d", now.Year(), in.Key), v.actor(), in.sum,
			now.AddDate(0, 0, d.AnswerDays).Format(time.DateOnly)); err != nil {
			return err
		}
	}
	return nil
}

// submittable refuses a declaration of nothing, and one whose rows can't stand beside what was submitted or decided since
// they were written.
func (d *DB) submittable(ctx context.Context, declaration *Declaration) error {
	var rows struct {
		Count   int            `db:"count"`
		Stale   pq.StringArray `db:"stale"`
		Clashes pq.StringArray `db:"clashes"`
	}
	if err := d.selectOne(ctx, &rows, `
		select count(*) as count,
		  array_agg(r.reference) filter (where r.replaces_id is not null and
		    (b.state not in ('ACCEPTED', 'RETURNED', 'REFUSED') or not r.amends and b.state = 'ACCEPTED')) as stale,
		  array_agg(r.reference) filter (where r.replaces_id is null and (r.kind = 'JOB' and exists (
		    select from declaration_rows o
		    where o.partner_id = r.partner_id and o.reference = r.reference and o.kind = 'JOB' and o.id <> r.id
		      and o.state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED')) or r.kind = 'PROGRESS' and exists (
		    select from project_holders h join project_holders o on o.partner_id = h.partner_id and o.reference = h.reference
		    where h.row_id = r.id and o.state in ('WAITING', 'ACCEPTED', 'RETURNED', 'REFUSED')))) as clashes
		from declaration_rows r
		left join declaration_rows b on b.id = r.replaces_id
		where r.declaration_id = $1`, declaration.Key); err != nil {
		return err
	}
	if rows.Count == 0 {
		return BadInput("declaration", "declaration_empty", "there is nothing in this declaration; add what is declared first")
	}
	var faults Faults
	for _, reference := range rows.Stale {
		faults.add(Conflict("declaration", "row_decided_since", fmt.Sprintf("what %q corrects was corrected, withdrawn or decided since; take the row out", reference)))
	}
	for _, reference := range rows.Clashes {
		faults.add(Conflict("declaration", "reference_declared", fmt.Sprintf("%q was declared since by another declaration of yours; take the row out, or correct that one", reference)))
	}
	return faults.err()
}

// content is one row of a declaration as its sum is made of it: one JSON object a line, in the order of the rows.
type content struct {
	Position   int     `db:"position" json:"position"`
	Kind       RowKind `db:"kind" json:"kind"`
	Reference  string  `db:"reference" json:"reference"`
	Replaces   *string `db:"replaces" json:"corrects,omitempty"`
	Employer   *string `db:"employer" json:"employer,omitempty"`
	Where      *string `db:"undertaking" json:"undertaking,omitempty"`
	Occupation *string `db:"occupation" json:"occupation,omitempty"`
	Group      *string `db:"occupation_group" json:"occupationGroup,omitempty"`
	Sector     *string `db:"sector" json:"sector,omitempty"`
	Region     *string `db:"region" json:"region,omitempty"`
	RegionID   *int64  `db:"region_id" json:"-"`
	Contract   *string `db:"contract_kind" json:"contractKind,omitempty"`
	StartedOn  *Date   `db:"started_on" json:"startedOn,omitempty"`
	EndedOn    *Date   `db:"ended_on" json:"endedOn,omitempty"`
	Refills    *string `db:"refills" json:"refills,omitempty"`
	Gender     *string `db:"gender" json:"gender,omitempty"`
	BirthYear  *int    `db:"birth_year" json:"birthYear,omitempty"`
	Education  *string `db:"education" json:"education,omitempty"`
	Held       *bool   `db:"held" json:"held,omitempty"`
	Stage      *string `db:"stage" json:"stage,omitempty"`
	ReachedOn  *Date   `db:"reached_on" json:"reachedOn,omitempty"`
	LeftReason *string `db:"left_reason" json:"leftReason,omitempty"`
	Before     *string `db:"situation_before" json:"situationBefore,omitempty"`
	Card       *string `db:"identity_kind" json:"identityKind,omitempty"`
	Ending     *string `db:"identity_ending" json:"identityEnding,omitempty"`
}

const readContents = `
	select r.position, r.kind, r.reference, bd.reference as replaces, p.slug as employer, j.undertaking, j.occupation,
	  g.code as occupation_group, s.code as sector, e.code as region, r.region_id, j.contract_kind, j.started_on,
	  coalesce(x.ended_on, j.ended_on, a.ended_on) as ended_on, a.held, fr.reference as refills, coalesce(f.gender, hf.gender) as gender,
	  coalesce(f.birth_year, hf.birth_year) as birth_year, coalesce(f.education, hf.education) as education,
	  coalesce(f.situation_before, hf.situation_before) as situation_before, coalesce(f.identity_kind, hf.identity_kind) as identity_kind,
	  coalesce(f.identity_ending, hf.identity_ending) as identity_ending, t.stage, t.reached_on, t.left_reason
	from declaration_rows r
	left join declaration_rows b on b.id = r.replaces_id
	left join declarations bd on bd.id = b.declaration_id
	left join jobs j on j.row_id = r.id
	left join job_ends x on x.row_id = r.id
	left join project_stages t on t.row_id = r.id
	left join held_answers a on a.row_id = r.id
	left join project_holders h on h.row_id = r.id
	left join partners p on p.id = j.employer_id
	left join occupation_groups g on g.id = j.occupation_group_id
	left join sectors s on s.id = coalesce(j.sector_id, h.sector_id)
	left join regions e on e.id = coalesce(j.region_id, h.region_id)
	left join jobs fj on fj.id = j.refills_id
	left join declaration_rows fr on fr.id = fj.row_id
	left join beneficiary_profiles f on f.job_id = j.id
	left join beneficiary_profiles hf on hf.project_holder_id = h.id
	where r.declaration_id = $1`

const inOrder = "\norder by r.position"

// contentSum is the SHA-256 of the contents of a declaration, in hexadecimal.
func (d *DB) contentSum(ctx context.Context, declaration *Declaration) (string, error) {
	var rows []content
	if err := d.selectRows(ctx, &rows, readContents+inOrder, declaration.Key); err != nil {
		return "", err
	}
	sum := sha256.New()
	lines := json.NewEncoder(sum) // a line each
	for _, row := range rows {
		if err := lines.Encode(row); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// WithdrawDeclaration takes back what nothing stands of yet: the rows that wait or were returned, all of them or some.
func (d *DB) WithdrawDeclaration(ctx context.Context, v *Viewer, id ID, rows []ID) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: withdrawn", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.writable(ctx, v, id)
		if err != nil {
			return nil, err
		}
		var keys []int64
		if err := tx.selectRows(ctx, &keys, `
			select id from declaration_rows
			where declaration_id = $1 and state in ('WAITING', 'RETURNED') and ($2::bigint[] is null or id = any ($2))
			for update`, declaration.Key, pq.Array(keysOf("DeclarationRow", rows))); err != nil {
			return nil, err
		}
		if len(keys) == 0 || rows != nil && len(keys) < len(rows) {
			return nil, Conflict("rows", "nothing_to_withdraw", "only rows that wait or were returned are withdrawn; what was accepted is amended, and a draft thrown away")
		}
		if _, err := tx.exec(ctx, "update declaration_rows set state = 'WITHDRAWN' where id = any ($1)", pq.Array(keys)); err != nil {
			return nil, err
		}
		return tx.declaration(ctx, declaration.Key)
	})
}

// keysOf gives the keys of ids of a type; nil for none.
func keysOf(typ string, ids []ID) []int64 {
	if ids == nil {
		return nil
	}
	keys := make([]int64, len(ids))
	for i, id := range ids {
		keys[i] = id.keyOf(typ)
	}
	return keys
}
