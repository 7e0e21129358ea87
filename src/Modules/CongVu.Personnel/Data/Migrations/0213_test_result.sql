-- What serving staff reached in examinations, one fact for each examination.
create table personnel.test_result (
  person_id uuid not null,
  valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
  recorded tstzrange not null,
  decision_id uuid,
  declaration_id uuid,
  effect_id uuid not null,
  effect_version int not null,
  exam_id text not null,
  exam text not null check (exam <> ''),
  held_on date not null,
  position text,
  hundredths int check (hundredths >= 0),
  passed boolean not null,
  constraint test_result_exclusive exclude using gist (person_id with =, exam_id with =, valid with &&) where (upper_inf(recorded))
);
create index test_result_person on personnel.test_result(person_id);
create unique index test_result_effect on personnel.test_result(effect_id) where upper_inf(recorded);
