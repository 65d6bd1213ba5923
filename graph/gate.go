package graph

import (
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/maypok86/otter/v2"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"golang.org/x/time/rate"

	"mithaq/db"
)

// How many operations may run at once, in all and for one client.
const (
	mostAtOnce    = 64
	mostOfAClient = 16
	clientsKnown  = 100_000
	hour          = 3600
)

// gate lets operations in: so many at once, and so much cost an hour for each client.
type gate struct {
	proxies []netip.Prefix // whose X-Forwarded-For counts
	budget  int            // cost an hour for each client; 0: without an end

	mu      sync.Mutex
	running map[netip.Prefix]int
	all     int
	budgets *otter.Cache[netip.Prefix, *rate.Limiter]
}

func newGate(proxies []netip.Prefix, budget int) *gate {
	return &gate{
		proxies: proxies, budget: budget, running: map[netip.Prefix]int{},
		budgets: otter.Must(&otter.Options[netip.Prefix, *rate.Limiter]{
			MaximumSize: clientsKnown, ExpiryCalculator: otter.ExpiryAccessing[netip.Prefix, *rate.Limiter](hour * time.Second),
		}),
	}
}

// client is who asks: an address, or of IPv6 the 64 bits that one customer has.
func (g *gate) client(r *http.Request) netip.Prefix {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Prefix{}
	}
	address := at.Addr().Unmap()
	forwarded := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(forwarded) - 1; i >= 0 && g.trusts(address); i-- { // the last was written by the proxy nearest to us
		before, err := netip.ParseAddr(strings.TrimSpace(forwarded[i]))
		if err != nil {
			break
		}
		address = before.Unmap()
	}
	bits := 32
	if address.Is6() {
		bits = 64
	}
	prefix, _ := address.Prefix(bits) // of that many bits there always is one
	return prefix
}

// behindHTTPS tells whether a proxy that is trusted says that it was reached by https.
func (g *gate) behindHTTPS(r *http.Request) bool {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	said := strings.Split(strings.Join(r.Header.Values("X-Forwarded-Proto"), ","), ",")
	return err == nil && g.trusts(at.Addr().Unmap()) && slices.ContainsFunc(said, func(scheme string) bool {
		return strings.EqualFold(strings.TrimSpace(scheme), "https")
	})
}

func (g *gate) trusts(address netip.Addr) bool {
	for _, proxy := range g.proxies {
		if proxy.Contains(address) {
			return true
		}
	}
	return false
}

// enter takes a place; whoever has one leaves it again.
func (g *gate) enter(client netip.Prefix) *gqlerror.Error {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case g.all >= mostAtOnce:
		return busy("%d operations are running, the most at once; try again in a second", mostAtOnce)
	case g.running[client] >= mostOfAClient:
		return busy("%d operations are running for your address, the most at once; try again in a second", mostOfAClient)
	}
	g.all++
	g.running[client]++
	return nil
}

func busy(format string, most int) *gqlerror.Error {
	refused := coded(string(db.CodeUnavailable), format, most)
	refused.Extensions["allowed"] = most
	return refused
}

func (g *gate) leave(client netip.Prefix) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.all--
	if g.running[client]--; g.running[client] == 0 {
		delete(g.running, client)
	}
}

// spend takes the cost of an operation from a client's budget, and says in the answer's headers what is left.
func (g *gate) spend(client netip.Prefix, cost int, h http.Header) *gqlerror.Error {
	if g.budget == 0 {
		return nil
	}
	budget, _ := g.budgets.ComputeIfAbsent(client, func() (*rate.Limiter, bool) {
		return rate.NewLimiter(rate.Limit(float64(g.budget)/hour), g.budget), false
	})
	now := time.Now()
	allowed := budget.AllowN(now, cost)
	left := max(0, int(budget.TokensAt(now)))
	full := int(float64(g.budget-left) / float64(budget.Limit()))
	h.Set("RateLimit-Policy", `"cost";q=`+strconv.Itoa(g.budget)+`;w=`+strconv.Itoa(hour))
	h.Set("RateLimit", `"cost";r=`+strconv.Itoa(left)+`;t=`+strconv.Itoa(full))
	if allowed {
		return nil
	}
	wait := int(float64(cost-left)/float64(budget.Limit())) + 1
	h.Set("Retry-After", strconv.Itoa(wait))
	refused := coded("RATE_LIMITED", "this operation costs up to %d rows, and %d are left of the %d an hour for your address; try again in %d s", cost, left, g.budget, wait)
	refused.Extensions["allowed"], refused.Extensions["counted"] = left, cost
	return refused
}
