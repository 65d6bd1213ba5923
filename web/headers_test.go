package web_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"mithaq/web"
)

// TestEveryAnswerCarriesTheHeaders asks every route that needs no database, well and wrongly, with the site reached by
// https and by http.
func TestEveryAnswerCarriesTheHeaders(t *testing.T) {
	index := `<html lang="fr" dir="ltr"><title>Mithaq</title><!--site-->`
	app, err := web.ReadApp(fstest.MapFS{
		"index.html": {Data: []byte(index)}, "pages.json": {Data: []byte(`[{"pattern":"/"}]`)}, "documents.json": {Data: []byte("{}")},
		"favicon.svg": {Data: []byte("<svg/>")}, "assets/app.js": {Data: []byte("1")},
	})
	if err != nil {
		t.Fatal(err)
	}
	api := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "{}") })
	for _, public := range []string{"https://mithaq.example", "http://mithaq.example", ""} {
		site := (&web.Site{GraphQL: api, Schema: api, PublicURL: public, Log: slog.New(slog.DiscardHandler)}).Handler(app)
		for _, route := range []string{"GET /", "GET /fr", "GET /fr/nothing", "POST /fr", "GET /favicon.svg", "GET /assets/app.js", "GET /assets/none.js", "GET /assets/", "GET /livez", "POST /livez", "POST /graphql", "GET /schema.graphql"} {
			method, path, _ := strings.Cut(route, " ")
			answer := httptest.NewRecorder()
			site.ServeHTTP(answer, httptest.NewRequest(method, path, nil))
			want := map[string]string{
				"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
				"Cross-Origin-Resource-Policy": "same-origin", "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
			}
			if path == "/graphql" || path == "/schema.graphql" {
				want["Cross-Origin-Resource-Policy"] = "cross-origin"
			}
			want["Strict-Transport-Security"] = ""
			if strings.HasPrefix(public, "https:") {
				want["Strict-Transport-Security"] = "max-age=31536000"
			}
			for name, value := range want {
				if got := answer.Header().Get(name); got != value {
					t.Errorf("%s at %q: %s is %q, want %q", route, public, name, got, value)
				}
			}
			policy := answer.Header().Get("Content-Security-Policy")
			if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
				t.Errorf("%s: the policy is %q", route, policy)
			}
		}
	}
}

// TestDevelopersAloneMayStyle asks for the page with the explorer, by its addresses with and without a language, and for
// one beside it.
func TestDevelopersAloneMayStyle(t *testing.T) {
	app, err := web.ReadApp(fstest.MapFS{
		"index.html": {Data: []byte(`<html lang="fr" dir="ltr"><title>Mithaq</title><!--site-->`)},
		"pages.json": {Data: []byte(`[{"pattern":"/developers"},{"pattern":"/"},{"pattern":"/partners/:slug","noun":"partner"}]`)}, "documents.json": {Data: []byte("{}")},
	})
	if err != nil {
		t.Fatal(err)
	}
	none := http.NotFoundHandler()
	site := (&web.Site{GraphQL: none, Schema: none, Log: slog.New(slog.DiscardHandler)}).Handler(app)
	for _, c := range []struct {
		path, leadsTo string
		styles        bool
	}{
		{"/fr/developers", "", true},
		{"/ar/developers?query=%7Bregister%7Bkind%7D%7D", "", true},
		{"/fr", "", false},
		{"/fr/developers/more", "", false},
		{"/developers", "/ar/developers", false},
		{"/partners/akwa", "/ar/partners/akwa", false},
		{"/developers?query=%7Bregister%7Bkind%7D%7D", "/ar/developers?query=%7Bregister%7Bkind%7D%7D", false},
	} {
		answer, request := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, c.path, nil)
		request.Header.Set("Accept-Language", "ar")
		site.ServeHTTP(answer, request)
		if got := answer.Header().Get("Location"); got != c.leadsTo {
			t.Errorf("%s leads to %q, want %q", c.path, got, c.leadsTo)
		}
		policy := answer.Header().Get("Content-Security-Policy")
		if strings.Contains(policy, "style-src 'self' 'unsafe-inline';") != c.styles || strings.Count(policy, "unsafe") > 1 {
			t.Errorf("%s: the policy is %q", c.path, policy)
		}
	}
}
