package web_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"
	"time"

	"mithaq/db/dbtest"
	"mithaq/web"
)

// TestReadinessIsToldOfAHungDatabase asks about a database that accepts connections and never says a word.
func TestReadinessIsToldOfAHungDatabase(t *testing.T) {
	d := dbtest.Hung(t)
	app, err := web.ReadApp(fstest.MapFS{
		"index.html": {Data: []byte(`<html lang="fr" dir="ltr"><title>Mithaq</title><!--site-->`)}, "pages.json": {Data: []byte("[]")}, "documents.json": {Data: []byte("{}")},
	})
	if err != nil {
		t.Fatal(err)
	}
	begun, answer := time.Now(), httptest.NewRecorder()
	s := &web.Site{DB: d, Log: slog.New(slog.DiscardHandler), GraphQL: http.NotFoundHandler(), Schema: http.NotFoundHandler()}
	s.Handler(app).ServeHTTP(answer, httptest.NewRequest("GET", "/readyz", nil))
	if took := time.Since(begun); answer.Code != 503 || answer.Header().Get("Retry-After") == "" || took > 4*time.Second {
		t.Errorf("after %v: %d %v", took, answer.Code, answer.Header())
	}
}
