package graph_test

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"testing"

	"mithaq/db/dbtest"
	"mithaq/graph"
)

// from asks as somebody at an address, perhaps through proxies.
func from(h http.Handler, address, forwarded, query string) *httptest.ResponseRecorder {
	request := httptest.NewRequest("POST", "/graphql", strings.NewReader(fmt.Sprintf(`{"query":%q}`, query)))
	request.Header.Set("Content-Type", "application/json")
	request.RemoteAddr = address
	if forwarded != "" {
		request.Header.Set("X-Forwarded-For", forwarded)
	}
	answer := httptest.NewRecorder()
	h.ServeHTTP(answer, request)
	return answer
}

const dear = "{ partners(first: 20) { nodes { slug } } }" // costs 21

func TestABudgetIsSpentByEachClientForItself(t *testing.T) {
	h := graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), graph.Settings{
		Rate: 50, Proxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")},
	})
	first := from(h, "192.0.2.1:1000", "", dear)
	left, _ := strconv.Atoi(strings.TrimPrefix(strings.Split(first.Header().Get("RateLimit"), ";")[1], "r="))
	if first.Code != 200 || first.Header().Get("RateLimit-Policy") != `"cost";q=50;w=3600` || left >= 50 || left < 20 {
		t.Fatalf("%d %v", first.Code, first.Header())
	}
	from(h, "192.0.2.1:1001", "", dear)
	spent := from(h, "192.0.2.1:1002", "", dear)
	wait, _ := strconv.Atoi(spent.Header().Get("Retry-After"))
	if spent.Code != http.StatusTooManyRequests || wait < 1 || wait > 3600 || !strings.Contains(spent.Body.String(), "RATE_LIMITED") {
		t.Errorf("%d %v %s", spent.Code, spent.Header(), spent.Body)
	}
	for _, other := range []struct{ address, forwarded string }{
		{"192.0.2.2:1", ""}, {"10.1.1.1:1", "192.0.2.3"}, {"10.1.1.1:1", "192.0.2.1, 192.0.2.4"}, {"[2001:db8:0:2::1]:1", ""},
	} {
		if answer := from(h, other.address, other.forwarded, dear); answer.Code != 200 {
			t.Errorf("%v is another, and is answered %d", other, answer.Code)
		}
	}
	for _, same := range []struct{ address, forwarded string }{
		{"192.0.2.1:9", "192.0.2.9"}, {"10.1.1.1:1", "192.0.2.1"}, {"10.1.1.1:1", "192.0.2.9, 192.0.2.1, 10.2.2.2"}, {"[::ffff:192.0.2.1]:1", ""},
	} {
		if answer := from(h, same.address, same.forwarded, dear); answer.Code != http.StatusTooManyRequests {
			t.Errorf("%v is the same, and is answered %d", same, answer.Code)
		}
	}
}

func TestSixtyFourBitsOfAnAddressAreOneClient(t *testing.T) {
	h := graph.New(t.Context(), dbtest.Register(t), slog.New(slog.DiscardHandler), graph.Settings{Rate: 30})
	from(h, "[2001:db8:0:1::1]:1", "", dear)
	if answer := from(h, "[2001:db8:0:1:ffff::2]:1", "", dear); answer.Code != http.StatusTooManyRequests {
		t.Errorf("%d", answer.Code)
	}
}

// TestOneClientTakesSixteenPlaces asks a hundred times at once from one address, while others ask from theirs.
func TestOneClientTakesSixteenPlaces(t *testing.T) {
	h := graph.New(t.Context(), dbtest.Sample(t), slog.New(slog.DiscardHandler), graph.Settings{})
	var refused, answered, others sync.Map
	var all sync.WaitGroup
	for i := range 200 {
		all.Go(func() {
			query := fmt.Sprintf(`{ conventions(first: 40) { nodes { slug commitments { nodes { slug target { figure { value } } } } jobs(first: %d) { nodes { id } } } } }`, i%100)
			switch answer := from(h, "192.0.2.1:1", "", query); answer.Code {
			case 503:
				refused.Store(i, answer.Body.String()+answer.Header().Get("Retry-After"))
			case 200:
				answered.Store(i, true)
			}
		})
	}
	for i := range 20 {
		all.Go(func() {
			if answer := from(h, fmt.Sprintf("192.0.2.%d:1", 10+i), "", dear); answer.Code != 200 {
				others.Store(i, answer.Body.String())
			}
		})
	}
	all.Wait()
	count := func(m *sync.Map) (n int) { m.Range(func(any, any) bool { n++; return true }); return n }
	if count(&refused) == 0 || count(&answered) < 16 {
		t.Errorf("%d were refused, %d answered", count(&refused), count(&answered))
	}
	refused.Range(func(_, body any) bool {
		if !strings.Contains(body.(string), "16 operations are running for your address") {
			t.Errorf("%s", body)
			return false
		}
		return true
	})
	others.Range(func(_, body any) bool {
		t.Errorf("another client is refused: %s", body)
		return false
	})
}
