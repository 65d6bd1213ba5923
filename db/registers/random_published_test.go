package registers_test

import (
	"fmt"

	"pgregory.net/rapid"
)

// published adds to a convention what is published under it, and lets its targets name its amendments.
func (m *maker) published(c object, commitments []object) {
	var amendments []string
	c["amendments"] = m.list(0, 2, func() object {
		a := m.cited(object{"slug": m.slug("amendments"), "summary": m.translated()})
		a["reference"] = fmt.Sprintf("%s %s", m.text(), a["slug"])
		m.maybe(a, "signed_on", func() any { return m.date() })
		amendments = append(amendments, a["slug"].(string))
		return a
	})
	c["documents"] = m.list(0, 2, func() object {
		d := m.document()
		if len(amendments) > 0 && m.chance() {
			d["amendment"] = m.of(amendments...)
		}
		return d
	})
	c["reporting_schedules"] = m.list(0, 2, func() object {
		s := m.cited(object{"period": m.of("MONTH", "QUARTER", "HALF_YEAR", "YEAR"), "days_allowed": rapid.IntRange(0, 366).Draw(m.T, "days")})
		s["applies_from"] = "2019"
		m.maybe(s, "applies_until", func() any { return "2019-01" })
		return s
	})
	for _, commitment := range commitments {
		for _, target := range commitment["targets"].([]object) {
			if target["kind"] == "AMENDMENT" && len(amendments) > 0 && m.chance() {
				target["amendment"] = m.of(amendments...)
			}
		}
	}
}

func (m *maker) document() object {
	d := m.cited(object{"slug": m.slug("documents"), "kind": m.of("CONVENTION", "AMENDMENT", "REPORT", "OTHER"),
		"title": m.translated(), "language": m.of("FR", "AR", "EN")})
	m.maybe(d, "published_on", func() any { return m.date() })
	m.maybe(d, "address", func() any { return m.text() })
	m.maybe(d, "sha256", func() any { return "0e0000000000000000000000000000000000000000000000000000000000000e" })
	return d
}

// allocations are parts of a target, each to another thing.
func (m *maker) allocations() []object {
	all := []object{}
	give := func(key string, value any) {
		all = append(all, m.cited(object{key: value, "figure": m.figure()}))
	}
	for _, region := range m.some(m.regions) {
		give("region", region)
	}
	for _, sector := range m.some(m.sectors) {
		give("sector", sector)
	}
	for _, partner := range m.some(m.partners) {
		give("partner", partner)
	}
	if m.chance() {
		give("year", rapid.IntRange(1900, 2999).Draw(m.T, "year"))
	}
	return all
}

func (m *maker) opening() object {
	o := m.cited(object{"slug": m.slug("openings"), "partner": m.of(m.partners...), "occupation": m.translated(), "apply": m.translated(),
		"opens_on": "2024-02-29", "closes_on": "2024-03-01", "posts": "UNKNOWN"})
	if m.chance() {
		o["posts"] = rapid.Int64Range(1, 1<<62).Draw(m.T, "posts")
	}
	m.maybe(o, "occupation_group", func() any { return m.of("1", "9") })
	m.maybe(o, "sector", func() any { return m.of(m.sectors...) })
	m.maybe(o, "region", func() any { return m.of(m.regions...) })
	m.maybe(o, "contract_kind", func() any { return m.of("CDI", "OTHER") })
	m.maybe(o, "withdrawn_on", func() any { return "2024-03-01" })
	if len(m.conventions) > 0 {
		m.maybe(o, "convention", func() any { return m.of(m.conventions...) })
	}
	return o
}

func (m *maker) reply() object {
	r := m.cited(object{"slug": m.slug("replies"), "partner": m.of(m.partners...), "replied_on": "2024-12-31", "words": m.quote(),
		"convention": m.of(m.conventions...)})
	return r
}
