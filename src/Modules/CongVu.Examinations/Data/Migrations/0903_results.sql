-- Closing a list, planning of seats, and what follows a sitting.

-- Numbers and seats are dealt by published seeds, so that anyone can deal them again.
alter table examinations.exam add column numbers_seed text;
alter table examinations.exam add column list_closed_at timestamptz;
alter table examinations.sitting add column seats_seed text;
-- Code of the round in the law of the day; empty where the council's plan decides.
alter table examinations.sitting add column round text not null default '';

-- Which questions a sealed bank was made of.
create table examinations.sitting_item (
  sitting_id uuid not null references examinations.sitting,
  item_id uuid not null references examinations.bank_item,
  item_version int not null,
  primary key (sitting_id, item_id)
);
create index sitting_item_item on examinations.sitting_item(item_id);

-- What a question showed in a sitting; thousandths but for the count.
create table examinations.item_statistic (
  sitting_id uuid not null references examinations.sitting,
  item_id uuid not null references examinations.bank_item,
  answered int not null check (answered > 0),
  facility_permille int not null,
  discrimination_permille int,
  point_biserial_permille int,
  -- Expected before the sitting, to see the drift.
  expected_permille int not null,
  options jsonb not null default '{}',
  at timestamptz not null,
  primary key (sitting_id, item_id)
);
create index item_statistic_item on examinations.item_statistic(item_id, at);

-- A question found faulty after a sitting: everybody who had it gets its points, once another person has approved it.
create table examinations.faulty_question (
  sitting_id uuid not null references examinations.sitting,
  item_id uuid not null references examinations.bank_item,
  reason text not null check (reason <> ''),
  proposed_by uuid not null references platform.account,
  proposed_at timestamptz not null,
  approved_by uuid references platform.account,
  approved_at timestamptz,
  primary key (sitting_id, item_id),
  check (approved_by is null or approved_by <> proposed_by)
);

-- An essay under its code (số phách): markers see the code, never the candidate.
create table examinations.essay (
  id uuid primary key,
  sitting_id uuid not null references examinations.sitting,
  seat_id uuid not null references examinations.seat,
  place int not null,
  code text not null,
  max_hundredths int not null,
  final_hundredths int,
  settled text,
  -- A candidate asked for marking again (phúc khảo): the mark then, why, and who took the request.
  appealed_from int,
  appeal_reason text,
  appealed_at timestamptz,
  appeal_taken_by uuid references platform.account,
  version int not null default 1,
  unique (sitting_id, code),
  unique (seat_id, place)
);

-- Marks are given independently and never changed; a mark that settles a difference is a mark of its own. No marker has a paper twice.
create table examinations.essay_mark (
  essay_id uuid not null references examinations.essay,
  step text not null check (step in ('First', 'Second', 'Third', 'Agreed', 'AppealFirst', 'AppealSecond', 'AppealThird', 'AppealAgreed')),
  marker_id uuid not null references platform.account,
  hundredths int not null check (hundredths >= 0),
  note text not null default '',
  at timestamptz not null,
  primary key (essay_id, step)
);
create unique index essay_mark_once on examinations.essay_mark(essay_id, marker_id) where step not in ('Agreed', 'AppealAgreed');
create trigger essay_mark_append_only before update or delete on examinations.essay_mark for each row execute function examinations.append_only();
