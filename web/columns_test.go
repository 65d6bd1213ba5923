package web_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"mithaq/db"
	"mithaq/web"
)

// ruled are the reasons that the model gives for a job.
var ruled = regexp.MustCompile(`(?:BadInput|Conflict)\("[A-Za-z.]+", "([a-z_]+)"`)

// untold are those that no sheet meets: a row that corrects another is found by its reference, what is named is looked up
// before, and a draft that was changed refuses the file as a whole.
var untold = map[string]bool{"reference_fixed": true, "draft_changed": true}

func TestEveryFaultIsSaidInEveryLanguage(t *testing.T) {
	words := web.FaultWords()
	for _, file := range []string{"job_reader.go", "person.go", "batch.go", "batch_ends.go", "declared_end.go", "held_batch.go"} {
		source, err := os.ReadFile("../db/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range ruled.FindAllStringSubmatch(string(source), -1) {
			if words[found[1]] == nil && !untold[found[1]] {
				t.Errorf("a sheet isn't told of %s", found[1])
			}
		}
	}
	for reason, text := range words {
		for _, language := range []db.Language{db.FR, db.AR, db.EN} {
			if said := text[language]; said == "" || strings.HasPrefix(reason, "identity_number") && strings.Contains(said, "{value}") {
				t.Errorf("%s in %s: %q", reason, language, said)
			}
		}
	}
}

// TestColumnsAreCalledByOneNameEach has no two columns, nor two values of one, be called alike.
func TestColumnsAreCalledByOneNameEach(t *testing.T) {
	for _, form := range web.ColumnWords() {
		calledAlike(t, form)
	}
}

func calledAlike(t *testing.T, form map[string][]map[db.Language]string) {
	columns := map[string]string{}
	for key, texts := range form {
		values := map[string]int{}
		for i, text := range texts {
			for _, language := range []db.Language{db.FR, db.AR, db.EN} {
				folded := web.Fold(text[language])
				switch {
				case text[language] == "":
					t.Errorf("%s says nothing in %s", key, language)
				case i == 0 && columns[folded] != "" && columns[folded] != key:
					t.Errorf("%s and %s are both called %q", key, columns[folded], text[language])
				case i == 0:
					columns[folded] = key
				case i > 2 && values[folded] != 0 && values[folded] != i:
					t.Errorf("two values of %s are called %q", key, text[language])
				case i > 2:
					values[folded] = i
				}
			}
		}
	}
}
