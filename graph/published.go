package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
	"time"

	"github.com/vektah/gqlparser/v2/formatter"

	"mithaq/graph/generated"
)

// SchemaText is the schema that the API answers by, as one file in the schema language.
func SchemaText(options ...formatter.FormatterOption) string {
	var text strings.Builder
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	formatter.NewFormatter(&text, append(options, formatter.WithIndent("  "))...).FormatSchema(schema)
	return text.String()
}

// SchemaFile serves the schema for tools that make clients. It changes with the program only, so that whoever has it
// already is told so by its tag.
func SchemaFile() http.Handler {
	text := SchemaText()
	sum := sha256.Sum256([]byte(text))
	tag := `"` + hex.EncodeToString(sum[:16]) + `"`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Type", "application/graphql; charset=utf-8")
		h.Set("Cache-Control", "public, no-cache")
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "ETag")
		h.Set("ETag", tag)
		http.ServeContent(w, r, "", time.Time{}, strings.NewReader(text))
	})
}
