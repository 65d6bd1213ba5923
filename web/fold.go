package web

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// alike are letters that spellings mix up, and digits of other scripts.
var alike = strings.NewReplacer("œ", "oe", "æ", "ae", "ة", "ه", "ى", "ي", "ـ", "",
	"٠", "0", "١", "1", "٢", "2", "٣", "3", "٤", "4", "٥", "5", "٦", "6", "٧", "7", "٨", "8", "٩", "9",
	"۰", "0", "۱", "1", "۲", "2", "۳", "3", "۴", "4", "۵", "5", "۶", "6", "۷", "7", "۸", "8", "۹", "9")

// fold is how two spellings of a word are compared, more finely than the search's fold in SQL, for which one Latin letter
// stands for several Arabic ones: without case, accents, hamzas, harakat, punctuation and spaces.
func fold(text string) string {
	var folded strings.Builder
	for _, r := range norm.NFKD.String(alike.Replace(strings.ToLower(text))) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			folded.WriteRune(r)
		}
	}
	return folded.String()
}
