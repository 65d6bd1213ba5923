package graph

import (
	"context"
	"log/slog"
	"maps"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/db"
	"mithaq/graph/reads"
)

// operationTime is how long one operation may take. The handler answers itself at that moment, as the driver does not
// always heed the end of its context.
const operationTime = 5 * time.Second

// Handler answers /graphql.
type Handler struct {
	executor  *executor.Executor
	documents *documents
	db        *db.DB
	reads     *reads.Reads // nil: resolvers answer everything
	answers   *answers     // nil: none is kept
	compiled  atomic.Int64 // how many operations plans have answered
	ran       atomic.Int64 // in how many runs
	gate      *gate
	own       OwnDocuments
	publicURL string
	origin    *http.CrossOriginProtection
	log       *slog.Logger
}

// Settings are what can be set of the API, by environment.
type Settings struct {
	Reads string `env:"READS" envDefault:"compiled"` // or resolvers, which are slower and keep no answers
	Rate  int    `env:"RATE" envDefault:"1000000"`   // the cost an hour that a client may ask for; 0: without an end
	Cache int    `env:"CACHE" envDefault:"16"`       // how many MiB of answers are kept; 0: none, and no rows are held

	Proxies []netip.Prefix `env:"TRUSTED_PROXIES"` // whose X-Forwarded-For counts

	// No settings: they come with the site.
	Documents OwnDocuments
	PublicURL string // where the site is reached; empty: by plain http, on this machine
	SendsMail bool
	// InvitationLink is what an invited person opens.
	InvitationLink func(language db.Language, code string) string
}

// New gives the handler of /graphql over the model. Answers are kept until ctx ends.
func New(ctx context.Context, d *db.DB, log *slog.Logger, s Settings) *Handler {
	resolvers := &Resolver{DB: d, InvitationLink: s.InvitationLink, SendsMail: s.SendsMail}
	h := &Handler{db: d, gate: newGate(s.Proxies, s.Rate), own: s.Documents, publicURL: s.PublicURL, origin: ownOrigin(s.PublicURL), log: log}
	executor, schema := h.executorOf(resolvers)
	h.executor, h.documents = executor, newDocuments(schema)
	resolvers.preview = h.preview
	if s.Reads != "resolvers" {
		var versions *db.Versions
		if s.Cache > 0 {
			versions = d.WatchVersions(ctx)
			h.answers = keepAnswers(versions, s.Cache)
		}
		h.reads = reads.New(schema, resolvers, versions)
	}
	return h
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if answersAsHTTP(w, r) {
		return
	}
	ctx, cancel := context.WithTimeout(withRequestID(r.Context()), operationTime)
	defer cancel()
	text, refused := readText(w, r)
	anew := strings.Contains(r.Header.Get("Cache-Control"), "no-cache")
	if kept := h.answers.get(keyOf(r.Method, text)); refused == nil && !anew && kept != nil { // it takes no place, and costs nothing
		kept.write(w, r)
		return
	}
	by := asker{method: r.Method, text: text, client: h.gate.client(r), header: r.Header, crossOrigin: h.origin.Check(r) != nil, anew: anew}
	var params *graphql.RawParams
	if refused == nil {
		params, refused = readRequest(r.Method, text)
	}
	if refused == nil {
		by.own, refused = h.own.fill(params)
	}
	if refused != nil {
		h.refuse(w, r, refused)
		return
	}
	if busy := h.gate.enter(by.client); busy != nil { // when the request has been read, so that slow senders hold no place
		w.Header().Set("Retry-After", "1")
		h.write(w, r, http.StatusServiceUnavailable, &graphql.Response{Errors: gqlerror.List{busy}})
		return
	}
	done := make(chan answer, 1)
	go func() {
		a := h.answer(ctx, by, params)
		h.gate.leave(by.client) // before the answer goes out: who has it may ask again
		done <- a
	}()
	select {
	case a := <-done:
		h.writeAnswer(w, r, a)
	case <-ctx.Done():
		h.writeAnswer(w, r, h.late(ctx))
	}
}

// answer is a response with its status: that of a well-formed request when an operation ran, else that of a bad one.
type answer struct {
	status   int
	response *graphql.Response
	body     []byte // of a response that is written already
	header   http.Header
}

// asker is who asks, and in which words.
type asker struct {
	method, text string
	client       netip.Prefix
	header       http.Header
	crossOrigin  bool // another site's page sent it
	anew         bool // not from what is kept
	own          bool // a document of the site
}

func (h *Handler) answer(ctx context.Context, by asker, params *graphql.RawParams) (a answer) {
	header := http.Header{}
	defer func() {
		if cause := recover(); cause != nil {
			a = failed(http.StatusInternalServerError, h.present(ctx, panicked(cause)))
		}
		maps.Copy(header, a.header)
		a.header = header
	}()
	document, operation, refused := h.admit(ctx, by, params, header)
	if refused != nil {
		return *refused
	}
	if isPrivate(operation.Operation) {
		viewer, err := h.viewer(ctx, by)
		if err != nil {
			return h.failedToKnow(ctx, err)
		}
		if more := len(viewer.ActsFor()); more > 1 {
			if refused := h.charge(by, operation, 1, more, header); refused != nil {
				return *refused
			}
		}
		ctx = context.WithValue(ctx, askingKey{}, asking{viewer, by.client.String()})
	} else if body := h.byPlan(ctx, by, document, operation); body != nil {
		return answer{status: http.StatusOK, body: body}
	}
	respond, ctx := h.executor.DispatchOperation(ctx, operation)
	response := respond(ctx)
	switch {
	case response == nil || reasoned(response, db.ReasonTime) != nil: // the context ended before there was a whole answer
		return h.late(ctx)
	case reasoned(response, db.ReasonDatabase) != nil:
		return unreachable(reasoned(response, db.ReasonDatabase))
	}
	response.Errors = inOrder(operation.Operation, response.Errors)
	return answer{status: http.StatusOK, response: response}
}

// failedToKnow answers where it can't be found out who asks.
func (h *Handler) failedToKnow(ctx context.Context, err error) answer {
	if shown := h.present(ctx, err); shown.Extensions["reason"] == db.ReasonDatabase {
		return unreachable(shown)
	}
	return failed(http.StatusInternalServerError, h.present(ctx, err))
}

// Enter takes a place for what is asked beside the API, as signing in; whoever has one leaves it again. Nil where none is
// free.
func (h *Handler) Enter(r *http.Request) (leave func()) {
	client := h.gate.client(r)
	if h.gate.enter(client) != nil {
		return nil
	}
	return func() { h.gate.leave(client) }
}

// BehindHTTPS tells whether a proxy that is trusted says that it was reached by https.
func (h *Handler) BehindHTTPS(r *http.Request) bool { return h.gate.behindHTTPS(r) }

// Client tells from where a request comes: an address, or of IPv6 the 64 bits that one customer has.
func (h *Handler) Client(r *http.Request) string { return h.gate.client(r).String() }

func failed(status int, errs ...*gqlerror.Error) answer {
	return answer{status: status, response: &graphql.Response{Errors: errs}}
}

// admit reads the document and its variables, and takes what the operation costs from the budget of who asks.
func (h *Handler) admit(ctx context.Context, by asker, params *graphql.RawParams, header http.Header) (*reads.Document, *graphql.OperationContext, *answer) {
	refuse := func(status int, errs ...*gqlerror.Error) (*reads.Document, *graphql.OperationContext, *answer) {
		a := failed(status, errs...)
		return nil, nil, &a
	}
	document, errs := h.documents.read(params.Query, queriesOnly(by.method, params.OperationName))
	switch {
	case errs != nil && errs[0].Extensions["code"] == codeBadRequest: // the document is well, and the method isn't
		return refuse(http.StatusMethodNotAllowed, errs...)
	case errs != nil:
		return refuse(http.StatusBadRequest, errs...)
	}
	operation, errs := h.operationOf(ctx, h.executor, document, params)
	if errs != nil {
		return refuse(http.StatusBadRequest, errs...)
	}
	return document, operation, h.charge(by, operation, 0, 1, header)
}

// charge takes what an operation costs from the budget of who asks. It is weighed for one partner, and, once it is known
// that the viewer acts for more, for those beyond.
func (h *Handler) charge(by asker, operation *graphql.OperationContext, paid, partners int, header http.Header) *answer {
	cost, tooMuch := weigh(operation, partners)
	if tooMuch != nil {
		a := failed(http.StatusBadRequest, tooMuch)
		return &a
	}
	if paid > 0 {
		before, _ := weigh(operation, paid) // it was let through
		cost -= before
	}
	if by.own { // its pages are for everybody behind an address
		cost = (cost + ownShare - 1) / ownShare
	}
	if spent := h.gate.spend(by.client, cost, header); spent != nil {
		a := failed(http.StatusTooManyRequests, spent)
		return &a
	}
	return nil
}

// byPlan answers by a plan; nil where resolvers are to answer. Many who ask the same at once get one answer.
func (h *Handler) byPlan(ctx context.Context, by asker, document *reads.Document, operation *graphql.OperationContext) []byte {
	if h.reads == nil {
		return nil
	}
	plan := h.reads.Plan(document, operation.Operation, operation.Variables)
	if plan == nil {
		return nil
	}
	answers := h.answers
	if by.anew {
		answers = nil
	}
	body, err := answers.once(ctx, keyOf(by.method, by.text), by.own, func(ctx context.Context, versioned bool) (reads.Answer, error) {
		h.ran.Add(1)
		return plan.Run(ctx, h.db, operation.Variables, versioned)
	})
	switch {
	case err == nil:
		h.compiled.Add(1)
	case !reads.Declined(err):
		h.log.Debug("a plan failed; resolvers answer", "cause", err)
	}
	return body
}
