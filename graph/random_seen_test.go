package graph_test

import (
	"encoding/base64"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

var nameInAnswer = regexp.MustCompile(`^(slug|code)$`)

// learn remembers what an answer shows.
func (d *documents) learn(answer []byte) {
	var held any
	if json.Unmarshal(answer, &held) == nil {
		d.walk("", held)
	}
}

func (d *documents) walk(key string, held any) {
	switch v := held.(type) {
	case map[string]any:
		if typ, ok := v["__typename"].(string); ok {
			for k, inner := range v {
				if text, ok := inner.(string); ok && nameInAnswer.MatchString(k) {
					d.remember(typ, text)
				}
			}
		}
		for k, inner := range v {
			d.walk(k, inner)
		}
	case []any:
		for _, inner := range v {
			d.walk(key, inner)
		}
	case string:
		plain, err := base64.RawURLEncoding.DecodeString(v)
		if typ, _, ok := strings.Cut(string(plain), ":"); err == nil && ok && d.schema.Types[typ] != nil {
			d.remember("id", v)
			d.remember("id "+typ, v)
		}
		var parts []string
		if err == nil && json.Unmarshal(plain, &parts) == nil && len(parts) > 0 {
			d.remember("cursor", v)
			d.remember("cursor "+parts[0], v)
		}
	}
}

func (d *documents) remember(kind, text string) {
	if known := d.seen[kind]; !slices.Contains(known, text) && len(known) < 300 {
		d.seen[kind] = append(known, text)
	}
}
