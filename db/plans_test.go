package db_test

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"mithaq/db"
	"mithaq/db/dbtest"
)

// relations are all lists that belong to rows of another table.
var relations = map[string]db.AnyRelation{
	"SigningPartners": db.SigningPartners, "PartnerMembers": db.PartnerMembers, "PartnerFederations": db.PartnerFederations,
	"PartnerSubsidiaries": db.PartnerSubsidiaries, "PartnerGroups": db.PartnerGroups, "NamesOfPartner": db.NamesOfPartner,
	"PartnerSuccessions": db.PartnerSuccessions, "PartnerPredecessors": db.PartnerPredecessors,
	"PartnerSignings": db.PartnerSignings, "OrientationSignings": db.OrientationSignings, "SourceSignings": db.SourceSignings,
	"SigningSignatories": db.SigningSignatories, "SigningOrientations": db.SigningOrientations,
	"ConventionOrientations": db.ConventionOrientations, "SigningConventions": db.SigningConventions,
	"PartnerConventions": db.PartnerConventions, "OrientationConventions": db.OrientationConventions,
	"RegionConventions": db.RegionConventions, "SectorConventions": db.SectorConventions, "ConventionParties": db.ConventionParties,
	"ConventionRegions": db.ConventionRegions, "ConventionSectors": db.ConventionSectors,
	"SigningCommitments": db.SigningCommitments, "ConventionCommitments": db.ConventionCommitments,
	"IndicatorCommitments": db.IndicatorCommitments, "CommitmentParts": db.CommitmentParts, "PartnerCommitments": db.PartnerCommitments,
	"CommitmentTargets": db.CommitmentTargets, "AmendmentTargets": db.AmendmentTargets, "IndicatorRules": db.IndicatorRules,
	"SigningClaims": db.SigningClaims, "SourceClaims": db.SourceClaims, "SigningSources": db.SigningSources,
	"SourceCitations": db.SourceCitations, "SigningCitations": db.SigningCitations, "SignatoryCitations": db.SignatoryCitations,
	"ConventionCitations": db.ConventionCitations, "PartyCitations": db.PartyCitations, "PartnerCitations": db.PartnerCitations,
	"PartnerNameCitations": db.PartnerNameCitations, "PartnerTieCitations": db.PartnerTieCitations,
	"OrientationCitations": db.OrientationCitations, "CommitmentCitations": db.CommitmentCitations,
	"TargetCitations": db.TargetCitations, "RegionCitations": db.RegionCitations, "SectorCitations": db.SectorCitations,
	"AmendmentCitations": db.AmendmentCitations, "DocumentCitations": db.DocumentCitations, "ScheduleCitations": db.ScheduleCitations,
	"AllocationCitations": db.AllocationCitations, "OpeningCitations": db.OpeningCitations, "ReplyCitations": db.ReplyCitations,
	"ConventionAmendments": db.ConventionAmendments, "SigningDocuments": db.SigningDocuments,
	"ConventionDocuments": db.ConventionDocuments, "AmendmentDocuments": db.AmendmentDocuments,
	"ConventionSchedules": db.ConventionSchedules, "TargetAllocations": db.TargetAllocations,
	"RegionAllocations": db.RegionAllocations, "SectorAllocations": db.SectorAllocations, "PartnerAllocations": db.PartnerAllocations,
	"PartnerOpenings": db.PartnerOpenings, "ConventionOpenings": db.ConventionOpenings, "SectorOpenings": db.SectorOpenings,
	"RegionOpenings": db.RegionOpenings, "PartnerReplies": db.PartnerReplies, "ConventionReplies": db.ConventionReplies,
	"CommitmentReplies": db.CommitmentReplies, "ClaimReplies": db.ClaimReplies, "ConventionJobs": db.ConventionJobs,
	"SigningJobs": db.SigningJobs, "PartnerJobs": db.PartnerJobs, "SectorJobs": db.SectorJobs, "RegionJobs": db.RegionJobs,
	"OccupationGroupJobs": db.OccupationGroupJobs,
}

// filters are the filters of lists, by the table of their rows.
var filters = map[string]any{
	"signings": db.SigningFilter{}, "conventions": db.ConventionFilter{}, "partners": db.PartnerFilter{},
	"commitments": db.CommitmentFilter{}, "claims": db.ClaimFilter{}, "sources": db.SourceFilter{}, "verified_jobs": db.JobFilter{},
	"openings": db.OpeningFilter{}, "allocations": db.AllocationFilter{}, "replies": db.ReplyFilter{},
	"public_changes": db.ChangeFilter{},
}

// TestEveryListIsReadByAnIndex reads the plans of every list and relation, by every filter and order, first page and deep
// page, both ways, on a small sample with what would hide a missing index switched off.
func TestEveryListIsReadByAnIndex(t *testing.T) {
	d, logins := dbtest.SampleLogins(t)
	public := connect(t, logins.Public)
	public.SetMaxOpenConns(1)
	for _, method := range []string{"seqscan", "sort", "incremental_sort", "bitmapscan"} {
		public.MustExec("set enable_" + method + " = off")
	}
	seen := 0
	eachRead(t, d, connect(t, logins.Owner), 1, func(name, query string, args []any) {
		seen++
		for _, found := range planOf(t, public, "explain (format json) ", query, args, 0).flat() {
			if found.Type == "Sort" || found.Type == "Incremental Sort" || (found.Type == "Seq Scan" && !slices.Contains(everyRow, found.Relation)) {
				t.Errorf("%s: %s of %s", name, found.Type, found.Relation)
			}
		}
	})
	if seen < 1000 {
		t.Errorf("only %d plans were read", seen)
	}
}

// wholes are the tables that are lists by themselves.
var wholes = []string{
	"signings", "conventions", "partners", "commitments", "regions", "sectors", "indicators", "sources", "claims", "verified_jobs",
	"openings", "allocations", "replies", "occupation_groups", "public_changes",
}

// everyRow are tables that are read whole, as they have a handful of rows: a region's share is of the population of all.
var everyRow = []string{"regions"}

// eachRead calls f with every statement that reads a list: of so many parents at most, that with the longest list first.
func eachRead(t *testing.T, d *db.DB, owner *sqlx.DB, most int, f func(name, query string, args []any)) {
	t.Helper()
	values := valuesOf(t, owner)
	for _, list := range db.Lists(wholes, relations) {
		narrowed := map[string]any{"everything": nil}
		if filter := filters[list.Table]; filter != nil {
			for name, one := range db.OneByOne(filter, values) {
				narrowed[name] = one
			}
		}
		parents, err := list.Parents(t.Context(), owner)
		if err != nil {
			t.Fatalf("%s: %v", list.Name, err)
		}
		for _, parent := range parents[:min(most, len(parents))] {
			for _, order := range list.Orders {
				middle, err := list.Cursor(t.Context(), owner, order, parent)
				if err != nil {
					t.Fatalf("%s: %v", list.Name, err)
				}
				for asked, filter := range narrowed {
					for page, p := range map[string]db.Paging{
						"first page": {Order: order, Count: 20}, "last page": {Order: order, Count: 20, Backward: true},
						"deep page":       {Order: order, Count: 20, After: middle},
						"deep page, back": {Order: order, Count: 20, Backward: true, Before: middle},
					} {
						query, args, err := list.Statement(t.Context(), d, p, filter, parent)
						if err != nil {
							t.Fatalf("%s: %v", list.Name, err)
						}
						if query == "" {
							continue
						}
						f(fmt.Sprintf("%s of %d by %s, %s, %s", list.Name, parent, asked, order, page), query, args)
					}
				}
			}
		}
	}
}

// valuesOf gives, for each field of a filter, something frequent and something rare to ask for.
func valuesOf(t *testing.T, owner *sqlx.DB) func(table string, typ reflect.Type) []any {
	named := map[string][]any{}
	for table, column := range map[string]string{
		"regions": "region_id", "sectors": "sector_id", "occupation_groups": "occupation_group_id", "partners": "employer_id",
		"conventions": "convention_id", "signings": "signing_id",
	} {
		name := "slug"
		if slices.Contains([]string{"regions", "sectors", "occupation_groups"}, table) {
			name = "code"
		}
		var names []string
		if err := owner.Select(&names, fmt.Sprintf(`
			with n as (
			  select x.%[1]s as name, count(j.id) as n from %[2]s x left join jobs j on j.%[3]s = x.id and j.state = 'ACCEPTED' group by 1)
			(select name from n order by n desc, name limit 1) union all (select name from n where n > 0 order by n, name limit 1)
			union all (select name from n where n = 0 order by name limit 1)`, name, table, column)); err != nil {
			t.Fatal(err)
		}
		for _, n := range names {
			named[table] = append(named[table], n)
		}
	}
	for table, column := range map[string]string{"orientations": "slug", "indicators": "code", "sources": "slug", "commitments": "slug"} {
		var names []string
		if err := owner.Select(&names, fmt.Sprintf("(select %[1]s from %[2]s order by id limit 1) union (select %[1]s from %[2]s order by id desc limit 1)", column, table)); err != nil {
			t.Fatal(err)
		}
		for _, n := range names {
			named[table] = append(named[table], n)
		}
	}
	return func(table string, typ reflect.Type) []any {
		switch {
		case table != "":
			return named[table]
		case typ == reflect.TypeFor[db.PartialDate]():
			return []any{"2019", "2024-06", "2026-06-30"}
		case typ == reflect.TypeFor[db.Date]():
			return []any{"2024-06-15", "2026-06-30"}
		case typ == reflect.TypeFor[db.Instant]():
			return []any{"2000-01-01T00:00:00.000000Z", "2100-01-01T00:00:00.000000Z"}
		case typ.Kind() == reflect.Bool:
			return []any{true}
		case typ.Kind() == reflect.Int:
			return []any{2025}
		}
		values := reflect.Zero(typ).Interface().(interface{ Values() []string }).Values()
		return []any{values[0], values[len(values)-1]}
	}
}

// plan is a node of what explain says.
type plan struct {
	Type     string  `json:"Node Type"`
	Relation string  `json:"Relation Name"`
	Index    string  `json:"Index Name"`
	Rows     float64 `json:"Actual Rows"`
	Loops    float64 `json:"Actual Loops"`
	Plans    []plan  `json:"Plans"`

	milliseconds float64
}

func (p plan) flat() []plan {
	all := []plan{p}
	for _, inner := range p.Plans {
		all = append(all, inner.flat()...)
	}
	return all
}

// planOf gives the plan by which a prepared statement is run after so many times.
func planOf(t *testing.T, public *sqlx.DB, explain, query string, args []any, times int) plan {
	t.Helper()
	conn, err := public.Connx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	run := func(statement string) {
		if _, err := conn.ExecContext(t.Context(), statement); err != nil {
			t.Fatalf("%v: %s", err, statement)
		}
	}
	run("prepare read as " + query)
	defer run("deallocate read")
	execute := "execute read"
	for i, arg := range args {
		execute += map[bool]string{true: "(", false: ", "}[i == 0] + literalOf(t, arg)
	}
	if len(args) > 0 {
		execute += ")"
	}
	for range times {
		run("explain " + execute)
	}
	var text []byte
	if err := conn.QueryRowContext(t.Context(), explain+execute).Scan(&text); err != nil {
		t.Fatalf("%v: %s", err, query)
	}
	var explained []struct {
		Plan plan
		Time float64 `json:"Execution Time"`
	}
	if err := json.Unmarshal(text, &explained); err != nil || len(explained) != 1 {
		t.Fatalf("%v: %s", err, text)
	}
	explained[0].Plan.milliseconds = explained[0].Time
	return explained[0].Plan
}

func literalOf(t *testing.T, arg any) string {
	t.Helper()
	value, err := driver.DefaultParameterConverter.ConvertValue(arg)
	if err != nil {
		t.Fatal(err)
	}
	if value == nil {
		return "null"
	}
	return pq.QuoteLiteral(fmt.Sprint(value))
}
