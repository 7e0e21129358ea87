create schema decisions;

-- A decision through its life, from the draft on -------------------------------------------------------------------------
create table decisions.decision (
  id uuid primary key,
  action_code text not null,
  origin text not null check (origin in ('Own', 'Imported')),
  state text not null check (state in ('Draft', 'Submitted', 'Verified', 'Signed', 'Effective', 'Corrected', 'Annulled', 'Discarded')),
  version int not null,
  unit_id uuid not null,                    -- unit that drafts it; whoever may act for this unit may act on the draft
  unit_ids uuid[] not null,                 -- every unit concerned, for the gate
  title text not null,
  search_key text not null,
  inputs jsonb not null,
  item_count int not null,
  effective_on date,                        -- first day on which something of it takes hold
  listed_on date not null,                  -- lists order by it: signing day, before that the day of the last move
  drafter_id uuid,
  drafter_name text not null,
  drafted_at timestamptz not null,
  verifier_id uuid,
  verifier_name text,
  verified_at timestamptz,
  doc_type text not null,
  signer_unit_id uuid,                      -- competent agency, from the check of authority on
  signer_posts text[] not null default '{}',
  signer_account_id uuid,
  signer_person_id uuid,
  signer_name text,
  signer_post text,
  signer_lines text[] not null default '{}', -- KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC
  signed_on date,
  signed_at timestamptz,
  register_year int,
  number int,
  number_text text,
  authority_state text not null check (authority_state in ('Unchecked', 'Right', 'Wrong', 'Unknown')),
  authority_note text,
  docx_file_id uuid,
  pdf_file_id uuid,
  paper_sha256 bytea,
  annulled_by uuid references decisions.decision,
  corrected_by uuid references decisions.decision,
  check ((number is not null) = (state in ('Signed', 'Effective', 'Corrected', 'Annulled'))),
  check (number is null or (signed_on is not null and signer_unit_id is not null and number_text is not null))
);
create unique index decision_number on decisions.decision(signer_unit_id, doc_type, register_year, number) where number is not null;
create index decision_listed on decisions.decision(listed_on desc, id desc);
create index decision_units on decisions.decision using gin(unit_ids);
create index decision_open on decisions.decision(state, listed_on) where state in ('Draft', 'Submitted', 'Verified', 'Signed');
create index decision_action on decisions.decision(action_code, listed_on desc);
create index decision_search on decisions.decision using gin(search_key gin_trgm_ops);
create index decision_wrong on decisions.decision(authority_state) where authority_state in ('Wrong', 'Unchecked');

create table decisions.decision_item (
  id uuid primary key,
  decision_id uuid not null references decisions.decision,
  no int not null,
  subject_id uuid not null,
  subject_name text not null,
  unit_id uuid,
  inputs jsonb not null,
  state text not null check (state in ('Kept', 'Dropped', 'Annulled')),
  drop_reason text,
  summary text not null,
  standing text not null check (standing in ('Met', 'Blocks', 'Unknown', 'NeedsOverride', 'Overridden')),
  unique (decision_id, no)
);
create index decision_item_subject on decisions.decision_item(subject_id);

create table decisions.decision_effect (
  id uuid primary key,
  decision_id uuid not null references decisions.decision,
  item_id uuid not null references decisions.decision_item,
  ordinal int not null,
  subject_id uuid not null,
  from_day date not null,
  code text not null,
  payload jsonb not null,
  state text not null check (state in ('Planned', 'Applied', 'Void')),
  applied_at timestamptz,
  corrected_from date,
  corrected_payload jsonb,
  corrected_by uuid references decisions.decision,
  voided_by uuid references decisions.decision
);
create index decision_effect_item on decisions.decision_effect(item_id);
create index decision_effect_decision on decisions.decision_effect(decision_id);
create index decision_effect_scheduled on decisions.decision_effect(subject_id) where state = 'Planned';

-- What was found, set aside and done at each stage -----------------------------------------------------------------------
create table decisions.decision_assessment (
  id uuid primary key,
  decision_id uuid not null references decisions.decision,
  item_id uuid references decisions.decision_item,   -- null: about the decision as a whole
  stage text not null check (stage in ('Submitted', 'Verified', 'Signed', 'Imported')),
  at timestamptz not null,
  account_id uuid,
  checks jsonb not null,
  explanation jsonb
);
create index decision_assessment_of on decisions.decision_assessment(decision_id, stage);

create table decisions.decision_override (
  id uuid primary key,
  decision_id uuid not null references decisions.decision,
  item_id uuid references decisions.decision_item,
  check_code text not null,
  basis text not null,
  reason text not null,
  account_id uuid not null,
  account_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index decision_override_once on decisions.decision_override(decision_id, coalesce(item_id, '00000000-0000-0000-0000-000000000000'), check_code) where withdrawn_at is null;

create table decisions.decision_step (
  id uuid primary key,
  decision_id uuid not null references decisions.decision,
  process text not null,
  process_id uuid not null,
  from_state text not null,
  to_state text not null,
  account_id uuid,
  account_name text not null,
  at timestamptz not null,
  reason text
);
create index decision_step_of on decisions.decision_step(decision_id, at);

create table decisions.decision_attachment (
  id uuid primary key,
  decision_id uuid not null references decisions.decision,
  file_id uuid not null references platform.stored_file,
  label text not null,
  account_id uuid,
  account_name text not null,
  at timestamptz not null
);
create index decision_attachment_of on decisions.decision_attachment(decision_id);

-- Register of numbers: one row per agency, type of document and year; the row lock makes numbers gap-free -----------------
create table decisions.register (
  unit_id uuid not null,
  doc_type text not null,
  year int not null,
  last_number int not null check (last_number > 0),
  primary key (unit_id, doc_type, year)
);
