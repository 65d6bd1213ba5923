package db

import (
	"cmp"
	"database/sql/driver"
	"encoding"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// ID names a row across all types: opaque to clients, the type's name and the row's key inside. A text that is none
// gives BAD_USER_INPUT.
type ID struct {
	Type string
	Key  int64
}

// String gives the opaque form: unpadded URL-safe base64 of "Type:key".
func (id ID) String() string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%s:%d", id.Type, id.Key))
}

// ParseID reads the opaque form.
func ParseID(text string) (ID, error) {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	typ, digits, ok := strings.Cut(string(raw), ":")
	key, numErr := strconv.ParseInt(digits, 10, 64)
	if err != nil || numErr != nil || !ok || (ID{typ, key}).String() != text {
		return ID{}, BadInput("id", "id_malformed", "%.40q is not an id of this register; ids are those that its answers give", text)
	}
	return ID{typ, key}, nil
}

// keyOf gives the key of an id of that type; one of another type names no row.
func (id ID) keyOf(typ string) int64 {
	if id.Type != typ {
		return 0
	}
	return id.Key
}

// MarshalGQL writes the opaque form as a JSON string.
func (id ID) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(id.String())) }

// UnmarshalGQL reads the opaque form.
func (id *ID) UnmarshalGQL(v any) error {
	text, ok := v.(string)
	if !ok {
		return BadInput("id", "id_malformed", "an id is a string")
	}
	parsed, err := ParseID(text)
	*id = parsed
	return err
}

// PartialDate is a year, a month or a day of the Gregorian calendar, as ISO 8601 writes it: 2021, 2021-12, 2021-12-15.
// Its text sorts by time, the less precise first.
type PartialDate string

var partialDate = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

// UnmarshalText reads a partial date and refuses what is none.
func (d *PartialDate) UnmarshalText(text []byte) error {
	s := string(text)
	const whole = "0000-01-01"
	if !partialDate.MatchString(s) {
		return fmt.Errorf("not a date: allowed are a year, a month or a day, like 2021, 2021-12 or 2021-12-15")
	}
	if _, err := time.Parse(time.DateOnly, s+whole[len(s):]); err != nil {
		return fmt.Errorf("there is no such day in the calendar")
	}
	*d = PartialDate(s)
	return nil
}

// UnmarshalGQL reads a partial date of a request.
func (d *PartialDate) UnmarshalGQL(v any) error { return unmarshalText(d, v) }

// MarshalGQL writes the partial date as a JSON string.
func (d PartialDate) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(d))) }

// Date is a day of the Gregorian calendar, as ISO 8601 writes it: 2021-12-15.
type Date string

// UnmarshalText reads a day and refuses what is none.
func (d *Date) UnmarshalText(text []byte) error {
	if _, err := time.Parse(time.DateOnly, string(text)); err != nil {
		return fmt.Errorf("not a day: allowed is a day of the calendar, like 2021-12-15")
	}
	*d = Date(text)
	return nil
}

// Scan reads a PostgreSQL date.
func (d *Date) Scan(v any) error {
	t, ok := v.(time.Time)
	if !ok {
		return fmt.Errorf("a date, not %T", v)
	}
	*d = Date(t.Format(time.DateOnly))
	return nil
}

// UnmarshalGQL reads a day of a request.
func (d *Date) UnmarshalGQL(v any) error { return unmarshalText(d, v) }

// MarshalGQL writes the day as a JSON string.
func (d Date) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(d))) }

// Instant is a moment in UTC, to the microsecond, as RFC 3339 writes it: 2024-03-05T10:00:00.000000Z.
type Instant string

// InstantForm is how a moment is written, for package time.
const InstantForm = "2006-01-02T15:04:05.000000Z"

// instant is a moment as moments are written.
func instant(t time.Time) Instant { return Instant(t.UTC().Format(InstantForm)) }

// UnmarshalText reads a moment with its offset, and refuses what is none.
func (i *Instant) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.RFC3339Nano, string(text))
	if err != nil || t.Year() < 1 {
		return fmt.Errorf("not a moment: allowed is one with its offset, like 2024-03-05T10:00:00Z")
	}
	*i = Instant(t.UTC().Format(InstantForm))
	return nil
}

// Scan reads a PostgreSQL timestamptz.
func (i *Instant) Scan(v any) error {
	t, ok := v.(time.Time)
	if !ok {
		return fmt.Errorf("a moment, not %T", v)
	}
	*i = Instant(t.UTC().Format(InstantForm))
	return nil
}

// UnmarshalGQL reads a moment of a request.
func (i *Instant) UnmarshalGQL(v any) error { return unmarshalText(i, v) }

// MarshalGQL writes the moment as a JSON string.
func (i Instant) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(i))) }

// JSON is a JSON value as PostgreSQL writes it; empty for null.
type JSON string

// Scan reads a jsonb.
func (j *JSON) Scan(v any) error {
	switch text := v.(type) {
	case nil:
		*j = ""
	case []byte:
		*j = JSON(text)
	case string:
		*j = JSON(text)
	default:
		return fmt.Errorf("a jsonb, not %T", v)
	}
	return nil
}

// Value writes a jsonb.
func (j JSON) Value() (driver.Value, error) {
	if j == "" {
		return nil, nil
	}
	return string(j), nil
}

// UnmarshalGQL reads a value of a request.
func (j *JSON) UnmarshalGQL(v any) error {
	text, err := json.Marshal(v)
	*j = JSON(text)
	return err
}

// MarshalGQL writes the value as it is.
func (j JSON) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, cmp.Or(string(j), "null")) }

// Dated is what every published fact says of itself: when it last changed. The table's trigger writes it.
type Dated struct {
	UpdatedAt Instant `db:"updated_at" made:"trigger" see:"everyone"`
}

func unmarshalText(into encoding.TextUnmarshaler, v any) error {
	text, ok := v.(string)
	if !ok {
		return BadInput("", "text_wanted", "%v is not a text", v)
	}
	if err := into.UnmarshalText([]byte(text)); err != nil {
		return BadInput("", "value_malformed", "%.40q: %v", text, err)
	}
	return nil
}

// Rules check texts that have a form; a struct's rule tag names them. Each gives the text as it is kept, or what is
// wrong with it.
var Rules = map[string]func(string) (string, error){"slug": checkSlug, "ice": checkICE}

var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// checkSlug reads what names a row in addresses that people keep.
func checkSlug(text string) (string, error) {
	if !slug.MatchString(text) || len(text) > 80 {
		return "", fmt.Errorf("not a slug: allowed are lower-case letters, digits and single hyphens between them, 80 at most")
	}
	return text, nil
}

// checkICE reads the number of an enterprise (identifiant commun de l'entreprise): 15 digits, the whole divisible by 97.
// Spaces between the digits are accepted.
func checkICE(text string) (string, error) {
	digits := strings.ReplaceAll(text, " ", "")
	n, err := strconv.ParseUint(digits, 10, 64)
	switch {
	case err != nil || len(digits) != 15:
		return "", fmt.Errorf("not an ICE: an ICE has 15 digits")
	case n%97 != 0:
		return "", fmt.Errorf("not an ICE: its check digits are wrong (the whole number is divisible by 97)")
	}
	return digits, nil
}
