package web

import "mithaq/db"

// FaultWords are what is said of faults, for the test that each is said in every language.
func FaultWords() map[string]map[db.Language]string {
	all := map[string]map[db.Language]string{}
	for reason, text := range faultWords {
		all[reason] = text
	}
	return all
}

// ColumnWords are, for each form by its columns' keys, what they are called, and what is said of them and of their values.
func ColumnWords() (forms []map[string][]map[db.Language]string) {
	for _, f := range []*form{jobForm, heldForm} {
		all := map[string][]map[db.Language]string{}
		for _, c := range f.columns {
			all[c.key] = []map[db.Language]string{c.label, c.hint, c.example}
			for _, v := range c.values {
				all[c.key] = append(all[c.key], v.label)
			}
		}
		forms = append(forms, all)
	}
	return forms
}

// Fold is how words are compared.
func Fold(text string) string { return fold(text) }
