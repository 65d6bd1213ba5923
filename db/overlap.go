package db

import "context"

// Overlap is what is known of one year of who counts more than once: of the jobs and project holders that were verified in
// it, how many persons were then so under a further partner or convention. It is a lower bound, as some have no number to
// compare, and it is made so that nobody finds anybody by it.
type Overlap struct {
	Key           int64  `db:"id" see:"everyone"`
	Year          int    `db:"year" see:"everyone"`
	Verified      int64  `db:"verified" see:"everyone"`
	WithoutNumber int64  `db:"without_number" see:"everyone"`
	Persons       *int64 `db:"declared_twice" see:"everyone"`
}

// Overlaps are those of all years that were counted, the latest first.
var Overlaps = newTable[Overlap]("yearly_overlaps", by("YEAR", true, "t.year", "int", "t.id", "bigint")).onceDeclared()

// DeclaredTwice is the number of persons: at least so many tens, where some have no number; SUPPRESSED under ten.
func (o *Overlap) DeclaredTwice() *Figure {
	return sumOf(o.Persons, int(o.WithoutNumber), FigureSuppressed)
}

// countOverlap counts a year. What was amended since belongs to the year in which it was first verified. Who is first verified
// under a second partner or convention in it belongs to it, and to no other year. While the key of fingerprints is changed, a
// row by both ties those by the one to those by the other.
const countOverlap = `
	with alike as (
		select distinct f.fingerprint, p.fingerprint as present
		from fingerprints f
		join fingerprints p on p.key_version > f.key_version and (p.job_id = f.job_id or p.project_holder_id = f.project_holder_id)),
	verified as (
		select j.id as job_id, null::bigint as holder_id, r.partner_id, r.convention_id,
		  min(d.decided_on) over (partition by r.partner_id, r.reference) as decided_on, r.state = 'ACCEPTED' as stands
		from decisions d
		join declaration_rows r on r.id = d.row_id and r.kind = 'JOB' and r.state in ('ACCEPTED', 'REPLACED')
		join jobs j on j.row_id = r.id
		where d.outcome = 'ACCEPTED'
		union all
		select null, h.id, h.partner_id, h.convention_id, min(d.decided_on), true
		from decisions d
		join project_stages s on s.row_id = d.row_id and s.state = 'ACCEPTED'
		join project_holders h on s.project_holder_id in (h.id, h.first_id) and h.state = 'ACCEPTED'
		where d.outcome = 'ACCEPTED'
		group by h.id),
	known as (
		select v.decided_on, v.partner_id, v.convention_id, coalesce(a.present, f.fingerprint) as person
		from verified v join fingerprints f on f.job_id = v.job_id left join alike a using (fingerprint)
		union all
		select v.decided_on, v.partner_id, v.convention_id, coalesce(a.present, f.fingerprint)
		from verified v join fingerprints f on f.project_holder_id = v.holder_id left join alike a using (fingerprint)),
	under as (
		select person, row_number() over (partition by person order by min(decided_on), partner_id, convention_id) as nth, min(decided_on) as since
		from known
		group by person, partner_id, convention_id),
	twice as (select count(*) as n from under where nth = 2 and extract(year from since) = $1)
	insert into yearly_overlaps (year, verified, without_number, declared_twice)
	select $1::int, count(*), count(*) filter (where not exists (select from fingerprints f where f.job_id = v.job_id)
	  and not exists (select from fingerprints f where f.project_holder_id = v.holder_id)),
	  nullif((select n from twice) / 10 * 10, 0)
	from verified v
	where v.stands and extract(year from v.decided_on) = $1
	on conflict (year) do nothing`

// PublishOverlaps counts the years that are over and weren't counted yet.
func (d *DB) PublishOverlaps(ctx context.Context) error {
	return d.InTx(ctx, itself, "overlap: the year is over", func(tx *DB) error {
		if err := tx.takeTime(ctx); err != nil {
			return err
		}
		if err := tx.inTurn(ctx, "overlaps", 0); err != nil {
			return err
		}
		var years []int
		if err := tx.selectRows(ctx, &years, `
			select y
			from generate_series((select extract(year from min(decided_on))::int from decisions), extract(year from now() at time zone 'UTC')::int - 1) y
			where not exists (select from yearly_overlaps o where o.year = y)
			order by y`); err != nil {
			return err
		}
		for _, year := range years {
			if _, err := tx.exec(ctx, countOverlap, year); err != nil {
				return err
			}
		}
		return nil
	})
}
