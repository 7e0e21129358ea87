-- Rules of "phân cấp": who decides what. Rows are never overwritten: closing or superseding one closes its recorded range and
-- enters the rule again with the shorter days it holds. rule_id stays the same through that; id is what a decision refers to.
create table organisation.authority_rule (
  id uuid primary key,
  rule_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null check (not isempty(recorded)),
  action text not null,
  category text not null,
  level text not null,
  rank_group text not null,
  unit_kind text not null,
  unit_level text not null,
  signer text not null check (signer in ('Itself', 'ParentAgency', 'Named')),
  signer_unit_id uuid references organisation.unit,
  posts text[] not null check (cardinality(posts) > 0),
  consult text,
  report text,
  instrument text not null,
  article text not null,
  supersedes uuid,
  process_id uuid not null,
  reason text not null,
  check ((signer = 'Named') = (signer_unit_id is not null)),
  -- Ambiguity between different keys is refused at entry; the same key twice on one day cannot even be stored.
  constraint authority_rule_one_per_key exclude using gist (
    action with =, category with =, level with =, rank_group with =, unit_kind with =, unit_level with =, valid with &&) where (upper_inf(recorded))
);
create index authority_rule_rule on organisation.authority_rule(rule_id);

-- Dated delegations: the holder of a post lets another sign certain actions.
create table organisation.delegation (
  id uuid primary key,
  from_unit_id uuid not null references organisation.unit,
  from_post text not null,
  from_account_id uuid not null references platform.account,
  to_unit_id uuid not null references organisation.unit,
  to_post text not null,
  to_account_id uuid not null references platform.account,
  signs_as text not null check (signs_as in ('TUQ', 'TL')),
  actions text[] not null check (cardinality(actions) > 0),
  valid daterange not null check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  source text not null,
  entered_at timestamptz not null,
  entered_by uuid,
  reason text not null,
  revoked_at timestamptz,
  revoked_from date,
  revoked_by uuid,
  revoked_reason text,
  version int not null default 1,
  check (from_account_id <> to_account_id)
);
create index delegation_from on organisation.delegation(from_unit_id);
create index delegation_to_account on organisation.delegation(to_account_id);
