package graph

import (
	"bytes"
	"encoding/json"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/graph/reads"
)

// The media types of GraphQL over HTTP. The second tells a client that a bad request has a bad status.
const (
	mediaJSON     = "application/json"
	mediaResponse = "application/graphql-response+json"
)

const (
	methods  = "GET, HEAD, POST, OPTIONS"
	explorer = "/developers" // the page that people are sent to who open the endpoint in a browser
)

// answersAsHTTP answers what is no GraphQL: a browser's question whether another site may ask, and a person who opens
// the endpoint. Every answer may be read by every site: whoever another site has ask is nobody, whatever cookie comes along.
func answersAsHTTP(w http.ResponseWriter, r *http.Request) bool {
	h := w.Header()
	h.Add("Vary", "Accept, Sec-Fetch-Mode")
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Expose-Headers", "RateLimit, RateLimit-Policy, Retry-After, ETag")
	switch {
	case r.Method == http.MethodOptions:
		h.Set("Allow", methods)
		h.Set("Access-Control-Allow-Methods", methods)
		h.Set("Access-Control-Allow-Headers", "content-type, authorization")
		h.Set("Access-Control-Max-Age", "86400")
		w.WriteHeader(http.StatusNoContent)
		return true
	case (r.Method == http.MethodGet || r.Method == http.MethodHead) && navigates(r):
		h.Set("Cache-Control", "no-store")
		http.Redirect(w, r, explorerWith(r.URL.Query()), http.StatusSeeOther)
		return true
	}
	return false
}

// navigates tells a person's browser from a program.
func navigates(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" || quality(r, "text/html") > 0
}

// explorerWith gives the explorer's address with what was asked filled in.
func explorerWith(asked url.Values) string {
	filled := url.Values{}
	for _, name := range []string{"query", "variables", "operationName"} {
		if value := asked.Get(name); value != "" {
			filled.Set(name, value)
		}
	}
	if len(filled) == 0 {
		return explorer
	}
	return explorer + "?" + filled.Encode()
}

// quality is how much a client wants a media type that it names: 0 where it doesn't, or says so.
func quality(r *http.Request, media string) float64 {
	for accepted := range strings.SplitSeq(strings.Join(r.Header.Values("Accept"), ","), ",") {
		named, details, err := mime.ParseMediaType(accepted)
		if err != nil || named != media {
			continue
		}
		if q, err := strconv.ParseFloat(details["q"], 64); err == nil {
			return q
		}
		return 1
	}
	return 0
}

func mediaFor(r *http.Request) string {
	if q := quality(r, mediaResponse); q > 0 && q >= quality(r, mediaJSON) {
		return mediaResponse
	}
	return mediaJSON
}

// queriesOnly gives what a document is held against before it is validated: what is asked by GET may only be read.
func queriesOnly(method, name string) func(*ast.QueryDocument) *gqlerror.Error {
	return func(document *ast.QueryDocument) *gqlerror.Error {
		operation := document.Operations.ForName(name)
		if method == http.MethodPost || operation == nil || operation.Operation == ast.Query {
			return nil
		}
		return coded(codeBadRequest, "a %s was sent by %s; allowed is a query, and a %s by POST", operation.Operation, method, operation.Operation)
	}
}

// writeAnswer sends what came of an operation. By the specification a request that is refused has status 200 for clients
// that ask for plain JSON: the errors tell.
func (h *Handler) writeAnswer(w http.ResponseWriter, r *http.Request, a answer) {
	maps.Copy(w.Header(), a.header)
	switch {
	case a.status == http.StatusMethodNotAllowed:
		w.Header().Set("Allow", http.MethodPost)
	case a.status == http.StatusBadRequest && mediaFor(r) == mediaJSON:
		a.status = http.StatusOK
	}
	if a.body != nil {
		send(w, r, a.status, a.body)
		return
	}
	h.write(w, r, a.status, a.response)
}

// refuse sends a refusal.
func (h *Handler) refuse(w http.ResponseWriter, r *http.Request, refused *refusal) {
	h.write(w, r, refused.status, &graphql.Response{Errors: gqlerror.List{refused.err}})
}

// write sends an answer in the form that the client asks for.
func (h *Handler) write(w http.ResponseWriter, r *http.Request, status int, response *graphql.Response) {
	if len(response.Errors) == 0 && len(response.Extensions) == 0 { // the encoder would go over the data again
		send(w, r, status, slices.Concat([]byte(reads.Opens), response.Data, []byte(reads.Closes)))
		return
	}
	var body bytes.Buffer
	out := json.NewEncoder(&body)
	out.SetEscapeHTML(false)
	if err := out.Encode(answerBody{response.Errors, response.Data, response.Extensions}); err != nil {
		h.log.Error("an answer can't be written", "error", err)
		status = http.StatusInternalServerError
	}
	send(w, r, status, body.Bytes())
}

// send sends a body that isn't kept.
func send(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	w.Header().Set("Content-Type", mediaFor(r)+"; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that has gone needs no answer
}

// answerBody is the response with its data left out where none was made.
type answerBody struct {
	Errors     gqlerror.List   `json:"errors,omitempty"`
	Data       json.RawMessage `json:"data,omitempty"`
	Extensions map[string]any  `json:"extensions,omitempty"`
}
