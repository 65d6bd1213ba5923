package embedded

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func TestOrdinaryUser(t *testing.T) {
	needPostgres(t)
	if os.Geteuid() != 0 {
		t.Skip("every other test is already run by an ordinary user")
	}
	dir := worldReachable(t)
	who, err := lookUp("nobody")
	if err != nil {
		unable(t, err.Error())
	}
	cmd := exec.Command(copyOfTest(t, dir), "-test.v", "-test.run=^(TestKilledProgramLosesNoRow|TestPostgresEndsWithItsProgram)$")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME=/nonexistent", "TMPDIR="+dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: who.attr.Credential}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	passes(t, cmd, 2)
}

// inChroot tells a copy of the test program that it runs in a chroot, where
// every kernel refuses root a user namespace, as many containers do.
const inChroot = "MITHAQ_TEST_CHROOT"

func TestRootWithoutUserNamespaces(t *testing.T) {
	needPostgres(t)
	if os.Geteuid() != 0 {
		t.Skip("only root can try this")
	}
	if os.Getenv(inChroot) != "" {
		t.Run("a cluster of root's is given away", givesRootsClusterAway)
		t.Run("an unreachable data directory", refusesUnreachableDirectory)
		return
	}
	dir := worldReachable(t)
	root := filepath.Join(dir, "root")
	if err := os.Mkdir(root, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("unshare", "-m", "mount", "--rbind", "/", root).CombinedOutput(); err != nil {
		unable(t, "no mount namespace to try this in: "+string(out))
	}
	script := `mount --rbind / "$1" && exec chroot "$1" "$2" -test.v "-test.run=^(TestKilledProgramLosesNoRow|TestPostgresEndsWithItsProgram|TestRootWithoutUserNamespaces)$"`
	cmd := exec.Command("unshare", "-m", "sh", "-c", script, "sh", root, copyOfTest(t, dir))
	cmd.Env = append(os.Environ(), inChroot+"=1")
	passes(t, cmd, 3)
}

func givesRootsClusterAway(t *testing.T) {
	dir := cluster(t)
	// As a start in a user namespace would have left it.
	chownAll(t, dir, "root")
	s := start(t, dir)
	mustExec(t, table(t, s), `insert into kept values (1)`)
	if info, err := os.Stat(s.place.cluster()); err != nil || ownerOf(info) == 0 {
		t.Errorf("still root's: %v", err)
	}
}

func refusesUnreachableDirectory(t *testing.T) {
	dir := worldReachable(t)
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := Start(t.Context(), options(t, dir))
	if err == nil {
		stop(t, s)
		t.Fatal("started")
	}
	if !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), "chmod o+x") {
		t.Errorf("unclear: %v", err)
	}
}

func TestRootRunsAnotherUsersCluster(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can try this")
	}
	dir := cluster(t)
	who, err := lookUp("nobody")
	if err != nil {
		unable(t, err.Error())
	}
	chownAll(t, filepath.Join(dir, "postgres"), "nobody")
	t.Cleanup(func() { chownAll(t, dir, "root") }) // after the stop
	s := start(t, dir)
	mustExec(t, table(t, s), `insert into kept values (1)`)
	info, err := os.Stat("/proc/" + strconv.Itoa(postmaster(t, s.place)))
	if err != nil || ownerOf(info) != who.uid {
		t.Errorf("postgres does not run as the cluster's owner: %v", err)
	}
}

func chownAll(t *testing.T, dir, user string) {
	t.Helper()
	if out, err := exec.Command("chown", "-R", user, dir).CombinedOutput(); err != nil {
		t.Fatal(string(out))
	}
}

// copyOfTest puts the test program where any user may run it.
func copyOfTest(t *testing.T, dir string) string {
	t.Helper()
	in, err := os.Open(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.OpenFile(filepath.Join(dir, "embedded.test"), os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Name()
}

// passes runs tests in another process and counts those that passed.
func passes(t *testing.T, cmd *exec.Cmd, want int) {
	t.Helper()
	out, err := cmd.CombinedOutput()
	if got := strings.Count("\n"+string(out), "\n--- PASS"); err != nil || got != want {
		t.Errorf("%d tests of %d passed: %v", got, want, err)
	}
	t.Logf("\n%s", out)
}
