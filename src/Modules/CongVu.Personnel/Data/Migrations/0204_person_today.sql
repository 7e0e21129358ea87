-- What holds today, one row per person, kept in the transaction of every change; person_state(today, null) says the same, slower.
-- Room is left in the pages so that most refreshes stay within them.
create table personnel.person_today (
  person_id uuid primary key,
  full_name text not null,
  search_key text not null,
  sort_key text collate "C" not null,
  personal_id text not null,
  birth_date date not null,
  birth_precision text not null,
  sex text not null,
  ethnicity text not null,
  religion text not null,
  file_unit_id uuid,
  unit_id uuid,
  category text,
  job_title text,
  joined_on date,
  rank_code text,
  table_code text,
  step int,
  coefficient int,
  over_scale_percent int,
  step_since date,
  post_code text,
  post_unit_id uuid,
  post_since date,
  post_until date,
  professional_level text,
  political_level text,
  is_party_member boolean not null,
  end_reason text,
  ended_on date,
  next_change_on date,                       -- first day on which the row no longer says what holds
  computed_for date not null
) with (fillfactor = 85);
create index person_today_sort on personnel.person_today(sort_key, person_id);
create index person_today_unit on personnel.person_today(file_unit_id, sort_key, person_id);
create index person_today_rank on personnel.person_today(unit_id, rank_code);
create index person_today_search on personnel.person_today using gin (search_key gin_trgm_ops);
create index person_today_due on personnel.person_today(next_change_on) where next_change_on is not null;

-- Brings the rows of some people to what holds on a day.
create function personnel.refresh_today(ids uuid[], day date) returns void language plpgsql as $$
begin
  insert into personnel.person_today (
    person_id, full_name, search_key, sort_key, personal_id, birth_date, birth_precision, sex, ethnicity, religion,
    file_unit_id, unit_id, category, job_title, joined_on, rank_code, table_code, step, coefficient,
    over_scale_percent, step_since, post_code, post_unit_id, post_since, post_until, professional_level,
    political_level, is_party_member, end_reason, ended_on, next_change_on, computed_for)
  select
    s.person_id, s.full_name, s.search_key, s.sort_key, s.personal_id, s.birth_date, s.birth_precision, s.sex,
    s.ethnicity, s.religion, s.file_unit_id, s.unit_id, s.category, s.job_title, s.joined_on, s.rank_code,
    s.table_code, s.step, s.coefficient, s.over_scale_percent, s.step_since, s.post_code, s.post_unit_id, s.post_since,
    s.post_until, s.professional_level, s.political_level, s.is_party_member, s.end_reason, s.ended_on, n.on_day, day
  from unnest(ids) x(id)
  cross join lateral (select * from personnel.person_state(day, null) a where a.person_id = x.id offset 0) s
  left join lateral (select c.on_day from personnel.next_change(day) c where c.person_id = x.id offset 0) n on true
  on conflict (person_id) do update set (
    full_name, search_key, sort_key, personal_id, birth_date, birth_precision, sex, ethnicity, religion, file_unit_id,
    unit_id, category, job_title, joined_on, rank_code, table_code, step, coefficient, over_scale_percent, step_since,
    post_code, post_unit_id, post_since, post_until, professional_level, political_level, is_party_member, end_reason,
    ended_on, next_change_on, computed_for) = row(
    excluded.full_name, excluded.search_key, excluded.sort_key, excluded.personal_id, excluded.birth_date,
    excluded.birth_precision, excluded.sex, excluded.ethnicity, excluded.religion, excluded.file_unit_id,
    excluded.unit_id, excluded.category, excluded.job_title, excluded.joined_on, excluded.rank_code,
    excluded.table_code, excluded.step, excluded.coefficient, excluded.over_scale_percent, excluded.step_since,
    excluded.post_code, excluded.post_unit_id, excluded.post_since, excluded.post_until, excluded.professional_level,
    excluded.political_level, excluded.is_party_member, excluded.end_reason, excluded.ended_on,
    excluded.next_change_on, excluded.computed_for);
  delete from personnel.person_today t where t.person_id = any(ids)
    and not exists (select from personnel.identity i where i.person_id = t.person_id and i.valid @> day and upper_inf(i.recorded));
end $$;

-- The same for everybody, after a bulk load.
create function personnel.rebuild_today(day date) returns void language plpgsql as $$
begin
  truncate personnel.person_today;
  insert into personnel.person_today (
    person_id, full_name, search_key, sort_key, personal_id, birth_date, birth_precision, sex, ethnicity, religion,
    file_unit_id, unit_id, category, job_title, joined_on, rank_code, table_code, step, coefficient,
    over_scale_percent, step_since, post_code, post_unit_id, post_since, post_until, professional_level,
    political_level, is_party_member, end_reason, ended_on, next_change_on, computed_for)
  select
    s.person_id, s.full_name, s.search_key, s.sort_key, s.personal_id, s.birth_date, s.birth_precision, s.sex,
    s.ethnicity, s.religion, s.file_unit_id, s.unit_id, s.category, s.job_title, s.joined_on, s.rank_code,
    s.table_code, s.step, s.coefficient, s.over_scale_percent, s.step_since, s.post_code, s.post_unit_id, s.post_since,
    s.post_until, s.professional_level, s.political_level, s.is_party_member, s.end_reason, s.ended_on, n.on_day, day
  from personnel.person_state(day, null) s left join personnel.next_change(day) n on n.person_id = s.person_id;
end $$;
