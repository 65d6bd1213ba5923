package reads

import (
	"slices"
	"sync"

	"mithaq/db"
)

// held are rows that many answers name, as partners and regions are: they are read once, and taken from memory until
// anything public changes. A join would read each of them anew, which takes PostgreSQL longer than the list itself.
type held struct {
	versions *db.Versions

	mu    sync.RWMutex
	age   db.Age
	rows  map[string]map[int64]row // by what is read of them, and their keys
	bytes int
}

// fresh are rows that were read, whose first cell is their key.
type fresh struct {
	held  string
	cells *db.Cells
}

const (
	mostHeld  = 4 << 20 // bytes; then all are let go
	rowBytes  = 100     // what a row takes beside its cells
	cellBytes = 32      // what a cell takes beside its text
)

// now gives the age of the rows that may be used; none where none may.
func (h *held) now() db.Age {
	if h == nil {
		return db.Age{}
	}
	return h.versions.Now()
}

// take puts the rows of that age where their keys are, and gives the keys of those that aren't held.
func (h *held) take(using db.Age, name string, keys []int64, into []row) []int64 {
	if using == (db.Age{}) {
		return keys
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	if h.age != using {
		return keys
	}
	rows := h.rows[name]
	var missing []int64
	for i, key := range keys {
		if into[i] = rows[key]; into[i] == nil {
			missing = append(missing, key)
		}
	}
	return missing
}

// add holds rows of that age, in place of those of any other.
func (h *held) add(using db.Age, rows []fresh) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.age != using {
		h.letGo()
		h.age = using
	}
	for _, read := range rows {
		for i := range read.cells.Count() {
			at := slices.Clone(read.cells.Row(i)) // else one row would hold all that were read with it
			size := rowBytes + len(read.held)
			for _, cell := range at {
				text, _ := cell.(string)
				size += cellBytes + len(text)
			}
			if h.bytes += size; h.bytes > mostHeld {
				h.letGo()
				h.bytes = size
			}
			if h.rows[read.held] == nil {
				h.rows[read.held] = map[int64]row{}
			}
			h.rows[read.held][at[0].(int64)] = at
		}
	}
}

func (h *held) letGo() { h.rows, h.bytes = map[string]map[int64]row{}, 0 }

// Held says how many rows are held.
func (r *Reads) Held() int {
	if r.held == nil {
		return 0
	}
	r.held.mu.RLock()
	defer r.held.mu.RUnlock()
	count := 0
	for _, rows := range r.held.rows {
		count += len(rows)
	}
	return count
}
