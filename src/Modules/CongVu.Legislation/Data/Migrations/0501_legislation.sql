create schema legislation;

-- Law entered through the application: a change is a set of instruments and dated values that are checked and approved together ------
create table legislation.law_change (
  id uuid primary key,
  title text not null,
  note text not null default '',
  state text not null check (state in ('Draft', 'Submitted', 'Approved', 'Withdrawn', 'Discarded')),
  version int not null default 1,
  drafted_by uuid not null,
  drafter_name text not null,
  drafted_at timestamptz not null,
  submitted_by uuid,
  submitter_name text,
  submitted_at timestamptz,
  approved_by uuid,
  approver_name text,
  approved_at timestamptz,
  withdrawn_by uuid,
  withdrawer_name text,
  withdrawn_at timestamptz,
  last_reason text,
  -- Two people, whatever the application thinks.
  check (approved_by is null or (approved_by <> drafted_by and approved_by <> submitted_by)),
  check (state not in ('Approved', 'Withdrawn') or approved_at is not null)
);
create index law_change_listed on legislation.law_change(drafted_at desc);

create table legislation.law_change_item (
  id uuid primary key,
  change_id uuid not null references legislation.law_change,
  ord int not null,
  kind text not null check (kind in ('Instrument', 'Value')),
  target text not null,                     -- number of the instrument, or key of the parameter
  from_day date,                            -- start of the value
  content jsonb not null,
  correction_reason text,                   -- why a value that decisions rest on is changed backwards
  affected jsonb not null default '[]'      -- those decisions, as listed when the change was submitted
);
create index law_change_item_change on legislation.law_change_item(change_id);

create function legislation.keep_what_was_approved() returns trigger language plpgsql as $$
begin
  if exists (select from legislation.law_change c where c.id = old.change_id and c.approved_at is not null) then
    raise exception 'An approved change of the law is kept as it was approved.';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep_approved before update or delete on legislation.law_change_item for each row execute function legislation.keep_what_was_approved();

-- Comparisons with the gazette: on which day it was compared, and since when the system knows ---------------------------------------
create table legislation.source_check (
  id uuid primary key,
  kind text not null check (kind in ('Instrument', 'Value')),
  target text not null,
  from_day date,
  outcome text not null check (outcome in ('Right', 'Wrong')),
  source text not null,
  note text,
  checked_on date not null,
  recorded_at timestamptz not null,
  account_id uuid not null,
  account_name text not null,
  evidence_file_id uuid
);
create index source_check_target on legislation.source_check(target, from_day);
create function legislation.keep_checks() returns trigger language plpgsql as $$
begin
  raise exception 'A recorded comparison is never changed; record another one.';
end $$;
create trigger keep_checks before update or delete on legislation.source_check for each row execute function legislation.keep_checks();

-- Every change of what the running law is made of raises this number; nodes look at it and load anew ---------------------------------
create table legislation.revision (single boolean primary key default true check (single), number bigint not null);
insert into legislation.revision(number) values (1);

-- What a value would change, computed before its day --------------------------------------------------------------------------------
create table legislation.impact_run (
  id uuid primary key,
  change_id uuid references legislation.law_change,
  parameter_key text not null,
  from_day date not null,
  asked_by uuid not null,
  asker_name text not null,
  asked_at timestamptz not null,
  job_id uuid not null,
  finished_at timestamptz
);
create index impact_run_value on legislation.impact_run(parameter_key, from_day, asked_at desc);
create table legislation.impact_part (
  run_id uuid not null references legislation.impact_run,
  code text not null,
  title text not null,
  looked_at int not null,
  problem text,
  primary key (run_id, code)
);
create table legislation.impact_line (
  run_id uuid not null references legislation.impact_run,
  code text not null,
  ord int not null,
  subject_id uuid,
  subject text not null,
  sort_key text not null,
  href text,
  unit_id uuid,
  unit_name text not null,
  before_text text not null,
  after_text text not null,
  before_amount bigint,
  after_amount bigint,
  problem text,
  primary key (run_id, code, ord)
);
