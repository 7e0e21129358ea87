create schema if not exists communes;

-- Facts about a commune or village hold from a day until the next fact of the same subject. A fact is never changed: a correction withdraws it with a
-- reason and enters another, so that what was known at any time can be asked for.

-- What a commune-level unit is: kind, class, population and area against the norms of its kind.
create table communes.profile (
  id uuid primary key,
  unit_id uuid not null,
  from_day date not null,
  kind text not null check (kind in ('Commune', 'Ward', 'Township', 'SpecialZone')),
  class int check (class between 1 and 3),     -- none since the classes ended
  population bigint check (population > 0),
  population_norm bigint check (population_norm > 0),
  area bigint check (area > 0),                -- hectares
  area_norm bigint check (area_norm > 0),
  of_urban_district boolean not null default false,
  border_or_island boolean not null default false,
  document text not null check (document <> ''),
  entered_at timestamptz not null,
  entered_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (population is null or population_norm is not null),
  check (area is null or area_norm is not null)
);
create unique index profile_once on communes.profile(unit_id, from_day) where withdrawn_at is null;

-- A village or residential group: which commune it lies in, its name, households. "ended": from this day on it is no more.
create table communes.village_state (
  id uuid primary key,
  village_id uuid not null,
  unit_id uuid not null,
  from_day date not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('Village', 'ResidentialGroup')),
  households int not null check (households between 0 and 100000),
  security_key boolean not null default false,
  ended boolean not null default false,
  document text not null check (document <> ''),
  entered_at timestamptz not null,
  entered_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index village_state_once on communes.village_state(village_id, from_day) where withdrawn_at is null;
create index village_state_unit on communes.village_state(unit_id) where withdrawn_at is null;

-- A resolution of the provincial council: the titles of part-time people, the allowance of each, what a second title is paid. It counts once a second
-- person has approved it.
create table communes.resolution (
  id uuid primary key,
  number text not null check (number <> ''),
  about text not null,
  issued_on date not null,
  from_day date not null,
  second_share int not null check (second_share between 0 and 10000),          -- hundredths of a percent
  insurance int not null check (insurance between 0 and 10000),                -- of the base salary, paid from the fund for each person of the commune
  state text not null check (state in ('Draft', 'Submitted', 'Approved', 'Withdrawn')),
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  approved_by uuid,
  approved_by_name text,
  approved_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  version int not null default 1,
  check (state <> 'Approved' or (approved_at is not null and (created_by is null or approved_by is distinct from created_by))),
  check ((state = 'Withdrawn') = (withdrawn_at is not null))
);
create unique index resolution_once on communes.resolution(from_day) where state = 'Approved';

create table communes.title (
  id uuid primary key,
  resolution_id uuid not null references communes.resolution on delete cascade,
  level text not null check (level in ('Commune', 'Village')),
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  coefficient int not null check (coefficient between 1 and 2000),             -- hundredths of the base salary
  place int not null,
  unique (resolution_id, level, code)
);

-- Somebody who holds titles: a person of the register, or (most village people) known only here.
create table communes.holder (
  id uuid primary key,
  person_id uuid,
  full_name text not null check (full_name <> ''),
  born_on date,
  sex text check (sex in ('male', 'female')),
  unit_id uuid not null,                                                        -- where first entered
  entered_at timestamptz not null,
  entered_by_name text not null
);
create unique index holder_person on communes.holder(person_id) where person_id is not null;

create table communes.holding (
  id uuid primary key,
  holder_id uuid not null references communes.holder,
  unit_id uuid not null,
  village_id uuid,
  level text not null check (level in ('Commune', 'Village', 'Staff')),
  title_code text not null,
  title_name text not null,
  post_coefficient int not null default 0 check (post_coefficient between 0 and 200),   -- of a staff title taken on besides the own
  from_day date not null,
  until_day date,                                                               -- first day no longer held
  document text not null check (document <> ''),
  over_ground text,                                                             -- why it was entered though number or fund were exceeded
  entered_at timestamptz not null,
  entered_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  check (until_day is null or until_day > from_day),
  check ((level = 'Village') = (village_id is not null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index holding_unit on communes.holding(unit_id) where withdrawn_at is null;
create index holding_holder on communes.holding(holder_id);
-- A form sent twice makes one row.
create unique index holding_once on communes.holding(holder_id, level, title_code, coalesce(village_id, unit_id), from_day) where withdrawn_at is null;
