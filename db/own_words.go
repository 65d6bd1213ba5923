package db

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"
)

// What the partner's openings and its replies share: both are its own words, and public at once.

// ownWords are the tables whose rows partners change, beside the revisions.
var ownWords = []string{"openings", "replies"}

// byPartner is why something has changed that its partner changed: everyone reads it, in the register's language.
const byPartner = "par le partenaire lui-même"

// spokenFor finds the partner that a viewer speaks for.
func (d *DB) spokenFor(ctx context.Context, v *Viewer, slug string) (int64, error) {
	partner, known, err := d.keyNamed(ctx, "partners", slug)
	if err != nil {
		return 0, err
	}
	if !known || !v.declaresFor(partner) {
		return 0, Forbidden("role_missing", "you speak for the partners that you act for, and for no other")
	}
	return partner, nil
}

// lengthOf reports a text that is too short or too long.
func lengthOf(field, text string, least, most int) *Error {
	if n := utf8.RuneCountInString(strings.TrimSpace(text)); n < least || n > most {
		return BadInput(field, "wording_length", "%d characters; allowed are %d to %d", n, least, most)
	}
	return nil
}

// textIn is a text in the one language in which somebody wrote it.
func textIn(language Language, text string) Text {
	text = strings.TrimSpace(text)
	said := Text{Language: language}
	switch language {
	case AR:
		said.AR = &text
	case EN:
		said.EN = &text
	default:
		said.FR = &text
	}
	return said
}

// roomFor refuses a further row of a partner where there are as many as there can be.
func (d *DB) roomFor(ctx context.Context, table string, partner int64, most int, condition string) error {
	if err := d.inTurn(ctx, table, partner); err != nil {
		return err
	}
	var held int
	err := d.selectOne(ctx, &held, "select count(*) from "+table+" where partner_id = $1 and is_from_partner and "+condition, partner)
	if err == nil && held >= most {
		err = Conflict("partner", table+"_number", fmt.Sprintf("a partner has %d of these at once, at most; close or withdraw some", most))
	}
	return err
}

// ownSlug names what a partner writes by itself: after the partner, and like nothing that a register file would say.
func ownSlug(partner string) string {
	random := make([]byte, 5)
	_, _ = rand.Read(random) // it never fails
	return strings.TrimRight(partner[:min(len(partner), 60)], "-") + "-" + hex.EncodeToString(random)
}
