package web

import (
	"maps"
	"strings"

	"mithaq/db"
)

// words are a text in the site's three languages.
type words map[db.Language]string

// letterWords are what letters say: {role}, {partner}, {slug}, {reference} and {link} stand for what they are about.
type letterWords struct{ subject, body words }

// letterPages are the paths of the pages that letters lead to, below the language.
var letterPages = map[db.LetterKind]string{
	"INVITATION": "/invitation", "PASSWORD_RESET": "/new-password", "PASSWORD_CHANGED": "/forgotten", "ROLE_GIVEN": "/account",
	"ROWS_RETURNED": "/partner-space/{slug}", "STILL_HELD_ASKED": "/partner-space/{slug}",
	"SECOND_FACTOR_CHANGED": "/account", "SIGN_IN_REFUSED": "/account",
	"PERSON_REQUEST_CAME": "/person-requests", "PERSON_REQUEST_RECEIVED": "/persons/request", "PERSON_IDENTITY_CHECKED": "/persons/request",
	"PERSON_REQUEST_ENDED": "/persons/request",
}

// Links is what the addresses of pages begin with, in what is handed on.
type Links string

// Invitation is what an invited person opens.
func (l Links) Invitation(language db.Language, code string) string {
	return l.to("INVITATION", language, code)
}

// to gives the address of the page that a letter leads to. A code is in the fragment, which isn't sent to any server, nor
// logged by one.
func (l Links) to(kind db.LetterKind, language db.Language, code string) string {
	address := string(l) + "/" + strings.ToLower(string(language)) + letterPages[kind]
	if code != "" {
		address += "#" + code
	}
	return address
}

var letterTexts = map[db.LetterKind]letterWords{
	"INVITATION": {
		words{"FR": "Invitation à Mithaq", "AR": "دعوة إلى ميثاق", "EN": "Invitation to Mithaq"},
		words{
			"FR": "Vous êtes invité à Mithaq, le registre ouvert des conventions d’emploi, en tant que {role}.\n\nPour accepter, ouvrez ce lien et choisissez un mot de passe :\n\n{link}\n\nIl est valable 7 jours, une seule fois. Si vous n’attendiez pas cette invitation, ne faites rien.",
			"AR": "أنتم مدعوون إلى ميثاق، السجل المفتوح لاتفاقيات التشغيل، بصفة: {role}.\n\nللقبول، افتحوا هذا الرابط واختاروا كلمة سر:\n\n{link}\n\nالرابط صالح لمدة 7 أيام ولمرة واحدة. إن لم تكونوا تنتظرون هذه الدعوة فلا تفعلوا شيئا.",
			"EN": "You are invited to Mithaq, the open register of employment conventions, as {role}.\n\nTo accept, open this link and choose a password:\n\n{link}\n\nIt is good for 7 days, once. If you did not expect this invitation, do nothing.",
		},
	},
	"PASSWORD_RESET": {
		words{"FR": "Nouveau mot de passe pour Mithaq", "AR": "كلمة سر جديدة لميثاق", "EN": "New password for Mithaq"},
		words{
			"FR": "Un nouveau mot de passe a été demandé pour votre compte. Pour le choisir, ouvrez ce lien :\n\n{link}\n\nIl est valable une heure, une seule fois. Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
			"AR": "طُلبت كلمة سر جديدة لحسابكم. لاختيارها، افتحوا هذا الرابط:\n\n{link}\n\nالرابط صالح لمدة ساعة ولمرة واحدة. إن لم تطلبوا شيئا فلا تفعلوا شيئا: تبقى كلمة سركم كما هي.",
			"EN": "A new password was asked for your account. To choose it, open this link:\n\n{link}\n\nIt is good for an hour, once. If you asked for nothing, do nothing: your password stays as it is.",
		},
	},
	"PASSWORD_CHANGED": {
		words{"FR": "Votre mot de passe a été changé", "AR": "تم تغيير كلمة سركم", "EN": "Your password was changed"},
		words{
			"FR": "Le mot de passe de votre compte vient d’être changé, et vos autres sessions sont fermées.\n\nSi ce n’était pas vous, demandez tout de suite un nouveau mot de passe :\n\n{link}",
			"AR": "تم للتو تغيير كلمة سر حسابكم، وأُغلقت جلساتكم الأخرى.\n\nإن لم تكونوا أنتم من فعل ذلك، فاطلبوا فورا كلمة سر جديدة:\n\n{link}",
			"EN": "The password of your account has just been changed, and your other sessions were ended.\n\nIf it wasn’t you, ask for a new password at once:\n\n{link}",
		},
	},
	"SECOND_FACTOR_CHANGED": {
		words{"FR": "Votre second facteur a été changé", "AR": "تم تغيير عامل التحقق الثاني لحسابكم", "EN": "Your second factor was changed"},
		words{
			"FR": "Le second facteur de votre compte vient d’être changé ; les anciens codes de secours ne valent plus.\n\nSi ce n’était pas vous, fermez vos sessions et changez de mot de passe :\n\n{link}",
			"AR": "تم للتو تغيير عامل التحقق الثاني لحسابكم؛ ولم تعد رموز الاسترجاع القديمة صالحة.\n\nإن لم تكونوا أنتم من فعل ذلك، فأغلقوا جلساتكم وغيّروا كلمة السر:\n\n{link}",
			"EN": "The second factor of your account has just been changed; the old recovery codes are over.\n\nIf it wasn’t you, end your sessions and change the password:\n\n{link}",
		},
	},
	"SIGN_IN_REFUSED": {
		words{"FR": "Des connexions à votre compte sont refusées", "AR": "تُرفض محاولات الدخول إلى حسابكم", "EN": "Sign-ins to your account are refused"},
		words{
			"FR": "Trop de mots de passe faux ont été essayés pour votre compte ; les essais suivants sont refusés pendant un quart d’heure. De là où vous vous êtes connecté ce dernier mois, vous pouvez toujours entrer.\n\nSi ce n’était pas vous, votre mot de passe n’est pas connu pour autant. Vos sessions :\n\n{link}",
			"AR": "جُرّبت كلمات سر خاطئة كثيرة على حسابكم؛ وتُرفض المحاولات التالية لمدة ربع ساعة. ويمكنكم دائما الدخول من حيث دخلتم في الشهر الأخير.\n\nإن لم تكونوا أنتم، فهذا لا يعني أن كلمة سركم معروفة. جلساتكم:\n\n{link}",
			"EN": "Too many wrong passwords were tried for your account; those that follow are refused for a quarter of an hour. From where you signed in this last month you can still enter.\n\nIf it wasn’t you, your password isn’t known for all that. Your sessions:\n\n{link}",
		},
	},
	"ROLE_GIVEN": {
		words{"FR": "Un nouveau rôle dans Mithaq", "AR": "دور جديد في ميثاق", "EN": "A new role in Mithaq"},
		words{
			"FR": "Votre compte a un rôle de plus : {role}.\n\n{link}",
			"AR": "لحسابكم دور إضافي: {role}.\n\n{link}",
			"EN": "Your account has a further role: {role}.\n\n{link}",
		},
	},
}

func init() {
	maps.Copy(letterTexts, partnerLetters)
	maps.Copy(letterTexts, personLetters)
}

var roleWords = map[db.Role]words{
	db.PartnerMember:        {"FR": "membre de {partner}", "AR": "عضو لدى {partner}", "EN": "a member of {partner}"},
	db.PartnerAdministrator: {"FR": "administrateur de {partner}", "AR": "مدير لدى {partner}", "EN": "an administrator of {partner}"},
	db.Officer:              {"FR": "agent vérificateur", "AR": "مكلف بالتحقق", "EN": "an officer"},
	db.Auditor:              {"FR": "auditeur", "AR": "مدقق", "EN": "an auditor"},
	db.Administrator:        {"FR": "administrateur du registre", "AR": "مدير السجل", "EN": "an administrator of the register"},
}

// sampleWords stand above letters of a register in which nothing is real.
var sampleWords = words{"FR": "[Registre fictif]", "AR": "[سجل تجريبي]", "EN": "[Fictional register]"}

// written gives a letter's subject and text.
func written(due *db.DueLetter, links Links) (subject, body string) {
	language := due.Language
	role, partner, reference := "", "", ""
	if due.Role != nil {
		role = roleWords[*due.Role][language]
	}
	if due.Partner != nil {
		partner = *due.Partner
	}
	if due.About != nil {
		reference = *due.About
	}
	text := letterTexts[due.Kind]
	subject = strings.ReplaceAll(text.subject[language], "{reference}", reference)
	if due.Sample {
		subject = sampleWords[language] + " " + subject
	}
	role = strings.ReplaceAll(role, "{partner}", partner)
	link := strings.ReplaceAll(links.to(due.Kind, language, due.Code), "{slug}", due.Slug)
	body = strings.NewReplacer("{link}", link, "{role}", role, "{partner}", partner, "{reference}", reference).Replace(text.body[language])
	return subject, body + "\n"
}
