-- What people say about their own record, and what came of it. An accepted item becomes an effect in the log whose source is the
-- declaration; these tables keep how it came about.
create table personnel.case_register (        -- numbers of declarations and disputes, without gaps
  kind text not null,
  year int not null,
  last_number int not null,
  primary key (kind, year)
);

create table personnel.declaration (
  id uuid primary key,
  person_id uuid not null references personnel.person,
  person_name text not null,
  number int,                                 -- given when it is first submitted
  year int,
  state text not null check (state in ('Draft', 'Submitted', 'Returned', 'Decided', 'Discarded')),
  note text,
  account_id uuid not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  saved_by_form uuid,                         -- the page that saved last: its own next save is not a conflict
  submitted_at timestamptz,
  decided_at timestamptz,
  decider_id uuid,
  decider_name text,
  item_count int not null default 0,
  accepted_count int not null default 0,
  version int not null default 1,
  check ((number is null) = (year is null)),
  check (state not in ('Submitted', 'Decided') or (number is not null and submitted_at is not null)),
  check ((state = 'Decided') = (decided_at is not null)),
  unique (year, number)
);
-- One at a time: what is still open is gone on with.
create unique index declaration_open on personnel.declaration(person_id) where state in ('Draft', 'Submitted', 'Returned');
create index declaration_person on personnel.declaration(person_id, created_at desc);
create index declaration_waiting on personnel.declaration(submitted_at) where state = 'Submitted';

create table personnel.declaration_item (
  declaration_id uuid not null references personnel.declaration,
  code text not null,                         -- contact.phone, identity.religion, qualification.professional
  from_day date not null,
  before jsonb not null,                      -- what the record said when it was declared
  wanted jsonb not null,
  state text not null default 'Waiting' check (state in ('Waiting', 'Accepted', 'Rejected')),
  reason text,
  effect_id uuid,                             -- what it became in the record; several fields of one kind become one effect
  primary key (declaration_id, code),
  check (state <> 'Rejected' or reason is not null)
);

create table personnel.declaration_file (
  file_id uuid primary key references platform.stored_file,
  declaration_id uuid not null references personnel.declaration,
  label text not null,
  name text not null,
  size bigint not null,
  at timestamptz not null
);
create index declaration_file_of on personnel.declaration_file(declaration_id);

create table personnel.declaration_step (
  id uuid primary key,
  declaration_id uuid not null references personnel.declaration,
  process text not null,
  process_id uuid not null,
  account_id uuid,
  account_name text not null,
  at timestamptz not null,
  said text
);
create index declaration_step_of on personnel.declaration_step(declaration_id, at);
