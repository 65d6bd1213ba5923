package main_test

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatRefusesTheStartIsOneSentenceAndChangesNothing(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	strange := t.TempDir()
	if err := os.MkdirAll(filepath.Join(strange, "postgres"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(strange, "postgres", "PG_VERSION"), []byte("99\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ settings, want string }{
		"port in use":          {"DATA_DIR=" + t.TempDir() + "/new LISTEN=" + taken.Addr().String(), "address already in use"},
		"data directory":       {"DATA_DIR=/dev/null/data", "set DATA_DIR to one that can be written"},
		"keys directory":       {"DATA_DIR=" + t.TempDir() + "/x KEYS_DIR=/dev/null/keys", "set KEYS_DIR to one that can be written"},
		"unknown version":      {"DATA_DIR=" + strange, "99"},
		"unreachable database": {"DATA_DIR=" + t.TempDir() + "/new DATABASE_URL=postgres://me@127.0.0.1:1/x?sslmode=disable", "the database can't be reached"},
		"a wrong login":        {"DATA_DIR=" + t.TempDir() + " DATABASE_URL=nonsense", "DATABASE_URL: it can't be read"},
	} {
		t.Run(name, func(t *testing.T) {
			before := listing(strange)
			code, said := start(t, strings.Fields(test.settings)).end()
			if code != 1 || !strings.Contains(said, test.want) {
				t.Errorf("exit code %d:\n%s", code, said)
			}
			if strings.Contains(said, "goroutine") || strings.Contains(said, "panic") {
				t.Errorf("a stack trace:\n%s", said)
			}
			if name == "port in use" || name == "unreachable database" {
				if _, err := os.Stat(strings.TrimPrefix(strings.Fields(test.settings)[0], "DATA_DIR=")); err == nil {
					t.Error("a data directory was made")
				}
				if keys, _ := filepath.Glob(filepath.Dir(strings.TrimPrefix(strings.Fields(test.settings)[0], "DATA_DIR=")) + "/*-keys"); keys != nil {
					t.Errorf("%v was made", keys)
				}
			}
			if now := listing(filepath.Join(strange, "postgres")); now != "postgres/PG_VERSION\n" && name == "unknown version" && before != "" {
				t.Errorf("the strange data directory has now:\n%s", now)
			}
		})
	}
}

func listing(dir string) string {
	var found strings.Builder
	_ = filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			fmt.Fprintln(&found, filepath.Join(filepath.Base(dir), strings.TrimPrefix(path, dir)))
		}
		return nil
	})
	return found.String()
}

func TestAllWrongSettingsAreToldAtOnce(t *testing.T) {
	code, said := start(t, []string{
		"LISTEN=nowhere", "PUBLIC_URL=ftp://x", "OPERATOR_NAME=Somebody", "DATABASE_URL=postgres//user:s3cret@h/x", "READ_DATABASE_URL=%%",
		"ANSWER_DAYS=soon", "RETENTION_MONTHS=0", "RATE=-1", "CACHE=1.5", "READS=fast", "TRUSTED_PROXIES=10.0.0.1",
	}).end()
	if code != 1 || strings.Contains(said, "s3cret") {
		t.Errorf("exit code %d, or the password is shown:\n%s", code, said)
	}
	for _, name := range []string{
		"LISTEN: ", "PUBLIC_URL: ", "OPERATOR_CONTACT: ", "OPERATOR_LEGAL: ", "DATABASE_URL: ", "READ_DATABASE_URL: ",
		"ANSWER_DAYS: ", "RETENTION_MONTHS: ", "RATE: ", "CACHE: ", "READS: ", "TRUSTED_PROXIES: ",
	} {
		if strings.Count(said, "\n"+name) != 1 {
			t.Errorf("%sit isn't said once what is wrong with it:\n%s", name, said)
		}
	}
}

func TestSecondServeIsRefusedAndImportJoins(t *testing.T) {
	settings := []string{"DATA_DIR=" + t.TempDir() + "/data"}
	serving := start(t, settings)
	if code, said := start(t, settings).end(); code != 1 || !strings.Contains(said, "another mithaq serves the data directory") {
		t.Errorf("a second serve gave %d:\n%s", code, said)
	}
	if code, said := start(t, settings, "import", "db/registers/2021-12-anapec.yaml").end(); code != 0 || !strings.Contains(said, "0 facts added, 0 changed") {
		t.Errorf("an import beside it gave %d:\n%s", code, said)
	}
	if code, said := start(t, settings, "import", "db/registers/testdata/faults.yaml").end(); code != 1 || !strings.Contains(said, "faults.yaml:56:26:") {
		t.Errorf("a faulty import gave %d:\n%s", code, said)
	}
	if code, _ := start(t, settings, "migrate").end(); code != 0 {
		t.Errorf("migrate beside it gave %d", code)
	}
	if status, _, _ := serving.get("/readyz"); status != 200 {
		t.Errorf("after all that, it is not ready: %d", status)
	}
}

func TestKeysThatAreNoSecretsAreRefused(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		mode os.FileMode
		want string
	}{
		"empty":            {"", 0o600, "too short to be a secret"},
		"read by everyone": {"AAAAAAAAAAAAAAAAAAAAAAAAAA", 0o644, "can be read by others"},
	} {
		keys := t.TempDir()
		if err := os.WriteFile(filepath.Join(keys, "app-login"), []byte(test.text), test.mode); err != nil {
			t.Fatal(err)
		}
		if code, said := start(t, []string{"DATA_DIR=" + t.TempDir() + "/data", "KEYS_DIR=" + keys}, "migrate").end(); code != 1 || !strings.Contains(said, test.want) {
			t.Errorf("%s: %d\n%s", name, code, said)
		}
	}
}
