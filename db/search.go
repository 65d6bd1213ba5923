package db

import (
	"context"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/lib/pq"
)

// MostLetters is how long a text that is searched for may be. Its cost grows with it.
const MostLetters = 100

// SearchMatch is a node that is found by one of its texts: the one most like what was asked for.
type SearchMatch struct {
	Key      int64     `db:"id" see:"everyone"`
	Noun     string    `db:"noun" see:"everyone"`
	NodeKey  int64     `db:"node_id" see:"everyone"`
	Column   string    `db:"field" see:"everyone"`
	Language *Language `db:"language" see:"everyone"`
	Text     string    `db:"text" see:"everyone"`
	Folded   string    `db:"folded" see:"everyone"`

	Score float64 `db:"score" sql:"t.score" see:"everyone"`
}

// SearchTexts are the texts that are searched; triggers keep them. In place of its name, a search puts the nodes that
// it finds.
var SearchTexts = newTable[SearchMatch]("search_texts",
	by("search", false, likest...), "id")

// likest puts what is most like the text asked for first.
var likest = []string{"(- t.score)", "numeric", "t.noun", "text", "t.node_id", "bigint"}

// SearchType is a type whose rows can be searched for. The search's own table calls it by the type's name.
type SearchType string

// Values lists the enum's values, each the name of a type.
func (SearchType) Values() []string {
	return []string{"SIGNING", "CONVENTION", "PARTNER", "COMMITMENT", "ORIENTATION", "REGION", "SECTOR", "INDICATOR", "SOURCE", "OPENING"}
}

// NodeID names what was found.
func (m *SearchMatch) NodeID() ID { return ID{m.Noun, m.NodeKey} }

var afterUnderscore = regexp.MustCompile(`_.`)

// Field names the field of the node that the text stands in.
func (m *SearchMatch) Field() string {
	return afterUnderscore.ReplaceAllStringFunc(m.Column, func(s string) string { return strings.ToUpper(s[1:]) })
}

// matches finds the nodes of the nouns $2 by the folded text $1: each by its best text. A text that is the one asked for
// comes first, then those that begin with it, then those with a passage like it; among these the shorter come before.
const matches = `(
	select distinct on (s.noun, s.node_id) s.*, round((case
	    when s.folded = $1 then 1
	    when s.folded ^@ $1 then 0.9 + 0.1 * similarity($1, s.folded)
	    else 0.8 * word_similarity($1, s.folded) + 0.1 * similarity($1, s.folded)
	  end)::numeric, 3) as score
	from texts_alike($1, $2) s
	order by s.noun, s.node_id, score desc, s.id
)`

// Search finds what is called by a text, or by one like it, among the types asked for (nil: all), the best match first.
// More may be called so: the list is never known to be whole.
func (d *DB) Search(ctx context.Context, text string, types []SearchType, p Paging) (*Page[SearchMatch], error) {
	found, err := d.Finds(ctx, text, types)
	if err != nil {
		return nil, err
	}
	return found.Page(ctx, d, p, nil)
}

// Finds gives the table of what a search finds.
func (d *DB) Finds(ctx context.Context, text string, types []SearchType) (*Table[SearchMatch], error) {
	folded, err := d.fold(ctx, text)
	if err != nil {
		return nil, err
	}
	nouns := nounsOf(types)
	found := *SearchTexts
	found.partly, found.Name, found.given = true, matches, []any{folded, pq.Array(nouns)}
	asked := sha256.Sum256(fmt.Append(nil, folded, nouns))
	found.orders = by(fmt.Sprintf("search %x", asked[:8]), false, likest...) // a cursor is good for the same search alone
	return &found, nil
}

// fold gives the form in which a text is compared.
func (d *DB) fold(ctx context.Context, text string) (string, error) {
	if n := utf8.RuneCountInString(text); n > MostLetters {
		return "", BadInput("text", "search_text_too_long", "the text has %d characters; allowed are 1 to %d", n, MostLetters)
	}
	var folded string
	if err := d.selectOne(ctx, &folded, "select left(fold($1), $2)", text, MostLetters); err != nil {
		return "", err
	}
	if folded == "" {
		return "", BadInput("text", "search_text_blank", "the text has nothing to search for; allowed are 1 to %d characters, at least one of them a Latin or Arabic letter or a digit", MostLetters)
	}
	return strings.TrimSpace(folded), nil
}

// nounsOf gives the names of types, of all where none are asked for.
func nounsOf(types []SearchType) []string {
	names := SearchType("").Values()
	if types != nil {
		names = names[:0]
		for _, t := range types {
			names = append(names, string(t))
		}
	}
	for i, name := range names {
		names[i] = name[:1] + strings.ToLower(name[1:])
	}
	return names
}
