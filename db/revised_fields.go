package db

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// RowChange says what a row of a revision does to the register.
type RowChange string

// Values lists the enum's values.
func (RowChange) Values() []string { return []string{"ADDED", "CHANGED", "WITHDRAWN", "UNCHANGED"} }

// RevisedField is what one field was and is to be, as text; nil where there is nothing.
type RevisedField struct {
	Field         string
	Before, After *string
}

// Change says what the row does. A row that only gets citations or loses ties is CHANGED.
func (w *WrittenRow) Change() RowChange {
	switch {
	case w.Row.Operation == "WITHDRAW":
		return "WITHDRAWN"
	case w.Before == "":
		return "ADDED"
	case len(w.Fields()) > 0 || len(w.Changed) > 0:
		return "CHANGED"
	}
	return "UNCHANGED"
}

// Fields lists what changes, by name.
func (w *WrittenRow) Fields() []*RevisedField {
	before, after := w.Before.fields(), w.After.fields()
	fields := []*RevisedField{}
	names := map[string]bool{}
	for name := range before {
		names[name] = true
	}
	for name := range after {
		names[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		old, is := before[name], after[name]
		if w.After == "" || old != nil && is != nil && *old == *is {
			continue
		}
		fields = append(fields, &RevisedField{Field: name, Before: old, After: is})
	}
	return fields
}

// AllFaults are what keeps the row from being published.
func (w *WrittenRow) AllFaults() []*Error { return append([]*Error{}, w.Faults...) }

// fields gives what a row says, by dotted names.
func (j JSON) fields() map[string]*string {
	var object map[string]any
	_ = json.Unmarshal([]byte(j), &object) // the program wrote it; of none there are none
	found := map[string]*string{}
	gatherFields(object, "", found)
	return found
}

func gatherFields(object map[string]any, prefix string, into map[string]*string) {
	for name, value := range object {
		switch v := value.(type) {
		case map[string]any:
			gatherFields(v, prefix+name+".", into)
		case []any:
			parts := make([]string, len(v))
			for i := range v {
				parts[i] = fmt.Sprint(v[i])
			}
			text := strings.Join(parts, ", ")
			into[prefix+name] = &text
		case float64:
			text := fmt.Sprintf("%.0f", v)
			into[prefix+name] = &text
		default:
			text := fmt.Sprint(v)
			into[prefix+name] = &text
		}
	}
}
