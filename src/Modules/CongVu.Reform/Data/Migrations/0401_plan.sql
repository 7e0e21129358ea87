create schema if not exists reform;

-- The plan as read and corrected ---------------------------------------------------------------------------------------
create table reform.plan (
  id uuid primary key,
  title text not null,
  number text,
  issuer text,
  issued date,
  period_from date,
  period_to date,
  source_file_id uuid,
  source_name text,
  status text not null check (status in ('Draft', 'Active', 'Closed')),
  created_at timestamptz not null,
  created_by uuid,
  committed_at timestamptz,
  version int not null default 1,
  check (period_from is null or period_to is null or period_from <= period_to)
);
create table reform.plan_group (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  ord int not null,
  code text not null,
  title text not null
);
create index plan_group_plan on reform.plan_group(plan_id);
create table reform.plan_task (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  group_id uuid references reform.plan_group on delete set null,
  ord int not null,
  code text not null,
  title text not null,
  search_key text not null,
  notes text,
  weight int not null default 1 check (weight between 1 and 100),
  line int,
  version int not null default 1
);
create index plan_task_plan on reform.plan_task(plan_id);
create index plan_task_search on reform.plan_task using gin (search_key gin_trgm_ops);
create table reform.product (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  task_id uuid not null references reform.plan_task on delete cascade,
  ord int not null,
  text text not null,
  schedule_kind text not null check (schedule_kind in ('None', 'Period', 'Ongoing', 'Conditional', 'OnDemand', 'Deadline')),
  starts_on date,
  ends_on date,
  min_per_year int check (min_per_year > 0),
  yearly_month int check (yearly_month between 1 and 12),
  yearly_day int check (yearly_day between 1 and 31),
  schedule_text text not null default '',
  check (starts_on is null or ends_on is null or starts_on <= ends_on)
);
create index product_task on reform.product(task_id);
create index product_plan on reform.product(plan_id);

-- A unit or a group of units as the plan writes it, and whom that means. A name without unit and group waits for a person.
create table reform.product_unit (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  product_id uuid not null references reform.product on delete cascade,
  role text not null check (role in ('Lead', 'Support')),
  ord int not null,
  text text not null,
  group_key text,
  unit_id uuid,
  mapped_by uuid,
  check (group_key is null or unit_id is null)
);
create index product_unit_product on reform.product_unit(product_id);
create index product_unit_plan on reform.product_unit(plan_id);
create table reform.target (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  ord int not null,
  text text not null,
  value numeric(18, 4) not null,
  comparison text not null check (comparison in ('AtLeast', 'AtMost', 'Equal', 'MoreThan', 'LessThan')),
  unit text not null check (unit in ('Percent', 'Count')),
  due_by date,
  indicator_key text,
  line int
);
create index target_plan on reform.target(plan_id);
create table reform.unread_line (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  ord int not null,
  line int not null,
  place text not null,
  text text not null,
  outcome text not null check (outcome in ('Open', 'Ignored', 'Task')),
  reason text,
  task_id uuid
);
create index unread_line_plan on reform.unread_line(plan_id);

-- What is owed, and what was done ---------------------------------------------------------------------------------------
-- A condition that came true, or a demand that was raised: each wakes a product that otherwise sleeps.
create table reform.occasion (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  product_id uuid not null references reform.product on delete cascade,
  happened_on date not null,
  due_on date not null,
  document text not null,
  registered_by uuid,
  registered_at timestamptz not null,
  check (due_on >= happened_on)
);
create index occasion_product on reform.occasion(product_id);

-- One unit owes one product for one period. The colour is computed, never stored.
create table reform.obligation (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  task_id uuid not null references reform.plan_task on delete cascade,
  product_id uuid not null references reform.product on delete cascade,
  unit_id uuid not null,
  named_unit_id uuid,                         -- the unit of the plan's words where another one has taken over
  period_key text not null,
  due_from date not null,
  due_on date not null,
  min_count int not null default 1 check (min_count > 0),
  unique (product_id, unit_id, period_key),
  check (due_from <= due_on)
);
create index obligation_plan on reform.obligation(plan_id);
create index obligation_task on reform.obligation(task_id);
create index obligation_unit on reform.obligation(unit_id, due_on);
create table reform.progress_report (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  task_id uuid not null references reform.plan_task on delete cascade,
  obligation_id uuid not null references reform.obligation on delete cascade,
  unit_id uuid not null,
  percent int not null check (percent between 0 and 100),
  rounds int not null default 0 check (rounds >= 0),
  words text not null,
  evidence_file_id uuid,
  evidence_decision_id uuid,
  evidence_reference text,
  state text not null check (state in ('Submitted', 'Accepted', 'Returned')),
  reported_by uuid,
  reported_by_name text not null,
  reported_at timestamptz not null,
  judged_by uuid,
  judged_by_name text,
  judged_at timestamptz,
  return_reason text,
  version int not null default 1,
  check (state <> 'Returned' or return_reason is not null)
);
create index progress_report_obligation on reform.progress_report(obligation_id);
create index progress_report_plan on reform.progress_report(plan_id);
create index progress_report_waiting on reform.progress_report(reported_at) where state = 'Submitted';
create table reform.difficulty (
  id uuid primary key,
  plan_id uuid not null references reform.plan on delete cascade,
  task_id uuid not null references reform.plan_task on delete cascade,
  unit_id uuid not null,
  words text not null,
  raised_by uuid,
  raised_by_name text not null,
  raised_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  version int not null default 1
);
create index difficulty_plan on reform.difficulty(plan_id);
create index difficulty_open on reform.difficulty(raised_at) where answered_at is null;
