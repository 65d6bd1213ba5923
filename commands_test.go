package main_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatIsAskedOfARegisterMakesNone(t *testing.T) {
	folder := t.TempDir() + "/data"
	for _, args := range [][]string{{"export"}, {"audit", "verify"}, {"audit", "sample", "D-2026-0000001"}, {"keys", "status"}, {"keys", "begin"}, {"keys", "end"}} {
		if code, said := start(t, []string{"DATA_DIR=" + folder}, args...).end(); code != 1 || !strings.Contains(said, "there is no register in "+folder+"; name the folder of one by DATA_DIR") {
			t.Errorf("%v gave %d:\n%s", args, code, said)
		}
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder was made: %v", err)
	}
}

func TestExportWritesWhatImportReads(t *testing.T) {
	settings := []string{"DATA_DIR=" + t.TempDir() + "/data"}
	if code, said := start(t, settings, "migrate").end(); code != 0 {
		t.Fatalf("migrate gave %d:\n%s", code, said)
	}
	if code, said := start(t, settings, "export").end(); code != 1 || !strings.Contains(said, "mithaq: this database holds no register yet") {
		t.Errorf("without a register, export gave %d:\n%s", code, said)
	}
	start(t, settings)
	dir := t.TempDir()
	file := filepath.Join(dir, "out.yaml")
	for _, args := range [][]string{{"export", "--output", file}, {"export", "2021-12-anapec", "--output", file}, {"export", "--all", dir}} {
		if code, said := start(t, settings, args...).end(); code != 0 {
			t.Errorf("%v gave %d:\n%s", args, code, said)
		}
	}
	if got, want := listing(dir), filepath.Base(dir)+"/2021-12-anapec.yaml\n"+filepath.Base(dir)+"/out.yaml\n"; got != want {
		t.Errorf("there are:\n%s", got)
	}
	whole, _ := os.ReadFile(file)
	command := exec.Command(program, "export")
	command.Env = append(os.Environ(), settings...)
	if out, err := command.Output(); err != nil || !bytes.Equal(out, whole) || len(out) < 10_000 {
		t.Errorf("to the standard output it writes (%v):\n%s", err, out)
	}
	if code, said := start(t, settings, "import", file).end(); code != 0 || !strings.Contains(said, "0 facts added, 0 changed") {
		t.Errorf("the file's import gave %d:\n%s", code, said)
	}
	for want, args := range map[string][]string{
		`there is no register "nothing" here; there are 2021-12-anapec`: {"export", "nothing"},
		"out.yaml can't be written":                                     {"export", "--output", "/nowhere/out.yaml"},
		"it goes with no slug and no --output":                          {"export", "x", "--all", dir},
	} {
		if code, said := start(t, settings, args...).end(); code != 1 || !strings.Contains(said, want) {
			t.Errorf("%v gave %d:\n%s", args, code, said)
		}
	}
}

func TestHelpIsThereForEachCommand(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"serve", "--help"}, {"migrate", "--help"}, {"import", "--help"}, {"export", "--help"},
		{"invite", "--help"}, {"keys", "--help"}, {"audit", "verify", "--help"}, {"audit", "sample", "--help"}, {"sample", "--help"},
		{"version", "--help"}, {"version"}} {
		if out, err := exec.Command(program, args...).CombinedOutput(); err != nil || len(out) < 10 {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
	for _, args := range [][]string{{"import"}, {"import", "/nowhere.yaml"}, {"bogus"}} {
		command := exec.Command(program, args...)
		if out, _ := command.CombinedOutput(); command.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), "mithaq: error: ") {
			t.Errorf("%v: exit code %d\n%s", args, command.ProcessState.ExitCode(), out)
		}
	}
}
