package reads

import (
	"database/sql/driver"
	"fmt"
	"strings"
	"testing"

	"mithaq/db"
)

// TestHeldRowsAreOfOneVersionAndBounded holds more than there is room for, and rows of another version.
func TestHeldRowsAreOfOneVersionAndBounded(t *testing.T) {
	h := &held{}
	add := func(version int64, name string, keys ...int64) {
		read := fresh{name, &db.Cells{Width: 2}}
		for _, key := range keys {
			read.cells.Values = append(read.cells.Values, driver.Value(key), driver.Value(strings.Repeat("x", 1000)))
		}
		h.add(db.Age{Version: version}, []fresh{read})
	}
	missing := func(version int64, name string, keys ...int64) string {
		return fmt.Sprint(h.take(db.Age{Version: version}, name, keys, make([]row, len(keys))))
	}
	add(7, "partners: slug", 1, 2)
	for want, got := range map[string]string{
		"[3]":   missing(7, "partners: slug", 1, 2, 3),
		"[1 2]": missing(8, "partners: slug", 1, 2),
		"[1]":   missing(0, "partners: slug", 1),
		"[2]":   missing(7, "partners: name", 2),
	} {
		if got != want {
			t.Errorf("missing are %s, not %s", got, want)
		}
	}
	add(8, "partners: slug", 3)
	if got := missing(8, "partners: slug", 1, 3); got != "[1]" {
		t.Errorf("after another version, missing are %s", got)
	}
	for key := range int64(2 * mostHeld / 1000) {
		add(8, "partners: slug", key)
		if h.bytes > mostHeld+2000 {
			t.Fatalf("%d bytes are held", h.bytes)
		}
	}
}
