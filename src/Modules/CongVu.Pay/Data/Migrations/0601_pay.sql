create schema if not exists pay;

-- What puts a raise off and no record holds yet: disciplines, years not completed, time that does not count; each with the paper it was taken from.
-- A note is withdrawn, never changed.
create table pay.raise_fact (
  id uuid primary key,
  person_id uuid not null,
  kind text not null check (kind in ('Discipline', 'NotCompleted', 'NotCounted')),
  form text,                                   -- of the discipline
  day date not null,                           -- of the discipline; 31 December of the year; first day of the time not counted
  months int not null default 0 check (months between 0 and 240),
  document text not null check (document <> ''),
  file_id uuid,
  noted_at timestamptz not null,
  noted_by uuid,
  noted_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check ((kind = 'Discipline') = (form is not null)),
  check ((kind = 'NotCounted') = (months > 0)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index raise_fact_person on pay.raise_fact(person_id) where withdrawn_at is null;

-- A round of early raises: one per agency and year of review.
create table pay.early_round (
  id uuid primary key,
  unit_id uuid not null,
  year int not null check (year between 2013 and 2100),
  state text not null check (state in ('Preparing', 'Published', 'Approved', 'Cancelled')),
  headcount int not null check (headcount >= 0),
  headcount_on date not null,
  quota int not null check (quota >= 0),
  extra_quota int not null default 0 check (extra_quota >= 0),
  extra_document text,
  unit_rule text not null default '',          -- how the unit decides between equals
  published_on date,
  objections_until date,
  approved_on date,
  approval_document text,
  approval_file_id uuid,
  present int,
  in_favour int,
  created_at timestamptz not null,
  created_by_name text not null,
  version int not null default 1,
  check (extra_quota = 0 or extra_document is not null),
  check (state <> 'Published' or published_on is not null),
  check (state <> 'Approved' or (approved_on is not null and approval_document is not null))
);
create unique index early_round_once on pay.early_round(unit_id, year) where state <> 'Cancelled';

-- Who is looked at in a round.
create table pay.early_candidate (
  id uuid primary key,
  round_id uuid not null references pay.early_round on delete cascade,
  person_id uuid not null,
  months int check (months between 1 and 60),
  unit_priority int check (unit_priority between 1 and 999),
  priority_reason text,
  standing_confirmed text,                     -- what was looked at on paper: classification of the years, no discipline
  result text not null default 'Proposed' check (result in ('Proposed', 'Chosen', 'NotChosen', 'Withdrawn')),
  result_reason text,
  decision_id uuid,
  added_at timestamptz not null,
  added_by_name text not null,
  unique (round_id, person_id)
);

-- Achievements recognised in writing, as far as no record holds them.
create table pay.achievement (
  id uuid primary key,
  person_id uuid not null,
  level text not null,
  title text not null check (title <> ''),
  recognised_on date not null,
  document text not null check (document <> ''),
  file_id uuid,
  entered_at timestamptz not null,
  entered_by_name text not null,
  removed_at timestamptz,
  removed_by_name text,
  removed_reason text,
  check ((removed_at is null) = (removed_reason is null))
);
create index achievement_person on pay.achievement(person_id) where removed_at is null;

-- What happened in a round.
create table pay.early_step (
  id uuid primary key,
  round_id uuid not null references pay.early_round on delete cascade,
  at timestamptz not null,
  account_name text not null,
  what text not null
);
create index early_step_round on pay.early_step(round_id, at);
