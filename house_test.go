package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestTheHouseNamesEachFile compares the README's list of the house with what lies there, both ways.
func TestTheHouseNamesEachFile(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, house, _ := strings.Cut(string(readme), "## The house")
	house, _, _ = strings.Cut(house, "###")
	named := map[string][]string{}
	folder := "."
	for line := range strings.Lines(house) {
		if top := regexp.MustCompile(`^(\S+)/ `).FindStringSubmatch(line); top != nil {
			folder = top[1]
		}
		named[folder] = append(named[folder], regexp.MustCompile(`[\w*]+\.go\b`).FindAllString(line, -1)...)
	}
	for _, folder := range []string{".", "db", "graph", "web"} {
		files, _ := filepath.Glob(folder + "/*.go") // the pattern is well
		var bases []string
		for _, file := range files {
			base := filepath.Base(file)
			if strings.HasSuffix(base, "_test.go") || strings.HasSuffix(base, ".resolvers.go") {
				continue
			}
			bases = append(bases, base)
			if !slices.ContainsFunc(named[folder], func(name string) bool { fits, _ := filepath.Match(name, base); return fits }) {
				t.Errorf("the README's house doesn't name %s", file)
			}
		}
		for _, name := range named[folder] {
			if !slices.ContainsFunc(bases, func(base string) bool { fits, _ := filepath.Match(name, base); return fits }) {
				t.Errorf("the README's house names %s/%s, which isn't there", folder, name)
			}
		}
	}
}
