package db

import "slices"

// Withdrawable is what a fact says of itself that can be withdrawn: since when it is. It is left out of lists and totals from
// then on; its address still opens.
type Withdrawable struct {
	WithdrawnAt *Instant `db:"withdrawn_at" see:"everyone"`
}

// isWithdrawn tells whether the rows of a table can be withdrawn.
func (t *Table[T]) isWithdrawn() bool {
	return slices.ContainsFunc(t.columns, func(c Column) bool { return c.Name == "withdrawn_at" })
}

// conditions are those of a filter, and that rows stand where it doesn't ask for those that were withdrawn.
func (t *Table[T]) conditions(n narrowed, q *statement) []condition {
	conditions := n.conditions(q)
	if !t.isWithdrawn() {
		return conditions
	}
	for field := range asked(n.filter) {
		if field.Name == "Withdrawn" {
			return conditions
		}
	}
	return append(conditions, condition{holds: "t.withdrawn_at is null"})
}
