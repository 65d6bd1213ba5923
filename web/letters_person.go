package web

import "mithaq/db"

// personLetters are about what persons ask about themselves. Nothing of what they ask is in them.
var personLetters = map[db.LetterKind]letterWords{
	"PERSON_REQUEST_CAME": {
		words{"FR": "Une personne demande ce qui est conservé d’elle", "AR": "شخص يسأل عما يُحفظ عنه", "EN": "Somebody asks about what is held of them"},
		words{
			"FR": "Une demande d’une personne attend votre réponse. Vérifiez son identité, jamais par une copie de pièce, et répondez dans le mois :\n\n{link}",
			"AR": "طلبٌ من أحد الأشخاص ينتظر جوابكم. تحققوا من هويته، ولا تطلبوا أبدا نسخة من بطاقته، وأجيبوا خلال شهر:\n\n{link}",
			"EN": "A request of a person waits for your answer. Check who asks, never by a copy of a card, and answer within a month:\n\n{link}",
		},
	},
	"PERSON_REQUEST_RECEIVED": {
		words{"FR": "Votre demande {reference}", "AR": "طلبكم {reference}", "EN": "Your request {reference}"},
		words{
			"FR": "Votre demande {reference} est arrivée. Vous aurez une réponse dans le mois. Le partenaire ou un agent vérifiera d’abord qui vous êtes ; n’envoyez jamais de copie de votre carte.\n\nPour la suivre, il vous faut la référence et le code qui vous a été montré :\n\n{link}",
			"AR": "وصل طلبكم {reference}. ستتلقون جوابا خلال شهر. سيتحقق الشريك أو أحد المكلفين من هويتكم أولا؛ لا ترسلوا أبدا نسخة من بطاقتكم.\n\nلمتابعته تحتاجون إلى المرجع والرمز اللذين عُرضا عليكم:\n\n{link}",
			"EN": "Your request {reference} has come. You will have an answer within a month. The partner or an officer checks first who you are; never send a copy of your card.\n\nTo follow it you need the reference and the code that you were shown:\n\n{link}",
		},
	},
	"PERSON_IDENTITY_CHECKED": {
		words{"FR": "Votre identité est vérifiée : demande {reference}", "AR": "تم التحقق من هويتكم: الطلب {reference}", "EN": "Your identity was checked: request {reference}"},
		words{
			"FR": "Votre identité a été vérifiée pour la demande {reference}. Si ce n’était pas vous, retirez la demande :\n\n{link}",
			"AR": "تم التحقق من هويتكم في الطلب {reference}. إن لم تكونوا أنتم، فاسحبوا الطلب:\n\n{link}",
			"EN": "Your identity was checked for the request {reference}. If it wasn’t you, take the request back:\n\n{link}",
		},
	},
	"PERSON_REQUEST_ENDED": {
		words{"FR": "Une réponse à votre demande {reference}", "AR": "جواب على طلبكم {reference}", "EN": "An answer to your request {reference}"},
		words{
			"FR": "Votre demande {reference} a une réponse. Lisez-la ici, avec la référence et le code :\n\n{link}",
			"AR": "صدر جواب على طلبكم {reference}. اقرؤوه هنا بالمرجع والرمز:\n\n{link}",
			"EN": "Your request {reference} has an answer. Read it here, by the reference and the code:\n\n{link}",
		},
	},
}
