package db

import "reflect"

// Copied lists the columns of T's rows that a copy into its table gives; those that the table computes or writes by
// itself are left out. Dated tells whether the table says of each row when it last changed.
func Copied[T any]() (columns []Column, dated bool) {
	for _, c := range columnsOf(reflect.TypeFor[T](), "", "", "", nil) {
		switch {
		case c.Name == "updated_at":
			dated = true
		case !c.Computed && !c.Made:
			columns = append(columns, c)
		}
	}
	return columns, dated
}
