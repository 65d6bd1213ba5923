package web

import "mithaq/db"

// heldForm is the sheet by which a partner answers whether what was verified still holds. It comes with the questions filled in;
// what says which they are is told, and of it the reference and the kind alone are read.
var heldForm = &form{
	name: words{"FR": "Toujours en place", "AR": "هل لا يزال قائما", "EN": "Still held"}, columns: heldColumns,
}

// toldOf is a column that is told, and not read.
func toldOf[T ~string](field func(*db.HeldInput) T) cell {
	return cellOf(func(in *db.HeldInput) string { return string(field(in)) }, func(*db.HeldInput, string) {})
}

var heldColumns = []column{
	{
		key: "reference", required: true,
		label:   words{"FR": "Votre référence", "AR": "مرجعكم", "EN": "Your reference"},
		hint:    words{"FR": "De ce qui a été vérifié\u202f: ne la changez pas.", "AR": "مرجع ما سبق التحقق منه: لا تغيروه.", "EN": "Of what was verified: don’t change it."},
		example: same("RH-2024-017"),
		cell:    given(func(in *db.HeldInput) *string { return &in.Reference }),
	},
	{
		key: "kind", kind: aChoice,
		label:   words{"FR": "Ce qui a été vérifié", "AR": "ما سبق التحقق منه", "EN": "What was verified"},
		hint:    words{"FR": "Lu seulement si un emploi et un porteur de projet ont la même référence.", "AR": "لا يُقرأ إلا إذا كان لمنصب وحامل مشروع المرجع نفسه.", "EN": "Read only where a job and a project holder have the same reference."},
		example: words{"FR": "emploi", "AR": "منصب", "EN": "job"},
		values: []value{
			{"JOB", words{"FR": "emploi", "AR": "منصب", "EN": "job"}},
			{"PROGRESS", words{"FR": "projet", "AR": "مشروع", "EN": "project"}},
		},
		cell: mayBe(func(in *db.HeldInput) **db.RowKind { return &in.Kind }),
	},
	{
		key:     "convention",
		label:   words{"FR": "Convention", "AR": "الاتفاقية", "EN": "Convention"},
		hint:    words{"FR": "Pour information\u202f: non lu.", "AR": "للعلم فقط: لا يُقرأ.", "EN": "For your information: not read."},
		example: same("1/8"),
		cell:    toldOf(func(in *db.HeldInput) string { return in.Convention }),
	},
	{
		key:     "since",
		label:   words{"FR": "Depuis", "AR": "منذ", "EN": "Since"},
		hint:    words{"FR": "Le début de l’emploi, ou le lancement du projet. Pour information\u202f: non lu.", "AR": "بداية المنصب أو انطلاق المشروع. للعلم فقط: لا يُقرأ.", "EN": "The start of the job, or the launch of the project. For your information: not read."},
		example: same("2024-03-04"),
		cell:    toldOf(func(in *db.HeldInput) db.Date { return in.Since }),
	},
	{
		key:     "dueOn",
		label:   words{"FR": "À répondre au plus tard le", "AR": "آخر أجل للجواب", "EN": "To be answered by"},
		hint:    words{"FR": "Après ce jour, ce qui est resté sans réponse est « non connu ». Pour information\u202f: non lu.", "AR": "بعد هذا اليوم يُعد ما بقي بلا جواب «غير معروف». للعلم فقط: لا يُقرأ.", "EN": "After this day, what has no answer is “not known”. For your information: not read."},
		example: same("2024-10-04"),
		cell:    toldOf(func(in *db.HeldInput) db.Date { return in.DueOn }),
	},
	{
		key: "answer", kind: aChoice,
		label:   words{"FR": "Réponse", "AR": "الجواب", "EN": "Answer"},
		hint:    words{"FR": "Laissée vide, la question reste posée.", "AR": "إن تُركت فارغة بقي السؤال قائما.", "EN": "Left empty, the question stays open."},
		example: words{"FR": "toujours en place", "AR": "لا يزال قائما", "EN": "still held"},
		values: []value{
			{"HELD", words{"FR": "toujours en place", "AR": "لا يزال قائما", "EN": "still held"}},
			{"ENDED", words{"FR": "terminé", "AR": "انتهى", "EN": "ended"}},
			{"NOT_KNOWN", words{"FR": "non connu", "AR": "غير معروف", "EN": "not known"}},
		},
		cell: mayBe(func(in *db.HeldInput) **db.StillHeld { return &in.Answer }),
	},
	{
		key: "endedOn", kind: aDay,
		label:   words{"FR": "Dernier jour", "AR": "اليوم الأخير", "EN": "Last day"},
		hint:    words{"FR": "De ce qui est terminé, et de rien d’autre.", "AR": "لما انتهى، ولا شيء غيره.", "EN": "Of what has ended, and of nothing else."},
		example: same("2024-08-31"),
		cell:    mayBe(func(in *db.HeldInput) **db.Date { return &in.EndedOn }),
	},
}
