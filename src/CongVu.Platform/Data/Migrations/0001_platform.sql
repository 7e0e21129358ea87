create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Accounts, sessions, grants ------------------------------------------------------------------------------------------
create table platform.account (
  id uuid primary key,
  user_name text not null unique check (user_name = lower(user_name)),
  display_name text not null,
  unit_label text not null default '',
  person_id uuid unique,
  password_hash text not null,
  totp_secret text,              -- protected by data protection; null: second factor not enrolled yet
  totp_last_step bigint not null default 0,
  must_change_password boolean not null default false,
  failed_count int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  disabled_reason text,
  created_at timestamptz not null,
  version int not null default 1
);
create table platform.session (
  token_hash bytea primary key,
  account_id uuid not null references platform.account,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz,
  ended_reason text,
  address text not null,
  user_agent text not null
);
create index session_account on platform.session(account_id) where ended_at is null;
create table platform.role_grant (
  id uuid primary key,
  account_id uuid not null references platform.account,
  role text not null,
  unit_id uuid,                  -- root of the unit subtree; null: the whole province
  extra_classes text[] not null default '{}',
  valid daterange not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  reason text not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_reason text
);
create index role_grant_account on platform.role_grant(account_id);

-- Named processes -----------------------------------------------------------------------------------------------------
create table platform.process_run (
  id uuid primary key,
  kind text not null,
  account_id uuid,               -- null: the system itself (a job)
  at timestamptz not null,
  reason text,
  evidence_file_id uuid,
  subject_type text,
  subject_id uuid
);
create index process_run_subject on platform.process_run(subject_id, at);

-- Audit: entries are append-only; seals chain them ----------------------------------------------------------------------
create table platform.audit_entry (
  id uuid primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  account_id uuid,
  session_ref text,
  address text,
  action text not null,          -- e.g. personnel.record.read, decisions.sign
  subject_type text,
  subject_id uuid,
  unit_id uuid,
  count int not null default 1,  -- rows shown or exported
  process_id uuid,
  detail jsonb
);
create index audit_entry_subject on platform.audit_entry(subject_id, at desc);
create index audit_entry_at on platform.audit_entry(at desc);
create index audit_entry_account on platform.audit_entry(account_id, at desc);
create index audit_entry_xid on platform.audit_entry(xid);
create table platform.audit_seal (
  no bigint primary key,
  entry_id uuid not null unique references platform.audit_entry,
  hash bytea not null
);
create function platform.refuse_change() returns trigger language plpgsql as $$
begin raise exception 'the audit log is append-only'; end $$;
create trigger audit_entry_fixed before update or delete on platform.audit_entry for each row execute function platform.refuse_change();
create trigger audit_entry_whole before truncate on platform.audit_entry for each statement execute function platform.refuse_change();
create trigger audit_seal_fixed before update or delete on platform.audit_seal for each row execute function platform.refuse_change();
create trigger audit_seal_whole before truncate on platform.audit_seal for each statement execute function platform.refuse_change();

-- Jobs and outbox -----------------------------------------------------------------------------------------------------
create table platform.job (
  id uuid primary key,
  kind text not null,
  payload jsonb not null,
  dedupe_key text unique,
  run_at timestamptz not null,
  state text not null check (state in ('Waiting', 'Running', 'Done', 'Dead')),
  attempts int not null default 0,
  lease_until timestamptz,
  leased_by text,
  progress int not null default 0,
  progress_text text,
  result jsonb,
  last_error text,
  account_id uuid,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index job_due on platform.job(run_at) where state in ('Waiting', 'Running');

-- Files: in the database, so that any node can serve them ---------------------------------------------------------------
create table platform.stored_file (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  account_id uuid,
  owner_type text,
  owner_id uuid,
  unit_id uuid
);
create table platform.file_chunk (
  file_id uuid not null references platform.stored_file on delete cascade,
  no int not null,
  content bytea not null,
  primary key (file_id, no)
);
alter table platform.file_chunk alter column content set storage external;

-- Notices, drafts, settings, keys ---------------------------------------------------------------------------------------
create table platform.notice (
  id uuid primary key,
  account_id uuid not null references platform.account,
  at timestamptz not null,
  title text not null,
  body text,
  href text,
  severity text not null default 'Info',
  dedupe_key text,
  read_at timestamptz,
  unique (account_id, dedupe_key)
);
create index notice_unread on platform.notice(account_id, at desc) where read_at is null;
create table platform.form_draft (
  account_id uuid not null references platform.account,
  key text not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (account_id, key)
);
create table platform.setting (key text primary key, value text not null);
create table platform.data_protection_key (name text primary key, xml text not null);
