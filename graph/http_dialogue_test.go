package graph_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

const kindByGet = "/graphql?query=%7B+register+%7B+kind+%7D+%7D"

// send gives the answer to one request; headers are pairs.
func send(h http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, target, strings.NewReader(body))
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, request)
	return answer
}

func quietHandler(t *testing.T) *graph.Handler {
	return graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), settings(t))
}

func TestBrowsersAreSentToTheExplorer(t *testing.T) {
	h := quietHandler(t)
	for _, header := range [][]string{{"Sec-Fetch-Mode", "navigate"}, {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"}} {
		answer := send(h, "GET", kindByGet+"&variables=%7B%7D&other=x", "", header...)
		want := "/developers?query=" + url.QueryEscape("{ register { kind } }") + "&variables=%7B%7D"
		if answer.Code != 303 || answer.Header().Get("Location") != want || answer.Header().Get("Vary") != "Accept, Sec-Fetch-Mode" {
			t.Errorf("%v: %d %v", header, answer.Code, answer.Header())
		}
	}
	for _, header := range [][]string{{"Sec-Fetch-Mode", "cors"}, {"Accept", "*/*"}, {"Accept", "text/html;q=0, application/json"}} {
		if answer := send(h, "GET", kindByGet, "", header...); answer.Code != 200 || answer.Header().Get("Vary") != "Accept, Sec-Fetch-Mode" {
			t.Errorf("%v: %d %v", header, answer.Code, answer.Header())
		}
	}
}

func TestEverySiteMayAsk(t *testing.T) {
	h := quietHandler(t)
	preflight := send(h, "OPTIONS", "/graphql", "", "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "POST")
	if preflight.Code != 204 || preflight.Header().Get("Access-Control-Allow-Headers") != "content-type, authorization" ||
		!strings.Contains(preflight.Header().Get("Access-Control-Allow-Methods"), "POST") {
		t.Errorf("a preflight gives %d %v", preflight.Code, preflight.Header())
	}
	for name, answer := range map[string]*httptest.ResponseRecorder{
		"preflight": preflight,
		"GET":       send(h, "GET", kindByGet, "", "Cookie", "session=x", "Origin", "https://elsewhere.example"),
		"refusal":   send(h, "POST", "/graphql", "[]", "Origin", "https://elsewhere.example"),
	} {
		got := answer.Header()
		if got.Get("Access-Control-Allow-Origin") != "*" || got.Get("Access-Control-Allow-Credentials") != "" || got.Get("Set-Cookie") != "" ||
			got.Get("Access-Control-Expose-Headers") != "RateLimit, RateLimit-Policy, Retry-After, ETag" {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestHeadIsGetWithoutItsBody(t *testing.T) {
	server := httptest.NewServer(quietHandler(t))
	defer server.Close()
	response, err := http.Head(server.URL + kindByGet)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != 200 || !strings.HasPrefix(response.Header.Get("Content-Type"), "application/json") {
		t.Errorf("%d %v", response.StatusCode, response.Header)
	}
}

// TestRefusalsOverHTTP asks what is well-formed JSON and no good request.
func TestRefusalsOverHTTP(t *testing.T) {
	h := quietHandler(t)
	const response = "application/graphql-response+json"
	for name, test := range map[string]struct {
		method, query, body, accept string
		status                      int
		want                        string
	}{
		"a mutation by GET":              {"GET", "?query=mutation{x}", "", "", 405, "a mutation was sent by GET; allowed is a query, and a mutation by POST"},
		"names to the letter":            {"POST", "", `{"QUERY":"{ register { kind } }"}`, "", 400, "the request has no query"},
		"broken UTF-8":                   {"POST", "", "{\"query\":\"{ partner(slug: \\\"\xff\\\") { slug } }\"}", "", 400, "BAD_USER_INPUT"},
		"broken UTF-8 by GET":            {"GET", "?query=%FF", "", "", 400, "BAD_USER_INPUT"},
		"a broken address":               {"GET", "?query=%zz", "", "", 400, "the address can't be read"},
		"a NUL in a variable":            {"POST", "", `{"query":"query($s: String!) { search(text: $s) { totalCount } }","variables":{"s":"a\u0000b"}}`, "", 200, "BAD_USER_INPUT"},
		"a NUL in a literal":             {"POST", "", `{"query":"{ partner(slug: \"a\\u0000b\") { slug } }"}`, "", 200, "BAD_USER_INPUT"},
		"an object for an id":            {"POST", "", `{"query":"{ node(id: {}) { id } }"}`, response, 400, `Expected value of type \"ID!\", found {}.`},
		"an object for an enum":          {"POST", "", `{"query":"{ claims(filter: {subject: {}}) { totalCount } }"}`, response, 400, `Expected value of type \"ClaimSubject\", found {}.`},
		"an object for a date":           {"POST", "", `{"query":"{ conventions(filter: {signedFrom: {}}) { totalCount } }"}`, response, 400, `Expected value of type \"PartialDate\", found {}.`},
		"null for @include":              {"POST", "", `{"query":"query($b: Boolean = true) { register { kind @include(if: $b) } }","variables":{"b":null}}`, response, 400, "the variable $b is null where null isn't allowed"},
		"null for @skip in a fragment":   {"POST", "", `{"query":"query($b: Boolean = true) { ...F } fragment F on Query { register { kind @skip(if: $b) } }","variables":{"b":null}}`, response, 400, "BAD_USER_INPUT"},
		"null for an id":                 {"POST", "", `{"query":"query($i: ID = \"x\") { node(id: $i) { id } }","variables":{"i":null}}`, response, 400, "BAD_USER_INPUT"},
		"null where it is allowed":       {"POST", "", `{"query":"query($n: Int = 1) { partners(first: $n) { totalCount } }","variables":{"n":null}}`, response, 200, "totalCount"},
		"another charset":                {"POST", "", "", "", 415, "in UTF-8"},
		"validation errors are in order": {"POST", "", `{"query":"{ d c b a }"}`, response, 400, `"d\" on type \"Query\".","locations":[{"line":1,"column":3}]`},
	} {
		t.Run(name, func(t *testing.T) {
			headers := []string{"Accept", test.accept}
			if name == "another charset" {
				headers = append(headers, "Content-Type", "application/json; charset=utf-16")
			}
			answer := send(h, test.method, "/graphql"+test.query, test.body, headers...)
			if answer.Code != test.status || !strings.Contains(answer.Body.String(), test.want) {
				t.Errorf("%d %s; want %d with %s", answer.Code, answer.Body, test.status, test.want)
			}
			if answer.Code != 200 && strings.Contains(answer.Body.String(), `"data"`) {
				t.Errorf("a request that did not run has data: %s", answer.Body)
			}
		})
	}
}

// TestErrorsAreAlwaysInTheOrderOfTheDocument fails six fields at once, which end in any order.
func TestErrorsAreAlwaysInTheOrderOfTheDocument(t *testing.T) {
	h := quietHandler(t)
	var fields strings.Builder
	for i := range 6 {
		fmt.Fprintf(&fields, "f%d: node(id: \\\"broken%d\\\") { id } ", 5-i, i)
	}
	body := `{"query":"{ ` + fields.String() + `}"}`
	var first []byte
	for range 100 {
		answer := send(h, "POST", "/graphql", body).Body.Bytes()
		if first == nil {
			first = answer
		}
		if !bytes.Equal(first, answer) {
			t.Fatalf("one query has two answers:\n%s\n%s", first, answer)
		}
	}
	if n := strings.Count(string(first), `"message"`); n != 3 || !strings.Contains(string(first), `"path":["f5"]`) {
		t.Errorf("%d errors, want the first 3: %s", n, first)
	}
}
