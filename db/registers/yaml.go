package registers

import (
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/token"
)

// entry writes what stands under one key, in lines; none where the reader makes the same of nothing.
func (e *exporter) entry(k key) []string {
	var below []string
	switch {
	case k.into.Kind() == reflect.Slice:
		for i := range k.into.Len() {
			below = append(below, indented(e.item(k.into.Index(i)), "- ")...)
		}
	case isMapping(k.into):
		below = e.lines(k.into)
	default:
		if text := e.scalar(k); text != "" && text != k.fallback {
			return []string{k.name + ": " + text}
		}
	}
	if len(below) == 0 {
		return nil
	}
	return append([]string{k.name + ":"}, indented(below, "  ")...)
}

func (e *exporter) lines(value reflect.Value) []string {
	var lines []string
	for _, k := range keysOf(value) {
		lines = append(lines, e.entry(k)...)
	}
	return lines
}

func (e *exporter) item(value reflect.Value) []string {
	if value.Kind() == reflect.String {
		return []string{quoted(value.String())}
	}
	return e.lines(value)
}

// indented puts lines two columns in; the first of them begins as given.
func indented(lines []string, first string) []string {
	for i := range lines {
		lines[i] = first + lines[i]
		first = "  "
	}
	return lines
}

// isMapping tells a group of columns from a struct that is written as one value.
func isMapping(value reflect.Value) bool {
	_, textual := value.Addr().Interface().(encoding.TextMarshaler)
	return value.Kind() == reflect.Struct && !textual
}

// scalar writes a single value as setScalar reads it; empty when there is none.
func (e *exporter) scalar(k key) string {
	value := reflect.Indirect(k.into)
	if !value.IsValid() {
		return ""
	}
	if k.ref != "" {
		return quoted(e.name(k.ref, value.Int()))
	}
	switch v := value.Addr().Interface().(type) {
	case encoding.TextMarshaler:
		text, err := v.MarshalText()
		if err != nil && e.err == nil {
			e.err = err
		}
		return string(text)
	case encoding.TextUnmarshaler: // a text of its own form, which needs no quotes
		return value.String()
	}
	if value.Kind() == reflect.String {
		return quoted(value.String())
	}
	return fmt.Sprint(value.Interface())
}

// quoted writes a text for YAML: as it is where nothing in it could be read otherwise, else in double quotes.
func quoted(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	plain := unicode.IsLetter(first) || unicode.IsDigit(first)
	if text == "" || plain && !token.IsNeedQuoted(text) && !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return text
	}
	return strconv.Quote(text) // Go's escapes are all YAML's
}
