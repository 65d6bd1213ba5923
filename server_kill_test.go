package main_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// bigRegister is a register file whose import takes long enough to be killed in the middle.
func bigRegister(t *testing.T, partners int) string {
	t.Helper()
	var text strings.Builder
	text.WriteString("register: {slug: big, kind: REAL}\npartners:\n")
	for i := range partners {
		fmt.Fprintf(&text, "  - slug: big-%d\n    kind: COMPANY\n    name: {fr: Entreprise %d}\n"+
			"    cite: [{source: la-vie-eco-2021-12, statement: {fr: Nommée.}}]\n", i, i)
	}
	path := filepath.Join(t.TempDir(), "big.yaml")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// postmaster gives the process id of the private PostgreSQL of a data directory, by its own lock file; 0 without one.
func postmaster(data string) int {
	text, _ := os.ReadFile(filepath.Join(data, "postgres", "postmaster.pid"))
	first, _, _ := strings.Cut(string(text), "\n")
	pid, _ := strconv.Atoi(first)
	return pid
}

// TestKilledImportIsAllOrNothing kills the program, PostgreSQL, or both, somewhere in the middle of an import, and looks
// what the next start serves. LAB=1 does it by the dozen.
func TestKilledImportIsAllOrNothing(t *testing.T) {
	const partners = 3000
	rounds := 2
	if os.Getenv("LAB") != "" {
		rounds = 15
	}
	data := filepath.Join(t.TempDir(), "data")
	settings := []string{"DATA_DIR=" + data}
	file := bigRegister(t, partners)
	serving := start(t, settings)
	serving.signal(syscall.SIGTERM)
	serving.end()
	none, all := 0, 0
	for round := range rounds {
		for _, victim := range []string{"program", "PostgreSQL", "both"} {
			importing := start(t, settings, "import", file)
			killed := killIt(importing, data, victim)
			code, said := importing.end()
			after := start(t, settings)
			if after.address == "" {
				t.Fatalf("round %d: after %s was killed at %v, the next start failed:\n%s", round, victim, killed, after.output())
			}
			switch count := after.count("partners"); count {
			case "9":
				none++
				if code == 0 {
					t.Errorf("round %d: after %s was killed, the import says it is done, and nothing is there:\n%s", round, victim, said)
				}
			case strconv.Itoa(9 + partners):
				all++
			default:
				t.Fatalf("round %d: after %s was killed at %v, %s partners are there: neither 9 nor all", round, victim, killed, count)
			}
			if got := after.count("claims"); got != "49" {
				t.Errorf("round %d: %s claims", round, got)
			}
			after.signal(syscall.SIGTERM)
			after.end()
		}
	}
	t.Logf("%d imports killed: %d left nothing, %d were whole", none+all, none, all)
	if none == 0 {
		t.Error("no import was killed in the middle, so this has shown nothing")
	}
}

// killIt waits until an import is under way for a while, and sends SIGKILL.
func killIt(importing *running, data, victim string) time.Duration {
	for postmaster(data) == 0 {
		time.Sleep(5 * time.Millisecond)
	}
	wait := 300*time.Millisecond + time.Duration(rand.IntN(1200))*time.Millisecond
	select {
	case <-time.After(wait):
	case <-importing.ended:
	}
	if victim != "PostgreSQL" {
		importing.signal(syscall.SIGKILL)
	}
	if pid := postmaster(data); pid > 1 && victim != "program" {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
	return wait
}

// TestKilledServeComesBack kills PostgreSQL under a serving program, which recovers by itself, and then both.
func TestKilledServeComesBack(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	settings := []string{"DATA_DIR=" + data}
	serving := start(t, settings)
	if err := syscall.Kill(postmaster(data), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	deadline := time.Now().Add(30 * time.Second)
	for status := 0; status != 200; status, _, _ = serving.get("/readyz") {
		if time.Now().After(deadline) {
			t.Fatalf("PostgreSQL did not come back:\n%s", serving.output())
		}
		if alive, _, _ := serving.get("/livez"); alive != 200 {
			t.Fatal("the program is not alive without its database")
		}
		time.Sleep(20 * time.Millisecond)
	}
	if got := serving.count("partners"); got != "9" {
		t.Errorf("after PostgreSQL was killed, %s partners", got)
	}
	pid := postmaster(data)
	serving.signal(syscall.SIGKILL)
	_ = syscall.Kill(pid, syscall.SIGKILL)
	serving.end()
	again := start(t, settings)
	if got := again.count("partners"); got != "9" {
		t.Errorf("after both were killed, %s partners:\n%s", got, again.output())
	}
}
