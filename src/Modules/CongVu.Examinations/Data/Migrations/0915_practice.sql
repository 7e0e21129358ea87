-- Practice: questions of a bank of their own, from which officials draw papers to prepare with. What is for practice stays so, and so does what is for examinations: who has
-- seen a question with its key must never find it in a paper that counts.
alter table examinations.bank_item add column is_practice boolean not null default false;
alter table examinations.pending_import add column is_practice boolean not null default false;
alter table examinations.blueprint add column is_practice boolean not null default false;

create function examinations.purpose_stays() returns trigger language plpgsql as $$
begin
  if new.is_practice <> old.is_practice then
    raise exception 'examinations.%: what is for practice stays so, and so does what is for examinations', tg_table_name;
  end if;
  return new;
end $$;
create trigger bank_item_purpose before update of is_practice on examinations.bank_item for each row execute function examinations.purpose_stays();
create trigger blueprint_purpose before update of is_practice on examinations.blueprint for each row execute function examinations.purpose_stays();

create function examinations.not_of_practice() returns trigger language plpgsql as $$
declare
  practice boolean;
begin
  -- One statement each: a row has only the columns of its own table.
  if tg_table_name = 'sitting_item' then
    select is_practice into practice from examinations.bank_item where id = new.item_id;
  else
    select is_practice into practice from examinations.blueprint where id = new.blueprint_id;
  end if;
  if practice then
    raise exception 'examinations.%: nothing of the practice bank is in an examination', tg_table_name;
  end if;
  return new;
end $$;
create trigger sitting_item_purpose before insert or update on examinations.sitting_item for each row execute function examinations.not_of_practice();
create trigger sitting_purpose before insert or update of blueprint_id on examinations.sitting for each row execute function examinations.not_of_practice();

-- A paper an official drew for themselves. Nothing of it goes into statistics.
create table examinations.practice_paper (
  id uuid primary key,
  account_id uuid not null references platform.account,
  blueprint_id uuid not null references examinations.blueprint,
  started_at timestamptz not null,
  saved_at timestamptz,
  finished_at timestamptz,
  score_hundredths int,
  max_hundredths int not null check (max_hundredths > 0),
  version int not null default 1,
  check ((finished_at is null) = (score_hundredths is null))
);
create index practice_paper_account on examinations.practice_paper(account_id, started_at);
-- One at a time of each kind: whoever has begun goes on.
create unique index practice_paper_open on examinations.practice_paper(account_id, blueprint_id) where finished_at is null;

create table examinations.practice_question (
  paper_id uuid not null references examinations.practice_paper,
  place int not null check (place > 0),
  item_id uuid not null,
  item_version int not null,
  points_hundredths int not null check (points_hundredths > 0),
  -- In which order the choices are shown.
  options text[] not null default '{}',
  -- JSON of part to value, as in the room.
  answer text,
  earned_hundredths int,
  primary key (paper_id, place),
  unique (paper_id, item_id),
  foreign key (item_id, item_version) references examinations.bank_item_version
);

create function examinations.only_practice() returns trigger language plpgsql as $$
begin
  if not (select is_practice from examinations.bank_item where id = new.item_id) then
    raise exception 'examinations.practice_question: a question of examinations is never practised with';
  end if;
  return new;
end $$;
create trigger practice_question_purpose before insert or update of item_id on examinations.practice_question for each row execute function examinations.only_practice();
