create schema if not exists organisation;

-- Bumped inside every change; nodes compare it with what they hold in memory.
create table organisation.revision (what text primary key, no bigint not null);
insert into organisation.revision(what, no) values ('units', 0), ('authority', 0);

create table organisation.unit (
  id uuid primary key,
  created_at timestamptz not null
);

-- The log the record is folded from. A correction closes the row and enters the same effect again, keeping its place in the order.
create sequence organisation.unit_effect_seq;
create table organisation.unit_effect (
  row_id uuid primary key,
  id uuid not null,
  unit_id uuid not null references organisation.unit,
  seq bigint not null,
  type text not null,
  payload jsonb not null,
  from_day date not null,
  decision_id uuid,
  process_id uuid not null,
  label text not null,
  recorded_at timestamptz not null,
  voided_at timestamptz,
  voided_by uuid,
  check (voided_at is null or voided_at >= recorded_at)
);
create unique index unit_effect_current on organisation.unit_effect(id) where voided_at is null;
create index unit_effect_unit on organisation.unit_effect(unit_id, from_day, seq);
create index unit_effect_id on organisation.unit_effect(id);

create table organisation.unit_version (
  id uuid primary key,
  unit_id uuid not null references organisation.unit,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null check (not isempty(recorded)),
  code text not null,
  name text not null,
  short_name text not null,
  symbol text not null,
  kind text not null,
  level text not null,
  parent_id uuid references organisation.unit,
  effect_id uuid not null,
  decision_id uuid,
  label text not null,
  constraint unit_version_one_at_a_time exclude using gist (unit_id with =, valid with &&) where (upper_inf(recorded))
);
create index unit_version_unit on organisation.unit_version(unit_id);
create index unit_version_parent on organisation.unit_version(parent_id) where upper_inf(recorded);

create table organisation.unit_lineage (
  id uuid primary key,
  predecessor_id uuid not null references organisation.unit,
  successor_id uuid not null references organisation.unit,
  day date not null,
  recorded tstzrange not null check (not isempty(recorded)),
  stated_by uuid not null references organisation.unit,
  effect_id uuid not null,
  decision_id uuid,
  label text not null,
  check (predecessor_id <> successor_id)
);
create unique index unit_lineage_current on organisation.unit_lineage(effect_id, predecessor_id, successor_id) where upper_inf(recorded);
create index unit_lineage_stated on organisation.unit_lineage(stated_by);
