package db_test

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"mithaq/db"
)

// badInput fails unless an error is the caller's, with a sentence that can be sent.
func badInput(t *testing.T, err error) {
	t.Helper()
	var known *db.Error
	if !errors.As(err, &known) || known.Code != db.CodeBadInput || known.Reason == "" || !utf8.ValidString(known.Message) {
		t.Fatalf("no refusal that a caller can be shown: %v", err)
	}
}

// FuzzCursor reads any text as a cursor: one of three keys, or refused. A cursor that was written is read as it was.
func FuzzCursor(f *testing.F) {
	f.Add("", "", "")
	f.Add(db.WriteCursor("name", []string{"a", "b"}), "a", "b")
	f.Add("WyJuYW1lIl0", "\x00", "\xff")
	f.Add("bnVsbA", "Ø§", "]")
	f.Add("WzFd", "\"", "\\")
	f.Fuzz(func(t *testing.T, text, first, second string) {
		if keys, err := db.ReadCursor("after", text, "name", 2); err != nil {
			badInput(t, err)
		} else if len(keys) != 2 {
			t.Fatalf("%q has keys %q", text, keys)
		}
		if !utf8.ValidString(first) || !utf8.ValidString(second) { // PostgreSQL holds no others
			return
		}
		keys, err := db.ReadCursor("after", db.WriteCursor("name", []string{first, second}), "name", 2)
		if err != nil || keys[0] != first || keys[1] != second {
			t.Fatalf("%q, %q are read as %q, %v", first, second, keys, err)
		}
	})
}

// FuzzID reads any text as an id: exactly the text that the id is written as, or refused.
func FuzzID(f *testing.F) {
	for _, text := range []string{"", "UGFydG5lcjox", "UGFydG5lcjox=", "Og", "Ojow", "UGFydG5lcjowMQ", "UGFydG5lcjotMQ", "\xff\x00", db.ID{Type: "Job", Key: math.MaxInt64}.String()} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		id, err := db.ParseID(text)
		if err != nil {
			badInput(t, err)
		} else if id.String() != text {
			t.Fatalf("%q is read as %v, which is written %q", text, id, id.String())
		}
	})
}

// FuzzPartialDate reads any text as a partial date: unchanged, or refused.
func FuzzPartialDate(f *testing.F) {
	for _, text := range []string{"", "2021", "2021-12", "2021-12-15", "2021-02-29", "2024-02-29", "0000", "2021-13", "2021-1", "+2021", "2021-12-15\n", "٢٠٢١", "\x00\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var date db.PartialDate
		if err := date.UnmarshalText([]byte(text)); err != nil {
			if err := date.UnmarshalGQL(text); err == nil {
				t.Fatalf("%q is refused in a file and read in a request", text)
			}
			return
		}
		if string(date) != text || len(text) != 4 && len(text) != 7 && len(text) != 10 || strings.Trim(text, "0123456789-") != "" {
			t.Fatalf("%q is read as %q", text, date)
		}
	})
}

// FuzzFigure reads any text as a figure: a number from 0 or a status that stands for none, written as it is read.
func FuzzFigure(f *testing.F) {
	for _, text := range []string{"", "0", "6000", "6 000", "6_000", "-1", "-0", "1e3", "9223372036854775807", "9223372036854775808", "NOT_PUBLISHED", "KNOWN", "AT_LEAST", "\x00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var figure, again db.Figure
		if figure.UnmarshalText([]byte(text)) != nil {
			return
		}
		if (figure.Value != nil) != (figure.Status == db.FigureKnown) || figure.Value != nil && *figure.Value < 0 {
			t.Fatalf("%q is read as %+v", text, figure)
		}
		written, err := figure.MarshalText()
		if err == nil {
			err = again.UnmarshalText(written)
		}
		if err != nil || again.Status != figure.Status || figure.Value != nil && strconv.FormatInt(*figure.Value, 10) != string(written) {
			t.Fatalf("%q is read as %+v and written as %q: %v", text, figure, written, err)
		}
	})
}
