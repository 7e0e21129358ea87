-- What becomes of an examination when it is over: its package sealed under a hash, copies noted, papers and answers destroyed by two when the law allows.

-- The sealed package. Hash, size and contents stay when the package itself is destroyed.
create table examinations.exam_archive (
  exam_id uuid primary key references examinations.exam,
  sealed_at timestamptz not null,
  sealed_by uuid not null references platform.account,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  -- The package, encrypted; null once destroyed.
  file_id uuid,
  contents jsonb not null,
  -- The last day papers and answers must be kept, and by which provision.
  keep_until date not null,
  keep_source text not null
);

-- A copy outside this system: where it lies, who made it, that it was read back and has the same hash; and that it was destroyed.
create table examinations.exam_copy (
  id uuid primary key,
  exam_id uuid not null references examinations.exam_archive,
  place text not null check (place <> ''),
  made_by uuid not null references platform.account,
  made_at timestamptz not null,
  sha256 text not null,
  destroyed_by uuid references platform.account,
  destroyed_at timestamptz,
  check ((destroyed_by is null) = (destroyed_at is null))
);
create index exam_copy_exam on examinations.exam_copy(exam_id);

-- What keeps papers from being destroyed although their time is over.
create table examinations.exam_hold (
  id uuid primary key,
  exam_id uuid not null references examinations.exam_archive,
  kind text not null check (kind in ('Complaint', 'Inspection', 'Lawsuit')),
  document text not null check (document <> ''),
  placed_by uuid not null references platform.account,
  placed_at timestamptz not null,
  lifted_by uuid references platform.account,
  lifted_at timestamptz,
  lift_reason text,
  check ((lifted_by is null) = (lifted_at is null)),
  check (lifted_by is null or lift_reason <> '')
);
create index exam_hold_exam on examinations.exam_hold(exam_id);

-- Destruction: one proposes on a written decision, another does it. What went and what stays is written down then.
create table examinations.exam_destruction (
  exam_id uuid primary key references examinations.exam_archive,
  ordered_by text not null check (ordered_by <> ''),
  proposed_by uuid not null references platform.account,
  proposed_at timestamptz not null,
  done_by uuid references platform.account,
  done_at timestamptz,
  destroyed jsonb,
  check (done_by is null or done_by <> proposed_by),
  check ((done_by is null) = (done_at is null) and (done_by is null) = (destroyed is null))
);

-- Once destroyed a sitting has neither bank nor secret; its commitment, public value and receipts stay.
alter table examinations.sitting add column destroyed_at timestamptz;
alter table examinations.sitting drop constraint sitting_check1;
alter table examinations.sitting add constraint sitting_papers
  check (state = 'Draft' or (commitment is not null and (destroyed_at is null and secret is not null and bank is not null or destroyed_at is not null and secret is null and bank is null)));

-- Answers go only by a destruction that two persons carried out. Asked once for each statement: there are millions of them.
create function examinations.answers_go_by_two() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select distinct seat_id from gone) g join examinations.seat s on s.id = g.seat_id join examinations.sitting t on t.id = s.sitting_id
      left join examinations.exam_destruction d on d.exam_id = t.exam_id where d.done_by is null) then
    raise exception 'examinations.seat_entry: answers are only added, until two persons destroy them';
  end if;
  return null;
end $$;
drop trigger seat_entry_append_only on examinations.seat_entry;
create trigger seat_entry_append_only before update on examinations.seat_entry for each row execute function examinations.append_only();
create trigger seat_entry_go_by_two after delete on examinations.seat_entry referencing old table as gone for each statement execute function examinations.answers_go_by_two();
