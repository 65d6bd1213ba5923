// Package web is the site: HTTP around the API, and the single-page app.
package web

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"mithaq/db"
)

// Site is what the pages are made of.
type Site struct {
	DB        *db.DB
	GraphQL   http.Handler
	Schema    http.Handler
	PublicURL string // where the site is reached, without a slash at the end; empty: as each request names it
	Operator  *Operator
	KeptFor   int // for how many months personal details are kept, as the page for persons says
	Log       *slog.Logger

	SessionCookie string                     // the name of the cookie that holds a session's token
	Client        func(*http.Request) string // from where a request comes
	Enter         func(*http.Request) func() // takes one of the places at once, and gives how to leave it; nil where none is free

	BehindHTTPS func(*http.Request) bool // whether a proxy that is trusted says that it was reached by https
	Uploads     Pace                     // how long an upload may take; left out, as long as usual

	uploading atomic.Int32 // how many uploads are under way
	insecure  sync.Once    // it was said that the cookie goes without Secure
	stopping  atomic.Bool  // it answers as before, and is no longer ready for more
}

// Operator is who runs this copy of the register. Without one, every page says that no institution does.
type Operator struct {
	Name    string `json:"name"`
	Contact string `json:"contact"`
	Legal   string `json:"legal"`
}

// Origin gives the address of a site as browsers write it in the header Origin; false where it is none, or has a path.
func Origin(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.User != nil || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return "", false
	}
	usual, known := map[string]string{"http": ":80", "https": ":443"}[u.Scheme]
	return u.Scheme + "://" + strings.TrimSuffix(strings.ToLower(u.Host), usual), known
}

// Handler serves the API, the pages and the app's files.
func (s *Site) Handler(app *App) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.GraphQL)
	mux.Handle("GET /schema.graphql", s.Schema)
	own := s.ownOrigins() // what acts by the cookie is the site's own
	mux.Handle("POST /session", own.Handler(http.HandlerFunc(s.signIn)))
	mux.Handle("DELETE /session", own.Handler(http.HandlerFunc(s.signOut)))
	mux.HandleFunc("GET /declarations/template.xlsx", s.inTurn(s.template))
	mux.HandleFunc("GET /declarations/template.csv", s.inTurn(s.template))
	mux.HandleFunc("GET /declarations/{id}/{file}", s.inTurn(s.filledIn("rows", "id", s.rows)))
	mux.HandleFunc("POST /declarations/{id}/rows", s.upload(s.uploadedJobs()))
	mux.HandleFunc("GET /still-held/{partner}/{file}", s.inTurn(s.filledIn("questions", "partner", s.questions)))
	mux.HandleFunc("POST /still-held/{partner}/answers", s.upload(s.uploadedAnswers()))
	mux.HandleFunc("GET /declarations/marked/{code}", s.inTurn(s.marked))
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { say(w, http.StatusOK, "alive") })
	mux.HandleFunc("GET /readyz", s.ready)
	mux.Handle("GET /assets/{file}", cachedForEver(http.FileServerFS(app.files)))
	mux.Handle("GET /assets/", http.NotFoundHandler())
	mux.Handle("/", rootFiles(app.files, &pages{site: s, app: app}))
	return gzhttp.GzipHandler(s.secured(mux))
}

// ownOrigins tells what the site itself has had a browser send from what another has.
func (s *Site) ownOrigins() *http.CrossOriginProtection {
	own := http.NewCrossOriginProtection()
	if s.PublicURL != "" {
		_ = own.AddTrustedOrigin(s.PublicURL) // a proxy may rewrite the Host that an Origin is held against
	}
	return own
}

// ready tells whether the site goes on, and the database answers under both logins.
func (s *Site) ready(w http.ResponseWriter, r *http.Request) {
	if s.stopping.Load() {
		w.Header().Set("Retry-After", "5")
		say(w, http.StatusServiceUnavailable, "this program is stopping")
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	pinged := make(chan error, 1) // the driver does not always heed the end of its context
	go func() { pinged <- s.DB.Ping(ctx) }()
	var err error
	select {
	case err = <-pinged:
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		s.Log.Warn("not ready", "cause", err)
		w.Header().Set("Retry-After", "5")
		say(w, http.StatusServiceUnavailable, "the database does not answer")
		return
	}
	say(w, http.StatusOK, "ready")
}

func say(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}

// cachedForEver serves files whose names change with their contents.
func cachedForEver(files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		files.ServeHTTP(&onlyFound{ResponseWriter: w}, r)
	})
}

// onlyFound takes the caching back from an answer that is none.
type onlyFound struct{ http.ResponseWriter }

// WriteHeader sends the status.
func (w *onlyFound) WriteHeader(status int) {
	if status >= http.StatusBadRequest {
		w.Header().Set("Cache-Control", "no-store")
	}
	w.ResponseWriter.WriteHeader(status)
}

// rootFiles serves the few files that stand at the root, like the icon; all else is a page.
func rootFiles(built fs.FS, pages http.Handler) http.Handler {
	files := http.FileServerFS(built)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			say(w, http.StatusMethodNotAllowed, "pages are only read")
			return
		}
		name := strings.TrimPrefix(r.URL.Path, "/")
		info, err := fs.Stat(built, name)
		if err != nil || info.IsDir() || strings.Contains(name, "/") || name == indexFile || name == pagesFile || name == documentsFile {
			pages.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Cache-Control", "public, max-age=3600")
		files.ServeHTTP(w, r)
	})
}

// secured sets what every answer carries, refusals too. The site loads nothing from elsewhere, so the policy allows
// nothing else; what other sites may read is the API's alone.
func (s *Site) secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy("'self'"))
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if r.URL.Path == "/graphql" || r.URL.Path == "/schema.graphql" {
			h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		}
		if strings.HasPrefix(s.PublicURL, "https://") { // else a browser would refuse the site that it is shown
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// policy is what a page may load, with what it may take for styles.
func policy(styles string) string {
	return "default-src 'none'; script-src 'self'; style-src " + styles + "; font-src 'self'; img-src 'self' data:; " +
		"connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}
