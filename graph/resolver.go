// Package graph is GraphQL over the model: its schema, one line a resolver, and the guard before them. It sees no SQL.
package graph

import "mithaq/db"

// Resolver answers the schema's fields from the model.
type Resolver struct {
	DB         *db.DB
	Links      string // what the addresses of pages begin with, in links that are handed on
	MailIsSent bool
}
