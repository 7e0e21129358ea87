create schema if not exists examinations;

-- A question of the bank. What it says and its key are in sealed bodies only; subject, topic, level and kind are needed to count by.
create table examinations.bank_item (
  id uuid primary key,
  subject text not null check (subject <> ''),
  code text not null check (code <> ''),
  topic text not null,
  level int not null check (level between 0 and 4),
  kind text not null,
  state text not null check (state in ('Draft', 'Submitted', 'Reviewed', 'Approved', 'Locked', 'Retired')),
  author_id uuid not null references platform.account,
  reviewer_id uuid references platform.account,
  approver_id uuid references platform.account,
  law_cited text[] not null default '{}',
  -- The day the question was last known to agree with the instruments it cites.
  law_checked_on date not null,
  current_version int not null default 1,
  created_at timestamptz not null,
  version int not null default 1,
  unique (subject, code),
  check (reviewer_id is null or reviewer_id <> author_id),
  check (approver_id is null or (approver_id <> author_id and approver_id <> reviewer_id)),
  check (state in ('Draft', 'Submitted', 'Retired') or reviewer_id is not null),
  check (state not in ('Approved', 'Locked') or approver_id is not null)
);
create index bank_item_author on examinations.bank_item(author_id, state);
create index bank_item_state on examinations.bank_item(state, subject);

-- Every wording a question has had. The hash covers the plain body with its salt, so that a sealed bank can be published.
create table examinations.bank_item_version (
  item_id uuid not null references examinations.bank_item,
  number int not null,
  sealed bytea not null,
  hash text not null,
  made_at timestamptz not null,
  made_by uuid not null references platform.account,
  primary key (item_id, number)
);

-- Who moved it from which state to which, and why.
create table examinations.bank_item_step (
  id uuid primary key,
  item_id uuid not null references examinations.bank_item,
  at timestamptz not null,
  account_id uuid not null references platform.account,
  from_state text,
  to_state text not null,
  item_version int not null,
  reason text
);
create index bank_item_step_item on examinations.bank_item_step(item_id, at);

-- A file that was read and waits for its author to take it into the bank; sealed like the questions in it.
create table examinations.pending_import (
  id uuid primary key,
  account_id uuid not null references platform.account,
  file_name text not null,
  subject text not null,
  level int not null,
  law_cited text[] not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create index pending_import_account on examinations.pending_import(account_id);
