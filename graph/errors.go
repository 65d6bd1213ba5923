package graph

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/db"
)

// The codes of errors that a query itself can have; the model's own are in package db.
const (
	codeBadRequest = "BAD_REQUEST"
	codeParse      = errcode.ParseFailed
	codeTooComplex = "COMPLEXITY_LIMIT_EXCEEDED"
)

func coded(code, format string, args ...any) *gqlerror.Error {
	return &gqlerror.Error{Message: fmt.Sprintf(format, args...), Extensions: map[string]any{"code": code}}
}

// parseError tells a document that is too long from one that is no GraphQL.
func parseError(err error) *gqlerror.Error {
	var parsed *gqlerror.Error
	if !errors.As(err, &parsed) {
		return coded(codeParse, "the document can't be read: %v", err)
	}
	if strings.Contains(parsed.Message, "token limit") {
		return coded(codeTooComplex, "the document has more than %d tokens, the most that are read", mostTokens)
	}
	errcode.Set(parsed, codeParse)
	return parsed
}

type requestIDKey struct{}

// withRequestID gives a request the name under which its errors are logged.
func withRequestID(ctx context.Context) context.Context {
	return context.WithValue(ctx, requestIDKey{}, rand.Text())
}

// panicError is a panic with where it happened.
type panicError struct {
	cause any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.cause, e.stack) }

func panicked(cause any) error { return &panicError{cause, debug.Stack()} }

// present gives the error that a caller sees: the query's own as they are, the model's with code, field and reason, and
// for all else one sentence with the request's id, under which the cause is logged.
func (h *Handler) present(ctx context.Context, err error) *gqlerror.Error {
	var shown *gqlerror.Error
	if errors.As(err, &shown) && (shown.Err == nil || shown.Extensions["code"] != nil) {
		return shown
	}
	known := db.AsError(ctx, err)
	if argument := argumentError(err); argument != nil && known.Code == db.CodeInternal {
		known = argument
	}
	shown = coded(string(known.Code), "%s", known.Message)
	shown.Path = graphql.GetPath(ctx)
	if known.Field != "" {
		shown.Extensions["field"] = known.Field
	}
	if known.Reason != "" {
		shown.Extensions["reason"] = known.Reason
	}
	if known.RetryAfter > 0 {
		shown.Extensions["retryAfter"] = known.RetryAfter
	}
	if len(known.Faults) > 0 {
		shown.Extensions["faults"] = faultsOf(known.Faults)
	}
	if known.Code == db.CodeInternal || known.Code == db.CodeUnavailable {
		id, _ := ctx.Value(requestIDKey{}).(string)
		shown.Extensions["requestId"] = id
		h.log.Error("a field could not be answered", "request", id, "path", shown.Path.String(), "cause", err)
	}
	return shown
}

// faultsOf gives the faults of an input as callers see them.
func faultsOf(faults []*db.Error) []map[string]any {
	shown := make([]map[string]any, len(faults))
	for i, fault := range faults {
		shown[i] = map[string]any{"code": fault.Code, "field": fault.Field, "reason": fault.Reason, "message": fault.Message}
	}
	return shown
}

// argumentError gives the error for a number that an argument can't hold.
func argumentError(err error) *db.Error {
	var number *graphql.IntegerError
	if errors.As(err, &number) {
		return db.BadInput("", "integer_malformed", "%s", number.Message)
	}
	return nil
}
