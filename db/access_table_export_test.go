package db

import (
	"fmt"
	"slices"
	"strings"
)

// roles are who may be given sight of a column beside everyone, in the order of the table of access.
var roles = []string{"partner", "officer", "auditor", "administrator"}

// AccessTable writes, in Markdown, who may read which column of every table, from the tags that the grants are made of.
// Each role sees what is its own: a partner its declarations, an officer those of its regions, an auditor its scope.
func AccessTable() string {
	var b strings.Builder
	b.WriteString("# Who sees what\n\n" +
		"Made from the `see` tags of the structs in this folder by `go test ./db -update`; never edited. The grants of the\n" +
		"login `mithaq_public` are made from the same tags, at each migration.\n\n" +
		"● reads it. ◐ reads it of the rows that everyone may see, through a view. A role reads what is its own: a partner what\n" +
		"it declared and its own people, an officer what the office verifies, an auditor its scope; only accounts and letters\n" +
		"have screens for these by now. What\n" +
		"nobody is marked for, the program alone reads. `created_at` and `created_by` of every row are the program's alone.\n")
	tables := slices.Clone(everyTable)
	slices.SortStableFunc(tables, func(a, c AnyTable) int { return strings.Compare(a.TableName(), c.TableName()) })
	for _, table := range tables {
		fmt.Fprintf(&b, "\n## %s\n\n", table.TableName())
		if v := table.viewed(); v != nil {
			fmt.Fprintf(&b, "The rows of %s where `%s`.\n\n", v.base, v.condition)
		}
		b.WriteString("| column | everyone | partner member | officer | auditor | administrator |\n| --- | --- | --- | --- | --- | --- |\n")
		for _, c := range table.Columns() {
			fmt.Fprintf(&b, "| %s |%s\n", c.Name, marks(table, c))
		}
	}
	return b.String()
}

// marks says of each role whether it reads a column.
func marks(table AnyTable, c Column) string {
	all := c.See == everyone
	cells := []string{mark(all && !table.isHidden(), all)}
	for _, role := range roles {
		cells = append(cells, mark(all || slices.Contains(strings.Fields(c.See), role), false))
	}
	return " " + strings.Join(cells, " | ") + " |"
}

func mark(whole, partly bool) string {
	switch {
	case whole:
		return "●"
	case partly:
		return "◐"
	}
	return " "
}
