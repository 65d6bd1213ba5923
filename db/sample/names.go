package sample

import (
	"math/rand/v2"
	"strings"
)

// Invented words are made of these, the same in both scripts, so that they mean nothing and name nobody.
var syllables = [][2]string{
	{"zo", "زو"}, {"vra", "فرا"}, {"mil", "ميل"}, {"tou", "طو"}, {"bri", "بري"}, {"nax", "ناكس"}, {"dor", "دور"},
	{"fel", "فيل"}, {"gui", "غي"}, {"pol", "بول"}, {"rum", "روم"}, {"sib", "سيب"}, {"tav", "تاف"}, {"ouk", "أوك"},
	{"lin", "لين"}, {"cor", "كور"}, {"bam", "بام"}, {"yel", "يل"}, {"dru", "درو"}, {"vix", "فيكس"}, {"zal", "زال"},
	{"mor", "مور"}, {"pex", "بيكس"}, {"tim", "تيم"},
}

// invented makes a word of that many syllables, in Latin and in Arabic script.
func invented(r *rand.Rand, parts int) (latin, arabic string) {
	for range parts {
		s := oneOf(r, syllables)
		latin, arabic = latin+s[0], arabic+s[1]
	}
	return latin, arabic
}

// word makes an invented word that no other body bears.
func (w *world) word() (latin, arabic string) {
	for {
		latin, arabic = invented(w.rand, 3)
		if !w.words[latin] {
			w.words[latin] = true
			return latin, arabic
		}
	}
}

// person makes the name of somebody who doesn't exist.
func (w *world) person() string { return personOf(w.rand) }

func personOf(r *rand.Rand) string {
	first, _ := invented(r, 2)
	last, _ := invented(r, 2)
	return capital(first) + " " + capital(last) + " (fictif)"
}

func capital(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
