-- A paper somebody wants as PDF. The Word file it is made of and the PDF lie sealed, for they carry names, marks and, on seat cards, codes; both are removed after a while.
create table examinations.pdf_print (
  id uuid primary key,
  exam_id uuid not null references examinations.exam,
  -- Of the Word file: the same content is converted once, whoever asks.
  sha256 text not null,
  name text not null,
  asked_by uuid[] not null,
  word bytea not null,
  pdf bytea,
  -- Why there is no PDF, for the screen.
  why text,
  job_id uuid not null,
  asked_at timestamptz not null,
  keep_until timestamptz not null,
  unique (exam_id, sha256),
  check (pdf is null or why is null)
);
create index pdf_print_until on examinations.pdf_print(keep_until);
