package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/graph/generated"
	"mithaq/graph/reads"
)

// executorOf is what answers by resolvers, and their schema.
func (h *Handler) executorOf(resolvers *Resolver) (*executor.Executor, *ast.Schema) {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: resolvers, Directives: directives()})
	run := executor.New(schema)
	run.SetQueryCache(handedOver{})
	run.SetErrorPresenter(h.present)
	run.SetRecoverFunc(func(_ context.Context, cause any) error { return panicked(cause) })
	run.Use(extension.Introspection{})
	run.AroundOperations(withLoader(resolvers.DB))
	return run, schema.Schema()
}

// operationOf is the operation that a request chooses of a document that has been read, with its variables.
func (h *Handler) operationOf(ctx context.Context, by *executor.Executor, document *reads.Document, params *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	ctx = context.WithValue(graphql.StartOperationTrace(ctx), documentKey{}, document)
	operation, errs := by.CreateOperationContext(ctx, params)
	if errs != nil {
		return nil, taught(h.documents.schema, errs)
	}
	if refused := noNulls(operation.Operation, operation.Variables); refused != nil {
		return nil, gqlerror.List{refused}
	}
	return operation, nil
}
