package graph

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/db"
)

const (
	pingTime    = time.Second // for the database to show that it is there, once an operation's time is over
	retrySecond = "5"
)

// late answers an operation whose time is over. Whether the database is there decides what the client is told: to ask
// for less, or to come back.
func (h *Handler) late(ctx context.Context) answer {
	if errors.Is(ctx.Err(), context.DeadlineExceeded) { // else the client has gone, and nothing is worth asking
		pinging, cancel := context.WithTimeout(context.WithoutCancel(ctx), pingTime)
		defer cancel()
		if err := h.db.PingPublic(pinging); err != nil {
			return unreachable(h.present(pinging, db.Unreachable(err)))
		}
	}
	over := h.present(ctx, cmp.Or(ctx.Err(), context.DeadlineExceeded))
	return answer{status: http.StatusGatewayTimeout, response: &graphql.Response{Errors: gqlerror.List{over}}}
}

// unreachable is the whole answer while the database isn't there: a part of one would look as if the rest were missing
// from the register.
func unreachable(err *gqlerror.Error) answer {
	err.Path = nil // it is about the request
	return answer{
		status: http.StatusServiceUnavailable, response: &graphql.Response{Errors: gqlerror.List{err}},
		header: http.Header{"Retry-After": {retrySecond}},
	}
}

// reasoned gives the first error that has that reason; nil without one.
func reasoned(response *graphql.Response, reason string) *gqlerror.Error {
	for _, err := range response.Errors {
		if err.Extensions["reason"] == reason {
			return err
		}
	}
	return nil
}
