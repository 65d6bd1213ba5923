package graph_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/caarlos0/env/v11"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/db/registers"
	"mithaq/graph"
)

var update = flag.Bool("update", false, "rewrite the answers in testdata, to be reviewed in the diff")

func TestMain(m *testing.M) { os.Exit(dbtest.Main(m)) }

// settings are those of the environment: READS=resolvers tests the resolvers.
func settings(t testing.TB) graph.Settings {
	t.Helper()
	s, err := env.ParseAs[graph.Settings]()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestDialogues asks what each file of testdata asks, of the register of December 2021 or, for sample-….txtar, of the
// fictional one, and compares the answers. A file holds pairs: NAME.graphql (with NAME.variables.json where needed), and
// NAME.json, the answer with its HTTP status.
func TestDialogues(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no dialogues", err)
	}
	quiet := slog.New(slog.DiscardHandler)
	december := httptest.NewServer(graph.New(t.Context(), dbtest.Register(t), quiet, settings(t)))
	defer december.Close()
	sample := httptest.NewServer(graph.New(t.Context(), sampleRegister(t), quiet, settings(t)))
	defer sample.Close()
	for _, file := range files {
		server := december
		if strings.HasPrefix(filepath.Base(file), "sample-") {
			server = sample
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runDialogue(t, server.URL, file) })
	}
}

// sampleRegister imports the fictional register, twice: the second time changes nothing.
func sampleRegister(t *testing.T) *db.DB {
	t.Helper()
	text, err := os.ReadFile("testdata/sample.yaml")
	if err != nil {
		t.Fatal(err)
	}
	d := dbtest.Empty(t)
	for round := range 2 {
		report, err := registers.Import(t.Context(), d, "test", registers.Read("sample.yaml", text))
		if err != nil {
			t.Fatal(err)
		}
		if round == 1 && (report.Added != 0 || report.Changed != 0 || len(report.Vanished) != 0) {
			t.Errorf("importing again: %s", report)
		}
	}
	return d
}

func runDialogue(t *testing.T, address, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	held := map[string][]byte{}
	for _, f := range archive.Files {
		held[f.Name] = f.Data
	}
	said := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		name, isQuestion := strings.CutSuffix(f.Name, ".graphql")
		if !isQuestion {
			continue
		}
		answer := ask(t, address, string(f.Data), held[name+".variables.json"])
		said.Files = append(said.Files, f)
		if variables, ok := held[name+".variables.json"]; ok {
			said.Files = append(said.Files, txtar.File{Name: name + ".variables.json", Data: variables})
		}
		said.Files = append(said.Files, txtar.File{Name: name + ".json", Data: answer})
		if want := held[name+".json"]; !*update && !bytes.Equal(want, answer) {
			t.Errorf("%s (-want +got):\n%s", name, cmp.Diff(string(want), string(answer)))
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(said), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// ask posts a document and gives the status and the answer, indented.
func ask(t *testing.T, address, document string, variables []byte) []byte {
	t.Helper()
	body := map[string]any{"query": document}
	if variables != nil {
		body["variables"] = json.RawMessage(variables)
	}
	encoded, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, address, bytes.NewReader(encoded))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var raw bytes.Buffer
	if _, err := raw.ReadFrom(response.Body); err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	indented.WriteString(response.Status + "\n")
	if err := json.Indent(&indented, bytes.TrimSpace(raw.Bytes()), "", "  "); err != nil {
		t.Fatalf("%v: %s", err, raw.Bytes())
	}
	indented.WriteByte('\n')
	return indented.Bytes()
}
