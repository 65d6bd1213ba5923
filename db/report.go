package db

import "context"

// ReportDue is a period of which a partner reports under a published schedule of a convention that it is a party of, with the
// day by which its report is due.
type ReportDue struct {
	ConventionID int64 `db:"convention_id"`
	PeriodFrom   Date  `db:"period_from"`
	PeriodUntil  Date  `db:"period_until"`
	DueOn        Date  `db:"due_on"`
	IsDeclared   bool  `db:"is_declared"` // whether anything was submitted that is of the period
}

// MostReports is how many reports of a partner are listed.
const MostReports = 50

// ReportsDue lists the periods of the last two years that have begun, under the schedules of a partner's conventions: those that
// are due first come first. Periods follow one another from the first day from which a schedule applies.
func (d *DB) ReportsDue(ctx context.Context, partner int64) ([]ReportDue, error) {
	due := []ReportDue{}
	err := d.Private().selectRows(ctx, &due, `
		select *
		from (
			select s.convention_id, f.day::date as period_from, u.day as period_until, u.day + s.days_allowed as due_on,
			  exists (
				select from declarations d
				where d.convention_id = s.convention_id and d.partner_id = $1 and d.state in ('SUBMITTED', 'DECIDED')
				  and d.period_from <= u.day and d.period_until >= f.day::date) as is_declared
			from reporting_schedules s
			join conventions c on c.id = s.convention_id
			cross join lateral (select rpad(s.applies_from, 10, '-01-01')::date as day,
			  case s.period when 'MONTH' then 1 when 'QUARTER' then 3 when 'HALF_YEAR' then 6 else 12 end as months) b
			cross join lateral generate_series(0, 1200 / b.months) n
			cross join lateral (select b.day + make_interval(months => n * b.months) as day) f
			cross join lateral (select (b.day + make_interval(months => (n + 1) * b.months) - interval '1 day')::date as day) u
			where exists (select from parties l where l.convention_id = s.convention_id and l.partner_id = $1 and l.role = 'PARTNER' and l.withdrawn_at is null)
			  and f.day <= current_date and u.day + s.days_allowed > current_date - interval '2 years'
			  and to_char(f.day, 'YYYY-MM-DD') <= coalesce(s.applies_until, '9999') || '~'
			  and to_char(f.day, 'YYYY-MM-DD') <= coalesce(c.ends_on, '9999') || '~'
			order by u.day + s.days_allowed desc, s.convention_id, f.day
			limit $2) r
		order by r.due_on, r.convention_id, r.period_from`, partner, MostReports)
	return due, err
}
