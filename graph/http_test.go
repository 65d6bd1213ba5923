package graph_test

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db/dbtest"
	"mithaq/graph"
	"mithaq/graph/generated"
)

func TestRequestsAreReadByTheSpecification(t *testing.T) {
	server := httptest.NewServer(graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), settings(t)))
	defer server.Close()
	const kind = `{"query":"{ register { kind } }"}`
	const answered = `{"data":{"register":{"kind":"REAL"}}}`
	const asResponse = "application/graphql-response+json"
	many := make([]string, 101)
	for i := range many {
		many[i] = `"UGFydG5lcjox"`
	}
	for name, test := range map[string]struct {
		method, query, contentType, accept, body string
		status                                   int
		want                                     string
	}{
		"POST":                      {"POST", "", "application/json", "", kind, 200, answered},
		"POST with charset":         {"POST", "", "application/json; charset=utf-8", "", kind, 200, answered},
		"GET":                       {"GET", "?query=" + url.QueryEscape("{ register { kind } }"), "", "", "", 200, answered},
		"GET with variables":        {"GET", "?query=" + url.QueryEscape("query($s:String){partner(slug:$s){slug}}") + "&variables=" + url.QueryEscape(`{"s":"akwa"}`), "", "", "", 200, `{"data":{"partner":{"slug":"akwa"}}}`},
		"GET with broken variables": {"GET", "?query=x&variables=y", "", "", "", 400, "variables is something that begins with 'y'; allowed is an object"},
		"GET without query":         {"GET", "", "", "", "", 400, "the request has no query"},
		"PUT":                       {"PUT", "", "application/json", "", kind, 405, "PUT is not answered here"},
		"a form":                    {"POST", "", "application/x-www-form-urlencoded", "", "query=x", 415, "allowed is application/json"},
		"no content type":           {"POST", "", "", "", kind, 415, "allowed is application/json"},
		"no JSON":                   {"POST", "", "application/json", "", "{", 400, "the body is not a JSON object"},
		"a batch":                   {"POST", "", "application/json", "", "[" + kind + "]", 400, "the body is not a JSON object"},
		"two objects":               {"POST", "", "application/json", "", kind + kind, 400, "after top-level value"},
		"a bracket after it":        {"POST", "", "application/json", "", kind + "]", 400, "after top-level value"},
		"a brace after it":          {"POST", "", "application/json", "", kind + " }", 400, "after top-level value"},
		"a query that is no string": {"POST", "", "application/json", "", `{"query":1}`, 400, "query is a number; allowed is a string"},
		"variables that are a list": {"POST", "", "application/json", "", `{"query":"{a}","variables":[]}`, 400, "variables is a list; allowed is an object"},
		"no query":                  {"POST", "", "application/json", "", `{}`, 400, "the request has no query"},
		"too long":                  {"POST", "", "application/json", "", `{"query":"#` + strings.Repeat("x", 64<<10) + `"}`, 413, "longer than 65536 bytes"},
		"too many tokens":           {"POST", "", "application/json", asResponse, `{"query":"{` + strings.Repeat(" a", 1001) + `}"}`, 400, "more than 1000 tokens"},
		"many ids":                  {"POST", "", "application/json", asResponse, `{"query":"query($i:[ID!]!){nodes(ids:$i){id}}","variables":{"i":[` + strings.Join(many, ",") + `]}}`, 200, "101 ids are asked for; allowed are 100"},
		"invalid, as JSON":          {"POST", "", "application/json", "application/json", `{"query":"{ x }"}`, 200, "Cannot query field"},
		"invalid, as a response":    {"POST", "", "application/json", asResponse, `{"query":"{ x }"}`, 400, "Cannot query field"},
		"no such operation":         {"POST", "", "application/json", asResponse, `{"query":"query A { register { kind } }","operationName":"B"}`, 400, "operation B not found"},
		"< and > stay as they are":  {"POST", "", "application/json", "", `{"query":"{ partner(slug: \"<&>\") { slug } }"}`, 200, `{"data":{"partner":null}}`},
	} {
		t.Run(name, func(t *testing.T) {
			request, err := http.NewRequest(test.method, server.URL+test.query, strings.NewReader(test.body))
			if err != nil {
				t.Fatal(err)
			}
			request.Header.Set("Content-Type", test.contentType)
			request.Header.Set("Accept", test.accept)
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = response.Body.Close() }()
			body, err := io.ReadAll(response.Body)
			if err != nil {
				t.Fatal(err)
			}
			if response.StatusCode != test.status || !strings.Contains(string(body), test.want) {
				t.Errorf("%d %s; want %d with %s", response.StatusCode, body, test.status, test.want)
			}
			if test.status != 200 && strings.Contains(string(body), `"data"`) {
				t.Errorf("a request that did not run has data: %s", body)
			}
		})
	}
}

// TestSlowDatabaseIsAnsweredInTime holds a lock that every reader of partners waits for.
func TestSlowDatabaseIsAnsweredInTime(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	server := httptest.NewServer(graph.New(t.Context(), d, slog.New(slog.DiscardHandler), settings(t)))
	defer server.Close()
	tx, err := dbtest.Connect(t, logins.Owner).Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec("lock table partners in access exclusive mode"); err != nil {
		t.Fatal(err)
	}
	answer := string(ask(t, server.URL, "{ register { kind } partner(slug: \"akwa\") { slug } }", nil))
	if !strings.Contains(answer, `"UNAVAILABLE"`) || !strings.Contains(answer, `"lock_time"`) || !strings.Contains(answer, `"REAL"`) {
		t.Errorf("while a table is locked, the answer is %s", answer)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if answer := string(ask(t, server.URL, "{ partner(slug: \"akwa\") { slug } }", nil)); !strings.Contains(answer, `"akwa"`) {
		t.Errorf("after that, the answer is %s", answer)
	}
}

func TestEverythingInTheSchemaIsDescribed(t *testing.T) {
	described := 0
	check := func(what, description string) {
		if described++; strings.TrimSpace(description) == "" {
			t.Errorf("%s has no description", what)
		}
	}
	for name, definition := range generated.NewExecutableSchema(generated.Config{}).Schema().Types {
		if definition.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		check(name, definition.Description)
		for _, field := range definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			check(name+"."+field.Name, field.Description)
			for _, argument := range field.Arguments {
				check(fmt.Sprintf("%s.%s(%s:)", name, field.Name, argument.Name), argument.Description)
			}
		}
		for _, value := range definition.EnumValues {
			check(name+"."+value.Name, value.Description)
		}
		if definition.Kind == ast.Object && definition.Name != "Query" && len(definition.Fields) == 0 {
			t.Errorf("%s has no fields", name)
		}
	}
	if described < 300 {
		t.Errorf("only %d descriptions were looked at", described)
	}
}

// TestHungDatabaseIsAnsweredInTime asks a database that accepts connections and never says a word.
func TestHungDatabaseIsAnsweredInTime(t *testing.T) {
	d := dbtest.Hung(t)
	server := httptest.NewServer(graph.New(t.Context(), d, slog.New(slog.DiscardHandler), settings(t)))
	defer server.Close()
	done := make(chan string, 1)
	go func() { done <- string(ask(t, server.URL, "{ register { kind } }", nil)) }()
	select {
	case answer := <-done:
		if !strings.HasPrefix(answer, "503 ") || !strings.Contains(answer, `"UNAVAILABLE"`) || strings.Contains(answer, `"data"`) && !strings.Contains(answer, `"data": null`) {
			t.Errorf("a hung database gives %s", answer)
		}
	case <-time.After(8 * time.Second):
		t.Fatal("a hung database hangs the answer")
	}
}
