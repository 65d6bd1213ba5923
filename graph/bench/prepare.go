//go:build linux

package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// asked is a query made ready for one sample: its requests in files, its SQL as scripts, and how long its answers are.
type asked struct {
	ours, theirs string     // files of bodies, a line each
	pgbench      [][]string // arguments, a variant each
	sums         [][]string // the same for sums over rows, where these are measured
	kept         bool
	statements   int
	bytes        int
	scalars      int
}

// prepare writes the requests, compares every answer of the two servers, and takes the SQL from ours.
func (h *house) prepare(ctx context.Context, st *stage, q query) (asked, error) {
	texts, err := st.variants(ctx, q)
	if err != nil {
		return asked{}, err
	}
	ours, err := bodies(ctx, st.ours, q.ours, q.ourCursor, q.variable, texts)
	if err != nil {
		return asked{}, fmt.Errorf("asking Mithaq: %w", err)
	}
	theirs, err := bodies(ctx, st.theirs, q.theirs, q.theirCursor, q.variable, texts)
	if err != nil {
		return asked{}, fmt.Errorf("asking PostGraphile: %w", err)
	}
	a := asked{ours: h.file(st, "ours", q.name), theirs: h.file(st, "theirs", q.name), kept: q.kept}
	for i := range texts {
		answer, err := same(ctx, st, ours[i], theirs[i])
		if err != nil {
			return asked{}, err
		}
		a.bytes += len(answer)
		a.scalars += len(scalars(answer))
	}
	a.bytes, a.scalars = a.bytes/len(texts), a.scalars/len(texts)
	err = errors.Join(os.WriteFile(a.ours, []byte(strings.Join(ours, "\n")), 0o600),
		os.WriteFile(a.theirs, []byte(strings.Join(theirs, "\n")), 0o600))
	if err == nil && q.sums != "" {
		sums := h.file(st, "sums", q.name)
		a.sums, err = [][]string{{"-f", sums}}, os.WriteFile(sums, []byte(q.sums), 0o600)
	}
	if err == nil {
		a.pgbench, a.statements, err = h.script(ctx, st, q, ours[:min(scripted, len(ours))])
	}
	return a, err
}

func (h *house) file(st *stage, of, name string) string {
	return filepath.Join(h.scratch, fmt.Sprintf("%s-%d-%s", of, st.jobs, strings.NewReplacer(" ", "-", ":", "", ",", "").Replace(name)))
}

var endCursor = regexp.MustCompile(`"endCursor":"([^"]+)"`)

// bodies writes the requests of a document, one for each variant.
func bodies(ctx context.Context, server *child, document, cursorFrom, variable string, texts [][]string) ([]string, error) {
	form := ""
	if cursorFrom != "" {
		answer, err := server.ask(ctx, body(cursorFrom, nil))
		if err != nil {
			return nil, err
		}
		found := endCursor.FindSubmatch(answer)
		if found == nil {
			return nil, fmt.Errorf("no cursor in %.200s", answer)
		}
		form = string(found[1])
	}
	document = strings.Join(strings.Fields(document), " ")
	var written []string
	for _, keys := range texts {
		value := keys[0]
		if form != "" {
			var err error
			if value, err = cursor(form, keys); err != nil {
				return nil, err
			}
		}
		written = append(written, body(document, map[string]string{variable: value}))
	}
	return written, nil
}

func body(document string, variables map[string]string) string {
	text, _ := json.Marshal(map[string]any{"query": document, "variables": variables}) // strings always marshal
	return string(text)
}

// cursor puts other keys into a server's own cursor: both are a list in base64, of which the first is the order's name.
func cursor(form string, keys []string) (string, error) {
	padded := strings.HasSuffix(form, "=")
	raw, err := base64.RawURLEncoding.DecodeString(strings.NewReplacer("=", "", "+", "-", "/", "_").Replace(form))
	if err != nil {
		return "", err
	}
	var parts []any
	if err := json.Unmarshal(raw, &parts); err != nil {
		return "", err
	}
	if len(parts) != len(keys)+1 {
		return "", fmt.Errorf("the cursor %s has other keys than %v", raw, keys)
	}
	for i, key := range keys {
		parts[i+1] = key
	}
	raw, _ = json.Marshal(parts)
	if padded {
		return base64.StdEncoding.EncodeToString(raw), nil
	}
	return base64.RawURLEncoding.EncodeToString(raw), nil
}

// same asks both servers and refuses answers that differ in any scalar.
func same(ctx context.Context, st *stage, ours, theirs string) ([]byte, error) {
	answer, err := st.ours.ask(ctx, ours)
	if err != nil {
		return nil, fmt.Errorf("asking Mithaq: %w", err)
	}
	other, err := st.theirs.ask(ctx, theirs)
	if err != nil {
		return nil, fmt.Errorf("asking PostGraphile: %w", err)
	}
	a, b := scalars(answer), scalars(other)
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			return nil, fmt.Errorf("the answers differ at scalar %d of %d and %d:\n%.1500s\n%.1500s", i, len(a), len(b), answer, other)
		}
	}
	return answer, nil
}

// scalars lists the values of an answer in their order, whatever the fields are called and however deep they lie.
// PostGraphile writes a bigint as a text; so numbers and their texts are the same here.
func scalars(answer []byte) []string {
	decoder := json.NewDecoder(bytes.NewReader(answer))
	decoder.UseNumber()
	var found []string
	read(decoder, &found)
	return found
}

func read(decoder *json.Decoder, found *[]string) {
	token, err := decoder.Token()
	if errors.Is(err, io.EOF) || err != nil {
		return
	}
	opened, structured := token.(json.Delim)
	if !structured {
		*found = append(*found, fmt.Sprint(token))
		return
	}
	for decoder.More() {
		if opened == '{' {
			_, _ = decoder.Token() // the name
		}
		read(decoder, found)
	}
	_, _ = decoder.Token() // the end
}
