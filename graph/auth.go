package graph

import (
	"context"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"mithaq/db"
	"mithaq/graph/generated"
)

// SessionCookie is the cookie that holds the token of a session: on a site that is reached by https, one that no other
// site and no page without https can set.
func SessionCookie(publicURL string) string {
	if strings.HasPrefix(publicURL, "https://") {
		return "__Host-mithaq"
	}
	return "mithaq" // a browser would refuse the other by http
}

// ownOrigin tells what another site has had a browser send. The site's own is known by its address too, as a proxy may
// rewrite the Host that an Origin is held against.
func ownOrigin(publicURL string) *http.CrossOriginProtection {
	own := http.NewCrossOriginProtection()
	if publicURL != "" {
		_ = own.AddTrustedOrigin(publicURL) // where it is none, nothing more is trusted
	}
	return own
}

// isPrivate tells operations that depend on who asks, in whichever fragment: what is everybody's is never below viewer.
// Of the others it isn't even looked who asks, so that their answers are everybody's too.
func isPrivate(operation *ast.OperationDefinition) bool {
	return operation.Operation == ast.Mutation || asks(operation.SelectionSet, "viewer")
}

// viewer tells who asks: a partner's own system by its token, or an account by the cookie of its session; nil for nobody.
// By GET nobody is known, nor by what another site sends.
func (h *Handler) viewer(ctx context.Context, by asker) (*db.Viewer, error) {
	if by.method != http.MethodPost {
		return nil, nil
	}
	if secret, shown := strings.CutPrefix(by.header.Get("Authorization"), "Bearer "); shown {
		return h.db.ViewerByToken(ctx, strings.TrimSpace(secret))
	}
	if by.crossOrigin {
		return nil, nil
	}
	request := http.Request{Header: by.header}
	cookie, err := request.Cookie(SessionCookie(h.publicURL))
	if err != nil {
		return nil, nil // there is none
	}
	return h.db.ViewerBySession(ctx, cookie.Value)
}

// asking is who asks in an operation, and from where.
type asking struct {
	viewer *db.Viewer
	client string
}

type askingKey struct{}

// viewerOf gives who asks; nil for nobody.
func viewerOf(ctx context.Context) *db.Viewer { return askingOf(ctx).viewer }

// clientOf gives from where one asks.
func clientOf(ctx context.Context) string { return askingOf(ctx).client }

func askingOf(ctx context.Context) asking {
	a, _ := ctx.Value(askingKey{}).(asking)
	return a
}

// directives are what the schema says of who may ask.
func directives() generated.DirectiveRoot {
	return generated.DirectiveRoot{
		Auth: func(ctx context.Context, _ any, next graphql.Resolver, roles []db.Role) (any, error) {
			if refused := mayAsk(viewerOf(ctx), roles); refused != nil {
				return nil, refused
			}
			return next(ctx)
		},
		Unauthenticated: func(ctx context.Context, _ any, next graphql.Resolver, _ string) (any, error) {
			return next(ctx)
		},
	}
}

// mayAsk gives why a viewer may not ask for a field of these roles; nil where it may. Without roles a field is about one's
// own account, which a token has none of.
func mayAsk(v *db.Viewer, roles []db.Role) error {
	switch {
	case v == nil:
		return db.Unauthenticated("", "sign in, or show a token, to ask for this")
	case roles == nil && v.Account == nil:
		return db.Forbidden("account_needed", "this is about an account of one's own, and a token has none")
	case roles != nil && !v.Holds(roles...):
		return db.Forbidden("role_missing", "this is for other roles than yours; the schema says for which")
	}
	return nil
}

// mostRoles is the length of the list of an account's roles, which is given whole.
var mostRoles = db.MostRoles
