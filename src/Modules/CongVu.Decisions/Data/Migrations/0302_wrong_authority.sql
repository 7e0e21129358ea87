-- Decisions signed by somebody who was not competent by the rules of the day: what was found, and what an officer did about it ------------
create table decisions.authority_finding (
  id uuid primary key,
  decision_id uuid not null references decisions.decision,
  found_at timestamptz not null,
  signer text not null,                     -- who signed, in words of the day: name and post
  competent_unit_id uuid not null,          -- agency that should have decided
  competent text not null,                  -- the post that should have signed, in words of the day
  rule_id uuid not null,                    -- wording of the authority rule
  rule_source text not null,                -- article and instrument
  subjects text not null,                   -- whom of the decision it is about
  state text not null check (state in ('Open', 'Handled', 'Withdrawn')),
  withdrawn_at timestamptz,                 -- a corrected rule no longer calls it wrong
  withdrawn_why text,
  version int not null default 1,
  check ((state = 'Withdrawn') = (withdrawn_at is not null))
);
create unique index authority_finding_current on decisions.authority_finding(decision_id) where state <> 'Withdrawn';
create index authority_finding_decision on decisions.authority_finding(decision_id, found_at);
create index authority_finding_open on decisions.authority_finding(found_at) where state = 'Open';

create table decisions.authority_handling (
  id uuid primary key,
  finding_id uuid not null references decisions.authority_finding,
  kind text not null check (kind in ('Confirmed', 'Corrected', 'Annulled', 'FalseFinding', 'Reopened')),
  document text,                            -- instrument that confirms it, or number of the decision that corrects or annuls
  by_decision_id uuid references decisions.decision,
  reason text not null,
  process_id uuid not null,
  account_id uuid,
  account_name text not null,
  at timestamptz not null,
  check (kind in ('FalseFinding', 'Reopened') or document is not null)
);
create index authority_handling_of on decisions.authority_handling(finding_id, at);

-- The book of a year is read in order of number; what a retroactive check must look at, in order of signing.
create index decision_signed on decisions.decision(signed_on, id) where number is not null;
create index decision_effect_voided on decisions.decision_effect(decision_id) where voided_by is not null;
