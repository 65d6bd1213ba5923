package db_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// slugsFound gives the first things found among the types: partners by their slug, others by their type.
func slugsFound(t *testing.T, d *db.DB, text string, most int, types ...db.SearchType) []string {
	t.Helper()
	page, err := d.Search(t.Context(), text, types, paging(t, most, ""))
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	var slugs []string
	for _, match := range page.Nodes() {
		node, err := d.Node(t.Context(), match.NodeID())
		if err != nil || node == nil {
			t.Fatalf("%q finds %+v, which can't be read: %v", text, match, err)
		}
		if partner, ok := node.(*db.Partner); ok {
			slugs = append(slugs, partner.Slug)
			continue
		}
		slugs = append(slugs, match.Noun)
	}
	return slugs
}

var plain = strings.NewReplacer("é", "e", "É", "E", "è", "e", "ê", "e", "ë", "e", "ï", "i", "ô", "o", "’", " ", "'", " ")

// namesOf gives the partners of December 2021 with their names and short names in every language.
func namesOf(t *testing.T, d *db.DB) map[string][]string {
	t.Helper()
	page, err := db.Partners.Page(t.Context(), d, paging(t, 100, ""), nil)
	if err != nil || len(page.Edges) != 9 {
		t.Fatalf("%v, %d partners", err, len(page.Edges))
	}
	names := map[string][]string{}
	for _, p := range page.Nodes() {
		for _, name := range []*string{p.Named.FR, p.Named.AR, p.Named.EN, p.ShortName} {
			if name != nil {
				names[p.Slug] = append(names[p.Slug], *name)
			}
		}
	}
	return names
}

func TestSearchFindsPartnersWithoutAccentsInCapitalsAndInAnyOrder(t *testing.T) {
	d := dbtest.Register(t)
	for slug, names := range namesOf(t, d) {
		for _, name := range names {
			asked := strings.ToUpper(plain.Replace(name))
			words := strings.Fields(asked)
			if found := slugsFound(t, d, asked, 1); !slices.Equal(found, []string{slug}) {
				t.Errorf("%q finds %v first, not %s", asked, found, slug)
			}
			if swapped := words[len(words)-1] + " " + words[0]; !slices.Contains(slugsFound(t, d, swapped, 5), slug) {
				t.Errorf("%q finds %v, not %s", swapped, slugsFound(t, d, swapped, 5), slug)
			}
		}
	}
	for text, slug := range map[string]string{"jumia": "ecart-services-morocco", "citroën": "pcam", "PCA": "pcam", "agroalimentaire": "fenagri"} {
		if found := slugsFound(t, d, text, 3); !slices.Contains(found, slug) {
			t.Errorf("%q finds %v, not %s", text, found, slug)
		}
	}
}

func TestSearchFindsPartnersWithAnyOneLetterWrong(t *testing.T) {
	d := dbtest.Register(t)
	tried := 0
	for slug, names := range namesOf(t, d) {
		for _, name := range names {
			letters := []rune(name)
			if len(letters) < 5 {
				continue
			}
			for i, letter := range letters {
				for _, wrong := range "xe" {
					if !unicode.IsLetter(letter) || unicode.ToLower(letter) == wrong {
						continue
					}
					tried++
					asked := string(letters[:i]) + string(wrong) + string(letters[i+1:])
					if found := slugsFound(t, d, asked, 5); !slices.Contains(found, slug) {
						t.Errorf("%q finds %v, not %s", asked, found, slug)
					}
				}
			}
		}
	}
	if tried < 300 {
		t.Errorf("only %d spellings were tried", tried)
	}
}

func TestSearchFollowsTheRows(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	app := connect(t, logins.App)
	change := func(statement string) {
		t.Helper()
		tx := app.MustBegin()
		tx.MustExec("select set_config('mithaq.actor', 'test', true), set_config('mithaq.reason', 'test', true)")
		tx.MustExec(statement)
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(text string, want ...string) {
		t.Helper()
		if found := slugsFound(t, d, text, 10, "PARTNER"); !slices.Equal(found, want) {
			t.Errorf("%q finds %v, want %v", text, found, want)
		}
	}
	expect("Lydec", "lydec")
	change("update partners set name_fr = 'Zellige', name_ar = 'زليج' where slug = 'lydec'")
	expect("zellige", "lydec")
	expect("زلّيج", "lydec")
	expect("Lydec")
	change("update partners set name_ar = null where slug = 'lydec'")
	expect("زليج")
	expect("Jumia.ma", "ecart-services-morocco")
	change("delete from citations where partner_name_id is not null; delete from partner_names")
	expect("Jumia.ma")
	change("insert into partner_names (partner_id, position, name, language) select id, 1, 'Quincaillerie', 'FR' from partners where slug = 'lydec'")
	expect("quincaillerie", "lydec")
	change("update partner_names set partner_id = (select id from partners where slug = 'akwa')")
	expect("quincaillerie", "akwa")
}

func TestSearchRefusesWhatItCannotLookFor(t *testing.T) {
	d := dbtest.Register(t)
	for text, reason := range map[string]string{
		"": "search_text_blank", " \n": "search_text_blank", "?!": "search_text_blank", "ـــ": "search_text_blank", "%_": "search_text_blank",
		strings.Repeat("é", 101): "search_text_too_long",
	} {
		_, err := d.Search(t.Context(), text, nil, paging(t, 1, ""))
		var refused *db.Error
		if !errors.As(err, &refused) || refused.Code != db.CodeBadInput || refused.Reason != reason {
			t.Errorf("%q gives %v; want %s", text, err, reason)
		}
	}
	for text, want := range map[string][]string{"ly": {"lydec"}, "ak": nil, "ly%": {"lydec"}, strings.Repeat("œ", 100): nil} {
		found := slugsFound(t, d, text, 10)
		slices.Sort(found)
		slices.Sort(want)
		if !slices.Equal(found, want) {
			t.Errorf("%q finds %v, want %v", text, found, want)
		}
	}
}

func TestSearchPagesPutTogetherAreTheList(t *testing.T) {
	d := dbtest.Register(t)
	whole, err := d.Search(t.Context(), "ma", nil, paging(t, 100, ""))
	if err != nil || len(whole.Edges) < 12 {
		t.Fatalf("the whole list: %v, %d rows", err, len(whole.Edges))
	}
	if count, err := whole.TotalCount(t.Context()); err != nil || count != len(whole.Edges) {
		t.Errorf("%d are counted of %d (%v)", count, len(whole.Edges), err)
	}
	keys := func(page *db.Page[db.SearchMatch]) (keys []db.ID) {
		for _, match := range page.Nodes() {
			keys = append(keys, match.NodeID())
		}
		return keys
	}
	rapid.Check(t, func(rt *rapid.T) {
		p := db.Paging{Count: rapid.IntRange(1, 20).Draw(rt, "count"), Backward: rapid.Bool().Draw(rt, "backward")}
		var got []db.ID
		for more := true; more && len(got) <= len(whole.Edges); {
			page, err := d.Search(t.Context(), "ma", nil, p)
			if err != nil {
				rt.Fatal(err)
			}
			if p.Backward {
				got, more = append(keys(page), got...), page.PageInfo.HasPreviousPage
				p.Before = *page.PageInfo.StartCursor
			} else {
				got, more = append(got, keys(page)...), page.PageInfo.HasNextPage
				p.After = *page.PageInfo.EndCursor
			}
		}
		if !slices.Equal(got, keys(whole)) {
			rt.Fatalf("pages of %+v give %v, want %v", p, got, keys(whole))
		}
	})
	for text, types := range map[string][]db.SearchType{"mar": nil, "ma": {"REGION"}} {
		_, err := d.Search(t.Context(), text, types, paging(t, 5, *whole.PageInfo.StartCursor))
		var refused *db.Error
		if !errors.As(err, &refused) || refused.Reason != "cursor_of_another_list" {
			t.Errorf("the cursor of another search gives %v", err)
		}
	}
	if page, err := d.Search(t.Context(), "MÂ.", nil, paging(t, 5, *whole.PageInfo.StartCursor)); err != nil || len(page.Edges) != 5 {
		t.Errorf("the cursor of the same search, spelled otherwise, gives %v", err)
	}
}

func TestSearchReadsByItsIndexes(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	owner := connect(t, logins.Owner)
	owner.SetMaxOpenConns(1)
	owner.MustExec("set enable_seqscan = off")
	for condition, index := range map[string]string{
		"'lydek' <% s.folded": "search_texts_alike",
		"left(s.folded, 100) like 'lyd' || '%' order by left(s.folded, 100), s.id": "search_texts_beginning",
	} {
		var plan []string
		if err := owner.Select(&plan, "explain select s.id from search_texts s where "+condition+" limit 2000"); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(plan, "\n"), index) {
			t.Errorf("%s is looked for by\n%s", condition, strings.Join(plan, "\n"))
		}
	}
	var without bool
	if err := owner.Get(&without, "select 'enable_seqscan=off' = any (proconfig) from pg_proc where proname = 'texts_alike'"); err != nil || !without {
		t.Errorf("texts_alike may scan the whole table (%v)", err)
	}
}

func TestEverySearchTypeIsATableThatIsSearched(t *testing.T) {
	d, logins := dbtest.RegisterLogins(t)
	var nouns []string
	if err := connect(t, logins.Owner).Select(&nouns, `
		select distinct upper(split_part(encode(tgargs, 'escape'), '\000', 1))
		from pg_trigger
		where tgname = 'keep_search_texts'
		order by 1`); err != nil {
		t.Fatal(err)
	}
	inGo := slices.Sorted(slices.Values(db.SearchType("").Values()))
	var inGraph []string
	for _, v := range readSchema(t).Types["SearchType"].EnumValues {
		inGraph = append(inGraph, v.Name)
	}
	if !slices.Equal(db.SearchType("").Values(), inGraph) || !slices.Equal(inGo, nouns) {
		t.Errorf("SearchType: Go %v, GraphQL %v, PostgreSQL's triggers %v", inGo, inGraph, nouns)
	}
	for text, want := range map[string]db.SearchType{
		"huit conventions": "SIGNING", "8/8": "CONVENTION", "akwa": "PARTNER", "6000 emplois": "COMMITMENT", "parite": "ORIENTATION",
		"اسفى": "REGION", "construction": "SECTOR", "emplois": "INDICATOR", "le matin": "SOURCE",
	} {
		page, err := d.Search(t.Context(), text, []db.SearchType{want}, paging(t, 1, ""))
		if err != nil || len(page.Edges) != 1 || strings.ToUpper(page.Nodes()[0].Noun) != string(want) {
			t.Errorf("%q among %s finds %+v (%v)", text, want, page.Nodes(), err)
		}
	}
}

func TestFoldedTextsAreTheSameWhateverTheirSpelling(t *testing.T) {
	_, logins := dbtest.RegisterLogins(t)
	public := connect(t, logins.Public)
	for _, alike := range [][]string{
		{"l'œuvre de l’Écart", "L OEUVRE  DE L'ECART", "L’œuvre, de l'E\u0301cart !"},
		{"مؤسسة الإدماج", "مؤسسه الادماج", "مُؤَسَّسَةُ الإِدْمَاج", "مـــؤسسة الأدماج", "موسسة الٱدماج"},
		{"هيئة على", "هيية علي", "هیئة علی"},
		{"كتاب", "کتاب", "ﻛﺘﺎب"},
		{"٦٠٠٠", "6000", "۶۰۰۰"},
		{"FÉDÉRATION (Maroc)", "federation-maroc", " fédération « maroc »"},
	} {
		for _, text := range alike {
			var same bool
			if err := public.Get(&same, "select fold($1) = fold($2) and fold($1) ~ '^[a-z0-9]+( [a-z0-9]+)*$'", text, alike[0]); err != nil || !same {
				t.Errorf("%q and %q are folded differently (%v)", text, alike[0], err)
			}
		}
	}
}
