package sample

import (
	"encoding/hex"
	"math/rand/v2"

	"mithaq/db"
)

// occupations are some of each major group.
var occupations = [9][]db.Text{
	{text("responsable d’agence", "مسؤول وكالة", "branch manager"), text("chef de chantier", "رئيس ورش", "site manager")},
	{text("ingénieur logiciel", "مهندس برمجيات", "software engineer"), text("formatrice", "مكونة", "trainer")},
	{text("technicien de maintenance", "تقني صيانة", "maintenance technician"), text("infirmière", "ممرضة", "nurse")},
	{text("téléconseiller", "مستشار هاتفي", "call centre agent"), text("agent administratif", "عون إداري", "office clerk")},
	{text("vendeuse", "بائعة", "shop assistant"), text("serveur", "نادل", "waiter")},
	{text("ouvrier agricole qualifié", "عامل فلاحي مؤهل", "skilled farm worker"), text("pépiniériste", "صاحب مشتل", "nursery grower")},
	{text("soudeur", "لحام", "welder"), text("électricien", "كهربائي", "electrician")},
	{text("opératrice de câblage", "مشغلة كابلاج", "wiring operator"), text("conducteur", "سائق", "driver")},
	{text("manutentionnaire", "عامل مناولة", "handler"), text("agent de nettoyage", "عون نظافة", "cleaner")},
}

// groupsBySector are the major groups of occupations that a sector mostly has; others have any.
var groupsBySector = map[string][]int{
	"A": {6, 9, 6, 6}, "C": {8, 8, 7, 9, 3}, "F": {7, 9, 7, 1}, "G": {5, 5, 4, 9}, "I": {5, 5, 9}, "J": {2, 2, 3, 4},
	"N": {4, 4, 9, 5}, "H": {8, 9, 4}, "P": {2, 2, 3}, "Q": {3, 2, 5},
}

// contracts are the kinds of contract that a sector has, each as often as it stands here; others have any.
var contracts = map[string][]db.ContractKind{
	"A": {"SEASONAL", "SEASONAL", "SEASONAL", "CDD", "CDI"},
	"C": {"CDI", "CDI", "CDD", "INSERTION", "INTERIM", "INTERIM", "APPRENTICESHIP"},
	"F": {"CDD", "CDD", "INTERIM", "APPRENTICESHIP", "CDI"},
	"I": {"SEASONAL", "CDD", "CDI", "APPRENTICESHIP"},
	"J": {"CDI", "CDI", "CDI", "INSERTION"},
	"N": {"INTERIM", "INTERIM", "CDI", "CDD", "INSERTION"},
}

var anyContract = []db.ContractKind{"CDI", "CDI", "CDD", "INSERTION", "INTERIM", "APPRENTICESHIP", "OTHER"}

func contractOf(r *rand.Rand, sector string) db.ContractKind {
	if kinds := contracts[sector]; kinds != nil && r.IntN(12) > 0 {
		return oneOf(r, kinds)
	}
	return oneOf(r, anyContract)
}

// What officers write when they send a row back, or refuse it.
var (
	returnReasons = []reason{
		{"EVIDENCE_MISSING", "Le contrat joint est illisible."}, {"EVIDENCE_CONTRADICTS", "La date d’embauche diffère de celle de la liste."},
		{"INCOMPLETE", "L’entreprise utilisatrice manque."}, {"INCOMPLETE", "Le poste remplacé n’est pas indiqué."},
	}
	refusalReasons = []reason{
		{"OUTSIDE_PERIOD", "L’emploi existait avant la convention."}, {"NOT_FOUND", "La personne n’est pas sur la liste déclarée."},
		{"NOT_UNDER_CONVENTION", "Le poste relève d’une autre convention."}, {"EVIDENCE_MISSING", "Aucune pièce malgré deux relances."},
	}
	leftReasons = []string{
		"A trouvé un emploi salarié.", "Financement refusé.", "A quitté la région.", "Ne répond plus.", "A repris des études.",
	}
	projects = []string{
		"atelier de poterie imaginaire", "application inventée de livraison", "serre fictive de safran", "garage fictif de vélos",
		"école imaginaire de musique", "salon fictif de thé",
	}
)

// The bases of a verification, each as often as it stands here.
var bases = []db.Basis{
	"SOCIAL_SECURITY_LIST", "SOCIAL_SECURITY_LIST", "SOCIAL_SECURITY_LIST", "SOCIAL_SECURITY_LIST", "CONTRACT", "CONTRACT",
	"CONTRACT", "PAYSLIP", "PAYSLIP", "REGISTER_EXTRACT", "VISIT", "CALL", "OTHER",
}

// hash gives 32 bytes, as a sum or a keyed fingerprint would be.
func hash(r *rand.Rand) []byte {
	sum := make([]byte, 32)
	for i := 0; i < len(sum); i += 8 {
		for j, bits := 0, r.Uint64(); j < 8; j, bits = j+1, bits>>8 {
			sum[i+j] = byte(bits)
		}
	}
	return sum
}

func hexOf(r *rand.Rand) string { return hex.EncodeToString(hash(r)) }

// How many of a hundred jobs of a kind end within the time, and in how many days at most.
var (
	endings   = map[db.ContractKind]int{"CDI": 14, "CDD": 60, "INTERIM": 70, "INSERTION": 40, "APPRENTICESHIP": 50, "SEASONAL": 95, "OTHER": 40}
	durations = map[db.ContractKind]int{"CDI": 900, "CDD": 600, "INTERIM": 400, "INSERTION": 700, "APPRENTICESHIP": 500, "SEASONAL": 150, "OTHER": 500}
)

var (
	undertakings = []string{"Chantier fictif Oukpol", "Usine fictive Zalmor", "Entrepôt fictif Vraguim", "Clinique fictive Simtou", "Verger fictif Dorfel"}
	anyGroup     = []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
)

// reason is why a row was returned or refused: one of the list, and words.
type reason struct {
	listed db.DecisionReason
	words  string
}
