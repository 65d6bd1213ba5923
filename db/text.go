package db

// Name is a proper name: in each language in which a source or a reference list gives one, never translated.
type Name struct {
	FR *string `db:"fr"`
	AR *string `db:"ar"`
	EN *string `db:"en"`
}

// Text is a descriptive text: written in one language, and in the others translated by the register.
type Text struct {
	Language Language `db:"language" default:"FR"`
	Name
}

// Quote is a passage of a source in its own words, never translated.
type Quote struct {
	Text     *string   `db:"text"`
	Language *Language `db:"language"`
}

// LocalizedText is one text in one language, with where it comes from.
type LocalizedText struct {
	Value            string
	Language         Language
	Translated       bool
	Original         string
	OriginalLanguage Language
}

func (n Name) in(language Language) *string {
	text := map[Language]*string{FR: n.FR, AR: n.AR, EN: n.EN}[language]
	if text == nil || *text == "" {
		return nil
	}
	return text
}

// Localized gives the name in the language asked for (nil: the register's), else in the first that it has: the
// register's, Arabic, English. Nil when it has none.
func (n Name) Localized(asked *Language) *LocalizedText {
	order := []Language{RegisterLanguage, FR, AR, EN}
	if asked != nil {
		order = append([]Language{*asked}, order...)
	}
	for _, language := range order {
		if text := n.in(language); text != nil {
			return &LocalizedText{*text, language, false, *text, language}
		}
	}
	return nil
}

// Localized gives the text in the language asked for (nil: the register's), else in the one it was written in, and says
// whether it is the register's translation. Nil when there is no text.
func (t Text) Localized(asked *Language) *LocalizedText {
	original := t.in(t.Language)
	if original == nil {
		return nil
	}
	language := RegisterLanguage
	if asked != nil {
		language = *asked
	}
	text := t.in(language)
	if text == nil {
		text, language = original, t.Language
	}
	return &LocalizedText{*text, language, language != t.Language, *original, t.Language}
}

// value gives the text alone, empty when there is none.
func (l *LocalizedText) value() string {
	if l == nil {
		return ""
	}
	return l.Value
}

// optional gives the text alone, nil when there is none.
func (l *LocalizedText) optional() *string {
	if l == nil {
		return nil
	}
	return &l.Value
}

// orNil gives the quote, nil where there is none.
func (q Quote) orNil() *Quote {
	if q.Text == nil {
		return nil
	}
	return &q
}
