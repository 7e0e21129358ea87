create schema if not exists severance;

-- A scheme of reductions of a unit: how many leave in which year, against a share of the headcount of a base day.
create table severance.scheme (
  id uuid primary key,
  unit_id uuid not null,
  name text not null check (name <> ''),
  from_year int not null check (from_year between 2015 and 2100),
  to_year int not null check (to_year between from_year and from_year + 9),
  base_on date not null,
  base_headcount int not null check (base_headcount >= 0),
  target_percent int not null check (target_percent between 1 and 100),
  state text not null check (state in ('Preparing', 'Approved', 'Cancelled')),
  approved_on date,
  approval_document text,
  approved_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null,
  version int not null default 1,
  check (state <> 'Approved' or (approved_on is not null and approval_document is not null))
);
create index scheme_unit on severance.scheme(unit_id);

create table severance.scheme_year (
  scheme_id uuid not null references severance.scheme on delete cascade,
  year int not null,
  planned int not null check (planned >= 0),
  primary key (scheme_id, year)
);

-- A list of people that goes from the unit to the province together.
create table severance.batch (
  id uuid primary key,
  scheme_id uuid not null references severance.scheme,
  unit_id uuid not null,
  name text not null check (name <> ''),
  state text not null check (state in ('Preparing', 'Submitted', 'Appraised', 'Approved', 'Cancelled')),
  submitted_at timestamptz,
  submitted_by uuid,
  appraised_on date,
  appraised_by uuid,
  appraised_by_name text,
  finance_document text,                       -- the finance body's appraisal of the money
  finance_on date,
  finance_amount bigint check (finance_amount >= 0),
  finance_file_id uuid,
  approved_on date,
  approval_document text,
  approved_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null,
  version int not null default 1,
  check (state not in ('Appraised', 'Approved') or (appraised_on is not null and finance_document is not null and finance_amount is not null)),
  check (state <> 'Approved' or (approved_on is not null and approval_document is not null))
);
create index batch_scheme on severance.batch(scheme_id);

-- One person leaving with a benefit of downsizing or reorganisation.
create table severance.severance_case (
  id uuid primary key,
  batch_id uuid not null references severance.batch,
  person_id uuid not null,
  policy text not null,
  reason text not null,
  ground text,
  leave_on date not null,
  state text not null check (state in ('Open', 'Withdrawn')),
  state_reason text,
  snapshot jsonb,                              -- facts, regime and amounts as appraised
  appraised_amount bigint,
  decision_id uuid,
  added_at timestamptz not null,
  added_by uuid,
  added_by_name text not null
);
-- A person once, one regime.
create unique index severance_case_once on severance.severance_case(person_id) where state = 'Open';
create index severance_case_batch on severance.severance_case(batch_id);

-- What the record does not tell, asked of the unit, each with the paper it was taken from. An answer is replaced, never changed.
create table severance.case_answer (
  id uuid primary key,
  case_id uuid not null references severance.severance_case on delete cascade,
  key text not null,
  value text not null,
  document text not null check (document <> ''),
  file_id uuid,
  entered_at timestamptz not null,
  entered_by_name text not null,
  replaced_at timestamptz
);
create unique index case_answer_now on severance.case_answer(case_id, key) where replaced_at is null;

-- Notices of retirement given to people.
create table severance.retirement_notice (
  id uuid primary key,
  person_id uuid not null,
  retires_on date not null,
  noticed_on date not null,
  document text not null check (document <> ''),
  noted_at timestamptz not null,
  noted_by uuid,
  noted_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (noticed_on < retires_on)
);
create unique index retirement_notice_now on severance.retirement_notice(person_id) where withdrawn_at is null;

-- Requests of civil servants to leave by their own wish.
create table severance.resignation (
  id uuid primary key,
  person_id uuid not null,
  unit_id uuid not null,
  received_on date not null,
  document text not null check (document <> ''),
  file_id uuid,
  leave_on date not null,
  why text not null default '',
  answer_due date not null,
  state text not null check (state in ('Received', 'Agreed', 'Refused', 'Withdrawn')),
  answered_on date,
  answer_document text,
  answer_reason text,
  service_months int check (service_months >= 0),
  unemployment_months int check (unemployment_months >= 0),
  debts text,
  decision_id uuid,
  received_at timestamptz not null,
  received_by uuid,
  received_by_name text not null,
  answered_by uuid,
  version int not null default 1,
  check (state not in ('Agreed', 'Refused') or (answered_on is not null and answer_document is not null)),
  check (state <> 'Refused' or answer_reason is not null)
);
create unique index resignation_open on severance.resignation(person_id) where state in ('Received', 'Agreed');

-- What happened to a scheme, a list, a case, a request.
create table severance.step (
  id uuid primary key,
  owner_id uuid not null,
  at timestamptz not null,
  account_name text not null,
  what text not null
);
create index step_owner on severance.step(owner_id, at);
