-- A person holds that something in the own record is wrong: numbered, with a day by which it is answered.
create table personnel.dispute (
  id uuid primary key,
  person_id uuid not null references personnel.person,
  person_name text not null,
  number int not null,
  year int not null,
  state text not null check (state in ('Open', 'Upheld', 'Refused', 'Withdrawn')),
  effect_id uuid,                             -- the effect behind the disputed fact; null: something is missing from the record
  about text not null,                        -- the fact in words
  stated text not null,                       -- what the record said then
  wanted text not null,                       -- what is right, says the person
  reason text not null,
  file_id uuid references platform.stored_file,
  file_name text,
  account_id uuid not null,
  raised_at timestamptz not null,
  due_on date not null,
  answer text,
  answered_at timestamptz,
  answerer_id uuid,
  answerer_name text,
  version int not null default 1,
  check ((state in ('Upheld', 'Refused')) = (answer is not null)),
  unique (year, number)
);
create index dispute_person on personnel.dispute(person_id, raised_at desc);
create index dispute_open on personnel.dispute(due_on) where state = 'Open';
-- The same fact is not disputed twice at once.
create unique index dispute_open_fact on personnel.dispute(person_id, effect_id, about) nulls not distinct where state = 'Open';
