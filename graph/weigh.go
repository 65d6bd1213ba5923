package graph

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"mithaq/db"
)

// What counts, searches and conditions cost, in rows: of a million jobs. Counting them where no total is kept took up to
// 230 ms, a page by two conditions up to 50 and by more up to 180, as rows are read that not all let through; below one
// convention or partner there are fewer. Of other tables there are fewer too.
const (
	costOfCount    = 1
	costOfSearch   = 500
	costOfPromises = 600 // they are added up anew, for each page and each count

	costOfScan           = 9000 // a count that no total is kept for
	costOfTwoConditions  = 2000
	costOfMoreConditions = 5000
	costOfFewScanned     = 1000 // the same of one convention's jobs, or one partner's
	costOfFewNarrowed    = 50

	countless = 1_000_000 // from there on it isn't told how much it is

	fewRoles = 10

	fewFields, fewFaults    = 20, 5 // of a row of a revision: hardly any changes more, or is wrong in more ways
	mostTables, mostColumns = 30, 40
	mostStages              = 8 // each is reached once
)

// wholeLists are the lists that are given whole, with the most rows that each can have. How many partners a viewer acts for
// is known when they are weighed.
var wholeLists = map[string]int{
	"Viewer.sessions": db.MostSessions, "EndSessionPayload.sessions": db.MostSessions, "OwnPartner.people": db.MostPeople,
	"OwnPartner.tokens": db.MostTokensListed, "OwnPartner.reportsDue": db.MostReports, "Declaration.evidence": db.MostEvidence, "Account.roles": db.MostRoles,
	"FindPersonRowsPayload.rows": db.MostSoughtRows,
	"Revision.revised":           db.MostRevisionRows, "RevisedRow.fields": fewFields, "RevisedRow.faults": fewFaults, "Revision.faults": db.MostFaults,
	"SaveRevisionRowPayload.faults": db.MostFaults, "Viewer.editable": mostTables, "EditableTable.columns": mostColumns,
	"Viewer.editableRows": db.MostEditableRows, "ProjectStage.verified": mostStages, "AnswerStillHeldPayload.questions": db.MostAnswers,
}

// weigh gives the cost of an operation for a viewer who acts for so many partners: the rows that its answer can have at
// most, as a list has as many as its page is long, each with what is asked of it; and what counts and searches cost. It
// refuses what costs too much.
func weigh(operation *graphql.OperationContext, partners int) (int, *gqlerror.Error) {
	w := weigher{operation, map[string]int{}, partners}
	cost := w.selections(operation.Operation.SelectionSet)
	if cost <= mostCost {
		return cost, nil
	}
	more := ""
	if cost == countless {
		more = " or more"
	}
	refused := coded(codeTooComplex, "the answer could cost %d rows%s; allowed are %d: ask for shorter pages, for fewer lists within lists, or for fewer counts", cost, more, mostCost)
	refused.Extensions["counted"], refused.Extensions["allowed"] = cost, mostCost
	return cost, refused
}

type weigher struct {
	operation *graphql.OperationContext
	fragments map[string]int
	partners  int // that the viewer acts for
}

func (w weigher) selections(set ast.SelectionSet) int {
	rows := 0
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			rows += w.field(s)
		case *ast.InlineFragment:
			rows += w.selections(s.SelectionSet)
		case *ast.FragmentSpread:
			if _, known := w.fragments[s.Name]; !known {
				w.fragments[s.Name] = w.selections(s.Definition.SelectionSet)
			}
			rows += w.fragments[s.Name]
		}
		rows = min(rows, countless) // it could overflow
	}
	return rows
}

// field weighs a field: the rows of its page times what is asked of each, or one row and what is asked of it.
func (w weigher) field(f *ast.Field) int {
	if f.ObjectDefinition != nil && f.ObjectDefinition.Name == "Revision" && f.Name == "preview" {
		return costOfPreview
	}
	if len(f.SelectionSet) == 0 || f.Definition == nil {
		return 0
	}
	inside := w.selections(f.SelectionSet)
	switch {
	case f.Definition.Arguments.ForName("first") != nil:
		return min(1+w.page(f)*inside+w.counts(f), countless)
	case f.Definition.Arguments.ForName("ids") != nil:
		return min(w.length(f, "ids")*(1+inside), countless)
	case f.Name == "nodes", f.Name == "edges": // the rows of the page that the field above multiplies
		return 1 + inside
	case f.Name == "node" && f.ObjectDefinition != nil && strings.HasSuffix(f.ObjectDefinition.Name, "Edge"), f.Name == "pageInfo":
		return inside
	}
	return min(w.whole(f)*(1+inside), countless)
}

// whole gives how many rows a list can have that is given whole; of what is none, one. Hardly anybody holds more than a few
// roles, so that those of a page of accounts cost as many; but whoever asks for roles within roles may well be the one.
func (w weigher) whole(f *ast.Field) int {
	if f.ObjectDefinition == nil {
		return 1
	}
	name := f.ObjectDefinition.Name + "." + f.Name
	most := max(wholeLists[name], 1)
	switch {
	case name == "Viewer.partners" && w.argument(f, "slug") == nil:
		return w.partners
	case name == "Account.roles" && !asksWithin(f.SelectionSet, f.Name):
		return fewRoles
	}
	return most
}

// counts gives what the counts of a list cost, and what it takes to find or make what it lists.
func (w weigher) counts(f *ast.Field) int {
	cost := 0
	switch f.Name {
	case "search":
		cost = costOfSearch
	case "promiseTotals":
		cost = costOfPromises
	}
	jobs := f.Definition.Type.Name() == "JobConnection"
	scans := 0
	for _, name := range []string{"totalCount", "notPlaced"} {
		switch {
		case !asks(f.SelectionSet, name):
		case jobs && !w.kept(f, name):
			scans++
		default:
			cost += costOfCount
		}
	}
	few := f.ObjectDefinition.Name == "Convention" || f.ObjectDefinition.Name == "Partner"
	switch {
	case scans > 0 && few:
		return cost + scans*costOfFewScanned
	case scans > 0:
		return cost + scans*costOfScan
	case jobs:
		return cost + w.narrowing(f, few)
	}
	return cost
}

// narrowing gives what the conditions on a page of jobs cost. The parent is one; a period is none, as the order goes by it.
func (w weigher) narrowing(f *ast.Field, few bool) int {
	filter, _ := w.argument(f, "filter").(map[string]any)
	conditions := 0
	for name, value := range filter {
		if value != nil && name != "startedFrom" && name != "startedUntil" {
			conditions++
		}
	}
	if f.ObjectDefinition.Name != "Query" {
		conditions++
	}
	switch {
	case conditions < 2:
		return 0
	case few:
		return costOfFewNarrowed
	case conditions == 2:
		return costOfTwoConditions
	}
	return costOfMoreConditions
}

// dimensions are what the totals that are kept go by, by the fields of a filter of jobs and by the types that have jobs.
var dimensions = map[string]db.JobDimension{
	"convention": "CONVENTION", "partner": "PARTNER", "region": "REGION", "sector": "SECTOR", "contractKind": "CONTRACT_KIND",
	"startedFrom": "START_MONTH", "startedUntil": "START_MONTH",
	"Convention": "CONVENTION", "Signing": "CONVENTION", "Partner": "PARTNER", "Region": "REGION", "Sector": "SECTOR",
}

// kept tells whether the count of a list of jobs is among the totals that are kept.
func (w weigher) kept(f *ast.Field, name string) bool {
	filter, _ := w.argument(f, "filter").(map[string]any)
	if name == "notPlaced" {
		return filter["sector"] == nil && filter["occupationGroup"] == nil
	}
	var by []db.JobDimension
	if f.ObjectDefinition.Name != "Query" {
		by = append(by, dimensions[f.ObjectDefinition.Name])
	}
	for field, value := range filter {
		if value != nil {
			by = append(by, dimensions[field])
		}
	}
	return !slices.Contains(by, "") && db.JobTotalsKept(by)
}

// asks tells whether a field is asked for in a set, or in its fragments.
func asks(set ast.SelectionSet, name string) bool {
	return slices.ContainsFunc(set, func(selection ast.Selection) bool {
		switch s := selection.(type) {
		case *ast.Field:
			return s.Name == name
		case *ast.InlineFragment:
			return asks(s.SelectionSet, name)
		case *ast.FragmentSpread:
			return asks(s.Definition.SelectionSet, name)
		}
		return false
	})
}

// asksWithin is asks, at whatever depth.
func asksWithin(set ast.SelectionSet, name string) bool {
	return asks(set, name) || slices.ContainsFunc(set, func(selection ast.Selection) bool {
		switch s := selection.(type) {
		case *ast.Field:
			return asksWithin(s.SelectionSet, name)
		case *ast.InlineFragment:
			return asksWithin(s.SelectionSet, name)
		case *ast.FragmentSpread:
			return asksWithin(s.Definition.SelectionSet, name)
		}
		return false
	})
}

// page gives the length of the page that a connection asks for.
func (w weigher) page(f *ast.Field) int {
	for _, name := range []string{"first", "last"} {
		if n, ok := w.number(f, name); ok {
			return min(max(n, 0), db.MostRows)
		}
	}
	return db.UsualRows
}

func (w weigher) argument(f *ast.Field, name string) any {
	argument := f.Arguments.ForName(name)
	if argument == nil {
		return nil
	}
	value, err := argument.Value.Value(w.operation.Variables)
	if err != nil {
		return nil // the field itself will refuse it
	}
	return value
}

func (w weigher) number(f *ast.Field, name string) (int, bool) {
	switch n := w.argument(f, name).(type) {
	case int64:
		return int(n), true
	case int:
		return n, true
	case json.Number:
		whole, err := n.Int64()
		return int(whole), err == nil
	}
	return 0, false
}

func (w weigher) length(f *ast.Field, name string) int {
	if values, ok := w.argument(f, name).([]any); ok {
		return len(values)
	}
	return 1
}
