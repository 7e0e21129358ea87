-- Facts: one table per kind. valid: the days it holds; recorded: since when, and until when, the system took it to be so.
-- Rows are closed, never changed. Where a kind is exclusive, no two rows known now may hold on the same day.
-- Each row comes from exactly one version of one effect. No foreign keys to the log: the log is the origin, these rows are
-- its fold, and RecordReplay compares the two.

-- Name, birth, origin.
create table personnel.identity (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  full_name text not null check (full_name <> ''),
  other_name text,
  birth_date date not null,                  -- first day of what is known
  birth_precision text not null check (birth_precision in ('day', 'month', 'year')),
  sex text not null check (sex in ('male', 'female')),
  birth_place text,
  home_town text,
  ethnicity text not null,
  religion text not null,
  personal_id text not null check (personal_id ~ '^[0-9]{12}$'),
  old_id text,
  search_key text not null,
  sort_key text collate "C" not null,
  constraint identity_exclusive exclude using gist (person_id with =, valid with &&) where (upper_inf(recorded)),
  -- One personal id belongs to one human being, whenever.
  constraint identity_personal_id exclude using gist (personal_id with =, person_id with <>) where (upper_inf(recorded))
);
create index identity_person on personnel.identity(person_id);
create unique index identity_effect on personnel.identity(effect_id) where upper_inf(recorded);

-- How to reach the person.
create table personnel.contact (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  residence text,
  address text,
  phone text,
  email text,
  constraint contact_exclusive exclude using gist (person_id with =, valid with &&) where (upper_inf(recorded))
);
create index contact_person on personnel.contact(person_id);
create unique index contact_effect on personnel.contact(effect_id) where upper_inf(recorded);

-- The main employment.
create table personnel.employment (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  unit_id uuid not null,
  category text not null check (category in ('cadre', 'civil-servant', 'public-employee', 'contract-worker', 'commune-part-time')),
  contract text,
  joined_on date not null,
  job_title text not null,
  how text not null,
  constraint employment_exclusive exclude using gist (person_id with =, valid with &&) where (upper_inf(recorded))
);
create index employment_person on personnel.employment(person_id);
create unique index employment_effect on personnel.employment(effect_id) where upper_inf(recorded);
create index employment_unit on personnel.employment(unit_id) where upper_inf(recorded);

-- No longer employed: from the day on, until employed again.
create table personnel.departure (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  reason text not null,
  unit_id uuid not null,                     -- the unit left, which goes on keeping the file
  constraint departure_exclusive exclude using gist (person_id with =, valid with &&) where (upper_inf(recorded))
);
create index departure_person on personnel.departure(person_id);
create unique index departure_effect on personnel.departure(effect_id) where upper_inf(recorded);

-- Leadership posts; one row is one term.
create table personnel.leadership_post (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  post_code text not null,
  unit_id uuid not null,
  height int not null,                       -- which of several posts is the highest
  term_months int not null check (term_months >= 0),
  term_until date,
  by_competition boolean not null,
  reappointed boolean not null,
  acting boolean not null,
  held_since date not null,                  -- first day of holding it without a break, over all terms
  constraint leadership_post_exclusive exclude using gist (person_id with =, post_code with =, unit_id with =, valid with &&) where (upper_inf(recorded))
);
create index leadership_post_person on personnel.leadership_post(person_id);
create unique index leadership_post_effect on personnel.leadership_post(effect_id) where upper_inf(recorded);
create index leadership_post_unit on personnel.leadership_post(unit_id, post_code) where upper_inf(recorded);

-- Rank, table, step, coefficient.
create table personnel.rank_and_step (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  rank_code text not null,
  table_code text not null,
  step int not null check (step > 0),
  coefficient int not null check (coefficient > 0),           -- hundredths
  over_scale_percent int not null check (over_scale_percent >= 0),
  step_since date not null,
  constraint rank_and_step_exclusive exclude using gist (person_id with =, valid with &&) where (upper_inf(recorded))
);
create index rank_and_step_person on personnel.rank_and_step(person_id);
create unique index rank_and_step_effect on personnel.rank_and_step(effect_id) where upper_inf(recorded);

-- Allowances, one kind beside the other.
create table personnel.allowance (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  kind text not null,
  coefficient int,                           -- hundredths
  percent int,
  amount bigint,                             -- dong
  check (num_nonnulls(coefficient, percent, amount) = 1),
  constraint allowance_exclusive exclude using gist (person_id with =, kind with =, valid with &&) where (upper_inf(recorded))
);
create index allowance_person on personnel.allowance(person_id);
create unique index allowance_effect on personnel.allowance(effect_id) where upper_inf(recorded);

-- The highest qualification of each kind.
create table personnel.qualification (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  kind text not null check (kind in ('general', 'professional', 'political', 'state-management', 'language', 'informatics')),
  level text not null,
  major text,
  school text,
  year int,
  mode text,
  constraint qualification_exclusive exclude using gist (person_id with =, kind with =, valid with &&) where (upper_inf(recorded))
);
create index qualification_person on personnel.qualification(person_id);
create unique index qualification_effect on personnel.qualification(effect_id) where upper_inf(recorded);

-- Party, union and army.
create table personnel.party_and_union (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  party_joined_on date,
  party_official_on date,
  party_post text,
  youth_union_on date,
  union_post text,
  enlisted_on date,
  discharged_on date,
  highest_military_rank text,
  constraint party_and_union_exclusive exclude using gist (person_id with =, valid with &&) where (upper_inf(recorded))
);
create index party_and_union_person on personnel.party_and_union(person_id);
create unique index party_and_union_effect on personnel.party_and_union(effect_id) where upper_inf(recorded);

-- Social insurance book.
create table personnel.social_insurance (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  book_number text not null,
  months_counted int not null check (months_counted >= 0),
  months_paid_out int not null check (months_paid_out >= 0),
  constraint social_insurance_exclusive exclude using gist (person_id with =, valid with &&) where (upper_inf(recorded))
);
create index social_insurance_person on personnel.social_insurance(person_id);
create unique index social_insurance_effect on personnel.social_insurance(effect_id) where upper_inf(recorded);
