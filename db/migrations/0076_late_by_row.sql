-- +goose Up

-- What waits for a second officer is late by the day on which that was asked, row by row: the agency has as long from then on,
-- whether other rows of the declaration wait or not. Both views are the same but for whose figures they are.
-- +goose StatementBegin
create procedure view_decisions(figures text, of regclass, key text)
language plpgsql as $$
begin
  execute format($f$
create or replace view %1$I as
  select o.id, t.accepted, t.returned, t.refused, t.longest_days, m.median_days, w.late
  from %2$s o
  cross join lateral (
    select sum(k.jobs)::bigint as decided, coalesce(sum(k.jobs) filter (where k.outcome = 'ACCEPTED'), 0)::bigint as accepted,
      coalesce(sum(k.jobs) filter (where k.outcome = 'RETURNED'), 0)::bigint as returned,
      coalesce(sum(k.jobs) filter (where k.outcome = 'REFUSED'), 0)::bigint as refused, max(k.days)::bigint as longest_days
    from decision_days k where k.%3$I = o.id) t
  cross join lateral (
    select min(x.days)::bigint as median_days
    from (
      select k.days, sum(sum(k.jobs)) over (order by k.days) as so_far
      from decision_days k where k.%3$I = o.id
      group by k.days) x
    where 2 * x.so_far >= t.decided) m
  cross join lateral (
    select count(*) as late
    from declarations d
    join declaration_rows r on r.declaration_id = d.id and r.kind = 'JOB' and r.state = 'WAITING'
    left join second_looks s on s.row_id = r.id
    where d.%3$I = o.id and d.state = 'SUBMITTED'
      and d.answer_due_on + ((coalesce(s.created_at, d.submitted_at) at time zone 'UTC')::date - (d.submitted_at at time zone 'UTC')::date)
        < (now() at time zone 'UTC')::date) w
$f$, figures, of, key);
end
$$;
-- +goose StatementEnd
call view_decisions('convention_decisions', 'conventions', 'convention_id');
call view_decisions('partner_decisions', 'partners', 'partner_id');
drop procedure view_decisions(text, regclass, text);
