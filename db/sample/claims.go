package sample

import (
	"fmt"

	"mithaq/db"
)

// claimed is what a source says of a signing, by subject; %d is its figure.
var claimed = map[db.ClaimSubject][3]string{
	"DATE":            {"La signature fictive a eu lieu ce jour-là.", "تم التوقيع الخيالي في ذلك اليوم.", "The fictional signing took place that day."},
	"CONVENTIONS":     {"%d conventions fictives signées.", "توقيع %d اتفاقية خيالية.", "%d fictional conventions signed."},
	"PARTNERS":        {"%d partenaires fictifs nommés.", "ذكر %d شريكا خياليا.", "%d fictional partners named."},
	"JOBS":            {"%d emplois fictifs promis.", "الوعد بإحداث %d منصب شغل خيالي.", "%d fictional jobs promised."},
	"PROJECT_HOLDERS": {"%d porteurs de projets fictifs à accompagner.", "مواكبة %d حامل مشروع خيالي.", "%d fictional project holders to be supported."},
	"DUE_DATE":        {"Échéance fictive : dans trois ans.", "أجل خيالي: ثلاث سنوات.", "Fictional due date: in three years."},
	"REGIONS":         {"Dans toutes les régions, dit la source fictive.", "في كل الجهات حسب المصدر الخيالي.", "In all regions, says the fictional source."},
	"SECTORS":         {"Industrie et services, dit la source fictive.", "الصناعة والخدمات حسب المصدر الخيالي.", "Industry and services, says the fictional source."},
	"REMARKS":         {"Un discours inventé sur l’emploi.", "خطاب متخيل حول التشغيل.", "An invented speech on employment."},
	"DELIVERY":        {"%d emplois fictifs déjà créés.", "إحداث %d منصب شغل خيالي.", "%d fictional jobs created so far."},
}

// makeClaims lets the sources of the disputed signing speak of everything, and those of others say a little.
func (w *world) makeClaims() {
	subjects, stances := db.ClaimSubject("").Values(), db.ClaimStance("").Values()
	for i, c := range w.ceremonies {
		count := 2
		if c.plot == disputed {
			count = 2 * len(subjects)
		}
		for j := range count {
			subject, stance := db.ClaimSubject(subjects[j%len(subjects)]), db.ClaimStance("AGREES")
			if c.plot == disputed {
				stance = db.ClaimStance(stances[(j+j/len(subjects))%len(stances)])
			}
			w.claim(c, subject, stance, j, c.on+day(8+i))
		}
	}
}

func (w *world) claim(c *ceremony, subject db.ClaimSubject, stance db.ClaimStance, j int, on day) {
	source, _ := w.sourceOf(c.on.year())
	words := claimed[subject]
	k := db.Claim{Key: w.next("claims"), Slug: fmt.Sprintf("%s-%d", c.row.Slug, j+1), SigningID: c.row.Key, SourceID: source, Subject: subject,
		Stance: stance, Position: j + 1, Figure: missing("NOT_APPLICABLE"), SpeakerRoles: db.Text{Language: db.FR}}
	switch subject {
	case "CONVENTIONS", "PARTNERS", "JOBS", "PROJECT_HOLDERS", "DELIVERY":
		n := w.said(c, subject)
		if n == 0 { // the register has no reading to agree with
			n, k.Stance = 100*between(w.rand, 5, 90), "NO_READING"
		}
		if stance == "DIFFERS" {
			n++
		}
		k.Figure = known(int64(n))
		for i := range words {
			words[i] = fmt.Sprintf(words[i], n)
		}
	}
	k.Statements = text(words[0], words[1], words[2])
	if stance == "NOT_READ" {
		k.Statements, k.Figure = text("Passage non lu.", "مقطع لم يُقرأ.", "Passage not read."), missing(db.FigureUnknown)
	}
	if j%3 == 2 && stance != "NOT_READ" {
		k.Speakers, k.SpeakerRoles = name(w.person(), "", ""), text("direction fictive", "إدارة خيالية", "fictional management")
		k.Quoted = db.Quote{Text: ptr("« un chiffre inventé »"), Language: ptr(db.FR)}
	}
	hold(w, w.claims, k.Key, k, on, "claim "+k.Slug)
}

// said is the register's own reading of a number; 0 where it has none.
func (w *world) said(c *ceremony, subject db.ClaimSubject) int {
	switch {
	case subject == "PARTNERS":
		return len(c.bodies)
	case subject == "CONVENTIONS" && c.row.AnnouncedConventions.Value != nil:
		return int(*c.row.AnnouncedConventions.Value)
	}
	return 0
}
