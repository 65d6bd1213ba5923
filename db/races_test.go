package db_test

import (
	"testing"
	"time"

	"mithaq/db"
)

// stopped has whoever writes to a table wait, until what it gives is called: a request that came so far holds all that it took.
func (o office) stopped(table string) (goOn func()) {
	o.Helper()
	tx := o.owner.MustBegin()
	tx.MustExec("lock table " + table + " in share mode")
	o.Cleanup(func() { _ = tx.Rollback() }) // where a test ends before
	return func() { _ = tx.Rollback() }     // it wrote nothing
}

// begun does something beside, and gives its error once that is asked for.
func begun(do func() error) (ended func() error) {
	errs := make(chan error, 1)
	go func() { errs <- do() }()
	return func() error { return <-errs }
}

// wait waits until so many are waiting for each other, or, where they don't, for a second.
func (o office) wait(waiting int) {
	o.Helper()
	for until := time.Now().Add(time.Second); time.Now().Before(until); time.Sleep(5 * time.Millisecond) {
		var n int
		if err := o.owner.Get(&n, "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"); err != nil {
			o.Fatal(err)
		}
		if n >= waiting {
			return
		}
	}
}

// TestWhatIsAnsweredMeanwhileIsNotClosed has a question answered at the very moment at which its time is over.
func TestWhatIsAnsweredMeanwhileIsNotClosed(t *testing.T) {
	o := newOffice(t)
	if why := o.decides(o.declares(o.d, "H-1", "HH 1111"), "ACCEPTED", "CALL"); why != "" {
		t.Fatal(why)
	}
	if _, _, err := o.d.AskStillHeld(t.Context(), time.Now()); err != nil {
		t.Fatal(err)
	}
	late := time.Now().AddDate(0, 0, 31)
	o.past("delete from held_questions where row_id not in (select id from declaration_rows where reference = 'H-1')")
	var question int64
	if err := o.owner.Get(&question, "select id from held_questions"); err != nil {
		t.Fatal(err)
	}
	key, goOn := "k", o.stopped("idempotency_keys")
	answers := begun(func() error {
		_, err := o.d.AnswerStillHeld(t.Context(), o.hr, db.AnswersGiven{IdempotencyKey: &key,
			Answers: []db.AnsweredQuestion{{Question: db.ID{Type: "HeldQuestion", Key: question}, Version: 1, Answer: "HELD"}}})
		return err
	})
	o.wait(1)
	closes := begun(func() error { _, _, err := o.d.AskStillHeld(t.Context(), late); return err })
	o.wait(2)
	goOn()
	if err := answers(); err != nil {
		t.Fatal(err)
	}
	if err := closes(); err != nil {
		t.Fatal(err)
	}
	o.says("HELD in 2", `
		select concat(case when a.held then 'HELD' end, ' in ', q.version, q.closed_on) from held_questions q join held_answers a on a.question_id = q.id where q.id = $1`, question)
}

// TestWhatIsErasedIsNotCopiedMeanwhile has somebody erased while a correction of the row is being begun.
func TestWhatIsErasedIsNotCopiedMeanwhile(t *testing.T) {
	o := newOffice(t)
	submitted := o.declares(o.d, "P-1", "PP 1111")
	if why := o.decides(submitted, "ACCEPTED", "CALL"); why != "" {
		t.Fatal(why)
	}
	row := o.rowIDs(submitted)[0]
	request, _, err := o.d.RequestAboutPerson(t.Context(), asksAbout("ERASE", &o.partner), "10.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.d.CheckPersonIdentity(t.Context(), o.hr, db.CheckedIdentity{Request: request.ID(), Version: 1, How: "PARTNER_RECORDS"}); err != nil {
		t.Fatal(err)
	}
	corrects, goOn := o.corrects(row)
	erases := begun(func() error {
		_, err := o.d.EraseDetails(t.Context(), o.officer, db.Erasure{Request: request.ID(), Version: 2, Row: row})
		return err
	})
	o.wait(2)
	goOn()
	if err := corrects(); err != nil {
		t.Fatal(err)
	}
	if err := erases(); err != nil {
		t.Fatal(err)
	}
	o.says("2 rows", "select count(*) || ' rows' from declaration_rows where reference = 'P-1'")
	o.says("0 of them named", `
		select count(*) || ' of them named'
		from declaration_rows r join jobs j on j.row_id = r.id join beneficiary_profiles p on p.job_id = j.id
		where r.reference = 'P-1' and (p.birth_year is not null or exists (select from fingerprints f where f.job_id = j.id))`)
}

// corrects begins a correction of a row, and stops it where the copy is made and not yet to be seen.
func (o office) corrects(row db.ID) (ended func() error, goOn func()) {
	o.Helper()
	key := "correction"
	goOn = o.stopped("idempotency_keys")
	ended = begun(func() error {
		_, err := o.d.CorrectRows(o.Context(), o.hr, db.Correction{Rows: []db.ID{row}, IdempotencyKey: &key})
		return err
	})
	o.wait(1)
	return ended, goOn
}

// TestAKeyThatIsGivenUpTakesAllFingerprintsWithIt has a row corrected, and another held by who gives up on it, meanwhile.
func TestAKeyThatIsGivenUpTakesAllFingerprintsWithIt(t *testing.T) {
	o, _, _ := withKeys(t)
	submitted := o.declares(o.d, "K-1", "KK 1111")
	if why := o.decides(submitted, "ACCEPTED", "CALL"); why != "" {
		t.Fatal(why)
	}
	said := func(string) {}
	if _, err := o.d.BeginKeyChange(t.Context(), said); err != nil {
		t.Fatal(err)
	}
	ends := func() error { _, err := o.d.EndKeyChange(t.Context(), said); return err }
	t.Run("a copy", func(t *testing.T) {
		corrects, goOn := o.corrects(o.rowIDs(submitted)[0])
		ended := begun(ends)
		o.wait(2)
		goOn()
		if err := corrects(); err != nil {
			t.Fatal(err)
		}
		if err := ended(); err != nil {
			t.Fatal(err)
		}
		o.says("0", "select count(*) from fingerprints where key_version = 1")
	})
	t.Run("held", func(t *testing.T) {
		o.declares(o.d, "K-2", "KK 2222")
		if _, err := o.d.BeginKeyChange(t.Context(), said); err != nil {
			t.Fatal(err)
		}
		tx := o.owner.MustBegin()
		tx.MustExec("select from fingerprints f join jobs j on j.id = f.job_id join declaration_rows r on r.id = j.row_id where r.reference = 'K-2' for update of f")
		ended := begun(ends)
		o.wait(1)
		_ = tx.Rollback()
		if err := ended(); err != nil {
			t.Fatal(err)
		}
		o.says("0", "select count(*) from fingerprints where key_version = 2")
	})
}

// asksUnderTwo has jobs H-1 and H-2 verified and asked about, each under a convention of its own.
func (o office) asksUnderTwo() {
	o.Helper()
	second := o
	if err := o.owner.Get(&second.convention, "select slug from conventions where slug <> $1 order by id limit 1", o.convention); err != nil {
		o.Fatal(err)
	}
	o.past("insert into parties (slug, convention_id, role, partner_id, position, name_fr) select 'x', c.id, 'PARTNER', p.id, 99, 'X' from conventions c, partners p where c.slug = '" +
		second.convention + "' and p.slug = '" + o.partner + "' on conflict do nothing")
	for _, declared := range []*db.Declaration{o.declares(o.d, "H-1", "HH 1111"), second.declares(o.d, "H-2", "HH 2222")} {
		if why := o.decides(declared, "ACCEPTED", "CALL"); why != "" {
			o.Fatal(why)
		}
	}
	if _, _, err := o.d.AskStillHeld(o.Context(), time.Now()); err != nil {
		o.Fatal(err)
	}
}

// TestAnswersOfTwoConventionsHoldTheTrailAtTheirEnd answers at once under two conventions, while a row of the second is held by who
// comes to the end of the trail meanwhile.
func TestAnswersOfTwoConventionsHoldTheTrailAtTheirEnd(t *testing.T) {
	o := newOffice(t)
	o.asksUnderTwo()
	says := func(references ...string) error {
		in, held := db.HeldBatch{Partner: o.partner}, db.StillHeld("HELD")
		for _, reference := range references {
			in.Answers = append(in.Answers, db.HeldInput{Reference: reference, Answer: &held})
		}
		reply, err := o.d.AnswerHeldBatch(t.Context(), o.hr, in)
		if err == nil && reply.Taken != len(references) {
			t.Errorf("taken of %v: %+v", references, reply)
		}
		return err
	}
	if err := says("H-2"); err != nil {
		t.Fatal(err)
	}
	var row, declaration int64
	if err := o.owner.QueryRow("select r.id, r.declaration_id from declaration_rows r join held_answers a on a.row_id = r.id where r.reference = 'H-2'").Scan(&row, &declaration); err != nil {
		t.Fatal(err)
	}
	if why := o.decides(&db.Declaration{Key: declaration}, "RETURNED", ""); why != "" {
		t.Fatal(why)
	}
	tx := o.owner.MustBegin()
	tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
	tx.MustExec("select from declaration_rows where id = $1 for update", row)
	tx.MustExec("update claims set statement_fr = 'X' where id = (select min(id) from claims)")
	answers := begun(func() error { return says("H-1", "H-2") })
	o.wait(1)
	if err := tx.Commit(); err != nil {
		t.Errorf("who holds a row: %v", err)
	}
	if err := answers(); err != nil {
		t.Errorf("who answers: %v", err)
	}
	o.says("3", "select count(*) from declarations d where state in ('SUBMITTED', 'DECIDED') and trail_position is not null and exists (select from declaration_rows r where r.declaration_id = d.id and r.kind = 'STILL_HELD' and r.reference in ('H-1', 'H-2'))")
}
