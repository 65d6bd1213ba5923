package db

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
)

// markedLife is for how long a marked copy is there, as PostgreSQL says it.
const markedLife = "interval '1 hour'"

// mostMarked is how long a marked copy may be, in bytes.
const mostMarked = 32<<20 - 1<<10 // what seals it comes on top

// mostCopies are kept of one who sends sheets: the latest.
const mostCopies = 10

// KeepMarkedCopy keeps a copy of a sheet in which what is wrong is marked, for an hour, and gives the code that it is found
// and opened by: without it, nobody reads in the database who is in the sheet.
func (d *DB) KeepMarkedCopy(ctx context.Context, v *Viewer, content []byte) (code string, err error) {
	if len(content) > mostMarked {
		return "", BadInput("", "marked_copy_long", "the marked copy would have %d bytes; allowed are %d", len(content), mostMarked)
	}
	code = rand.Text() // 130 bits
	sealed, err := newVault(code)
	if err != nil {
		return "", err
	}
	return code, d.InTx(ctx, v.actor(), "marked copy: kept", func(tx *DB) error {
		_, err := tx.exec(ctx, "insert into marked_copies (owner, code_sha256, content) values ($1, $2, $3)",
			v.actor(), hashOf(code), sealed.seal(string(content), "marked copy"))
		if err != nil {
			return err
		}
		_, err = tx.exec(ctx, `
			delete from marked_copies
			where id in (select id from marked_copies where owner = $1 order by id desc offset $2)`, v.actor(), mostCopies)
		return err
	})
}

// MarkedCopy gives a marked copy to who has sent the sheet; what is another's, or over, is NOT_FOUND.
func (d *DB) MarkedCopy(ctx context.Context, v *Viewer, code string) (string, error) {
	var content []byte
	err := d.Private().selectOne(ctx, &content, `
		select content from marked_copies
		where code_sha256 = $1 and owner = $2 and created_at > now() - `+markedLife, hashOf(code), v.actor())
	if errors.Is(err, sql.ErrNoRows) {
		return "", NotFound("", "marked_copy_unknown", "there is no such copy of yours; a marked copy is there for an hour: send the file again")
	}
	if err != nil {
		return "", err
	}
	sealed, err := newVault(code)
	if err != nil {
		return "", err
	}
	return sealed.open(content, "marked copy")
}
