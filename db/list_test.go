package db_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// TestPagesPutTogetherAreTheList walks lists in pages of any length, from either end, whole and below a parent: put
// together they are the list, each row once.
func TestPagesPutTogetherAreTheList(t *testing.T) {
	d := dbtest.Register(t)
	whole, err := db.Claims.Page(t.Context(), d, paging(t, 100, ""), nil)
	if err != nil || whole.PageInfo.HasNextPage || len(whole.Edges) != 49 {
		t.Fatalf("the whole list: %v, %+v", err, whole)
	}
	signing, err := db.Signings.BySlug(t.Context(), d, "2021-12-15-casablanca")
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]func(db.Paging) (*db.Page[db.Claim], error){
		"whole": func(p db.Paging) (*db.Page[db.Claim], error) { return db.Claims.Page(t.Context(), d, p, nil) },
		"below": func(p db.Paging) (*db.Page[db.Claim], error) {
			pages, err := db.SigningClaims.Pages(t.Context(), d, []int64{signing.Key, -1}, p, nil)
			return pages[signing.Key], err
		},
	}
	rapid.Check(t, func(rt *rapid.T) {
		p := db.Paging{Count: rapid.IntRange(1, 60).Draw(rt, "count"), Backward: rapid.Bool().Draw(rt, "backward")}
		of := rapid.SampledFrom([]string{"whole", "below"}).Draw(rt, "of")
		var got []int64
		for {
			page, err := read[of](p)
			if err != nil {
				rt.Fatal(err)
			}
			var keys []int64
			for _, claim := range page.Nodes() {
				keys = append(keys, claim.Key)
			}
			more := page.PageInfo.HasNextPage
			if p.Backward {
				got, more = append(keys, got...), page.PageInfo.HasPreviousPage
			} else {
				got = append(got, keys...)
			}
			if !more || len(got) > len(whole.Edges) { // a cursor that doesn't move would go on for ever
				break
			}
			p.After, p.Before = *page.PageInfo.EndCursor, ""
			if p.Backward {
				p.After, p.Before = "", *page.PageInfo.StartCursor
			}
		}
		var want []int64
		for _, claim := range whole.Nodes() {
			want = append(want, claim.Key)
		}
		if !slices.Equal(got, want) {
			rt.Fatalf("pages of %+v give %v, want %v", p, got, want)
		}
	})
}

func TestPartialDatesSortByTimeTheLessPreciseFirst(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	var sorted []string
	if err := owner.Select(&sorted, `
		select d::partial_date from unnest(array['2021-12-15', '2022', '2021-12', '2021', '2021-02-28', '2021-11-30', '0999']) d
		order by d::partial_date`); err != nil {
		t.Fatal(err)
	}
	if want := []string{"0999", "2021", "2021-02-28", "2021-11-30", "2021-12", "2021-12-15", "2022"}; !slices.Equal(sorted, want) {
		t.Errorf("sorted: %v", sorted)
	}
	for text, valid := range map[string]bool{
		"2021": true, "2021-12": true, "2024-02-29": true, "2023-02-29": false, "2021-00": false, "2021-13": false, "2021-1": false,
		"21": false, "": false, "2021-12-32": false, "2021-12-15T00": false, " 2021": false,
	} {
		var inGo db.PartialDate
		goErr := inGo.UnmarshalText([]byte(text))
		var inPostgres bool
		if err := owner.Get(&inPostgres, "select is_partial_date($1)", text); err != nil {
			t.Fatal(err)
		}
		if (goErr == nil) != valid || inPostgres != valid {
			t.Errorf("%q: Go says %v, PostgreSQL %v; want valid %v", text, goErr, inPostgres, valid)
		}
	}
	_ = d
}

func TestICEIsCheckedAlikeInGoAndPostgres(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringMatching(`[0-9]{14,16}|[0-9]{15}`).Draw(rt, "ice")
		if rapid.Bool().Draw(rt, "made right") && len(text) == 15 {
			n := int64(0)
			for _, digit := range text[:13] {
				n = n*10 + int64(digit-'0')
			}
			n *= 100
			text = padded(n + (97-n%97)%97)
		}
		_, goErr := db.Rules["ice"](text)
		var inPostgres bool
		if err := owner.Get(&inPostgres, "select is_ice($1)", text); err != nil {
			rt.Fatal(err)
		}
		if (goErr == nil) != inPostgres {
			rt.Fatalf("%s: Go says %v, PostgreSQL %v", text, goErr, inPostgres)
		}
	})
}

func padded(n int64) string {
	digits := make([]byte, 15)
	for i := range digits {
		digits[14-i] = byte('0' + n%10)
		n /= 10
	}
	return string(digits)
}

// TestPagesOfPromisedTotalsAreTheList walks totals of several indicators, some of which aren't known, in every order.
func TestPagesOfPromisedTotalsAreTheList(t *testing.T) {
	d := dbtest.Sample(t)
	filter, err := db.PromiseTotalFilter{}.By([]db.PromiseDimension{"CONVENTION"})
	if err != nil {
		t.Fatal(err)
	}
	for _, order := range db.PromiseTotals.Orders() {
		whole, err := db.PromiseTotals.Page(t.Context(), d, db.Paging{Order: order, Count: 100}, filter)
		if err != nil {
			t.Fatal(err)
		}
		count, err := whole.Count(t.Context(), db.Placed)
		if err != nil || count != len(whole.Edges) || count < 10 {
			t.Fatalf("%s: %d of %d totals are on the page: %v", order, len(whole.Edges), count, err)
		}
		p := db.Paging{Order: order, Count: 3}
		var got []int64
		for more := true; more && len(got) <= count; {
			page, err := db.PromiseTotals.Page(t.Context(), d, p, filter)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range page.Nodes() {
				got = append(got, row.Key)
			}
			p.After, more = *page.PageInfo.EndCursor, page.PageInfo.HasNextPage
		}
		for i, row := range whole.Nodes() {
			if i >= len(got) || got[i] != row.Key {
				t.Fatalf("%s: the pages give %v, which differs at %d", order, got, i)
			}
		}
	}
}
