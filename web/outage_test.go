package web_test

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/graph"
	"mithaq/web"
)

const (
	answersWithin = 8 * time.Second
	toldWithin    = 10 * time.Second
)

// outage is a site whose database goes away and comes back.
type outage struct {
	t     *testing.T
	proxy *proxy
	url   string
}

func startOutage(t *testing.T) *outage {
	t.Helper()
	_, logins := dbtest.RegisterLogins(t)
	p := newProxy(t, logins.Public)
	d, err := db.Open(db.Logins{App: p.through(logins.App), Public: p.through(logins.Public)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	o := siteOver(t, d)
	o.proxy = p
	return o
}

// siteOver is a site over that database.
func siteOver(t *testing.T, d *db.DB) *outage {
	t.Helper()
	app, err := web.ReadApp(fstest.MapFS{
		"index.html": {Data: []byte(`<html lang="fr" dir="ltr"><title>Mithaq</title><!--site-->`)},
		"pages.json": {Data: []byte(`[{"pattern":"/partners/:slug","noun":"partner","title":{"fr":"{}"}}]`)}, "documents.json": {Data: []byte("{}")},
	})
	if err != nil {
		t.Fatal(err)
	}
	quiet := slog.New(slog.DiscardHandler)
	api := graph.New(t.Context(), d, quiet, graph.Settings{Reads: "compiled", Cache: 1})
	site := &web.Site{DB: d, GraphQL: api, Schema: graph.SchemaFile(), Log: quiet, SessionCookie: graph.SessionCookie(""), Client: api.Client, Enter: api.Enter, BehindHTTPS: api.BehindHTTPS}
	server := httptest.NewServer(site.Handler(app))
	t.Cleanup(server.Close)
	return &outage{t: t, url: server.URL}
}

// reply is an answer with how long it took.
type reply struct {
	status int
	header http.Header
	body   string
	took   time.Duration
}

func (o *outage) ask(method, path, body string) reply {
	request, _ := http.NewRequest(method, o.url+path, strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	begun := time.Now()
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		o.t.Error(err)
		return reply{}
	}
	defer func() { _ = response.Body.Close() }()
	text, _ := io.ReadAll(response.Body)
	return reply{response.StatusCode, response.Header, string(text), time.Since(begun)}
}

func (o *outage) query(name string) reply {
	return o.ask("POST", "/graphql", `{"query":"{ `+name+`: partner(slug: \"akwa\") { slug } register { kind } }"}`)
}

// untilReady waits until /readyz has that status, and says how long that took. /livez is well all the while.
func (o *outage) untilReady(status int) time.Duration {
	o.t.Helper()
	begun := time.Now()
	for o.ask("GET", "/readyz", "").status != status {
		if time.Since(begun) > toldWithin {
			o.t.Fatalf("/readyz is not %d after %v; allowed are %v", status, time.Since(begun), toldWithin)
		}
		if alive := o.ask("GET", "/livez", ""); alive.status != 200 || alive.took > time.Second {
			o.t.Errorf("/livez gave %d after %v", alive.status, alive.took)
		}
		time.Sleep(50 * time.Millisecond)
	}
	return time.Since(begun)
}

// warm asks so much at once that the public's pool is full of connections.
func (o *outage) warm() {
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			if r := o.query(fmt.Sprint("warm", i)); r.status != 200 || !strings.Contains(r.body, `"akwa"`) {
				o.t.Errorf("before, the answer is %d %s", r.status, r.body)
			}
		})
	}
	all.Wait()
}

// refusals asks as many questions as the public's pool has connections, and a page, while the database is away.
func (o *outage) refusals(how string) (slowest time.Duration) {
	var mu sync.Mutex
	var all sync.WaitGroup
	for i := range 13 {
		all.Go(func() {
			r, wanted := o.query(fmt.Sprint(how, i)), `"code":"UNAVAILABLE"`
			if i == 12 {
				r, wanted = o.ask("GET", "/fr/partners/akwa", ""), "<title>"
			}
			if r.status != 503 || r.took > answersWithin || r.header.Get("Retry-After") == "" || !strings.Contains(r.body, wanted) || strings.Contains(r.body, `"data"`) {
				o.t.Errorf("%s, after %v: %d, Retry-After %q, %s; wanted is a 503 with %s within %v", how, r.took, r.status, r.header.Get("Retry-After"), r.body, wanted, answersWithin)
			}
			mu.Lock()
			defer mu.Unlock()
			slowest = max(slowest, r.took)
		})
	}
	all.Wait()
	return slowest
}

// TestOutageIsToldAndEnds takes the database away, by silence and by refusal, and gives it back. Where nobody asks
// meanwhile, the pool's dead connections are still there when it comes back.
func TestOutageIsToldAndEnds(t *testing.T) {
	for how, act := range map[string]struct {
		goes, comes func(*proxy)
		asked       bool
	}{
		"hang":  {(*proxy).hang, (*proxy).answer, true},
		"quiet": {(*proxy).hang, (*proxy).answer, false},
		"gone":  {(*proxy).refuse, (*proxy).listen, true},
	} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			o := startOutage(t)
			o.warm()
			o.untilReady(200)
			act.goes(o.proxy)
			slowest := make(chan time.Duration, 1)
			go func() {
				if act.asked {
					slowest <- max(o.refusals(how), o.refusals(how+"Again"))
				}
				close(slowest)
			}()
			off, longest := o.untilReady(503), <-slowest
			act.comes(o.proxy)
			on := o.untilReady(200)
			if r := o.query("after"); r.status != 200 || !strings.Contains(r.body, `"akwa"`) || !strings.Contains(r.body, `"REAL"`) {
				t.Errorf("after it, the answer is %d %s", r.status, r.body)
			}
			t.Logf("%s: the slowest answer took %v; /readyz is off after %v, and on %v after the database is back", how, longest, off, on)
		})
	}
}

// TestARestartIsToldAndEnds stops PostgreSQL itself, and starts it again.
func TestARestartIsToldAndEnds(t *testing.T) {
	d, _, stop, start := dbtest.Alone(t)
	o := siteOver(t, d)
	o.warm()
	o.untilReady(200)
	stop()
	longest, off := o.refusals("stopped"), o.untilReady(503)
	start()
	on := o.untilReady(200)
	o.warm() // as many at once as there are connections: none of them is a dead one
	t.Logf("the slowest answer took %v; /readyz is off after %v, and on %v after the database is back", longest, off, on)
}

// TestReadOnlyIsToldToWhoWrites has the program's login lead to a standby, as after a failover that it missed: who reads
// notices nothing, and who writes is told to come back.
func TestReadOnlyIsToldToWhoWrites(t *testing.T) {
	_, logins := dbtest.Replica(t, 0)
	app := logins.Public.Clone()
	app.User = db.AppLogin
	d, err := db.Open(db.Logins{App: app, Public: logins.Public})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	o := siteOver(t, d)
	eventually(t, func() bool { return strings.Contains(o.query("streamed").body, `"akwa"`) })
	for _, r := range []reply{
		o.ask("POST", "/graphql", `{"query":"mutation { requestPasswordReset(input: {email: \"a@register.test\"}) { isTaken } }"}`),
		o.ask("POST", "/session", `{"email":"a@register.test","password":"not this one"}`),
	} {
		if r.status != http.StatusServiceUnavailable || r.header.Get("Retry-After") == "" || !strings.Contains(r.body, `"UNAVAILABLE"`) || r.took > answersWithin {
			t.Errorf("read-only, after %v: %d, Retry-After %q, %s", r.took, r.status, r.header.Get("Retry-After"), r.body)
		}
	}
	o.warm()
	o.untilReady(200)
}
