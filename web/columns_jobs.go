package web

import (
	"strconv"

	"mithaq/db"
)

// jobForm is the sheet by which jobs are declared, and the ends of jobs: of a row that declares an end, the reference and the
// last day alone are read.
var jobForm = &form{
	name: words{"FR": "Emplois", "AR": "المناصب", "EN": "Jobs"}, columns: jobColumns, prefilled: "sector",
	begin: func(row any) { row.(*db.JobInput).ContractKind = "INTERIM" }, // until a cell says it: as of which an undertaking isn't wrong as well
	reads: func(r *reading, row sheetRow, c *column) bool {
		return c.key == "reference" || c.key == "endedOn" || c.key == "kind" || r.codeIn(row, "kind") != "JOB_END"
	},
}

var jobColumns = []column{
	{
		key: "reference", required: true,
		label:   words{"FR": "Votre référence", "AR": "مرجعكم", "EN": "Your reference"},
		hint:    words{"FR": "La vôtre, une par emploi, 100 caractères au plus. Elle n’est jamais publique.", "AR": "مرجعكم الخاص، واحد لكل منصب، 100 حرف على الأكثر. لا يُنشر أبدا.", "EN": "Your own, one for each job, 100 characters at most. It is never public."},
		example: same("RH-2024-017"),
		cell:    given(func(in *db.JobInput) *string { return &in.Reference }),
	},
	{
		key: "person.identityKind", kind: aChoice,
		label:   words{"FR": "Pièce d’identité", "AR": "نوع وثيقة الهوية", "EN": "Kind of identity"},
		hint:    words{"FR": "La pièce dont le numéro est donné.", "AR": "الوثيقة التي يُعطى رقمها.", "EN": "The card whose number is given."},
		example: words{"FR": "carte nationale", "AR": "البطاقة الوطنية", "EN": "national card"},
		values: []value{
			{"NATIONAL_CARD", words{"FR": "carte nationale", "AR": "البطاقة الوطنية", "EN": "national card"}},
			{"RESIDENCE_CARD", words{"FR": "carte de séjour", "AR": "بطاقة الإقامة", "EN": "residence card"}},
			{"PASSPORT", words{"FR": "passeport", "AR": "جواز السفر", "EN": "passport"}},
			{"NONE", words{"FR": "aucune", "AR": "بدون", "EN": "none"}},
		},
		cell: ofPerson(func(p *db.PersonInput) **db.IdentityKind { return &p.IdentityKind }),
	},
	{
		key:     "person.identityNumber",
		label:   words{"FR": "Numéro d’identité", "AR": "رقم الهوية", "EN": "Identity number"},
		hint:    words{"FR": "Il n’est pas gardé\u202f: le registre n’en garde qu’une empreinte, et les deux derniers caractères. Laissé vide pour un emploi déjà là, celui d’avant reste.", "AR": "لا يُحتفظ به: لا يحتفظ السجل إلا ببصمة منه وبالحرفين الأخيرين. إن تُرك فارغا لمنصب موجود، بقي الرقم السابق.", "EN": "It is not kept: of it the register keeps a fingerprint and the last two characters. Left empty for a job that is there, the one of before stays."},
		example: same("AB123456"),
		cell:    ofPerson(func(p *db.PersonInput) **string { return &p.IdentityNumber }),
	},
	{
		key: "person.gender", kind: aChoice,
		label:   words{"FR": "Genre", "AR": "الجنس", "EN": "Gender"},
		hint:    words{"FR": "De la personne en poste.", "AR": "جنس الشخص الذي يشغل المنصب.", "EN": "Of the person in the job."},
		example: words{"FR": "femme", "AR": "امرأة", "EN": "woman"},
		values: []value{
			{"FEMALE", words{"FR": "femme", "AR": "امرأة", "EN": "woman"}},
			{"MALE", words{"FR": "homme", "AR": "رجل", "EN": "man"}},
		},
		cell: ofPerson(func(p *db.PersonInput) **db.Gender { return &p.Gender }),
	},
	{
		key: "person.birthYear", kind: aYear,
		label:   words{"FR": "Année de naissance", "AR": "سنة الازدياد", "EN": "Year of birth"},
		hint:    words{"FR": "L’année seule\u202f: la personne a de 14 à 90 ans au début.", "AR": "السنة وحدها: عمر الشخص بين 14 و90 سنة عند البداية.", "EN": "The year alone: the person is 14 to 90 years old at the start."},
		example: same("1999"),
		cell: cellOf(
			func(in *db.JobInput) string {
				if year := personOf(in).BirthYear; year != nil {
					return strconv.Itoa(*year)
				}
				return ""
			},
			func(in *db.JobInput, to string) {
				if year, err := strconv.Atoi(to); err == nil { // an empty cell has none
					person(in).BirthYear = &year
				}
			},
		),
	},
	{
		key: "person.education", kind: aChoice,
		label:   words{"FR": "Niveau d’études", "AR": "المستوى الدراسي", "EN": "Education"},
		hint:    words{"FR": "Le plus haut niveau atteint.", "AR": "أعلى مستوى تم بلوغه.", "EN": "The highest level that was reached."},
		example: words{"FR": "baccalauréat", "AR": "الباكالوريا", "EN": "baccalaureate"},
		values: []value{
			{"NONE", words{"FR": "aucun", "AR": "بدون", "EN": "none"}},
			{"BELOW_BACCALAUREATE", words{"FR": "inférieur au baccalauréat", "AR": "دون الباكالوريا", "EN": "below the baccalaureate"}},
			{"VOCATIONAL", words{"FR": "formation professionnelle", "AR": "تكوين مهني", "EN": "vocational"}},
			{"BACCALAUREATE", words{"FR": "baccalauréat", "AR": "الباكالوريا", "EN": "baccalaureate"}},
			{"HIGHER", words{"FR": "supérieur", "AR": "تعليم عال", "EN": "higher"}},
		},
		cell: ofPerson(func(p *db.PersonInput) **db.Education { return &p.Education }),
	},
	{
		key: "person.situationBefore", kind: aChoice,
		label:   words{"FR": "Situation antérieure", "AR": "الوضعية السابقة", "EN": "Situation before"},
		hint:    words{"FR": "Celle de la personne juste avant ce poste.", "AR": "وضعية الشخص قبل هذا المنصب مباشرة.", "EN": "The person’s, just before this job."},
		example: words{"FR": "au chômage", "AR": "عاطل عن العمل", "EN": "out of work"},
		values: []value{
			{"NEET", words{"FR": "ni en emploi, ni en études, ni en formation", "AR": "لا في شغل ولا في دراسة ولا في تكوين", "EN": "not in employment, education or training"}},
			{"UNEMPLOYED", words{"FR": "au chômage", "AR": "عاطل عن العمل", "EN": "out of work"}},
			{"STUDENT", words{"FR": "en études", "AR": "في الدراسة", "EN": "student"}},
			{"EMPLOYED", words{"FR": "en emploi", "AR": "في شغل", "EN": "employed"}},
		},
		cell: ofPerson(func(p *db.PersonInput) **db.SituationBefore { return &p.SituationBefore }),
	},
	{
		key: "employer", kind: aChoice,
		label:   words{"FR": "Employeur", "AR": "المشغِّل", "EN": "Employer"},
		hint:    words{"FR": "Vous-même, si rien n’est dit\u202f; ou un de vos membres, une de vos filiales.", "AR": "أنتم إن لم يُذكر شيء؛ أو أحد أعضائكم أو إحدى شركاتكم التابعة.", "EN": "Yourselves, if nothing is said; or one of your members or subsidiaries."},
		example: same("—"),
		listed:  func(of *db.Choices) []db.Choice { return of.Employers },
		cell:    mayBe(func(in *db.JobInput) **string { return &in.Employer }),
	},
	{
		key:     "undertaking",
		label:   words{"FR": "Entreprise utilisatrice", "AR": "المقاولة المستعملة", "EN": "Undertaking where the work is"},
		hint:    words{"FR": "Pour l’intérim seulement\u202f: l’entreprise où le travail se fait. 200 caractères au plus.", "AR": "للشغل المؤقت فقط: المقاولة التي يُنجز فيها العمل. 200 حرف على الأكثر.", "EN": "For temporary agency work alone: where the work is done. 200 characters at most."},
		example: same("—"),
		cell:    mayBe(func(in *db.JobInput) **string { return &in.Undertaking }),
	},
	{
		key:     "occupation",
		label:   words{"FR": "Métier", "AR": "المهنة", "EN": "Occupation"},
		hint:    words{"FR": "Avec vos mots, 200 caractères au plus.", "AR": "بكلماتكم، 200 حرف على الأكثر.", "EN": "In your words, 200 characters at most."},
		example: words{"FR": "conducteur de ligne", "AR": "مشغل خط إنتاج", "EN": "line operator"},
		cell:    mayBe(func(in *db.JobInput) **string { return &in.Occupation }),
	},
	{
		key: "occupationGroup", kind: aChoice,
		label:   words{"FR": "Groupe de métiers", "AR": "مجموعة المهن", "EN": "Occupation group"},
		hint:    words{"FR": "Le grand groupe de la CITP-08.", "AR": "المجموعة الكبرى حسب التصنيف الدولي للمهن.", "EN": "The major group of ISCO-08."},
		example: words{"FR": "professions élémentaires", "AR": "المهن الأولية", "EN": "elementary occupations"},
		listed:  func(of *db.Choices) []db.Choice { return of.OccupationGroups },
		cell:    mayBe(func(in *db.JobInput) **string { return &in.OccupationGroup }),
	},
	{
		key: "sector", kind: aChoice,
		label:   words{"FR": "Secteur", "AR": "القطاع", "EN": "Sector"},
		hint:    words{"FR": "Celui du poste, par la nomenclature NMA 2010.", "AR": "قطاع المنصب حسب التصنيف المغربي للأنشطة 2010.", "EN": "The post’s, by the classification NMA 2010."},
		example: same("C"),
		listed:  func(of *db.Choices) []db.Choice { return of.Sectors },
		cell:    mayBe(func(in *db.JobInput) **string { return &in.Sector }),
	},
	{
		key: "region", kind: aChoice, required: true,
		label:   words{"FR": "Région du lieu de travail", "AR": "جهة مكان العمل", "EN": "Region of the workplace"},
		hint:    words{"FR": "La région où le travail se fait.", "AR": "الجهة التي يُنجز فيها العمل.", "EN": "The region in which the work is done."},
		example: words{"FR": "Casablanca-Settat", "AR": "الدار البيضاء - سطات", "EN": "Casablanca-Settat"},
		listed:  func(of *db.Choices) []db.Choice { return of.Regions },
		cell:    given(func(in *db.JobInput) *string { return &in.Region }),
	},
	{
		key: "contractKind", kind: aChoice, required: true,
		label:   words{"FR": "Type de contrat", "AR": "نوع العقد", "EN": "Contract kind"},
		hint:    words{"FR": "Le contrat par lequel le poste est tenu.", "AR": "العقد الذي يُشغل به المنصب.", "EN": "The contract by which the job is held."},
		example: same("CDI"),
		values: []value{
			{"CDI", words{"FR": "contrat à durée indéterminée", "AR": "عقد غير محدد المدة", "EN": "open-ended contract"}},
			{"CDD", words{"FR": "contrat à durée déterminée", "AR": "عقد محدد المدة", "EN": "fixed-term contract"}},
			{"INTERIM", words{"FR": "intérim", "AR": "شغل مؤقت", "EN": "temporary agency work"}},
			{"INSERTION", words{"FR": "contrat d’insertion", "AR": "عقد إدماج", "EN": "insertion contract"}},
			{"APPRENTICESHIP", words{"FR": "apprentissage", "AR": "تدرج مهني", "EN": "apprenticeship"}},
			{"SEASONAL", words{"FR": "saisonnier", "AR": "موسمي", "EN": "seasonal"}},
			{"OTHER", words{"FR": "autre", "AR": "آخر", "EN": "other"}},
		},
		cell: given(func(in *db.JobInput) *db.ContractKind { return &in.ContractKind }),
	},
	{
		key: "startedOn", kind: aDay, required: true,
		label:   words{"FR": "Début", "AR": "البداية", "EN": "Start"},
		hint:    words{"FR": "Le premier jour\u202f: aujourd’hui au plus tard.", "AR": "اليوم الأول: اليوم على أبعد تقدير.", "EN": "The first day: today at the latest."},
		example: same("2024-03-04"),
		cell:    given(func(in *db.JobInput) *db.Date { return &in.StartedOn }),
	},
	{
		key: "endedOn", kind: aDay,
		label:   words{"FR": "Fin", "AR": "النهاية", "EN": "End"},
		hint:    words{"FR": "Le dernier jour, s’il est passé. Vide tant que le poste est tenu.", "AR": "اليوم الأخير إن انقضى. فارغ ما دام المنصب مشغولا.", "EN": "The last day, if it has come. Empty while the job is held."},
		example: same("2024-12-31"),
		cell:    mayBe(func(in *db.JobInput) **db.Date { return &in.EndedOn }),
	},
	{
		key:     "refills",
		label:   words{"FR": "Remplace", "AR": "يعوض", "EN": "Replaces"},
		hint:    words{"FR": "Votre référence de l’emploi qui était sur ce poste avant.", "AR": "مرجعكم للمنصب الذي كان قبله.", "EN": "Your reference of the job that was on the post before."},
		example: same("RH-2023-102"),
		cell:    mayBe(func(in *db.JobInput) **string { return &in.Refills }),
	},
	{
		key: "kind", kind: aChoice,
		label:   words{"FR": "Ce que dit la ligne", "AR": "ما يصرح به السطر", "EN": "What the row declares"},
		hint:    words{"FR": "Un nouvel emploi, si rien n’est dit. Pour la fin d’un emploi déclaré avant, seules votre référence et la fin sont lues.", "AR": "منصب جديد إن لم يُذكر شيء. ولنهاية منصب صُرِّح به من قبل لا يُقرأ إلا مرجعكم والنهاية.", "EN": "A new job, if nothing is said. For the end of a job that was declared before, your reference and the end alone are read."},
		example: words{"FR": "nouvel emploi", "AR": "منصب جديد", "EN": "new job"},
		values: []value{
			{"JOB", words{"FR": "nouvel emploi", "AR": "منصب جديد", "EN": "new job"}},
			{"JOB_END", words{"FR": "fin d’un emploi", "AR": "نهاية منصب", "EN": "end of a job"}},
		},
		cell: cellOf(
			func(in *db.JobInput) string {
				if in.IsEnd {
					return "JOB_END"
				}
				return ""
			},
			func(in *db.JobInput, to string) { in.IsEnd = to == "JOB_END" },
		),
	},
}
