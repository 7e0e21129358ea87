-- Results handed over: which candidate went into which draft of a decision. A candidate goes once, until that decision is given up or annulled.
create table examinations.exam_hand_over (
  candidate_id uuid not null references examinations.candidate,
  kind text not null check (kind in ('Recruitment', 'Record')),
  exam_id uuid not null references examinations.exam,
  -- Null only between claiming the candidates and having their draft.
  decision_id uuid,
  made_by uuid not null references platform.account,
  made_at timestamptz not null,
  primary key (candidate_id, kind)
);
create index exam_hand_over_exam on examinations.exam_hand_over(exam_id);
create index exam_hand_over_decision on examinations.exam_hand_over(decision_id);

-- The register of certificates: numbered within an examination, never twice, never again.
create table examinations.exam_certificate (
  exam_id uuid not null references examinations.exam,
  number int not null check (number > 0),
  candidate_id uuid not null unique references examinations.candidate,
  issued_on date not null,
  issued_by uuid not null references platform.account,
  primary key (exam_id, number)
);
create trigger exam_certificate_append_only before update or delete on examinations.exam_certificate for each row execute function examinations.append_only();
