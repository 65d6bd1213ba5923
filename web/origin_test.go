package web_test

import (
	"net/http"
	"net/netip"
	"strings"
	"testing"

	"mithaq/web"
)

func TestOriginsAreWrittenAsBrowsersDo(t *testing.T) {
	for address, want := range map[string]string{
		"https://register.example.org": "https://register.example.org", "HTTPS://Register.Example.org:443/": "https://register.example.org",
		"http://localhost:80": "http://localhost", "http://[::1]:8080/": "http://[::1]:8080", "https://register.example.org:80": "https://register.example.org:80",
		"ftp://x": "", "https://": "", "https://:443": "", "https://x/path": "", "https://x?a": "", "https://x#a": "", "https://a@x": "", "x": "",
	} {
		if got, ok := web.Origin(address); ok != (want != "") || ok && got != want {
			t.Errorf("the origin of %q is %q, %v; want %q", address, got, ok, want)
		}
	}
}

// TestASiteBehindAProxyKnowsItsOwnOrigin sends what a browser sends to a site by plain http, through a proxy that names
// another Host.
func TestASiteBehindAProxyKnowsItsOwnOrigin(t *testing.T) {
	a := newAccountsAt(t, "http://register.test")
	p, _ := a.administrator("admin@register.test")
	for origin, known := range map[string]bool{"http://register.test": true, "http://elsewhere.test": false, "https://register.test": false} {
		if got := p.ask(whoAmI, nil, "Origin", origin); (got.at("data.viewer") != nil) != known {
			t.Errorf("from %s somebody is known: %v", origin, got.body)
		}
		status := map[bool]int{true: http.StatusUnauthorized, false: http.StatusForbidden}[known]
		if got := p.send("POST", "/session", map[string]string{"email": "nobody@register.test"}, "Origin", origin); got.status != status {
			t.Errorf("signing in from %s: %d", origin, got.status)
		}
	}
}

// TestACookieWithoutSecureIsWarnedOf signs in twice behind a proxy that is reached by https.
func TestACookieWithoutSecureIsWarnedOf(t *testing.T) {
	here := netip.MustParsePrefix("127.0.0.0/8")
	for name, test := range map[string]struct {
		publicURL, proto string
		proxies          []netip.Prefix
		warned           int
	}{
		"by https":            {"", "https", []netip.Prefix{here}, 1},
		"by http":             {"", "http", []netip.Prefix{here}, 0},
		"by whoever says so":  {"", "https", nil, 0},
		"with its PUBLIC_URL": {"https://register.test", "https", []netip.Prefix{here}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			a := newAccountsAt(t, test.publicURL, test.proxies...)
			_, code, err := a.d.InviteAdministrator(t.Context(), "admin@register.test", "FR", false)
			if err != nil {
				t.Fatal(err)
			}
			p := a.person("admin@register.test")
			p.join("#" + code)
			for range 2 {
				if in := p.send("POST", "/session", map[string]string{"email": p.email, "password": goodPassword}, "X-Forwarded-Proto", test.proto); in.status != http.StatusOK {
					t.Fatalf("signing in: %v", in.body)
				}
			}
			if warned := strings.Count(a.log.String(), "without Secure"); warned != test.warned {
				t.Errorf("it is warned %d times, want %d", warned, test.warned)
			}
		})
	}
}
