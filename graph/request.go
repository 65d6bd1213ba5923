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
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/db"
)

// refusal is a request that never became an operation.
type refusal struct {
	status int
	err    *gqlerror.Error
}

func refuse(status int, code, format string, args ...any) *refusal {
	return &refusal{status, coded(code, format, args...)}
}

// parameters are the texts of a request, as JSON; of a GET those two that aren't are written as such.
type parameters map[string]json.RawMessage

// readText reads what a request says, a GET's address or a POST's body, and refuses what is too long before it is parsed.
func readText(w http.ResponseWriter, r *http.Request) (string, *refusal) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		if len(r.URL.RawQuery) > mostBytes { // the server's own limit may be another's to set
			return "", refuse(http.StatusRequestURITooLong, codeTooComplex, "the address is longer than %d bytes, the most that is read", mostBytes)
		}
		return r.URL.RawQuery, nil
	case http.MethodPost:
		return readBody(w, r)
	}
	w.Header().Set("Allow", methods)
	return "", refuse(http.StatusMethodNotAllowed, codeBadRequest, "%s is not answered here; allowed are %s", r.Method, methods)
}

// readRequest reads the text of a GET or a POST by the GraphQL-over-HTTP specification. The query may be missing.
func readRequest(method, text string) (*graphql.RawParams, *refusal) {
	readText := readQueryString
	if method == http.MethodPost {
		readText = readObject
	}
	asked, refused := readText(text)
	if refused != nil {
		return nil, refused
	}
	params := new(graphql.RawParams)
	for name, into := range map[string]any{"query": &params.Query, "operationName": &params.OperationName, "variables": &params.Variables, "extensions": &params.Extensions} {
		if refused := read(name, asked[name], into); refused != nil {
			return nil, refused
		}
	}
	return params, nil
}

func readBody(w http.ResponseWriter, r *http.Request) (string, *refusal) {
	media, details, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if charset := details["charset"]; err != nil || media != mediaJSON || charset != "" && !strings.EqualFold(charset, "utf-8") {
		return "", refuse(http.StatusUnsupportedMediaType, codeBadRequest, "the body is %.60q; allowed is %s in UTF-8", r.Header.Get("Content-Type"), mediaJSON)
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, mostBytes))
	var tooLong *http.MaxBytesError
	switch {
	case errors.As(err, &tooLong):
		return "", refuse(http.StatusRequestEntityTooLarge, codeTooComplex, "the body is longer than %d bytes, the most that is read", mostBytes)
	case err != nil:
		return "", refuse(http.StatusBadRequest, codeBadRequest, "the body could not be read")
	}
	return string(body), nil
}

// readObject reads a body, with the names of its parameters to the letter: a struct would take QUERY for query.
func readObject(text string) (parameters, *refusal) {
	body := []byte(text)
	if !utf8.Valid(body) {
		return nil, refuse(http.StatusBadRequest, string(db.CodeBadInput), "the body is broken UTF-8; allowed is JSON in UTF-8")
	}
	if kind := kindOf(body); kind != "an object" {
		return nil, refuse(http.StatusBadRequest, codeBadRequest, "the body is not a JSON object but %s; allowed is one object", kind)
	}
	var asked parameters
	if err := json.Unmarshal(body, &asked); err != nil {
		return nil, refuse(http.StatusBadRequest, codeBadRequest, "the body is not a JSON object: %v", err)
	}
	return asked, nil
}

func readQueryString(text string) (parameters, *refusal) {
	values, err := url.ParseQuery(text)
	if err != nil {
		return nil, refuse(http.StatusBadRequest, codeBadRequest, "the address can't be read: %v", err)
	}
	asked := parameters{}
	for _, name := range []string{"query", "operationName", "variables", "extensions"} {
		value := values.Get(name)
		switch {
		case !utf8.ValidString(value):
			return nil, refuse(http.StatusBadRequest, string(db.CodeBadInput), "%s is broken UTF-8; allowed is UTF-8", name)
		case value == "":
		case name == "query" || name == "operationName":
			asked[name], _ = json.Marshal(value) // a string always marshals
		default:
			asked[name] = json.RawMessage(value)
		}
	}
	return asked, nil
}

// read reads one parameter into a string or an object; null is as good as none.
func read(name string, text json.RawMessage, into any) *refusal {
	wanted, reading := "an object", decode
	if _, isText := into.(*string); isText {
		wanted, reading = "a string", json.Unmarshal
	}
	switch kind := kindOf(text); kind {
	case "nothing", "null":
		return nil
	case wanted:
	default:
		return refuse(http.StatusBadRequest, codeBadRequest, "%s is %s; allowed is %s", name, kind, wanted)
	}
	if err := reading(text, into); err != nil {
		return refuse(http.StatusBadRequest, codeBadRequest, "%s is not JSON: %v", name, err)
	}
	return nil
}

// kindOf says what a JSON text begins as.
func kindOf(text []byte) string {
	text = bytes.TrimLeft(text, " \t\r\n")
	if len(text) == 0 {
		return "nothing"
	}
	switch c := text[0]; c {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "null"
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return "a number"
	default:
		return fmt.Sprintf("something that begins with %q", c)
	}
}

// decode reads exactly one JSON value, with numbers as they are written.
func decode(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return errors.New("something follows the object")
	}
	return nil
}
