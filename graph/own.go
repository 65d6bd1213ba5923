package graph

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql"
)

const codeUnknownDocument = "PERSISTED_QUERY_NOT_FOUND" // as clients of persisted queries know it

// ownShare is by how many times less the site's own documents cost. A page costs 2,250 on the average: two hundred people
// behind one address then have some twenty an hour each that aren't kept, and any number of those that are.
const ownShare = 10

// OwnDocuments are the documents of the site, by the hashes of their texts in hexadecimal SHA-256: it asks for them by
// these, so that its requests are short addresses. They are known since the build; nobody can add one.
type OwnDocuments map[string]string

// fill puts the document in place of the hash that names it, and tells whether it did; a request has one or the other.
func (own OwnDocuments) fill(params *graphql.RawParams) (bool, *refusal) {
	if params.Query != "" {
		return false, nil
	}
	persisted, _ := params.Extensions["persistedQuery"].(map[string]any)
	hash, _ := persisted["sha256Hash"].(string)
	if hash == "" {
		return false, refuse(http.StatusBadRequest, codeBadRequest, "the request has no query")
	}
	if params.Query = own[hash]; params.Query == "" {
		return false, refuse(http.StatusBadRequest, codeUnknownDocument, "no document of this site has that hash; send the query itself. The site's own are known since it was built: who has an older one is to load it anew")
	}
	return true, nil
}
