package graph

import (
	"net/http"
	"testing"
	"unicode/utf8"
)

// FuzzRequest reads any bytes as a body, and as the address of a GET: a request with a query, or a refusal with a status
// and a sentence.
func FuzzRequest(f *testing.F) {
	for _, text := range []string{"", "{}", "null", `{"query":"{a}"}`, `{"query":"{a}"}]`, `{"query":1,"query":"a"}`, `{"query":"\ud800"}`, `{"query":"a","variables":{"a":1e999}}`,
		`{"query":"a","variables":"x"}`, `{"QUERY":"a"}`, "[[[[", "\xff", "query=%7Ba%7D&variables=%7B%7D", "query=a&variables=1", "query=%zz", "query=%ff", "query=a;b"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, method := range []string{http.MethodPost, http.MethodGet} {
			params, refused := readRequest(method, string(text))
			switch {
			case refused == nil:
				if !utf8.ValidString(params.Query) || !utf8.ValidString(params.OperationName) {
					t.Fatalf("%q by %s is read as %q", text, method, params.Query)
				}
			case params != nil || refused.status < 400 || refused.status > 499 || refused.err.Message == "" || !utf8.ValidString(refused.err.Message):
				t.Fatalf("%q by %s is refused with %d %q", text, method, refused.status, refused.err.Message)
			}
		}
	})
}
