package web

import "mithaq/db"

// partnerLetters tell who acts for a partner that something waits for its answer. What, they read where they are signed in.
var partnerLetters = map[db.LetterKind]letterWords{
	"ROWS_RETURNED": {
		words{"FR": "Des lignes de votre déclaration sont renvoyées", "AR": "أُعيدت إليكم أسطر من تصريحكم", "EN": "Rows of your declaration came back"},
		words{
			"FR": "L’agence a renvoyé des lignes que {partner} a déclarées. Les motifs et ce qui manque se lisent sur la page du partenaire. Corrigez-les dans les 60 jours ; sans réponse elles sont closes :\n\n{link}",
			"AR": "أعادت الوكالة أسطرا صرّح بها {partner}. تُقرأ الأسباب وما ينقص في صفحة الشريك. صححوها خلال 60 يوما، وإلا أُغلقت:\n\n{link}",
			"EN": "The agency returned rows that {partner} declared. Why, and what is missing, is on the partner’s page. Correct them within 60 days; unanswered they are closed:\n\n{link}",
		},
	},
	"STILL_HELD_ASKED": {
		words{"FR": "Ce qui a été vérifié tient-il encore ?", "AR": "هل ما زال قائما ما تم التحقق منه؟", "EN": "Does what was verified still hold?"},
		words{
			"FR": "Des emplois ou des projets vérifiés de {partner} ont atteint le délai après lequel le registre demande s’ils tiennent encore. Répondez dans les 30 jours, sur une page ou par un fichier ; sans réponse, ils comptent comme non connus :\n\n{link}",
			"AR": "بلغت مناصب شغل أو مشاريع تم التحقق منها لدى {partner} الأجل الذي يسأل السجل بعده هل ما زالت قائمة. أجيبوا خلال 30 يوما، في صفحة أو بملف؛ ومن دون جواب تُعد غير معروفة:\n\n{link}",
			"EN": "Verified jobs or projects of {partner} have reached the time after which the register asks whether they still hold. Answer within 30 days, on one page or by a file; unanswered they count as not known:\n\n{link}",
		},
	},
}
