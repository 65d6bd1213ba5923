package web_test

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lib/pq"

	"mithaq/db"
	"mithaq/web"
)

// TestReadinessIsToldOfAHungDatabase asks about a database that accepts connections and never says a word.
func TestReadinessIsToldOfAHungDatabase(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	hung, err := pq.NewConfig(fmt.Sprintf("postgres://x@%s/x?sslmode=disable&connect_timeout=60", silent.Addr()))
	if err != nil {
		t.Fatal(err)
	}
	d, err := db.Open(db.Logins{App: hung, Public: hung})
	if err != nil {
		t.Fatal(err)
	}
	app, err := web.ReadApp(fstest.MapFS{
		"index.html": {Data: []byte(`<html lang="fr" dir="ltr"><title>Mithaq</title><!--site-->`)}, "pages.json": {Data: []byte("[]")},
	})
	if err != nil {
		t.Fatal(err)
	}
	begun, answer := time.Now(), httptest.NewRecorder()
	s := &web.Site{DB: d, Log: slog.New(slog.DiscardHandler), GraphQL: http.NotFoundHandler()}
	s.Handler(app).ServeHTTP(answer, httptest.NewRequest("GET", "/readyz", nil))
	if took := time.Since(begun); answer.Code != 503 || answer.Header().Get("Retry-After") == "" || took > 4*time.Second {
		t.Errorf("after %v: %d %v", took, answer.Code, answer.Header())
	}
}
