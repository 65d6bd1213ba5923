package graph_test

import (
	"database/sql"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"mithaq/db"
	"mithaq/db/dbtest"
	"mithaq/graph"
)

const namesAsked = `{"query":"{ partner(slug: \"lydec\") { shortName } }"}`

// partiesAsked names the partner by a row that leads to it, so that it may be held.
const partiesAsked = `{"query":"{ signings { nodes { signatories(first: 100) { nodes { partner { shortName } } } } } }"}`

// TestAnAnswerIsKeptUntilTheDataChange asks the same again and again.
func TestAnAnswerIsKeptUntilTheDataChange(t *testing.T) {
	d := dbtest.Register(t)
	h := graph.New(t.Context(), d, slog.New(slog.DiscardHandler), graph.Settings{Cache: 1})
	first := asks(h, "POST", namesAsked)
	var kept *httptest.ResponseRecorder
	if !within(2*time.Second, func() bool { kept = asks(h, "POST", namesAsked); return kept.Header().Get("ETag") != "" }) {
		t.Fatal("what is asked again is not kept")
	}
	if first.Body.String() != kept.Body.String() {
		t.Errorf("first %s, then %s", first.Body, kept.Body)
	}
	rename(t, d, "Changed")
	if !within(2*time.Second, func() bool { return strings.Contains(asks(h, "POST", namesAsked).Body.String(), "Changed") }) {
		t.Error("an old answer is given after the data changed")
	}
}

func TestAClientThatHasAnAnswerIsToldSo(t *testing.T) {
	h := graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), graph.Settings{Cache: 1})
	var kept *httptest.ResponseRecorder
	const address = "query=%7B%20partners%20%7B%20nodes%20%7B%20slug%20name%20nameText%20%7B%20value%20language%20original%20%7D%20kind%20updatedAt%20%7D%20%7D%20%7D"
	if !within(2*time.Second, func() bool { kept = asks(h, "GET", address); return kept.Header().Get("ETag") != "" }) {
		t.Fatal("what is asked again is not kept")
	}
	again := asks(h, "GET", address, "If-None-Match", kept.Header().Get("ETag"))
	if again.Code != http.StatusNotModified || again.Body.Len() > 0 {
		t.Errorf("%d %s", again.Code, again.Body)
	}
	zipped := asks(h, "GET", address, "Accept-Encoding", "gzip")
	if zipped.Header().Get("Content-Encoding") != "gzip" || zipped.Body.Len() >= kept.Body.Len() {
		t.Errorf("%v, %d bytes, plain %d", zipped.Header(), zipped.Body.Len(), kept.Body.Len())
	}
}

// TestWhatIsKeptIsVoidWhenTheVersionFalls brings an older state of the data back, as a failover to a replica that was late
// does: neither answers nor rows of the later one are told any more.
func TestWhatIsKeptIsVoidWhenTheVersionFalls(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	owner := dbtest.Connect(t, logins.Owner)
	h := graph.New(t.Context(), d, slog.New(slog.DiscardHandler), graph.Settings{Cache: 1})
	rename(t, d, "Later")
	kept := func() bool {
		asks(h, "POST", partiesAsked, "Cache-Control", "no-cache") // which holds rows
		return asks(h, "POST", partiesAsked).Header().Get("ETag") != "" && h.Held() > 0
	}
	if !within(2*time.Second, kept) || !strings.Contains(asks(h, "POST", partiesAsked).Body.String(), "Later") {
		t.Fatal("the later name is not kept")
	}
	back := "begin; set local session_replication_role = replica; update partners set short_name = 'Earlier' where slug = 'lydec'; " +
		"delete from data_versions where id = (select max(id) from data_versions); commit"
	if _, err := owner.Exec(back); err != nil {
		t.Fatal(err)
	}
	for _, header := range []string{"", "no-cache"} {
		if !within(2*time.Second, func() bool {
			return strings.Contains(asks(h, "POST", partiesAsked, "Cache-Control", header).Body.String(), "Earlier")
		}) {
			t.Errorf("Cache-Control %q: the later name is still told", header)
		}
	}
}

// TestRowsAreHeldUntilTheDataChange asks anew each time, so that no answer is kept, but rows are held.
func TestRowsAreHeldUntilTheDataChange(t *testing.T) {
	d := dbtest.Register(t)
	h := graph.New(t.Context(), d, slog.New(slog.DiscardHandler), graph.Settings{Cache: 1})
	anew := func() string { return asks(h, "POST", partiesAsked, "Cache-Control", "no-cache").Body.String() }
	for _, name := range []string{"First", "Second"} {
		rename(t, d, name)
		if !within(2*time.Second, func() bool { return strings.Contains(anew(), name) }) {
			t.Errorf("%s is not told: %s", name, anew())
		}
		if !within(2*time.Second, func() bool { anew(); return h.Held() > 0 }) {
			t.Error("no row is held")
		}
	}
}

// TestAKeptAnswerIsThatOfItsVersion writes while many read, and looks at every answer that is kept: it must be what the
// data were at its version.
func TestAKeptAnswerIsThatOfItsVersion(t *testing.T) {
	for name, asked := range map[string]string{"read": namesAsked, "held": partiesAsked} {
		t.Run(name, func(t *testing.T) {
			d, logins := dbtest.RegisterLogins(t)
			keptWhileWritten(t, d, dbtest.Connect(t, logins.Owner), asked)
		})
	}
}

// keptWhileWritten has the versions from the owner's connection, which is to the server that is written to.
func keptWhileWritten(t *testing.T, d *db.DB, owner *sql.DB, asked string) {
	h := graph.New(t.Context(), d, slog.New(slog.DiscardHandler), graph.Settings{Cache: 1})
	var variants []string // of the same request, each kept for itself, so that something is to be kept all the time
	for i := range 40 {
		variants = append(variants, strings.Replace(asked, `"}`, fmt.Sprintf(`","variables":{"unused":%d}}`, i), 1))
	}
	var names sync.Map // by version
	names.Store(versionOf(t, owner), "")
	var done atomic.Bool
	var wrong sync.Map
	var readers sync.WaitGroup
	seen := map[int64]bool{}
	for range 4 {
		readers.Go(func() {
			for !done.Load() {
				for _, variant := range variants {
					asks(h, "POST", variant)
					asks(h, "POST", asked, "Cache-Control", "no-cache") // which holds rows
				}
			}
		})
	}
	readers.Go(func() {
		for !done.Load() {
			for _, variant := range variants {
				version, answer := h.Kept(variant)
				if name, known := names.Load(version); known && !strings.Contains(string(answer), name.(string)) {
					wrong.Store(version, string(answer))
				} else if known {
					seen[version] = true
				}
			}
		}
	})
	for i := range 60 {
		name := fmt.Sprintf("name %d.", i)
		rename(t, d, name)
		names.Store(versionOf(t, owner), name)
		time.Sleep(10 * time.Millisecond)
	}
	done.Store(true)
	readers.Wait()
	wrong.Range(func(version, answer any) bool {
		t.Errorf("at version %v: %s", version, answer)
		return true
	})
	if len(seen) < 5 {
		t.Errorf("answers of only %d versions were kept", len(seen))
	}
}

// TestManyWhoAskAtOnceAreAnsweredOnce counts how often a plan runs for many who ask the same.
func TestManyWhoAskAtOnceAreAnsweredOnce(t *testing.T) {
	h := graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), graph.Settings{Cache: 1})
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			asks(h, "POST", `{"query":"{ conventions { totalCount nodes { reference parties { totalCount } } } }"}`)
		})
	}
	all.Wait()
	if h.Runs() > 25 {
		t.Errorf("50 who asked at once were answered by %d runs", h.Runs())
	}
}

func asks(h http.Handler, method, text string, headers ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, "/graphql", nil)
	if method == "POST" {
		request = httptest.NewRequest(method, "/graphql", strings.NewReader(text))
		request.Header.Set("Content-Type", "application/json")
	} else {
		request.URL.RawQuery = text
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, request)
	return answer
}

func within(limit time.Duration, holds func() bool) bool {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if holds() {
			return true
		}
	}
	return false
}

func rename(t *testing.T, d *db.DB, name string) {
	t.Helper()
	if err := d.InTx(t.Context(), "test", "test", func(tx *db.DB) error {
		partner, err := db.Partners.BySlug(t.Context(), tx, "lydec")
		if err != nil {
			return err
		}
		partner.ShortName = &name
		_, _, err = db.Partners.Keep(t.Context(), tx, partner)
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

func versionOf(t *testing.T, owner *sql.DB) (version int64) {
	t.Helper()
	if err := owner.QueryRowContext(t.Context(), "select 1 + coalesce(sum(n), 0) + ((now() at time zone 'UTC')::date - '2021-12-15'::date) from data_versions").Scan(&version); err != nil {
		t.Fatal(err)
	}
	return version
}
