-- +goose Up

-- How far a commitment has come: what is verified, from its baseline to its present target; 1 is the whole. It is read
-- like any other row, so that it can be joined to what it belongs to.
create view commitment_progress as
  select m.id,
    case when a.applies then (d.verified_net - a.base)::float8 / (a.target - a.base)::float8 end as value,
    (case
      when not a.applies then 'NOT_APPLICABLE'
      when d.verified_net is null then 'NOT_PUBLISHED'
      when d.missing > 0 then 'AT_LEAST'
      else 'KNOWN'
    end)::figure_status as status
  from commitments m
  join commitment_deliveries d on d.id = m.id
  left join lateral (
    select v.figure_value as target, coalesce(m.baseline_value, 0) as base,
      coalesce(v.figure_value <> coalesce(m.baseline_value, 0), false) as applies
    from targets v where v.commitment_id = m.id order by v.version desc limit 1
  ) a on true;
