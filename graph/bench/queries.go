//go:build linux

package main

// query is one kind of query, as each server wants it written. The two name the same things in the same order, so that
// their answers can be compared scalar by scalar.
type query struct {
	name         string
	ours, theirs string
	// What a variant asks for: rows of the variable's texts. With cursors, these are the keys of a cursor, and the two
	// documents give one to take the form from.
	variants               string
	ourCursor, theirCursor string
	variable               string
	timesPostGraphile      float64 // the goals at 16 connections
	shareOfSQL             float64
	shareOfStatic          float64 // of an answer that is kept whole: instead of the SQL's
	everySize              bool    // measured on the smaller samples too
	kept                   bool    // our answers may be kept
	sums                   string  // what would give the same without sums that are kept
	timesSums              float64
}

// queries are what is measured.
var queries = append(reads, query{
	name: "the first again, from the answers kept", variable: reads[0].variable, ours: reads[0].ours, theirs: reads[0].theirs,
	ourCursor: reads[0].ourCursor, theirCursor: reads[0].theirCursor, variants: reads[0].variants,
	timesPostGraphile: 40, shareOfStatic: 0.9, kept: true,
})

var reads = []query{
	{
		name: "20 conventions with partners and commitments", variable: "after",
		ours: `query List($after: String) { conventions(first: 20, after: $after) { nodes { slug reference status signedOn
			parties(first: 20) { nodes { role partner { slug name kind } } }
			commitments(first: 20) { nodes { slug wording indicator { code } baseline { value status } } } }
			pageInfo { hasNextPage } } }`,
		theirs: `query List($after: Cursor) { allConventions(first: 20, after: $after, orderBy: REGISTER) { nodes { slug reference status signedOn
			partiesByConventionId(first: 20, orderBy: REGISTER) { nodes { role partnerByPartnerId { slug nameFr kind } } }
			commitmentsByConventionId(first: 20, orderBy: REGISTER) { nodes { slug wordingFr indicatorByIndicatorId { code } baselineValue baselineStatus } } }
			pageInfo { hasNextPage } } }`,
		ourCursor:   `{ conventions(first: 1) { pageInfo { endCursor } } }`,
		theirCursor: `{ allConventions(first: 1, orderBy: REGISTER) { pageInfo { endCursor } } }`,
		variants: `with placed as (select coalesce(signed_on, '') as day, - position as place, id,
			row_number() over (order by coalesce(signed_on, '') desc, - position desc, id desc) as n, count(*) over () as whole from conventions)
			select array[day, place::text, id::text] from placed where n <= greatest(whole - 20, 1) order by md5(id::text)`,
		timesPostGraphile: 4.5, shareOfSQL: 0.5, everySize: true,
	},
	{
		name: "one convention with its first 20 jobs", variable: "slug",
		ours: `query One($slug: String!) { convention(slug: $slug) { slug reference status title signedOn
			jobs(first: 20) { nodes { contractKind startMonth region { code } sector { code } employer { slug name } } } } }`,
		theirs: `query One($slug: Slug!) { conventionBySlug(slug: $slug) { slug reference status titleFr signedOn
			verifiedJobsByConventionId(first: 20, orderBy: REGISTER) { nodes { contractKind startMonth regionByRegionId { code } sectorBySectorId { code } partnerByEmployerId { slug nameFr } } } } }`,
		variants: `select array[c.slug::text] from conventions c
			where (select count(*) from (select from verified_jobs j where j.convention_id = c.id limit 20) few) = 20 order by md5(c.id::text)`,
		timesPostGraphile: 3.5, shareOfSQL: 0.55,
	},
	{
		name: "dashboard: totals by region, sector and month", variable: "after",
		ours: `query Dashboard($after: String) { regions: jobTotals(by: [REGION], orderBy: JOBS_DESC) { nodes { region { code } jobs } }
			sectors: jobTotals(by: [SECTOR], orderBy: JOBS_DESC) { nodes { sector { code } jobs } }
			months: jobTotals(by: [START_MONTH], first: 24, after: $after, orderBy: START_MONTH_DESC) { nodes { startMonth jobs } } }`,
		theirs: `query Dashboard($after: Cursor) { regions: allVerifiedJobTotals(condition: {countedBy: "REGION"}, first: 20, orderBy: BY_JOBS) { nodes { regionByRegionId { code } jobs } }
			sectors: allVerifiedJobTotals(condition: {countedBy: "SECTOR"}, first: 20, orderBy: BY_JOBS) { nodes { sectorBySectorId { code } jobs } }
			months: allVerifiedJobTotals(condition: {countedBy: "START_MONTH"}, first: 24, after: $after, orderBy: BY_MONTH) { nodes { startMonth jobs } } }`,
		ourCursor:   `{ jobTotals(by: [START_MONTH], first: 1, orderBy: START_MONTH_DESC) { pageInfo { endCursor } } }`,
		theirCursor: `{ allVerifiedJobTotals(condition: {countedBy: "START_MONTH"}, first: 1, orderBy: BY_MONTH) { pageInfo { endCursor } } }`,
		variants: `select array[coalesce(start_month, ''), id::text] from verified_job_totals where counted_by = 'START_MONTH' and start_month is not null
			order by start_month desc, id desc`,
		sums: `select region_id, count(*) as jobs from verified_jobs group by 1 order by 2 desc limit 20;
			select sector_id, count(*) as jobs from verified_jobs group by 1 order by 2 desc limit 20;
			select start_month, count(*) as jobs from verified_jobs group by 1 order by 1 desc limit 24;`,
		timesPostGraphile: 5, shareOfSQL: 0.4, timesSums: 300,
	},
	{
		name: "three levels: partners, conventions, jobs", variable: "after",
		ours: `query Levels($after: String) { partners(first: 5, after: $after) { nodes { slug name
			conventions(first: 5) { nodes { slug reference signedOn
			jobs(first: 5) { nodes { contractKind startMonth region { code } } } } } } } }`,
		theirs: `query Levels($after: Cursor) { allPartners(first: 5, after: $after, orderBy: REGISTER) { nodes { slug nameFr
			partiesByPartnerId(first: 5, orderBy: REGISTER_OF_CONVENTIONS) { nodes { conventionByConventionId { slug reference signedOn
			verifiedJobsByConventionId(first: 5, orderBy: REGISTER) { nodes { contractKind startMonth regionByRegionId { code } } } } } } } } }`,
		ourCursor:   `{ partners(first: 1) { pageInfo { endCursor } } }`,
		theirCursor: `{ allPartners(first: 1, orderBy: REGISTER) { pageInfo { endCursor } } }`,
		variants: `with placed as (select sort_name, id, row_number() over (order by sort_name, id) as n, count(*) over () as whole from partners)
			select array[sort_name, id::text] from placed where n <= whole - 5 order by md5(id::text)`,
		timesPostGraphile: 3.5, shareOfSQL: 0.55,
	},
	{
		name: "a page half-way through the jobs", variable: "after",
		ours: `query Page($after: String) { jobs(first: 20, after: $after) { nodes { contractKind startMonth
			region { code } sector { code } convention { slug } employer { slug name } } pageInfo { hasNextPage } } }`,
		theirs: `query Page($after: Cursor) { allVerifiedJobs(first: 20, after: $after, orderBy: REGISTER) { nodes { contractKind startMonth
			regionByRegionId { code } sectorBySectorId { code } conventionByConventionId { slug } partnerByEmployerId { slug nameFr } } pageInfo { hasNextPage } } }`,
		ourCursor:   `{ jobs(first: 1) { pageInfo { endCursor } } }`,
		theirCursor: `{ allVerifiedJobs(first: 1, orderBy: REGISTER) { pageInfo { endCursor } } }`,
		variants: `with middle as (select start_month, id, row_number() over () as n from (select start_month, id from verified_jobs
			order by start_month desc, id desc offset (select count(*) / 2 from verified_jobs) limit 3200) halfway)
			select array[start_month, id::text] from middle where n % 50 = 1 order by n`,
		timesPostGraphile: 4.5, shareOfSQL: 0.55, everySize: true,
	},
}
