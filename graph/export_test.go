package graph

import "github.com/99designs/gqlgen/graphql"

// Compiled says how many operations plans have answered.
func (h *Handler) Compiled() int64 { return h.compiled.Load() }

// Plans tells whether a document is answered by a plan.
func (h *Handler) Plans(document string) bool {
	d, errs := h.documents.read(document, queriesOnly("POST", ""))
	return errs == nil && h.reads.Plan(d, d.Operations[0], nil) != nil
}

// Allows tells whether a document costs no more than is allowed.
func (h *Handler) Allows(document string) bool {
	d, errs := h.documents.read(document, queriesOnly("POST", ""))
	if errs != nil {
		return false
	}
	_, refused := weigh(&graphql.OperationContext{Doc: d.QueryDocument, Operation: d.Operations[0]})
	return refused == nil
}

// Kept gives the answer that is kept for a POST's body, with the version of the data that it was read from.
func (h *Handler) Kept(body string) (version int64, answer []byte) {
	if found, ok := h.answers.kept.GetIfPresent(keyOf("POST", body)); ok {
		return found.version, found.plain
	}
	return 0, nil
}

// Held says how many rows plans hold.
func (h *Handler) Held() int { return h.reads.Held() }

// Runs says in how many runs plans have answered.
func (h *Handler) Runs() int64 { return h.ran.Load() }
