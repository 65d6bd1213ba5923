package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The media types of GraphQL over HTTP. The second tells a client that a bad request has a bad status.
const (
	mediaJSON     = "application/json"
	mediaResponse = "application/graphql-response+json"
)

// refusal is a request that never became an operation.
type refusal struct {
	status int
	err    *gqlerror.Error
}

func refuse(status int, code, format string, args ...any) *refusal {
	return &refusal{status, &gqlerror.Error{Message: fmt.Sprintf(format, args...), Extensions: map[string]any{"code": code}}}
}

// request is the body of a POST, and the only shape that is taken.
type request struct {
	Query         *string        `json:"query"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// readRequest reads a GET or a POST by the GraphQL-over-HTTP specification. It refuses what is too long before it is
// parsed.
func readRequest(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *refusal) {
	var asked request
	var refused *refusal
	switch r.Method {
	case http.MethodGet:
		refused = readQueryString(r.URL.Query(), &asked)
	case http.MethodPost:
		refused = readBody(w, r, &asked)
	default:
		w.Header().Set("Allow", "GET, POST")
		return nil, refuse(http.StatusMethodNotAllowed, codeBadRequest, "%s is not answered here; use POST or GET", r.Method)
	}
	switch {
	case refused != nil:
		return nil, refused
	case asked.Query == nil || *asked.Query == "":
		return nil, refuse(http.StatusBadRequest, codeBadRequest, "the request has no query")
	}
	params := &graphql.RawParams{Query: *asked.Query, Variables: asked.Variables, Extensions: asked.Extensions}
	if asked.OperationName != nil {
		params.OperationName = *asked.OperationName
	}
	return params, nil
}

func readBody(w http.ResponseWriter, r *http.Request, into *request) *refusal {
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != mediaJSON {
		return refuse(http.StatusUnsupportedMediaType, codeBadRequest, "the body is %.60q; allowed is %s", r.Header.Get("Content-Type"), mediaJSON)
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBytes))
	var tooLong *http.MaxBytesError
	switch {
	case errors.As(err, &tooLong):
		return refuse(http.StatusRequestEntityTooLarge, codeTooComplex, "the body is longer than %d bytes, the most that is read", mostBytes)
	case err != nil:
		return refuse(http.StatusBadRequest, codeBadRequest, "the body could not be read")
	}
	return decode(body, into, "the body")
}

func readQueryString(values url.Values, into *request) *refusal {
	query, name := values.Get("query"), values.Get("operationName")
	into.Query, into.OperationName = &query, &name
	for parameter, target := range map[string]*map[string]any{"variables": &into.Variables, "extensions": &into.Extensions} {
		if text := values.Get(parameter); text != "" {
			if refused := decode([]byte(text), target, parameter); refused != nil {
				return refused
			}
		}
	}
	return nil
}

// decode reads exactly one JSON value, with numbers as they are written.
func decode(text []byte, into any, what string) *refusal {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	err := decoder.Decode(into)
	if _, after := decoder.Token(); err == nil && after != io.EOF {
		err = errors.New("something follows the object")
	}
	if err != nil {
		return refuse(http.StatusBadRequest, codeBadRequest, "%s is not a JSON object of the right form: %s", what, strings.TrimPrefix(err.Error(), "json: "))
	}
	return nil
}

// write sends the answer. A request that never ran has no data, and its status is the client's to see where it said so.
func (h *Handler) write(w http.ResponseWriter, r *http.Request, status int, response *graphql.Response) {
	media := mediaJSON
	if strings.Contains(r.Header.Get("Accept"), mediaResponse) {
		media = mediaResponse
	} else if (status == http.StatusBadRequest || status == http.StatusGatewayTimeout) && hasQuery(response) {
		status = http.StatusOK // by the specification, for this media type: the errors tell
	}
	w.Header().Set("Content-Type", media+"; charset=utf-8")
	w.Header().Set("Vary", "Accept")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	if err := out.Encode(answerBody{response.Errors, response.Data, response.Extensions}); err != nil {
		h.log.Debug("the answer could not be sent", "error", err)
	}
}

// answerBody is the response with its data left out where none was made.
type answerBody struct {
	Errors     gqlerror.List   `json:"errors,omitempty"`
	Data       json.RawMessage `json:"data,omitempty"`
	Extensions map[string]any  `json:"extensions,omitempty"`
}

// hasQuery tells a well-formed request whose document was refused from one that was none.
func hasQuery(response *graphql.Response) bool {
	return len(response.Errors) > 0 && response.Errors[0].Extensions["code"] != codeBadRequest
}
