package db

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Batch says which jobs are to stand in a draft, all of them at once. A job whose reference is there is written anew; one
// that is there as it is, or was submitted so, is known, and left.
type Batch struct {
	Declaration    ID
	Version        *int `json:",omitempty"` // of the draft, as it was seen: without it, rows that others have written since are written over
	Jobs           []JobInput
	Unread         map[int]bool // the jobs of which something could not be read: they are checked, and count as faulty
	CheckOnly      bool
	LeaveFaulty    bool // takes the others; without it nothing is taken while anything is wrong
	IdempotencyKey *string
	Checked        func(jobs int) `json:"-"` // is told how many were checked, if it is there
}

// BatchReply says what came of a batch: how many jobs were written, how many of these in place of what stood there, how many were
// there as they are, how many were wrong, how many said nothing, and all that is wrong, whatever its number.
type BatchReply struct {
	Taken, Changed, Known, Faulty, Open int
	Faults                              []RowFault
}

// RowFault is what is wrong with one of many rows, by its place.
type RowFault struct {
	Row int
	*Error
}

// settle says how many were taken: where the same request was answered before, as many as then, and what it has taken is known.
func (r *BatchReply) settle(taken int) {
	r.Known, r.Taken = max(0, r.Known+r.Taken-taken), taken
}

// Fillable reads a draft that a viewer may write.
func (d *DB) Fillable(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	declaration, err := d.Private().written(ctx, v, id)
	if err != nil {
		return nil, err
	}
	return declaration, declaration.stillDraft()
}

// AddJobs checks the jobs of a batch and writes them, all or, while anything is wrong, none.
func (d *DB) AddJobs(ctx context.Context, v *Viewer, in Batch) (*BatchReply, error) {
	return inTx(ctx, d, v, "declaration: jobs saved", func(tx *DB) (*BatchReply, error) {
		declaration, err := tx.draft(ctx, v, in.Declaration)
		if err != nil {
			return nil, err
		}
		b, err := tx.checkBatch(ctx, declaration, in)
		if err != nil {
			return nil, err
		}
		reply := b.reply()
		if in.CheckOnly || reply.Faulty > 0 && !in.LeaveFaulty {
			reply.Taken, reply.Changed = 0, 0
			return reply, nil
		}
		if in.Version != nil && *in.Version != declaration.Version && reply.Changed > 0 {
			return nil, Conflict("version", "draft_changed", fmt.Sprintf("this draft was changed since it was read, and %d of its rows would be written over; look at it again", reply.Changed))
		}
		written := reply.Taken
		done, err := tx.once(ctx, v, in.IdempotencyKey, in, func() (int64, error) { return int64(written), tx.writeBatch(ctx, declaration, b) })
		reply.settle(int(done))
		return reply, err
	})
}

// batch is what was found of the jobs of a Batch.
type batch struct {
	reader         *jobReader
	drafted        map[string]*DeclarationRow // the rows of the draft, by their references
	kept           map[int64]*keptJob         // what is there, by its row
	added, changed []*declaredJob
	marked         []*declaredJob          // known jobs of which a fingerprint by a key in force is missing
	ends           map[string]*endedBefore // the jobs whose ends are declared, by their references
	endsBeside     map[string]int          // how often each of them is said to end
	addedEnds      []*declaredEnd
	changedEnds    []*declaredEnd
	faults         []Faults // by the jobs' places
	unread         map[int]bool
	known          int
}

func (d *DB) checkBatch(ctx context.Context, declaration *Declaration, in Batch) (*batch, error) {
	reader, err := d.newJobReader(ctx, declaration, nil, in.Jobs)
	if err != nil {
		return nil, err
	}
	b := &batch{reader: reader, drafted: map[string]*DeclarationRow{}, faults: make([]Faults, len(in.Jobs)), unread: in.Unread}
	if err := b.learn(ctx, d, declaration); err != nil {
		return nil, err
	}
	if err := b.learnEnds(ctx, d, declaration, in.Jobs); err != nil {
		return nil, err
	}
	read, ends := make([]*declaredJob, len(in.Jobs)), make([]*declaredEnd, len(in.Jobs))
	for i, job := range in.Jobs {
		if job.IsEnd {
			ends[i] = b.checkEnd(i, job)
		} else {
			read[i] = b.check(i, job)
		}
		if in.Checked != nil {
			in.Checked(i + 1)
		}
	}
	if in.LeaveFaulty {
		b.leaveWhatRefillsFaulty(in.Jobs)
	}
	for i, job := range read {
		if !b.wrong(i) {
			b.sort(job, ends[i])
		}
	}
	return b, nil
}

// sort puts a job, or an end, to those that are written, or to those that are known.
func (b *batch) sort(job *declaredJob, end *declaredEnd) {
	switch {
	case job != nil && job.RowID != 0:
		b.changed = append(b.changed, job)
	case job != nil:
		b.added = append(b.added, job)
	case end != nil && end.RowID != 0:
		b.changedEnds = append(b.changedEnds, end)
	case end != nil:
		b.addedEnds = append(b.addedEnds, end)
	default:
		b.known++
	}
}

// learn reads what the draft holds, and what is said by every row that the batch may mean.
func (b *batch) learn(ctx context.Context, d *DB, declaration *Declaration) error {
	var drafted []*DeclarationRow
	if err := d.selectRows(ctx, &drafted, `
		select id, declaration_id, reference, replaces_id, version
		from declaration_rows
		where declaration_id = $1 and kind = 'JOB' and state = 'DRAFT'`, declaration.Key); err != nil {
		return err
	}
	var keys []int64
	for _, row := range drafted {
		b.drafted[row.Reference] = row
		keys = append(keys, row.Key)
	}
	for reference, before := range b.reader.declared {
		if before.State != "DRAFT" && b.reader.beside[reference] > 0 {
			keys = append(keys, before.RowID)
		}
	}
	var err error
	b.kept, err = d.keptJobs(ctx, keys)
	return err
}

// check gives a job as it is to be written; nil where it is there as it is, or anything is wrong with it.
func (b *batch) check(i int, in JobInput) *declaredJob {
	r := b.reader
	r.own = b.drafted[strings.TrimSpace(in.Reference)]
	job, faults := r.read(in)
	var kept *keptJob
	if r.own != nil {
		job.RowID = r.own.Key
		kept = b.kept[r.own.Key]
	} else if before, declared := r.before(job.Reference); declared {
		kept = b.kept[before.RowID]
	}
	if kept != nil {
		same := kept.says(job)
		faults = slices.DeleteFunc(kept.withItsNumber(job, faults), func(fault *Error) bool {
			return (fault.Reason == "reference_declared" || fault.Reason == "refilled_twice") && same
		})
		if same {
			if !kept.erased() && slices.ContainsFunc(job.Marks, func(m personMark) bool { return !kept.has(m) }) {
				b.marked = append(b.marked, job)
				job.RowID = kept.RowID
			}
			job = nil
		}
	}
	b.faults[i] = faults
	return job
}

func (b *batch) wrong(i int) bool { return len(b.faults[i]) > 0 || b.unread[i] }

// leaveWhatRefillsFaulty reports jobs that refill one that is left, as then it isn't there.
func (b *batch) leaveWhatRefillsFaulty(jobs []JobInput) {
	left := map[string]bool{}
	for i, job := range jobs {
		if _, there := b.drafted[strings.TrimSpace(job.Reference)]; b.wrong(i) && !there && !job.IsEnd {
			left[strings.TrimSpace(job.Reference)] = true
		}
	}
	for again := len(left) > 0; again; {
		again = false
		for i, job := range jobs {
			if job.IsEnd || job.Refills == nil || b.wrong(i) || !left[strings.TrimSpace(*job.Refills)] {
				continue
			}
			b.faults[i].add(BadInput("refills", "refilled_left", "%.80q is left, as something is wrong with it", *job.Refills))
			left[strings.TrimSpace(job.Reference)], again = true, true
		}
	}
}

func (b *batch) reply() *BatchReply {
	reply := &BatchReply{Known: b.known, Changed: len(b.changed) + len(b.changedEnds)}
	reply.Taken = reply.Changed + len(b.added) + len(b.addedEnds) // if they are written
	for i, faults := range b.faults {
		if b.wrong(i) {
			reply.Faulty++
		}
		for _, fault := range faults {
			reply.Faults = append(reply.Faults, RowFault{i, fault})
		}
	}
	return reply
}

func (d *DB) writeBatch(ctx context.Context, declaration *Declaration, b *batch) error {
	if len(b.marked) > 0 {
		if err := d.markAnew(ctx, b.marked); err != nil {
			return err
		}
	}
	if len(b.added)+len(b.changed)+len(b.addedEnds)+len(b.changedEnds) == 0 {
		return nil
	}
	if err := d.touch(ctx, declaration.Key); err != nil {
		return err
	}
	if len(b.changedEnds) > 0 {
		if err := d.rewriteEnds(ctx, b.changedEnds); err != nil {
			return err
		}
	}
	if len(b.added) > 0 {
		if _, err := d.addJobs(ctx, declaration, b.added); err != nil {
			return err
		}
	}
	if len(b.changed) > 0 {
		if err := d.rewriteJobs(ctx, declaration, b.changed); err != nil {
			return err
		}
	}
	if len(b.addedEnds) > 0 {
		return d.addEnds(ctx, declaration, b.addedEnds)
	}
	return nil
}
