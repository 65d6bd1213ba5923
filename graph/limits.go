package graph

import (
	"cmp"
	"context"

	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/maypok86/otter/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"mithaq/graph/reads"
)

// What a request may be at most. Each is checked before the work that it bounds; those of a document are in measure.go.
const (
	mostBytes  = 64 << 10
	mostTokens = 1000
	mostCost   = 10_000

	keptText  = 256 << 10 // of all documents that are kept; read, each takes some twenty times as much
	keptBytes = 8 << 10   // longer documents are read anew each time
	keptTaken = 200       // as text, by what a document takes beside it
)

// documents reads documents and keeps those that are valid, so that each is parsed and validated once.
type documents struct {
	schema *ast.Schema
	kept   *otter.Cache[string, *reads.Document]
}

func newDocuments(schema *ast.Schema) *documents {
	return &documents{schema, otter.Must(&otter.Options[string, *reads.Document]{
		MaximumWeight: keptText,
		Weigher:       func(text string, _ *reads.Document) uint32 { return uint32(len(text) + keptTaken) },
	})}
}

// read gives the valid document of a text, or what is wrong with it; may has a say before it is validated.
func (d *documents) read(text string, may func(*ast.QueryDocument) *gqlerror.Error) (*reads.Document, gqlerror.List) {
	if document, ok := d.kept.GetIfPresent(text); ok {
		if refused := may(document.QueryDocument); refused != nil {
			return nil, gqlerror.List{refused}
		}
		return document, nil
	}
	parsed, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, mostTokens)
	if err != nil {
		return nil, gqlerror.List{parseError(err)}
	}
	if len(parsed.Operations) == 0 {
		return nil, gqlerror.List{coded(codeParse, "the document has no operation")}
	}
	if refused := cmp.Or(may(parsed), measure(parsed)); refused != nil {
		return nil, gqlerror.List{refused}
	}
	if errs := taught(d.schema, asWritten(validator.ValidateWithRules(d.schema, parsed, validationRules()))); len(errs) > 0 {
		for _, err := range errs {
			errcode.Set(err, errcode.ValidationFailed)
		}
		return nil, errs
	}
	document := reads.NewDocument(parsed)
	if len(text) <= keptBytes {
		d.kept.Set(text, document)
	}
	return document, nil
}

// handedOver gives the executor the document that has been read already, so that it never parses or validates.
type handedOver struct{}

type documentKey struct{}

// Get gives the request's document.
func (handedOver) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	document, ok := ctx.Value(documentKey{}).(*reads.Document)
	return document.QueryDocument, ok
}

// Add has nothing to do.
func (handedOver) Add(context.Context, string, *ast.QueryDocument) {}
