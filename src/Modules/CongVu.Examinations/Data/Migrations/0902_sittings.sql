-- Blueprints, examinations, sittings, rooms, seats; what happens in the rooms; what the machines send.

-- How many questions of which topic and level a paper has (docs/exam-protocol.md). Approved by another person than its author.
create table examinations.blueprint (
  id uuid primary key,
  name text not null check (name <> ''),
  subject text not null check (subject <> ''),
  cells jsonb not null,
  shuffle_questions boolean not null default true,
  shuffle_options boolean not null default true,
  state text not null check (state in ('Draft', 'Approved', 'Retired')),
  author_id uuid not null references platform.account,
  approver_id uuid references platform.account,
  created_at timestamptz not null,
  version int not null default 1,
  check (approver_id is null or approver_id <> author_id),
  check (state <> 'Approved' or approver_id is not null)
);

-- An examination (kỳ thi) with its council. The kind decides by the law of the day which rounds it has.
create table examinations.exam (
  id uuid primary key,
  name text not null check (name <> ''),
  kind text not null,
  held_on date not null,
  -- The decision that ordered it, as written on the papers.
  ordered_by text not null default '',
  state text not null check (state in ('Draft', 'Announced', 'Held', 'Marked', 'Published', 'Archived')),
  created_at timestamptz not null,
  created_by uuid not null references platform.account,
  version int not null default 1
);

create table examinations.exam_member (
  exam_id uuid not null references examinations.exam,
  account_id uuid not null references platform.account,
  role text not null check (role in ('Chair', 'Deputy', 'Secretary', 'Member', 'Invigilator', 'Technician', 'Marker', 'Supervisor')),
  primary key (exam_id, account_id, role)
);

-- Who sits the examination. Known officials point to their record; others are known by what they wrote.
create table examinations.candidate (
  id uuid primary key,
  exam_id uuid not null references examinations.exam,
  person_id uuid,
  -- Candidate number (số báo danh); drawn when the list is closed.
  number text,
  full_name text not null check (full_name <> ''),
  birth date not null,
  personal_id text not null,
  unit_name text not null default '',
  position text not null default '',
  -- Priority points in hundredths, only the highest counts.
  priority_hundredths int not null default 0 check (priority_hundredths between 0 and 1000),
  priority_reason text not null default '',
  photo_id uuid,
  -- Accessibility profile: extra time in percent of the sitting, contrast, letter size, screen reader.
  extra_percent int not null default 0 check (extra_percent between 0 and 100),
  profile jsonb not null default '{}',
  version int not null default 1,
  unique (exam_id, personal_id),
  unique (exam_id, number)
);

-- One part of an examination at one time (ca thi), on one blueprint.
create table examinations.sitting (
  id uuid primary key,
  exam_id uuid not null references examinations.exam,
  name text not null check (name <> ''),
  blueprint_id uuid not null references examinations.blueprint,
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 300),
  -- Draft: being planned. Sealed: bank, blueprint and secret are committed to. Released: two persons opened it, the seed is known. Running, Closed: the rooms. Scored: objective items are marked.
  state text not null check (state in ('Draft', 'Sealed', 'Released', 'Running', 'Closed', 'Scored')),
  commitment text,
  public_rule text,
  public_value text,
  -- The board's secret and the sealed bank with salts, both encrypted.
  secret bytea,
  bank bytea,
  sealed_at timestamptz,
  sealed_by uuid references platform.account,
  released_by uuid references platform.account,
  second_release_by uuid references platform.account,
  version int not null default 1,
  check (second_release_by is null or second_release_by <> released_by),
  check (state = 'Draft' or (commitment is not null and secret is not null and bank is not null)),
  check (state in ('Draft', 'Sealed') or (public_value is not null and second_release_by is not null))
);

create table examinations.room (
  id uuid primary key,
  sitting_id uuid not null references examinations.sitting,
  name text not null check (name <> ''),
  seats int not null check (seats between 1 and 500),
  -- Only machines of these networks may enter (CIDR); none: any.
  networks text[] not null default '{}',
  -- Config key of Safe Exam Browser (64 hex digits); none: plain browsers may enter.
  browser_key text,
  state text not null check (state in ('Waiting', 'Running', 'Paused', 'Closed')),
  started_at timestamptz,
  paused_at timestamptz,
  -- Time given back for pauses and for the room as a whole.
  added_seconds int not null default 0 check (added_seconds >= 0),
  closed_at timestamptz,
  version int not null default 1,
  unique (sitting_id, name)
);

-- A candidate's place in a sitting, and the state of their work.
create table examinations.seat (
  id uuid primary key,
  sitting_id uuid not null references examinations.sitting,
  candidate_id uuid not null references examinations.candidate,
  room_id uuid not null references examinations.room,
  number int not null check (number > 0),
  -- Hash of the code on the seat card; with the candidate number it opens the paper.
  code_hash text,
  state text not null check (state in ('Waiting', 'Present', 'Working', 'Sealed', 'Absent', 'Suspended')),
  identity_checked_at timestamptz,
  identity_checked_by uuid references platform.account,
  started_at timestamptz,
  -- Seconds given to this candidate alone: profile, lost time.
  added_seconds int not null default 0 check (added_seconds >= 0),
  -- Penalty by the rules of examinations: none, Reprimand (-25 %), Warning (-50 %), Suspension, Cancelled.
  penalty text not null default 'None' check (penalty in ('None', 'Reprimand', 'Warning', 'Suspension', 'Cancelled')),
  sealed_at timestamptz,
  -- Hash over the whole log at sealing: what the candidate's receipt shows.
  receipt text,
  -- Objective score in hundredths, before penalty.
  score_hundredths int,
  max_hundredths int,
  version int not null default 1,
  unique (sitting_id, candidate_id),
  unique (room_id, number)
);
create index seat_room on examinations.seat(room_id);

-- Everything that happens in a sitting; the minutes (biên bản) are written from it. Append-only.
create table examinations.sitting_event (
  id uuid primary key,
  sitting_id uuid not null references examinations.sitting,
  room_id uuid references examinations.room,
  seat_id uuid references examinations.seat,
  at timestamptz not null,
  account_id uuid references platform.account,
  kind text not null,
  seconds int,
  reason text,
  detail jsonb
);
create index sitting_event_sitting on examinations.sitting_event(sitting_id, at);

-- Each machine a candidate works at is one epoch; only the highest is live. Earlier ones may still hand in what they hold.
create table examinations.seat_device (
  seat_id uuid not null references examinations.seat,
  epoch int not null check (epoch > 0),
  token_hash text not null,
  address text not null,
  agent text not null,
  opened_at timestamptz not null,
  -- The invigilator who let a second machine in; none for the first.
  opened_by uuid references platform.account,
  last_seen_at timestamptz not null,
  primary key (seat_id, epoch)
);
create unique index seat_device_token on examinations.seat_device(token_hash);

-- What a machine sent, as it sent it: append-only, idempotent by its key.
create table examinations.seat_entry (
  seat_id uuid not null,
  epoch int not null,
  sequence int not null check (sequence > 0),
  received_at timestamptz not null,
  -- Milliseconds of the machine's own running clock since its epoch began.
  clock_ms bigint not null,
  kind text not null,
  question int,
  body text,
  -- How it came: Live, or Carried in a file by two persons.
  source text not null default 'Live' check (source in ('Live', 'Carried')),
  -- After the end or after a later epoch: kept and shown, but not marked.
  counts boolean not null default true,
  primary key (seat_id, epoch, sequence),
  foreign key (seat_id, epoch) references examinations.seat_device
);

create function examinations.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'examinations.%: rows are only added', tg_table_name;
end $$;
create trigger seat_entry_append_only before update or delete on examinations.seat_entry for each row execute function examinations.append_only();
create trigger sitting_event_append_only before update or delete on examinations.sitting_event for each row execute function examinations.append_only();
