package embedded

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestDataSurviveStopAndStart(t *testing.T) {
	dir := worldReachable(t)
	begun := time.Now()
	s := start(t, dir)
	t.Logf("first start %v", time.Since(begun).Round(time.Millisecond))
	db := table(t, s)
	mustExec(t, db, `insert into kept values (7)`)

	begun = time.Now()
	stop(t, s)
	t.Logf("stop %v", time.Since(begun).Round(time.Millisecond))
	if _, err := os.Stat(s.place.pidFile()); err == nil {
		t.Error("postmaster.pid is still there: the stop was not clean")
	}

	begun = time.Now()
	s = start(t, dir)
	t.Logf("restart %v", time.Since(begun).Round(time.Millisecond))
	db = open(t, s)
	for question, want := range map[string]string{
		`select n from kept`:    "7",
		`show timezone`:         "UTC",
		`show listen_addresses`: "",
		`show data_checksums`:   "on",
		`show server_encoding`:  "UTF8",
		`show max_connections`:  "60",
		`select current_user`:   Owner,
		`select datcollate from pg_database where datname = current_database()`: "C.UTF-8",
	} {
		if got := ask(t, db, question); got != want {
			t.Errorf("%s: %q, want %q", question, got, want)
		}
	}
	if info, err := os.Stat(s.place.socket); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the socket's directory is not 0700: %v %v", info.Mode(), err)
	}
}

func TestKilledPostgresComesBack(t *testing.T) {
	s := start(t, cluster(t))
	db := table(t, s)
	committed := 0
	insert := func() error {
		_, err := db.Exec(`insert into kept values ($1)`, committed+1)
		if err == nil {
			committed++
		}
		return err
	}
	for range 50 {
		if err := insert(); err != nil {
			t.Fatal(err)
		}
	}
	// A busy backend notices its postmaster's death only after its query, and
	// until then holds the shared memory that the next one needs.
	go db.Exec(`select count(*) from generate_series(1, 1e9::bigint)`)
	waitFor(t, func() bool {
		return ask(t, db, `select count(*) from pg_stat_activity where query like '%generate_series%' and state = 'active' and pid <> pg_backend_pid()`) == "1"
	})
	killed := postmaster(t, s.place)
	kill(t, killed, syscall.SIGKILL)
	begun := time.Now()
	// An old backend may still commit a last row: that one must stay too.
	waitFor(t, func() bool {
		err := insert()
		pid, _ := s.place.postmaster()
		return err == nil && pid != 0 && pid != killed
	})
	t.Logf("back after %v", time.Since(begun).Round(time.Millisecond))
	var left int
	waitFor(t, func() bool { // another connection may still be one to an old backend
		return db.QueryRow(`select count(*) from kept where n <= $1`, committed).Scan(&left) == nil
	})
	if left != committed {
		t.Errorf("%d rows of %d committed ones are left", left, committed)
	}
}

func TestKilledProgramLosesNoRow(t *testing.T) {
	for _, both := range []bool{false, true} {
		t.Run(map[bool]string{false: "program only", true: "postgres too"}[both], func(t *testing.T) {
			dir := cluster(t)
			other := startOther(t, dir)
			other.say("insert")
			rows := 0
			for range 200 {
				rows, _ = strconv.Atoi(other.hear())
			}
			pid := postmaster(t, place{dir: dir})
			if both {
				// First the one that would restart the other.
				kill(t, other.cmd.Process.Pid, syscall.SIGSTOP)
				kill(t, pid, syscall.SIGKILL)
			}
			kill(t, other.cmd.Process.Pid, syscall.SIGKILL)
			for line := range other.lines { // what it still committed and said
				rows, _ = strconv.Atoi(line)
			}
			begun := time.Now()
			s := start(t, dir)
			t.Logf("start after the kill %v, %d rows", time.Since(begun).Round(time.Millisecond), rows)
			if s.Joined() {
				t.Error("joined, though nobody supervises")
			}
			if got := ask(t, open(t, s), `select count(*) from kept where n <= `+strconv.Itoa(rows)); got != strconv.Itoa(rows) {
				t.Errorf("%s rows of %d committed ones are left", got, rows)
			}
		})
	}
}

func TestPostgresEndsWithItsProgram(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells a child that its parent died; elsewhere the next start ends it")
	}
	dir := cluster(t)
	other := startOther(t, dir)
	p := place{dir: dir}
	pid := postmaster(t, p)
	kill(t, other.cmd.Process.Pid, syscall.SIGKILL)
	waitFor(t, func() bool { return !runsOn(pid, p.cluster()) })
	if _, err := os.Stat(p.pidFile()); err == nil {
		t.Error("postmaster.pid is still there: the end was not clean")
	}
}

func TestSecondProcessJoinsAndTakesOver(t *testing.T) {
	for _, end := range []string{"stop", "kill"} {
		t.Run(end, func(t *testing.T) {
			dir := cluster(t)
			other := startOther(t, dir)
			s := start(t, dir)
			if !s.Joined() {
				t.Fatal("not joined, though another process supervises")
			}
			db := table(t, s)
			if end == "stop" {
				other.say("stop")
			} else {
				kill(t, other.cmd.Process.Pid, syscall.SIGKILL)
			}
			begun := time.Now()
			waitFor(t, func() bool { return !s.Joined() && db.Ping() == nil })
			t.Logf("taken over after %v", time.Since(begun).Round(time.Millisecond))
			mustExec(t, db, `insert into kept values (1)`)
			postmaster(t, s.place)
		})
	}
}

func TestStopWhileJoinedLeavesPostgresAlone(t *testing.T) {
	dir := cluster(t)
	first, second := start(t, dir), start(t, dir)
	stop(t, second)
	if err := first.answers(t.Context(), Database); err != nil {
		t.Error(err)
	}
}

func TestStalePidFile(t *testing.T) {
	dir := cluster(t)
	s := start(t, dir)
	remains, err := os.ReadFile(s.place.pidFile())
	if err != nil {
		t.Fatal(err)
	}
	stop(t, s)
	_, rest, _ := strings.Cut(string(remains), "\n")

	other := exec.Command("sleep", "100")
	zombie := exec.Command("true")
	for _, cmd := range []*exec.Cmd{other, zombie} {
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		defer cmd.Wait()
	}
	defer other.Process.Kill()
	for name, text := range map[string]string{
		"another program's": strconv.Itoa(other.Process.Pid) + "\n" + rest,
		"a zombie's":        strconv.Itoa(zombie.Process.Pid) + "\n" + rest,
		"empty":             "",
	} {
		t.Run(name, func(t *testing.T) {
			write(t, s.place.pidFile(), text)
			write(t, s.place.socketFile()+".lock", text)
			stop(t, start(t, dir))
		})
	}
	if err := other.Process.Signal(syscall.Signal(0)); err != nil {
		t.Error("the other program was ended")
	}
}

func TestStopWithoutPatience(t *testing.T) {
	s, err := Start(t.Context(), options(t, cluster(t)))
	if err != nil {
		t.Fatal(err)
	}
	pid := postmaster(t, s.place)
	kill(t, pid, syscall.SIGSTOP) // deaf to SIGINT and SIGQUIT
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := s.Stop(ctx); err == nil || !strings.Contains(err.Error(), "stopped at once") {
		t.Errorf("Stop said %v", err)
	}
	if runsOn(pid, s.place.cluster()) {
		t.Error("postgres still runs")
	}
}
