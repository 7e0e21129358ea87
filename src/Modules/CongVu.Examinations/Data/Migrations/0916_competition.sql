-- Competitions for leading posts: what the council's own regulation says, and the projects (đề án) candidates hand in before the day.
create table examinations.competition (
  exam_id uuid primary key references examinations.exam,
  -- The regulation of this competition, as papers name it.
  regulation text not null check (regulation <> ''),
  register_until date not null,
  scheme_until timestamptz not null,
  -- Least share of each part, in hundredths of the scale of 100.
  pass_hundredths int not null check (pass_hundredths between 5000 and 10000),
  -- None: the mean of all marks. Extremes: one highest and one lowest mark are left out first.
  discard text not null check (discard in ('None', 'Extremes')),
  version int not null default 1,
  check (scheme_until > register_until)
);

-- Every project handed in is kept; the last one before the deadline counts.
create table examinations.scheme (
  id uuid primary key,
  candidate_id uuid not null references examinations.candidate,
  file_id uuid not null,
  name text not null,
  size bigint not null,
  sha256 text not null,
  submitted_at timestamptz not null,
  submitted_by uuid not null references platform.account,
  -- Why somebody else brought it in.
  reason text
);
create index scheme_candidate on examinations.scheme(candidate_id, submitted_at);
create trigger scheme_append_only before update or delete on examinations.scheme for each row execute function examinations.append_only();
