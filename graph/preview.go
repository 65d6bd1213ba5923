package graph

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/db"
)

// costOfPreview is that of a query as it would be answered after a publication, whatever it asks: it may cost as much as any,
// and the revision is written for it.
const costOfPreview = mostCost / 2

// apart is a context without what the operation around it has put there; it still ends with it.
type apart struct{ context.Context }

// Value gives nothing.
func (apart) Value(any) any { return nil }

// preview answers a query of what everyone may read, as everyone, over a transaction of the model. It is read, measured and
// weighed like any other; types that everyone reads have no fields that not everyone may, so that nothing private is in it.
func (h *Handler) preview(around context.Context, tx *db.DB, query string, variables *db.JSON) (db.JSON, error) {
	ctx := context.WithValue(apart{around}, requestIDKey{}, around.Value(requestIDKey{}))
	if own := h.own[query]; own != "" { // what a page of the site asks, it knows by its hash
		query = own
	}
	params := &graphql.RawParams{Query: query}
	if variables != nil && *variables != "null" {
		if refused := readVariables(*variables, params); refused != nil {
			return "", refused
		}
	}
	document, errs := h.documents.read(query, onlyQueries)
	if errs != nil {
		return answered(&graphql.Response{Errors: errs})
	}
	run, _ := h.executorOf(&Resolver{DB: tx})
	operation, errs := h.operationOf(ctx, run, document, params)
	if errs != nil {
		return answered(&graphql.Response{Errors: errs})
	}
	if isPrivate(operation.Operation) {
		return "", db.BadInput("query", "preview_of_private", "a preview is of what everyone may read; nothing below viewer is in it")
	}
	if _, tooMuch := weigh(operation, 1); tooMuch != nil {
		return answered(&graphql.Response{Errors: gqlerror.List{tooMuch}})
	}
	respond, ctx := run.DispatchOperation(ctx, operation)
	response := respond(ctx)
	if response == nil {
		return "", ctx.Err()
	}
	response.Errors = inOrder(operation.Operation, response.Errors)
	return answered(response)
}

// readVariables reads the variables of a preview, with numbers as they are written.
func readVariables(text db.JSON, params *graphql.RawParams) error {
	if !strings.HasPrefix(strings.TrimSpace(string(text)), "{") {
		return db.BadInput("variables", "variables_malformed", "variables are an object of names and values")
	}
	return decode([]byte(text), &params.Variables)
}

// onlyQueries refuses documents that do more than ask.
func onlyQueries(document *ast.QueryDocument) *gqlerror.Error {
	for _, operation := range document.Operations {
		if operation.Operation != ast.Query || len(document.Operations) > 1 {
			return coded(codeBadRequest, "a preview is of one query; allowed is a document with that alone")
		}
	}
	return nil
}

func answered(response *graphql.Response) (db.JSON, error) {
	text, err := json.Marshal(response)
	return db.JSON(text), err
}
