package graph

import (
	"cmp"
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"mithaq/graph/reads"
)

// What a document may be at most. Each is checked before the work that it bounds.
const (
	mostBytes  = 64 << 10
	mostTokens = 1000
	mostDepth  = 15
	mostFields = 500    // after expanding fragments
	mostRows   = 10_000 // that the answer can have at most, by the lengths of its pages
	mostAtOnce = 64

	keptDocuments = 1000
	keptBytes     = 8 << 10 // longer documents are read anew each time
)

// documents reads documents and keeps those that are valid, so that each is parsed and validated once.
type documents struct {
	schema *ast.Schema
	kept   graphql.Cache[*reads.Document]
}

func newDocuments(schema *ast.Schema) *documents {
	return &documents{schema, lru.New[*reads.Document](keptDocuments)}
}

// read gives the valid document of a text, or what is wrong with it; may has a say before it is validated.
func (d *documents) read(text string, may func(*ast.QueryDocument) *gqlerror.Error) (*reads.Document, gqlerror.List) {
	ctx := context.Background()
	if document, ok := d.kept.Get(ctx, text); ok {
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
	if errs := asWritten(validator.ValidateWithRules(d.schema, parsed, validationRules())); len(errs) > 0 {
		for _, err := range errs {
			errcode.Set(err, errcode.ValidationFailed)
		}
		return nil, errs
	}
	document := reads.NewDocument(parsed)
	if len(text) <= keptBytes {
		d.kept.Add(ctx, text, document)
	}
	return document, nil
}

// measure refuses a document whose operations are too deep or too wide. Fragments are measured once each, however often
// they are spread, so that it takes no longer than the document is long.
func measure(document *ast.QueryDocument) *gqlerror.Error {
	m := measurer{document, map[string]size{}}
	for _, operation := range document.Operations {
		found := m.selections(operation.SelectionSet)
		if found.depth > mostDepth {
			return coded(codeTooComplex, "the operation is %d fields deep; allowed are %d", found.depth, mostDepth)
		}
		if found.fields > mostFields {
			return coded(codeTooComplex, "the operation has more than %d fields once its fragments are expanded, the most allowed", mostFields)
		}
	}
	return nil
}

type size struct{ depth, fields int }

type measurer struct {
	document  *ast.QueryDocument
	fragments map[string]size
}

func (m measurer) selections(set ast.SelectionSet) size {
	var whole size
	for _, selection := range set {
		var part size
		switch s := selection.(type) {
		case *ast.Field:
			part = m.selections(s.SelectionSet)
			part.depth++
			part.fields++
		case *ast.InlineFragment:
			part = m.selections(s.SelectionSet)
		case *ast.FragmentSpread:
			part = m.fragment(s.Name)
		}
		whole.depth = max(whole.depth, part.depth)
		whole.fields = min(whole.fields+part.fields, mostFields+1) // it could overflow
	}
	return whole
}

func (m measurer) fragment(name string) size {
	if known, ok := m.fragments[name]; ok {
		return known
	}
	m.fragments[name] = size{} // a fragment within itself adds nothing here; validation refuses it
	if definition := m.document.Fragments.ForName(name); definition != nil {
		m.fragments[name] = m.selections(definition.SelectionSet)
	}
	return m.fragments[name]
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
