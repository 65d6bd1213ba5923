// Package graph is GraphQL over the model: its schema, one line a resolver, and the guard before them. It sees no SQL.
package graph

import (
	"context"

	"mithaq/db"
)

// Resolver answers the schema's fields from the model.
type Resolver struct {
	DB             *db.DB
	InvitationLink func(language db.Language, code string) string
	SendsMail      bool

	// preview answers a query over a transaction.
	preview func(ctx context.Context, tx *db.DB, query string, variables *db.JSON) (db.JSON, error)
}
