package graph_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/caarlos0/env/v11"
	"github.com/google/go-cmp/cmp"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

// Where the page for developers has its examples, and the address that it puts its own in place of.
const (
	examples       = "../web/app/src/examples/"
	exampleAddress = "http://localhost:8080"
)

// december serves the register of December 2021 as the program does, as far as examples ask.
func december(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("/graphql", graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), settings(t)))
	mux.Handle("/schema.graphql", graph.SchemaFile())
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// rows finds a list that has a row, however an answer is set out.
var rows = regexp.MustCompile(`"nodes":\s*\[\s*\{`)

// withoutData are the queries for which the register of December 2021 has no row: nothing of it was changed since, no
// convention is placed in a region, and no job is verified.
var withoutData = []string{"changes.graphql", "narrowed.graphql", "totals.graphql"}

// TestExamplesAnswer runs each query that the page for developers offers: without an error, and with data.
func TestExamplesAnswer(t *testing.T) {
	files, err := filepath.Glob(examples + "*.graphql")
	if err != nil || len(files) < 12 {
		t.Fatal("a dozen ready queries are promised", len(files), err)
	}
	address := december(t) + "/graphql"
	for _, file := range files {
		answer := ask(t, address, read(t, file), nil)
		name := filepath.Base(file)
		if !bytes.HasPrefix(answer, []byte("200 OK")) || bytes.Contains(answer, []byte(`"errors"`)) {
			t.Errorf("%s: %s", name, answer)
		}
		if empty := !rows.Match(answer); empty != slices.Contains(withoutData, name) {
			t.Errorf("%s: without a row is %v: %s", name, empty, answer)
		}
	}
}

// TestExamplesRun runs the programs that the page for developers shows, as they stand.
func TestExamplesRun(t *testing.T) {
	address := december(t)
	for _, c := range []struct{ file, program string }{{"ask.sh", "sh"}, {"ask.mjs", "node"}, {"ask.py", "python3"}} {
		t.Run(c.file, func(t *testing.T) {
			if _, err := exec.LookPath(c.program); err != nil && os.Getenv("CI") == "" {
				t.Skip(c.program, "is missing")
			}
			file := filepath.Join(t.TempDir(), c.file)
			text := strings.ReplaceAll(read(t, examples+"code/"+c.file), exampleAddress, address)
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			out, err := exec.Command(c.program, file).CombinedOutput()
			if err != nil || !bytes.Contains(out, []byte("Ecart Services Morocco")) {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}

// TestExampleOfATypedClientRuns makes the client as the page for developers says to, with the app's own packages: the types
// are made from the schema's file, a field that there isn't is refused by them, and what is left runs.
func TestExampleOfATypedClientRuns(t *testing.T) {
	packages, err := filepath.Abs("../web/app/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(packages, ".bin/graphql-codegen")); err != nil && os.Getenv("CI") == "" {
		t.Skip("the app's packages aren't installed; install them with: make build")
	}
	dir, address := t.TempDir(), december(t)
	write := func(name, text string) {
		text = strings.ReplaceAll(text, exampleAddress, address)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(program string, args ...string) (string, error) {
		command := exec.Command(program, args...)
		command.Dir = dir
		out, err := command.CombinedOutput()
		return string(out), err
	}
	client := read(t, examples+"code/client.ts")
	write("package.json", `{"type": "module"}`)
	write("schema.graphql", graph.SchemaText())
	write("codegen.ts", read(t, examples+"code/codegen.ts"))
	write("client.ts", client)
	if err := os.Symlink(packages, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	if out, err := run("node_modules/.bin/graphql-codegen", "--config", "codegen.ts"); err != nil {
		t.Fatal(out)
	}
	if out, err := run("node_modules/.bin/tsc", "--outDir", "out", "client.ts"); err != nil {
		t.Fatal(out)
	}
	if out, err := run("node", "out/client.js"); err != nil || !strings.Contains(out, "Ecart Services Morocco") {
		t.Errorf("%v: %s", err, out)
	}
	write("client.ts", strings.Replace(client, "partner.name", "partner.nmae", 1))
	if out, err := run("node_modules/.bin/tsc", "--noEmit", "client.ts"); err == nil || !strings.Contains(out, "nmae") {
		t.Errorf("a field that there isn't passes: %s", out)
	}
}

// TestRefusalIsAsShown holds the refusal that the page for developers shows against what is answered.
func TestRefusalIsAsShown(t *testing.T) {
	_, answer, _ := strings.Cut(string(ask(t, december(t)+"/graphql", read(t, examples+"code/refused.graphql"), nil)), "\n")
	same(t, examples+"code/refused.json", answer)
}

// TestLimitsAreAsShown holds the numbers that the page for developers shows against those that the code goes by.
func TestLimitsAreAsShown(t *testing.T) {
	limits := graph.Limits()
	preset, err := env.ParseAsWithOptions[graph.Settings](env.Options{Environment: map[string]string{}})
	if err != nil {
		t.Fatal(err)
	}
	limits["hourly"] = preset.Rate
	same(t, examples+"limits.json", indented(t, limits))
}

// TestCodesAreAsShown holds the codes that the page for developers explains against those that there are.
func TestCodesAreAsShown(t *testing.T) {
	same(t, examples+"codes.json", indented(t, graph.Codes()))
}

func indented(t *testing.T, value any) string {
	t.Helper()
	text, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text) + "\n"
}

// same compares a file with what it should hold, or writes it.
func same(t *testing.T, file, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(t, file); got != want {
		t.Errorf("%s (-file +code):\n%s", file, cmp.Diff(got, want))
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
