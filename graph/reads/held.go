package reads

import (
	"sync"

	"mithaq/db"
)

// held are rows that many answers name, as partners and regions are: they are read once, and taken from memory until
// anything public changes. A join would read each of them anew, which takes PostgreSQL longer than the list itself.
type held struct {
	versions *db.Versions

	mu      sync.RWMutex
	version int64
	rows    map[string]map[int64]row // by what is read of them, and their keys
	bytes   int
}

// fresh are rows that were read, whose first cell is their key.
type fresh struct {
	held  string
	cells *db.Cells
}

const (
	mostHeld  = 4 << 20 // bytes; then all are let go
	cellBytes = 32      // what a cell takes beside its text
)

// now gives the version of the rows that may be used; 0 where none may.
func (h *held) now() int64 {
	if h == nil {
		return 0
	}
	version, known := h.versions.Now()
	if !known {
		return 0
	}
	return version
}

// take puts the rows of that version where their keys are, and gives the keys of those that aren't held.
func (h *held) take(version int64, name string, keys []int64, into []row) []int64 {
	if version == 0 {
		return keys
	}
	h.mu.RLock()
	defer h.mu.RUnlock()
	if h.version != version {
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

// add holds rows of that version, in place of those of any other.
func (h *held) add(version int64, rows []fresh) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.version != version || h.bytes > mostHeld {
		h.version, h.rows, h.bytes = version, map[string]map[int64]row{}, 0
	}
	for _, read := range rows {
		if h.rows[read.held] == nil {
			h.rows[read.held] = map[int64]row{}
			h.bytes += len(read.held)
		}
		for i := range read.cells.Count() {
			at := read.cells.Row(i)
			h.rows[read.held][at[0].(int64)] = at
			for _, cell := range at {
				text, _ := cell.(string)
				h.bytes += cellBytes + len(text)
			}
		}
	}
}

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
