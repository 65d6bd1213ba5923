//go:build lab

package web_test

import (
	"encoding/json"
	"encoding/pem"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"mithaq/web"
)

// observatory is MDN's grader, in the release that is held against the site. Its 131 MB are the lab's alone.
const observatory = "@mdn/mdn-http-observatory@1.4.8"

// TestLabObservatoryGradesTheSiteAPlus serves the built site behind TLS, as a proxy in front of it would, with plain HTTP
// sent on to it.
func TestLabObservatoryGradesTheSiteAPlus(t *testing.T) {
	packages := t.TempDir()
	install := exec.Command("npm", "install", "--prefix", packages, "--ignore-scripts", "--no-audit", "--no-fund", observatory)
	if out, err := install.CombinedOutput(); err != nil {
		t.Fatalf("%s can't be installed: %v\n%s", observatory, err, out)
	}
	app, err := web.ReadApp(web.Built())
	if err != nil {
		t.Fatal(err)
	}
	site := &web.Site{GraphQL: http.NotFoundHandler(), Schema: http.NotFoundHandler(), PublicURL: "https://127.0.0.1", Log: slog.New(slog.DiscardHandler)}
	front := httptest.NewTLSServer(site.Handler(app))
	defer front.Close()
	plain := httptest.NewServer(http.RedirectHandler(front.URL+"/fr", http.StatusMovedPermanently))
	defer plain.Close()
	authority := filepath.Join(packages, "authority.pem")
	if err := os.WriteFile(authority, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: front.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "app/audits/observatory.mjs", packages, port(t, plain.URL), port(t, front.URL), "/fr")
	node.Env, node.Stderr = append(os.Environ(), "NODE_EXTRA_CA_CERTS="+authority), os.Stderr
	out, err := node.Output()
	if err != nil {
		t.Fatal(err)
	}
	var graded struct {
		Grade  string
		Score  int
		Status int
		Tests  []struct {
			Name, Result string
			Pass         bool
			Score        int
		}
	}
	if err := json.Unmarshal(out, &graded); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	t.Logf("%s, %d points", graded.Grade, graded.Score)
	for _, test := range graded.Tests {
		t.Logf("%s: %s, %+d", test.Name, test.Result, test.Score)
		if !test.Pass {
			t.Errorf("%s is not passed: %s", test.Name, test.Result)
		}
	}
	if graded.Grade != "A+" || graded.Status != 200 || len(graded.Tests) < 10 {
		t.Errorf("the grade is %s by %d tests, of an answer %d; wanted is A+ by at least 10 of an answer 200", graded.Grade, len(graded.Tests), graded.Status)
	}
}

func port(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u.Port()
}
