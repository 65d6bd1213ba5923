package main_test

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestKilledSampleLeavesNothing kills the program in the middle of a load; what is served next has no trace of it.
func TestKilledSampleLeavesNothing(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	settings := []string{"DATA_DIR=" + data}
	loading := start(t, settings, "sample", "--jobs", "60000", "--holders", "3000")
	deadline := time.Now().Add(time.Minute)
	for !strings.Contains(loading.output(), "writing what was declared") {
		if time.Now().After(deadline) {
			t.Fatalf("the load doesn't begin:\n%s", loading.output())
		}
		time.Sleep(5 * time.Millisecond)
	}
	time.Sleep(300 * time.Millisecond)
	loading.signal(syscall.SIGKILL)
	if code, said := loading.end(); code == 0 {
		t.Fatalf("it was done before it was killed:\n%s", said)
	}
	after := start(t, settings)
	if got := after.count("partners"); got != "9" {
		t.Errorf("after the load was killed, %s partners:\n%s", got, after.output())
	}
	after.signal(syscall.SIGTERM)
	after.end()
}

func TestSampleCommand(t *testing.T) {
	settings := []string{"DATA_DIR=" + filepath.Join(t.TempDir(), "data")}
	for _, run := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--jobs", "300", "--holders", "30"}, 0, "300  jobs"},
		{[]string{"--jobs", "300"}, 1, "already holds a sample register"},
		{[]string{"--jobs", "300", "--if-empty"}, 0, "a sample is already there"},
		{[]string{"--jobs", "200", "--holders", "20", "--replace"}, 0, "200  jobs"},
		{[]string{"--jobs=-1"}, 1, "--jobs is -1"},
	} {
		if code, said := start(t, settings, append([]string{"sample"}, run.args...)...).end(); code != run.code || !strings.Contains(said, run.says) {
			t.Errorf("sample %s gave %d:\n%s", strings.Join(run.args, " "), code, said)
		}
	}
	serving := start(t, settings)
	if got := serving.count("conventions"); got != "40" {
		t.Errorf("%s conventions are served:\n%s", got, serving.output())
	}
}
