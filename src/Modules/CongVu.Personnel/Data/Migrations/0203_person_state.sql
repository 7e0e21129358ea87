-- Known at an instant, or now where it is null.
create function personnel.known(recorded tstzrange, known_at timestamptz) returns boolean
language sql immutable parallel safe as $$ select case when known_at is null then upper_inf(recorded) else recorded @> known_at end $$;

-- What holds for each person on a day, as known at an instant (null: now). One row per person who has an identity on that day.
-- Plain SQL, so that the planner folds it into the asking query.
create function personnel.person_state(day date, known_at timestamptz) returns table (
  person_id uuid, full_name text, search_key text, sort_key text, personal_id text, birth_date date,
  birth_precision text, sex text, ethnicity text, religion text, file_unit_id uuid, unit_id uuid, category text,
  job_title text, joined_on date, rank_code text, table_code text, step int, coefficient int, over_scale_percent int,
  step_since date, post_code text, post_unit_id uuid, post_since date, post_until date, professional_level text,
  political_level text, is_party_member boolean, end_reason text, ended_on date
) language sql stable parallel safe rows 100000 as $$
select
  i.person_id, i.full_name, i.search_key, i.sort_key, i.personal_id, i.birth_date, i.birth_precision, i.sex,
  i.ethnicity, i.religion, coalesce(e.unit_id, d.unit_id), e.unit_id, e.category, e.job_title, e.joined_on,
  r.rank_code, r.table_code, r.step, r.coefficient, r.over_scale_percent, r.step_since, p.post_code, p.unit_id,
  p.held_since, p.term_until, q.level, t.level, coalesce(g.party_joined_on <= day, false), d.reason, lower(d.valid)
from personnel.identity i
left join personnel.employment e on e.person_id = i.person_id and e.valid @> day and personnel.known(e.recorded, known_at)
left join personnel.departure d on d.person_id = i.person_id and d.valid @> day and personnel.known(d.recorded, known_at)
left join personnel.rank_and_step r on r.person_id = i.person_id and r.valid @> day and personnel.known(r.recorded, known_at)
left join (
  select distinct on (h.person_id) h.person_id, h.post_code, h.unit_id, h.held_since, h.term_until
  from personnel.leadership_post h where h.valid @> day and personnel.known(h.recorded, known_at)
  order by h.person_id, h.height desc, h.acting, h.held_since, h.effect_id
) p on p.person_id = i.person_id
left join personnel.qualification q on q.person_id = i.person_id and q.kind = 'professional' and q.valid @> day and personnel.known(q.recorded, known_at)
left join personnel.qualification t on t.person_id = i.person_id and t.kind = 'political' and t.valid @> day and personnel.known(t.recorded, known_at)
left join personnel.party_and_union g on g.person_id = i.person_id and g.valid @> day and personnel.known(g.recorded, known_at)
where i.valid @> day and personnel.known(i.recorded, known_at)
$$;

-- The next day on which something that is known now begins or ends for a person; what the state above is made of.
create function personnel.next_change(day date) returns table (person_id uuid, on_day date) language sql stable parallel safe as $$
select c.person_id, min(c.on_day) from (
  select f.person_id, case when lower(f.valid) > day then lower(f.valid) else upper(f.valid) end as on_day from personnel.identity f
    where upper_inf(f.recorded) and (lower(f.valid) > day or upper(f.valid) > day)
  union all
  select f.person_id, case when lower(f.valid) > day then lower(f.valid) else upper(f.valid) end as on_day from personnel.employment f
    where upper_inf(f.recorded) and (lower(f.valid) > day or upper(f.valid) > day)
  union all
  select f.person_id, case when lower(f.valid) > day then lower(f.valid) else upper(f.valid) end as on_day from personnel.departure f
    where upper_inf(f.recorded) and (lower(f.valid) > day or upper(f.valid) > day)
  union all
  select f.person_id, case when lower(f.valid) > day then lower(f.valid) else upper(f.valid) end as on_day from personnel.leadership_post f
    where upper_inf(f.recorded) and (lower(f.valid) > day or upper(f.valid) > day)
  union all
  select f.person_id, case when lower(f.valid) > day then lower(f.valid) else upper(f.valid) end as on_day from personnel.rank_and_step f
    where upper_inf(f.recorded) and (lower(f.valid) > day or upper(f.valid) > day)
  union all
  select f.person_id, case when lower(f.valid) > day then lower(f.valid) else upper(f.valid) end as on_day from personnel.qualification f
    where upper_inf(f.recorded) and (lower(f.valid) > day or upper(f.valid) > day)
  union all
  select f.person_id, case when lower(f.valid) > day then lower(f.valid) else upper(f.valid) end as on_day from personnel.party_and_union f
    where upper_inf(f.recorded) and (lower(f.valid) > day or upper(f.valid) > day)
  union all
  select f.person_id, f.party_joined_on from personnel.party_and_union f where upper_inf(f.recorded) and f.valid @> day and f.party_joined_on > day
) c group by c.person_id
$$;
