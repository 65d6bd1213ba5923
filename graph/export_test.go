package graph

import (
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"

	"mithaq/db"
)

// Compiled says how many operations plans have answered.
func (h *Handler) Compiled() int64 { return h.compiled.Load() }

// Plans tells whether a document is answered by a plan, under all its conditions.
func (h *Handler) Plans(document string) bool {
	d, errs := h.documents.read(document, queriesOnly("POST", ""))
	if errs != nil {
		return false
	}
	variables := map[string]any{}
	for _, v := range d.Operations[0].VariableDefinitions {
		if v.Type.NamedType == "Boolean" {
			variables[v.Variable] = true
		}
	}
	return h.reads.Plan(d, d.Operations[0], variables) != nil
}

// Allows tells whether a document costs no more than is allowed.
func (h *Handler) Allows(document string) bool {
	d, errs := h.documents.read(document, queriesOnly("POST", ""))
	if errs != nil {
		return false
	}
	_, refused := weigh(&graphql.OperationContext{Doc: d.QueryDocument, Operation: d.Operations[0]}, 1)
	return refused == nil
}

// Kept gives the answer that is kept for a POST's body, with the version of the data that it was read from.
func (h *Handler) Kept(body string) (version int64, answer []byte) {
	if found, ok := h.answers.kept.GetIfPresent(keyOf("POST", body)); ok {
		return found.age.Version, found.plain
	}
	return 0, nil
}

// Held says how many rows plans hold.
func (h *Handler) Held() int { return h.reads.Held() }

// Runs says in how many runs plans have answered.
func (h *Handler) Runs() int64 { return h.ran.Load() }

// Limits gives the numbers that the page for developers shows, by the names that it knows them by.
func Limits() map[string]int {
	return map[string]int{
		"bytes": mostBytes, "tokens": mostTokens, "depth": mostDepth.most, "fields": mostFields.most, "roots": mostRoots.most,
		"aliases": mostAliases.most, "directives": mostDirectives.most, "fragments": mostFragments.most,
		"operations": mostOperations.most, "variables": mostVariables.most, "page": db.MostRows, "usualPage": db.UsualRows,
		"cost": mostCost, "atOnce": mostAtOnce, "ofAClient": mostOfAClient, "seconds": int(operationTime / time.Second),
	}
}

// Codes gives those of all errors that a reader of public data can meet, in the order in which a request meets them.
func Codes() []string {
	return []string{
		codeBadRequest, codeUnknownDocument, codeParse, errcode.ValidationFailed, codeTooComplex, string(db.CodeBadInput), "RATE_LIMITED",
		string(db.CodeTimeout), string(db.CodeUnavailable), string(db.CodeInternal),
	}
}

// WholeLists are the lists that are given whole, with the most rows that each can have.
var WholeLists = wholeLists
