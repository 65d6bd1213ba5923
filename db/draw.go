package db

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// sealDraw makes the value of a draft's draw, which nobody knows before: the sum of it that stands in the draft, and the value
// sealed.
func (d *DB) sealDraw() (sum string, sealed []byte) {
	random := make([]byte, sha256.Size)
	_, _ = rand.Read(random) // never fails
	value := hex.EncodeToString(random)
	return hexSum(value), d.vault.seal(value, "draw")
}

func hexSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// DrawSample draws the sample of a declaration of many rows, once, and so publishes the value that was sealed with it.
// Which rows are drawn was fixed when it was submitted, and nobody could know.
func (d *DB) DrawSample(ctx context.Context, v *Viewer, id ID) (*Declaration, error) {
	return inTx(ctx, d, v, "declaration: sample drawn", func(tx *DB) (*Declaration, error) {
		declaration, err := tx.undecided(ctx, v, id)
		if err != nil {
			return nil, err
		}
		due, err := tx.sampleDue(ctx, declaration)
		switch {
		case err != nil:
			return nil, err
		case !v.Decides(declaration):
			return nil, Forbidden("decisions_not_on_own_entry", "nobody decides on what one has entered; another officer must")
		case !due:
			return nil, Conflict("declaration", "samples_once", "of this declaration a sample was drawn, or none is needed")
		}
		value, err := tx.sealedValue(ctx, declaration.Key)
		if err != nil {
			return nil, err
		}
		if _, err := tx.exec(ctx, "insert into samples (declaration_id, value) values ($1, $2)", declaration.Key, value); err != nil {
			return nil, err
		}
		return tx.declaration(ctx, declaration.Key)
	})
}

// sealedValue opens the value that was sealed with a declaration; for one that was begun before there were such values, it
// makes one.
func (d *DB) sealedValue(ctx context.Context, declaration int64) (string, error) {
	var sealed []byte
	if err := d.selectOne(ctx, &sealed, "select draw_sealed from declarations where id = $1", declaration); err != nil {
		return "", err
	}
	if sealed == nil {
		_, sealed = d.sealDraw()
	}
	value, err := d.vault.open(sealed, "draw")
	if err != nil {
		return "", Conflict("declaration", "draw_unreadable", "the value that was sealed with this declaration can't be read: the register's key is another; its rows can only be declared anew")
	}
	return value, nil
}

// sampleDue tells whether a sample is to be drawn before anything of a declaration is decided.
func (d *DB) sampleDue(ctx context.Context, declaration *Declaration) (bool, error) {
	counts, err := DeclarationCounts.ByKeys(ctx, d, []int64{declaration.Key})
	return err == nil && counts[declaration.Key].SampleDue, err
}

// sampleOf reads what was drawn of a declaration; nil where nothing was.
func (d *DB) sampleOf(ctx context.Context, declaration int64) (*Sample, error) {
	return SampleOfDeclaration.only(ctx, d, declaration)
}

// mayRestOnSample tells why the rows that were not drawn can't be accepted, where they can't.
func (s *Sample) mayRestOnSample() error {
	switch {
	case s == nil:
		return BadInput("basis", "decisions_by_the_sample", "of this declaration no sample was drawn, and each row rests on a basis of its own")
	case s.Result() == "WAITING":
		return Conflict("basis", "sample_waits", fmt.Sprintf("%d of the %d drawn rows still wait; what was not drawn follows from them", s.Waiting, s.Drawn))
	case s.Result() == "RETURNED":
		return Conflict("basis", "sample_above_rate", fmt.Sprintf("%d of the %d drawn rows were not accepted, more than a tenth: the whole is returned", s.NotAccepted, s.Drawn))
	}
	return nil
}

func (in *Verdict) restsOnSample() bool { return in.Basis != nil && *in.Basis == bySample }

// decidableBySample gives what was drawn of a declaration, or tells what must come before the verdict.
func (d *DB) decidableBySample(ctx context.Context, declaration *Declaration, in Verdict) (*Sample, error) {
	due, err := d.sampleDue(ctx, declaration)
	if err == nil && due {
		err = Conflict("declaration", "decisions_after_the_draw", fmt.Sprintf("above %d rows a sample is drawn before anything is decided", sampledAbove))
	}
	if err != nil {
		return nil, err
	}
	sample, err := d.sampleOf(ctx, declaration.Key)
	if err == nil && in.restsOnSample() {
		err = sample.mayRestOnSample()
	}
	return sample, err
}

// wholeReturned is what the partner reads of rows that were not looked at, where too many of the drawn ones were not accepted.
const wholeReturned = `%[1]d des %[2]d lignes tirées au sort n’ont pas été acceptées, plus d’une sur dix : le reste est renvoyé sans avoir été examiné. Corrigez-le et soumettez-le de nouveau.
لم يُقبل %[1]d من أصل %[2]d سطرا مسحوبا بالقرعة، أي أكثر من العُشر: أُعيد الباقي دون فحصه. صححوه وقدموه من جديد.
%[1]d of the %[2]d drawn rows were not accepted, more than one in ten: the rest is returned without having been looked at. Correct it and submit it again.`

// returnWhole returns whatever waits still, where too many of the drawn rows were not accepted, in the name of who decided on
// the last of them, but for what a second officer is to look at; it tells whether anything was.
func (d *DB) returnWhole(ctx context.Context, v *Viewer, declaration int64) (returned bool, err error) {
	sample, err := d.sampleOf(ctx, declaration)
	if err != nil || sample == nil || sample.Result() != "RETURNED" {
		return false, err
	}
	var rest []int64
	if err := d.selectRows(ctx, &rest, `
		select r.id
		from declaration_rows r
		where r.declaration_id = $1 and r.state = 'WAITING' and not exists (select from second_looks s where s.row_id = r.id)`, declaration); err != nil || len(rest) == 0 {
		return false, err
	}
	why, words := DecisionReason("SAMPLE_ABOVE_RATE"), fmt.Sprintf(wholeReturned, sample.NotAccepted, sample.Drawn)
	return true, d.decide(ctx, v, rest, Verdict{Outcome: "RETURNED", Reason: &why}, &words)
}
