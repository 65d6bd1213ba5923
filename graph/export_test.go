package graph

// Compiled says how many operations plans have answered.
func (h *Handler) Compiled() int64 { return h.compiled.Load() }

// Plans tells whether a document is answered by a plan.
func (h *Handler) Plans(document string) bool {
	d, errs := h.documents.read(document, queriesOnly("POST", ""))
	return errs == nil && h.reads.Plan(d, d.Operations[0], nil) != nil
}
