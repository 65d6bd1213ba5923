package graph

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"hash/maphash"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/maypok86/otter/v2"
	"golang.org/x/sync/singleflight"

	"mithaq/db"
	"mithaq/graph/reads"
)

// answers are whole answers, kept by request and by the version of the data that they were read from.
type answers struct {
	kept     *otter.Cache[string, *kept]
	flights  singleflight.Group
	versions *db.Versions

	mu    sync.Mutex
	asked map[uint64]bool // what was asked once: only what is asked again is worth keeping
	seed  maphash.Seed
}

// kept is an answer ready to be sent.
type kept struct {
	age    db.Age
	plain  []byte
	zipped []byte // empty where that is no shorter
	tag    string
}

const (
	mostAsked   = 50_000
	mostRequest = 8 << 10 // longer requests are not kept
	worthZip    = 1 << 10
	entryBytes  = 300 // what an entry takes beside its bytes
)

// keepAnswers keeps answers up to that many bytes.
func keepAnswers(versions *db.Versions, mebibytes int) *answers {
	return &answers{
		versions: versions, asked: map[uint64]bool{}, seed: maphash.MakeSeed(),
		kept: otter.Must(&otter.Options[string, *kept]{
			MaximumWeight: uint64(mebibytes) << 20,
			Weigher: func(request string, k *kept) uint32 {
				return uint32(len(request) + len(k.plain) + len(k.zipped) + entryBytes)
			},
		}),
	}
}

// keyOf is what an answer is kept by: a body and an address that are the same text are not the same request.
func keyOf(method, text string) string {
	if method == http.MethodPost {
		return "body " + text
	}
	return "address " + text
}

// get gives the answer to a request, if it is kept and the data haven't changed since.
func (a *answers) get(request string) *kept {
	if a == nil {
		return nil
	}
	found, ok := a.kept.GetIfPresent(request)
	if !ok {
		return nil
	}
	if now := a.versions.Now(); now == (db.Age{}) || found.age.Fell != now.Fell || found.age.Version < now.Version {
		return nil
	}
	return found
}

// once answers a request that isn't kept: those who ask the same meanwhile are given the same. What is asked again, or of
// the site's own, is kept, if the data didn't change while it was read.
func (a *answers) once(ctx context.Context, request string, own bool, run func(ctx context.Context, versioned bool) (reads.Answer, error)) ([]byte, error) {
	if a == nil {
		answer, err := run(ctx, false)
		return answer.Body, err
	}
	now := a.versions.Now()
	body, err, _ := a.flights.Do(fmt.Sprint(now, " ", request), func() (any, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), operationTime) // the first who asks may go away
		defer cancel()
		answer, err := run(ctx, len(request) <= mostRequest && (a.again(request) || own))
		if err == nil && answer.Version > 0 {
			a.keep(request, kept{age: db.Age{Version: answer.Version, Fell: now.Fell}, plain: answer.Body})
		}
		return answer.Body, err
	})
	bytes, _ := body.([]byte)
	return bytes, err
}

// again tells whether a request was made before, and remembers it.
func (a *answers) again(request string) bool {
	hash := maphash.String(a.seed, request)
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.asked[hash] {
		return true
	}
	if len(a.asked) >= mostAsked {
		clear(a.asked)
	}
	a.asked[hash] = true
	return false
}

// keep keeps an answer that was read from a version of the data.
func (a *answers) keep(request string, k kept) {
	sum := sha256.Sum256(k.plain)
	k.tag = `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"` // weak: zipped or not, it is the same answer
	if len(k.plain) >= worthZip {
		if zipped := zip(k.plain); len(zipped) < len(k.plain) {
			k.zipped = zipped
		}
	}
	a.kept.Set(request, &k)
}

func zip(plain []byte) []byte {
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	_, _ = w.Write(plain) // a buffer takes everything
	_ = w.Close()
	return zipped.Bytes()
}

// write sends the answer. A client that has it already is told so.
func (k *kept) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("ETag", k.tag)
	h.Set("Cache-Control", "no-cache") // it may be kept, and is to be asked for again
	h.Set("Content-Type", mediaFor(r)+"; charset=utf-8")
	h.Add("Vary", "Accept-Encoding")
	if r.Method != http.MethodPost && has(r.Header.Get("If-None-Match"), k.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	body := k.plain
	if len(k.zipped) > 0 && gunzips(r) {
		h.Set("Content-Encoding", "gzip")
		body = k.zipped
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body) // a client that has gone needs no answer
}

// has tells whether a client that names its answers by their tags has this one; a proxy may have made them weak.
func has(tags, tag string) bool {
	for named := range strings.SplitSeq(tags, ",") {
		if named = strings.TrimSpace(named); named == "*" || strings.TrimPrefix(named, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// gunzips tells whether a client takes gzip, and doesn't say that it takes none of it.
func gunzips(r *http.Request) bool {
	for accepted := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(accepted), ";")
		if strings.TrimSpace(name) == "gzip" {
			return !zeroWeight.MatchString(weight)
		}
	}
	return false
}

var zeroWeight = regexp.MustCompile(`^\s*q=0(\.0*)?\s*$`)
