package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"

	"mithaq/db"
)

const (
	indexFile = "index.html"
	pagesFile = "pages.json" // made with the app, from the same words

	documentsFile = "documents.json" // made with the app: what it asks the API, by hash
)

// titleTime is how long a page waits for its title: the app can say what is wrong, once it is there.
const titleTime = 2 * time.Second

// developers is the page with the explorer, which writes styles while it runs.
const developers = "/developers"

// The places in the app's index.html that each page fills.
const (
	htmlMark  = `lang="fr" dir="ltr"`
	titleMark = `<title>Mithaq</title>`
	siteMark  = `<!--site-->`
)

// pages serves the app's one document under every address, with the language, the title and the status of the page that
// the address names.
type pages struct {
	site *Site
	app  *App
}

// App is the app as it was built: its files, the one document of all its pages, and the pages that it knows.
type App struct {
	Documents map[string]string // what it asks the API, by the SHA-256 of each text

	files fs.FS
	index string
	known []page
}

// page is an address that the app knows: its pattern below the language, and its words by language. {} in them stands
// for the name of the thing that the page is about.
type page struct {
	Pattern     string            `json:"pattern"`
	Noun        string            `json:"noun"`
	Title       map[string]string `json:"title"`
	Description map[string]string `json:"description"`
	Private     bool              `json:"private"` // of people who sign in: no search engine's, and kept nowhere
}

// ReadApp reads the built app; the error says what to do where there is none.
func ReadApp(built fs.FS) (*App, error) {
	index, err := fs.ReadFile(built, indexFile)
	if err != nil {
		return nil, errors.New("the site isn't built into this program; build it with: make build")
	}
	for _, mark := range []string{htmlMark, titleMark, siteMark} {
		if !bytes.Contains(index, []byte(mark)) {
			return nil, fmt.Errorf("the app's %s has no %s to fill", indexFile, mark)
		}
	}
	app := &App{files: built, index: string(index)}
	for name, into := range map[string]any{pagesFile: &app.known, documentsFile: &app.Documents} {
		text, err := fs.ReadFile(built, name)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(text, into); err != nil {
			return nil, fmt.Errorf("the app's %s: %w", name, err)
		}
	}
	return app, nil
}

func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	lang, path, ok := splitLanguage(r.URL.Path)
	if !ok && p.app.knows(path) { // as tools and people name it
		w.Header().Set("Vary", "Accept-Language")
		to := url.URL{Path: "/" + preferred(r) + strings.TrimSuffix(path, "/"), RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusFound)
		return
	}
	shown, name, err := p.find(r.Context(), path, lang)
	status := http.StatusOK
	switch {
	case err != nil: // the page comes without its name, and the app says what is wrong
		status, shown = http.StatusServiceUnavailable, &page{}
		w.Header().Set("Retry-After", "5")
		p.site.Log.Warn("a page has no title", "path", r.URL.Path, "cause", err)
	case shown == nil, shown.Pattern == "/404":
		status, shown = http.StatusNotFound, p.named("/404")
	}
	if !ok {
		lang = preferred(r)
	}
	if ok && path == developers {
		w.Header().Set("Content-Security-Policy", policy("'self' 'unsafe-inline'"))
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	if shown.Private {
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Robots-Tag", "noindex")
	}
	w.WriteHeader(status)
	_, _ = w.Write(p.render(r, shown, lang, path, name, status))
}

// languages are those of the site, by their tags, the register's first.
var languages = []struct{ tag, dir string }{{"fr", "ltr"}, {"ar", "rtl"}, {"en", "ltr"}}

// splitLanguage takes the language off an address: /fr/partners is fr and /partners.
func splitLanguage(path string) (lang, rest string, ok bool) {
	first, rest, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	for _, l := range languages {
		if first == l.tag {
			return first, "/" + rest, true
		}
	}
	return languages[0].tag, path, false
}

var matcher = language.NewMatcher([]language.Tag{language.French, language.Arabic, language.English})

// preferred gives the site's language that a browser would rather have.
func preferred(r *http.Request) string {
	_, i := language.MatchStrings(matcher, r.Header.Get("Accept-Language"))
	return languages[i].tag
}

// knows tells whether an address is one of the app's, whatever it is about.
func (a *App) knows(path string) bool {
	return slices.ContainsFunc(a.known, func(known page) bool { _, ok := match(known.Pattern, path); return ok })
}

// find gives the page of an address with the name of what it is about; nil when there is none.
func (p *pages) find(ctx context.Context, path, lang string) (*page, string, error) {
	for i := range p.app.known {
		slug, ok := match(p.app.known[i].Pattern, path)
		if !ok {
			continue
		}
		if p.app.known[i].Noun == "" {
			return &p.app.known[i], "", nil
		}
		ctx, cancel := context.WithTimeout(ctx, titleTime)
		defer cancel()
		name, err := p.site.DB.TitleOf(ctx, p.app.known[i].Noun, slug, db.Language(strings.ToUpper(lang)))
		if (err == nil && name == "") || (err != nil && db.AsError(ctx, err).Code == db.CodeBadInput) {
			return nil, "", nil
		}
		return &p.app.known[i], name, err
	}
	return nil, "", nil
}

// match holds a path against a pattern of the form /partners/:slug.
func match(pattern, path string) (slug string, ok bool) {
	prefix, variable, _ := strings.Cut(pattern, ":")
	if variable == "" {
		return "", path == pattern
	}
	slug, ok = strings.CutPrefix(path, prefix)
	return slug, ok && slug != "" && !strings.Contains(slug, "/")
}

// named gives the page with that pattern, or an unnamed one.
func (p *pages) named(pattern string) *page {
	for i := range p.app.known {
		if p.app.known[i].Pattern == pattern {
			return &p.app.known[i]
		}
	}
	return &page{}
}

func (p *pages) render(r *http.Request, shown *page, lang, path, name string, status int) []byte {
	words := func(of map[string]string) string { return strings.ReplaceAll(of[lang], "{}", name) }
	title := "Mithaq"
	if t := words(shown.Title); t != "" {
		title = t + " · Mithaq"
	}
	dir := languages[0].dir
	for _, l := range languages {
		if l.tag == lang {
			dir = l.dir
		}
	}
	index := strings.Replace(p.app.index, htmlMark, fmt.Sprintf(`lang="%s" dir="%s"`, lang, dir), 1) // the document's own
	return []byte(strings.NewReplacer(
		titleMark, "<title>"+html.EscapeString(title)+"</title>",
		siteMark, p.head(r, lang, path, title, words(shown.Description), shown, status),
	).Replace(index))
}

// head writes what search engines, shared links and the app read of a page.
func (p *pages) head(r *http.Request, lang, path, title, description string, shown *page, status int) string {
	var b strings.Builder
	meta := func(attribute, name, content string) {
		fmt.Fprintf(&b, "<meta %s=%q content=\"%s\">\n", attribute, name, html.EscapeString(content))
	}
	if description != "" {
		meta("name", "description", description)
		meta("property", "og:description", description)
	}
	meta("property", "og:title", title)
	if status == http.StatusOK && !shown.Private {
		base := p.base(r)
		path = strings.TrimSuffix(path, "/")
		fmt.Fprintf(&b, "<link rel=\"canonical\" href=\"%s\">\n", html.EscapeString(base+"/"+lang+path))
		for _, l := range languages {
			fmt.Fprintf(&b, "<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\">\n", l.tag, html.EscapeString(base+"/"+l.tag+path))
		}
	} else {
		meta("name", "robots", "noindex")
	}
	// The encoder writes <, > and & as escapes, so the text can't end its element.
	site, _ := json.Marshal(map[string]any{"operator": p.site.Operator, "status": status, "keptMonths": p.site.KeptFor}) // strings and numbers
	fmt.Fprintf(&b, `<script type="application/json" id="site">%s</script>`, site)
	return b.String()
}

// base is where the site is reached.
func (p *pages) base(r *http.Request) string {
	if p.site.PublicURL != "" {
		return p.site.PublicURL
	}
	return "http://" + r.Host
}
