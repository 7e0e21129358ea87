-- Results: announced marks, parts marked by people face to face, vacancies, ties decided by the head.

-- The day marks of a sitting are announced; the time for appeals runs from it.
alter table examinations.sitting add column announced_at timestamptz;
alter table examinations.sitting add column announced_by uuid references platform.account;

-- A part in which examiners hear or see the candidate: interview, practical test, a project and its defence. Its weight is a percentage of the ranking score.
create table examinations.direct_part (
  id uuid primary key,
  exam_id uuid not null references examinations.exam,
  -- Code of the round in the law of the day; empty where the council's plan decides.
  round text not null default '',
  name text not null check (name <> ''),
  weight int not null check (weight between 1 and 100),
  examiners int not null check (examiners between 2 and 15),
  opened_at timestamptz not null,
  opened_by uuid not null references platform.account,
  unique (exam_id, name)
);

-- Each examiner marks alone, once.
create table examinations.direct_mark (
  part_id uuid not null references examinations.direct_part,
  candidate_id uuid not null references examinations.candidate,
  marker_id uuid not null references platform.account,
  hundredths int not null check (hundredths between 0 and 10000),
  note text not null default '',
  at timestamptz not null,
  primary key (part_id, candidate_id, marker_id)
);

-- What the head of the council decides: marks too far apart, or a candidate who did not come.
create table examinations.direct_decision (
  part_id uuid not null references examinations.direct_part,
  candidate_id uuid not null references examinations.candidate,
  hundredths int not null check (hundredths between 0 and 10000),
  is_absent boolean not null default false,
  reason text not null check (reason <> ''),
  decided_by uuid not null references platform.account,
  at timestamptz not null,
  primary key (part_id, candidate_id)
);
create trigger direct_mark_append_only before update or delete on examinations.direct_mark for each row execute function examinations.append_only();
create trigger direct_decision_append_only before update or delete on examinations.direct_decision for each row execute function examinations.append_only();

-- How many are wanted for a position.
create table examinations.vacancy (
  exam_id uuid not null references examinations.exam,
  position text not null,
  seats int not null check (seats between 0 and 10000),
  primary key (exam_id, position)
);

-- Where everything the law compares is equal the head decides; smaller comes first.
alter table examinations.candidate add column tie_order int;
alter table examinations.candidate add column tie_reason text;
