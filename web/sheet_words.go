package web

import (
	"strings"

	"mithaq/db"
)

// sheetWords are what sheets say besides their columns.
var sheetWords = map[string]words{
	"help":        {"FR": "Aide", "AR": "مساعدة", "EN": "Help"},
	"lists":       {"FR": "Listes", "AR": "لوائح", "EN": "Lists"},
	"column":      {"FR": "Colonne", "AR": "العمود", "EN": "Column"},
	"description": {"FR": "Description", "AR": "الوصف", "EN": "Description"},
	"example":     {"FR": "Exemple", "AR": "مثال", "EN": "Example"},
	"allowed":     {"FR": "Valeurs permises", "AR": "القيم المسموح بها", "EN": "Allowed values"},
	"required":    {"FR": "Obligatoire", "AR": "إلزامي", "EN": "Required"},
	"yes":         {"FR": "oui", "AR": "نعم", "EN": "yes"},
	"no":          {"FR": "non", "AR": "لا", "EN": "no"},
	"between":     {"FR": " ; ", "AR": " ؛ ", "EN": "; "},
	"day":         {"FR": "un jour, comme 2024-03-04 ou 04/03/2024", "AR": "يوم، مثل 2024-03-04 أو 04/03/2024", "EN": "a day, like 2024-03-04 or 04/03/2024"},
	"year":        {"FR": "une année, comme 1999", "AR": "سنة، مثل 1999", "EN": "a year, like 1999"},
	"text":        {"FR": "un texte", "AR": "نص", "EN": "a text"},
	"mend":        {"FR": "À corriger", "AR": "للتصحيح", "EN": "To be mended"},
}

// faultWords are what is wrong with a cell, by the reason: {column}, {value}, {allowed} stand for the column's label, the
// cell and what may stand there. The number of a card is never said again.
var faultWords = map[string]words{
	"column_unknown":              {"FR": "« {value} » n’est pas une colonne de ce fichier\u202f: retirez-la, ou nommez-la comme dans le modèle.", "AR": "«{value}» ليس من أعمدة هذا الملف: احذفوه أو سموه كما في النموذج.", "EN": "“{value}” is no column of this file: take it out, or call it as the template does."},
	"column_twice":                {"FR": "La colonne « {column} » est là deux fois\u202f: retirez-en une.", "AR": "العمود «{column}» مكرر: احذفوا أحدهما.", "EN": "The column “{column}” is there twice: take one out."},
	"column_missing":              {"FR": "La colonne « {column} » manque, et elle est obligatoire.", "AR": "العمود «{column}» ناقص وهو إلزامي.", "EN": "The column “{column}” is missing, and it is required."},
	"value_missing":               {"FR": "{column}\u202f: il faut une valeur. Permis\u202f: {allowed}.", "AR": "{column}: القيمة ناقصة. المسموح به: {allowed}.", "EN": "{column}: a value is needed. Allowed: {allowed}."},
	"value_unknown":               {"FR": "{column}\u202f: « {value} » n’est pas une valeur permise. Permis\u202f: {allowed}.", "AR": "{column}: «{value}» قيمة غير مسموح بها. المسموح به: {allowed}.", "EN": "{column}: “{value}” is not allowed. Allowed: {allowed}."},
	"day_unreadable":              {"FR": "{column}\u202f: « {value} » n’est pas un jour. Permis\u202f: {allowed}.", "AR": "{column}: «{value}» ليس يوما. المسموح به: {allowed}.", "EN": "{column}: “{value}” is no day. Allowed: {allowed}."},
	"year_unreadable":             {"FR": "{column}\u202f: « {value} » n’est pas une année. Permis\u202f: {allowed}.", "AR": "{column}: «{value}» ليست سنة. المسموح به: {allowed}.", "EN": "{column}: “{value}” is no year. Allowed: {allowed}."},
	"reference_length":            {"FR": "Votre référence a de 1 à 100 caractères.", "AR": "مرجعكم من حرف واحد إلى 100 حرف.", "EN": "Your reference has 1 to 100 characters."},
	"reference_twice":             {"FR": "Cette référence est là plusieurs fois\u202f: une par emploi.", "AR": "هذا المرجع مكرر: مرجع واحد لكل منصب.", "EN": "This reference is there more than once: one for each job."},
	"reference_drafted":           {"FR": "Cette référence est dans un autre de vos brouillons\u202f: retirez-la d’un des deux.", "AR": "هذا المرجع موجود في مسودة أخرى لكم: احذفوه من إحداهما.", "EN": "This reference is in another draft of yours: take it out of one of them."},
	"reference_declared":          {"FR": "Cette référence a déjà été déclarée, avec d’autres valeurs\u202f: pour les changer, corrigez la ligne déclarée.", "AR": "سبق التصريح بهذا المرجع بقيم أخرى: لتغييرها، صححوا السطر المصرح به.", "EN": "This reference was declared before, with other values: to change them, correct the declared row."},
	"jobs_undertaking_of_interim": {"FR": "{column}\u202f: pour l’intérim seulement. Videz cette cellule, ou changez le type de contrat.", "AR": "{column}: للشغل المؤقت فقط. أفرغوا هذه الخانة أو غيروا نوع العقد.", "EN": "{column}: for temporary agency work alone. Empty this cell, or change the contract kind."},
	"start_long_ago":              {"FR": "Début\u202f: à partir du 1990-01-01.", "AR": "البداية: ابتداء من 1990-01-01.", "EN": "Start: from 1990-01-01 on."},
	"start_to_come":               {"FR": "Début\u202f: ce jour est à venir. Un emploi est déclaré une fois commencé.", "AR": "البداية: هذا اليوم لم يأت بعد. يُصرح بالمنصب بعد بدايته.", "EN": "Start: this day is to come. A job is declared once it has begun."},
	"jobs_end_after_start":        {"FR": "Fin\u202f: ce jour est avant le début.", "AR": "النهاية: هذا اليوم قبل البداية.", "EN": "End: this day is before the start."},
	"end_to_come":                 {"FR": "Fin\u202f: ce jour est à venir. Laissez vide tant que le poste est tenu.", "AR": "النهاية: هذا اليوم لم يأت بعد. اتركوها فارغة ما دام المنصب مشغولا.", "EN": "End: this day is to come. Leave it empty while the job is held."},
	"refilled_unknown":            {"FR": "Remplace\u202f: « {value} » n’est aucun autre emploi du fichier, ni un des vôtres qui attend ou est accepté dans cette convention.", "AR": "يعوض: «{value}» ليس منصبا آخر في هذا الملف ولا منصبا لكم في انتظار أو مقبولا في هذه الاتفاقية.", "EN": "Replaces: “{value}” is no other job of this file, and none of yours under this convention that waits or was accepted."},
	"refilled_twice":              {"FR": "Remplace\u202f: « {value} » est déjà remplacé par un autre emploi\u202f: un seul peut suivre.", "AR": "يعوض: «{value}» عوضه منصب آخر من قبل: لا يخلفه إلا منصب واحد.", "EN": "Replaces: “{value}” is replaced by another job already: only one can follow."},
	"refilled_left":               {"FR": "Remplace\u202f: « {value} » est laissé de côté, car il est à corriger lui-même.", "AR": "يعوض: «{value}» تُرك جانبا لأنه يحتاج هو نفسه إلى تصحيح.", "EN": "Replaces: “{value}” is left, as it has to be mended itself."},
	"ended_unknown":               {"FR": "{column}\u202f: « {value} » n’est aucun de vos emplois de cette convention qui attend ou est accepté. La fin d’un emploi de ce fichier s’écrit dans sa propre ligne.", "AR": "{column}: «{value}» ليس منصبا لكم في هذه الاتفاقية في انتظار أو مقبولا. نهاية منصب من هذا الملف تُكتب في سطره.", "EN": "{column}: “{value}” is no job of yours under this convention that waits or was accepted. The end of a job of this file is written in its own row."},
	"ended_already":               {"FR": "{column}\u202f: la fin de « {value} » est déjà acceptée, à un autre jour.", "AR": "{column}: نهاية «{value}» مقبولة من قبل، في يوم آخر.", "EN": "{column}: the end of “{value}” is accepted already, on another day."},
	"end_declared":                {"FR": "{column}\u202f: la fin de « {value} » est déjà déclarée, à un autre jour, et attend.", "AR": "{column}: نهاية «{value}» مصرح بها من قبل في يوم آخر، وهي في انتظار.", "EN": "{column}: the end of “{value}” is declared already, on another day, and waits."},
	"end_twice":                   {"FR": "{column}\u202f: la fin de « {value} » est là plusieurs fois\u202f: une suffit.", "AR": "{column}: نهاية «{value}» مكررة: واحدة تكفي.", "EN": "{column}: the end of “{value}” is there more than once: one is enough."},
	"last_day_missing":            {"FR": "{column}\u202f: il faut le dernier jour de l’emploi.", "AR": "{column}: اليوم الأخير للمنصب ناقص.", "EN": "{column}: the last day of the job is needed."},
	"birth_year_impossible":       {"FR": "Année de naissance\u202f: la personne aurait moins de 14 ans ou plus de 90 ans au début.", "AR": "سنة الازدياد: عمر الشخص عند البداية أقل من 14 سنة أو أكثر من 90.", "EN": "Year of birth: the person would be under 14 or over 90 at the start."},
	"identity_kind_missing":       {"FR": "Pièce d’identité\u202f: dites de quelle pièce est le numéro. Permis\u202f: {allowed}.", "AR": "نوع وثيقة الهوية: حددوا الوثيقة التي يخصها الرقم. المسموح به: {allowed}.", "EN": "Kind of identity: say of which card the number is. Allowed: {allowed}."},
	"identity_number_missing":     {"FR": "Numéro d’identité\u202f: il manque. Sans numéro, videz la pièce d’identité, ou dites « aucune ».", "AR": "رقم الهوية ناقص. بدون رقم، أفرغوا خانة نوع الوثيقة أو اكتبوا «بدون».", "EN": "Identity number: it is missing. Without one, empty the kind of identity, or say “none”."},
	"identity_number_malformed":   {"FR": "Numéro d’identité\u202f: de 4 à 20 lettres et chiffres.", "AR": "رقم الهوية: من 4 إلى 20 حرفا ورقما.", "EN": "Identity number: 4 to 20 letters and digits."},
	"held_question_unknown":       {"FR": "« {value} »\u202f: rien ne vous est demandé de cette référence.", "AR": "«{value}»: لا سؤال موجَّه إليكم عن هذا المرجع.", "EN": "“{value}”: you are asked nothing about this reference."},
	"held_question_ambiguous":     {"FR": "{column}\u202f: un emploi et un projet ont cette référence\u202f: dites duquel il s’agit. Permis\u202f: {allowed}.", "AR": "{column}: لمنصب ومشروع هذا المرجع نفسه: حددوا أيهما. المسموح به: {allowed}.", "EN": "{column}: a job and a project have this reference: say which. Allowed: {allowed}."},
	"held_answer_missing":         {"FR": "Un dernier jour est donné, et pas de réponse\u202f: dites que c’est terminé, ou laissez le jour vide.", "AR": "يوم أخير بلا جواب: قولوا إنه انتهى، أو اتركوا اليوم فارغا.", "EN": "A last day is given, and no answer: say that it has ended, or leave the day empty."},
	"held_question_twice":         {"FR": "Cette réponse est là plusieurs fois\u202f: une suffit.", "AR": "هذا الجواب مكرر: واحد يكفي.", "EN": "This answer is there more than once: one is enough."},
	"question_answered":           {"FR": "{column}\u202f: une autre réponse attend déjà, ou est acceptée. Pour la changer tant qu’elle attend, retirez-la d’abord.", "AR": "{column}: جواب آخر في انتظار أو مقبول من قبل. لتغييره ما دام في انتظار، اسحبوه أولا.", "EN": "{column}: another answer waits already, or was accepted. To change it while it waits, withdraw it first."},
	"question_closed":             {"FR": "{column}\u202f: le délai est passé, et c’est « non connu » depuis. Videz cette cellule.", "AR": "{column}: انقضى الأجل، وهو «غير معروف» منذ ذلك الحين. أفرغوا هذه الخانة.", "EN": "{column}: the time for it is over, and it is “not known” since. Empty this cell."},
	"held_answers_ended_on_a_day": {"FR": "{column}\u202f: ce qui est terminé a un dernier jour, et rien d’autre n’en a.", "AR": "{column}: لما انتهى يوم أخير، وليس لغيره.", "EN": "{column}: what has ended has a last day, and nothing else has."},
	"wording_long":                {"FR": "{column}\u202f: 200 caractères au plus.", "AR": "{column}: 200 حرف على الأكثر.", "EN": "{column}: 200 characters at most."},
}

const mostSaid = 60 // characters of a cell that a sentence says again

// sentence says what is wrong, and what is allowed.
func sentence(reason string, c *column, cell, allowed string, language db.Language) string {
	label := ""
	if c != nil {
		label = c.label[language]
	}
	cell = shortened(cell)
	text := strings.ReplaceAll(faultWords[reason][language], "{column}", label)
	return strings.ReplaceAll(strings.ReplaceAll(text, "{allowed}", allowed), "{value}", cell) // last, as anything may be in it
}

// shortened is a text as far as it is said again.
func shortened(text string) string {
	if said := []rune(text); len(said) > mostSaid {
		return string(said[:mostSaid]) + "…"
	}
	return text
}
