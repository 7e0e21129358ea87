-- A round of inspection of how a unit carries its scheme out: planned, held with what was looked at and found, followed up.
create table severance.inspection (
  id uuid primary key,
  unit_id uuid not null,
  year int not null check (year between 2015 and 2100),
  planned_from date not null,
  planned_to date not null check (planned_to >= planned_from),
  plan_document text not null check (plan_document <> ''),
  scope text not null check (scope <> ''),
  team text not null default '',
  state text not null check (state in ('Planned', 'Held', 'Cancelled')),
  held_on date,
  looked_at text,
  findings text,
  conclusion_document text,
  conclusion_file_id uuid,
  follow_up text,                              -- what the unit has to do; none when nothing was found
  follow_up_by date,
  followed_up_on date,
  follow_up_result text,
  cancelled_reason text,
  created_at timestamptz not null,
  created_by uuid,
  created_by_name text not null,
  version int not null default 1,
  check (state <> 'Held' or (held_on is not null and looked_at <> '' and findings <> '' and conclusion_document <> '')),
  check ((follow_up is null) = (follow_up_by is null)),
  check ((followed_up_on is null) = (follow_up_result is null)),
  check (followed_up_on is null or follow_up is not null),
  check (state <> 'Cancelled' or cancelled_reason is not null)
);
create index inspection_unit on severance.inspection(unit_id, year);

-- Columns of a scheme's lists as the officer of Home Affairs chose and named them; a scheme without rows uses the common list.
create table severance.list_column (
  scheme_id uuid not null references severance.scheme on delete cascade,
  list text not null check (list in ('Beneficiaries', 'Payments')),
  key text not null,
  title text not null check (title <> ''),
  place int not null,
  primary key (scheme_id, list, key)
);
