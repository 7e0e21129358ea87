create schema if not exists personnel;

-- A human being, under one key for life. Everything else about them is a fact with dates.
create table personnel.person (
  id uuid primary key,
  created_at timestamptz not null
);

-- What happened, in words of the trade: the record of a person is the fold of the standing rows, by day and then by seq.
-- A correction ends one version and begins the next at the same place in the order.
create sequence personnel.effect_seq as bigint;
create table personnel.effect_log (
  id uuid not null,                          -- the effect, the same through all its versions
  version int not null default 1 check (version > 0),
  person_id uuid not null references personnel.person,
  seq bigint not null default nextval('personnel.effect_seq'),
  type text not null,
  from_day date not null,
  payload jsonb not null,
  decision_id uuid,
  declaration_id uuid,
  process_id uuid not null,
  label text not null,                       -- how histories name what stands behind it
  recorded_at timestamptz not null,
  voided_at timestamptz,                     -- null: it stands
  voided_as text check (voided_as in ('annulled', 'corrected')),
  voided_by_decision uuid,
  voided_by_process uuid,
  voided_label text,
  primary key (id, version),
  check ((voided_at is null) = (voided_as is null) and (voided_at is null) = (voided_label is null))
);
alter sequence personnel.effect_seq owned by personnel.effect_log.seq;
create index effect_log_person on personnel.effect_log(person_id, from_day, seq);
create unique index effect_log_standing on personnel.effect_log(id) where voided_at is null;
