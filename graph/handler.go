package graph

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/db"
	"mithaq/graph/generated"
)

// operationTime is how long one operation may take. The handler answers itself at that moment, as the driver does not
// always heed the end of its context.
const operationTime = 5 * time.Second

// Handler answers /graphql.
type Handler struct {
	executor  *executor.Executor
	documents *documents
	places    chan struct{} // one for each operation that may run at once
	log       *slog.Logger
}

// New gives the handler of /graphql over the model.
func New(d *db.DB, log *slog.Logger) *Handler {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: &Resolver{DB: d}})
	h := &Handler{executor: executor.New(schema), documents: newDocuments(schema.Schema()), places: make(chan struct{}, mostAtOnce), log: log}
	h.executor.SetQueryCache(handedOver{})
	h.executor.SetErrorPresenter(h.present)
	h.executor.SetRecoverFunc(func(_ context.Context, cause any) error { return panicked(cause) })
	h.executor.Use(extension.Introspection{})
	h.executor.AroundOperations(withLoader(d))
	return h
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(withRequestID(r.Context()), operationTime)
	defer cancel()
	params, refused := readRequest(w, r)
	if refused != nil {
		h.write(w, r, refused.status, &graphql.Response{Errors: gqlerror.List{refused.err}})
		return
	}
	select { // the place is taken when the request has been read, so that slow senders hold none
	case h.places <- struct{}{}:
	default:
		w.Header().Set("Retry-After", "1")
		busy := coded(string(db.CodeUnavailable), "%d operations are running, the most at once; try again in a second", mostAtOnce)
		h.write(w, r, http.StatusServiceUnavailable, &graphql.Response{Errors: gqlerror.List{busy}})
		return
	}
	done := make(chan answer, 1)
	go func() {
		defer func() { <-h.places }()
		done <- h.answer(ctx, params)
	}()
	select {
	case a := <-done:
		h.write(w, r, a.status, a.response)
	case <-ctx.Done():
		late := h.present(ctx, ctx.Err())
		h.write(w, r, http.StatusGatewayTimeout, &graphql.Response{Errors: gqlerror.List{late}})
	}
}

// answer is a response with its status: that of a well-formed request when an operation ran, else that of a bad one.
type answer struct {
	status   int
	response *graphql.Response
}

func (h *Handler) answer(ctx context.Context, params *graphql.RawParams) (a answer) {
	defer func() {
		if cause := recover(); cause != nil {
			a = answer{http.StatusInternalServerError, &graphql.Response{Errors: gqlerror.List{h.present(ctx, panicked(cause))}}}
		}
	}()
	document, errs := h.documents.read(params.Query)
	if errs != nil {
		return answer{http.StatusBadRequest, &graphql.Response{Errors: errs}}
	}
	ctx = context.WithValue(graphql.StartOperationTrace(ctx), documentKey{}, document)
	operation, errs := h.executor.CreateOperationContext(ctx, params)
	if errs != nil {
		return answer{http.StatusBadRequest, &graphql.Response{Errors: errs}}
	}
	if refused := weigh(operation); refused != nil {
		return answer{http.StatusBadRequest, &graphql.Response{Errors: gqlerror.List{refused}}}
	}
	respond, ctx := h.executor.DispatchOperation(ctx, operation)
	response := respond(ctx)
	if response == nil { // the context ended before there was an answer
		late := h.present(ctx, errors.Join(ctx.Err(), context.DeadlineExceeded))
		return answer{http.StatusGatewayTimeout, &graphql.Response{Errors: gqlerror.List{late}}}
	}
	return answer{http.StatusOK, response}
}
