package registers_test

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"
)

// object is a mapping of a register file.
type object = map[string]any

// strange are texts that YAML reads as something else when they are not quoted, or not well.
var strange = []string{
	"yes", "no", "null", "~", "true", "0123", "0x1f", "1e5", "1_000", "2021", "2021-12-15", "12:30:00", ".inf", "---", "...",
	"- a", "-", "? b", "a: b", "a:", ": a", "a #b", "#a", " before", "after ", "two\nlines", "a\r\nb\n", "\n\nc", "tab\tbed",
	"\ttab", `say "x"`, "l'un d'eux", `back\slash \n`, "{a}", "[a, b]", "a, b", "&a", "*a", "!a", "|", "> a", "%a", "@a", "`a`",
	"<<", "=", "مناصب الشغل", "\u200fعربي \u200e12", "👩🏽‍🌾 emploi", "6\u00a0000 emplois", "«\u202f6 000\u202f»", "e\u0301", "\ufeffa", "a\u0085b\u2028c\u2029",
	"\x01\x1b\x7f", "\U0010ffff", "\\", "\"", "'", "a\\", strings.Repeat("longue phrase ", 40) + "fin",
}

// names are slugs that are read as something else likewise.
var names = []string{"yes", "null", "true", "0123", "2021", "2021-12-15", "1e5", "0x1f", "a", "n", "on", "a-b-1"}

// maker makes a register file that is valid.
type maker struct {
	*rapid.T
	taken             map[string]bool
	sources, partners []string
	orientations      []string
	regions, sectors  []string
	conventions       []string
}

func anyRegister(t *rapid.T) object {
	m := &maker{T: t, taken: map[string]bool{}, regions: []string{"MA-01", "MA-06", "MA-12"}, sectors: []string{"A", "F", "N"}}
	doc := object{"register": object{"slug": m.slug("registers"), "kind": m.of("REAL", "SAMPLE")}}
	doc["sources"] = m.list(1, 4, m.source)
	partners := m.list(0, 4, m.partner)
	for i, partner := range partners {
		if others := slices.Delete(slices.Clone(m.partners), i, i+1); len(others) > 0 {
			partner["ties"] = m.list(0, 3, func() object { return m.tie(others) })
		}
	}
	doc["partners"] = partners
	doc["orientations"] = m.list(0, 2, func() object {
		o := m.cited(object{"slug": m.slug("orientations"), "name": m.translated()})
		m.maybe(o, "description", func() any { return m.translated() })
		m.orientations = append(m.orientations, o["slug"].(string))
		return o
	})
	doc["signings"] = m.list(0, 2, m.signing)
	if len(m.partners) > 0 {
		doc["openings"] = m.list(0, 3, m.opening)
	}
	if len(m.partners) > 0 && len(m.conventions) > 0 {
		doc["replies"] = m.list(0, 2, m.reply)
	}
	return doc
}

func (m *maker) chance() bool { return rapid.Bool().Draw(m.T, "given") }

func (m *maker) of(values ...string) string { return rapid.SampledFrom(values).Draw(m.T, "one") }

func (m *maker) some(values []string) []string {
	if len(values) == 0 {
		return []string{}
	}
	mixed := rapid.Permutation(values).Draw(m.T, "mixed")
	return mixed[:rapid.IntRange(0, len(mixed)).Draw(m.T, "count")]
}

func (m *maker) list(least, most int, make func() object) []object {
	all := []object{}
	for range rapid.IntRange(least, most).Draw(m.T, "count") {
		all = append(all, make())
	}
	return all
}

func (m *maker) maybe(o object, key string, make func() any) {
	if m.chance() {
		o[key] = make()
	}
}

func (m *maker) slug(table string) string {
	slug := m.of(names...)
	for n := 2; m.taken[table+" "+slug]; n++ {
		slug = fmt.Sprintf("%s-%d", slug, n)
	}
	m.taken[table+" "+slug] = true
	return slug
}

func (m *maker) text() string {
	any := rapid.String().Filter(func(s string) bool { return strings.TrimSpace(s) != "" && !strings.ContainsRune(s, 0) })
	return rapid.OneOf(rapid.SampledFrom(strange), any).Draw(m.T, "text")
}

func (m *maker) name(needed string) object {
	name := object{needed: m.text()}
	for _, language := range []string{"fr", "ar", "en"} {
		m.maybe(name, language, func() any { return m.text() })
	}
	return name
}

func (m *maker) translated() object {
	language := m.of("FR", "AR", "EN")
	text := m.name(strings.ToLower(language))
	if language != "FR" || m.chance() {
		text["language"] = language
	}
	return text
}

func (m *maker) date() string {
	day := rapid.IntRange(0, 365*60).Draw(m.T, "day")
	date := fmt.Sprintf("%04d-%02d-%02d", 1990+day/365, 1+day%365/31, 1+day%28)
	return date[:rapid.SampledFrom([]int{4, 7, 10}).Draw(m.T, "precision")]
}

func (m *maker) span(o object, from, to string) {
	ends := []string{m.date(), m.date()}
	slices.Sort(ends)
	m.maybe(o, from, func() any { return ends[0] })
	m.maybe(o, to, func() any { return ends[1] })
}

func (m *maker) figure() any {
	if m.chance() {
		return m.of("UNKNOWN", "NOT_PUBLISHED", "SUPPRESSED", "NOT_APPLICABLE")
	}
	return rapid.OneOf(rapid.Just[int64](0), rapid.Int64Range(0, 1<<62)).Draw(m.T, "figure")
}

func (m *maker) quote() any { return object{"text": m.text(), "language": m.of("FR", "AR", "EN")} }

func (m *maker) cited(o object) object {
	o["cite"] = m.list(1, 3, func() object {
		c := object{"source": m.of(m.sources...), "statement": m.translated()}
		m.maybe(c, "fact", func() any { return m.text() })
		m.maybe(c, "place", func() any { return m.translated() })
		m.maybe(c, "quote", m.quote)
		return c
	})
	return o
}

func (m *maker) source() object {
	s := object{"slug": m.slug("sources"), "language": m.of("FR", "AR", "EN")}
	m.maybe(s, "publisher", func() any { return m.name("ar") })
	m.maybe(s, "title", func() any { return m.text() })
	m.maybe(s, "author", func() any { return m.text() })
	m.maybe(s, "published_on", func() any { return m.date() })
	m.maybe(s, "read_on", func() any { return "2024-02-29" })
	if m.chance() {
		s["address"], s["address_kind"] = m.text(), m.of("DOCUMENT", "SITE", "ABRIDGED")
	}
	m.sources = append(m.sources, s["slug"].(string))
	return s
}

func (m *maker) partner() object {
	p := m.cited(object{"slug": m.slug("partners"), "kind": m.of("COMPANY", "PUBLIC_BODY"), "name": m.name("fr")})
	m.maybe(p, "short_name", func() any { return m.text() })
	m.maybe(p, "ice", func() any { return fmt.Sprintf("%015d", 97*(7+len(m.partners))) })
	p["names"] = m.list(0, 3, func() object {
		n := m.cited(object{"name": m.text(), "language": m.of("FR", "AR", "EN")})
		m.span(n, "since", "until")
		return n
	})
	m.partners = append(m.partners, p["slug"].(string))
	return p
}

func (m *maker) tie(others []string) object {
	t := m.cited(object{"kind": m.of("MEMBER", "SUBSIDIARY"), "other": m.of(others...)})
	m.span(t, "since", "until")
	if t["since"] != nil && m.chance() {
		t["kind"] = "SUCCESSOR"
	}
	return t
}

func (m *maker) signing() object {
	s := m.cited(object{"slug": m.slug("signings"), "date": m.date(), "title": m.translated(), "announced_conventions": m.figure(),
		"partners_coverage": m.coverage(), "conventions_coverage": m.coverage(), "orientations": m.some(m.orientations)})
	m.maybe(s, "occasion", func() any { return m.translated() })
	m.maybe(s, "theme", m.quote)
	m.maybe(s, "place", func() any { return m.name("en") })
	m.maybe(s, "delivery_sought_on", func() any { return "1999-12-31" })
	s["signatories"] = m.bound("signatory", true)
	commitments := m.list(0, 2, m.commitment)
	s["commitments"] = commitments
	s["claims"] = m.list(0, 4, m.claim)
	s["documents"] = m.list(0, 1, m.document)
	s["conventions"] = m.list(0, 3, func() object { return m.convention(commitments) })
	return s
}

func (m *maker) coverage() string { return m.of("COMPLETE", "PARTIAL", "NOT_PUBLISHED") }

// bound makes signatories or parties: a partner is one of them only once.
func (m *maker) bound(what string, short bool) []object {
	what = fmt.Sprint(what, " of ", len(m.taken)) // such slugs are their signing's or convention's own
	all := m.list(0, 2, func() object {
		return m.cited(object{"slug": m.slug(what), "role": m.of("AGENCY", "WITNESS"), "name": m.name("ar")})
	})
	for _, partner := range m.some(m.partners) {
		all = append(all, m.cited(object{"slug": m.slug(what), "role": "PARTNER", "partner": partner, "name": m.name("en")}))
	}
	for _, o := range all {
		if short {
			m.maybe(o, "short_name", func() any { return m.text() })
		}
	}
	return all
}

func (m *maker) commitment() object {
	c := m.cited(object{"slug": m.slug("commitments"), "wording": m.translated(),
		"indicator": m.of("JOBS_CREATED", "PROJECT_HOLDERS_SUPPORTED", "PEOPLE_TRAINED")})
	m.maybe(c, "baseline", m.figure)
	kind := "SIGNATURE"
	c["targets"] = m.list(1, 3, func() object {
		t := m.cited(object{"kind": kind, "figure": m.figure()})
		m.maybe(t, "due_on", func() any { return m.date() })
		m.maybe(t, "decided_on", func() any { return m.date() })
		if kind != "SIGNATURE" || m.chance() {
			t["reason"] = m.translated()
		}
		t["allocations"] = m.allocations()
		kind = m.of("AMENDMENT", "CORRECTION")
		return t
	})
	return c
}

func (m *maker) convention(wholes []object) object {
	c := m.cited(object{"slug": m.slug("conventions"), "reference_kind": m.of("OFFICIAL", "REGISTER"),
		"status": m.of("SIGNED", "IN_FORCE", "ENDED", "TERMINATED"), "parties_coverage": m.coverage(),
		"commitments_coverage": m.coverage(), "orientations_coverage": m.coverage(), "sectors_coverage": m.coverage(),
		"regions_coverage": m.coverage(), "orientations": m.some(m.orientations), "regions": m.some(m.regions), "sectors": m.some(m.sectors)})
	c["reference"] = fmt.Sprintf("%s %s", m.text(), c["slug"])
	m.maybe(c, "title", func() any { return m.translated() })
	m.maybe(c, "signed_on", func() any { return m.date() })
	m.span(c, "starts_on", "ends_on")
	c["parties"] = m.bound("party", false)
	commitments := m.list(0, 2, m.commitment)
	for _, part := range commitments {
		if len(wholes) > 0 && m.chance() {
			whole := rapid.SampledFrom(wholes).Draw(m.T, "whole")
			part["part_of"], part["indicator"] = whole["slug"], whole["indicator"]
		}
	}
	c["commitments"] = commitments
	m.published(c, commitments)
	m.conventions = append(m.conventions, c["slug"].(string))
	return c
}

func (m *maker) claim() object {
	c := object{"slug": m.slug("claims"), "source": m.of(m.sources...), "subject": m.of("DATE", "JOBS", "REMARKS"),
		"stance": m.of("AGREES", "DIFFERS", "NOT_READ", "NO_READING"), "statement": m.translated()}
	m.maybe(c, "figure", m.figure)
	m.maybe(c, "quote", m.quote)
	if m.chance() {
		c["speaker"], c["speaker_role"] = m.name("fr"), m.translated()
	}
	return c
}
