-- The paper a fact about a commune rests on, as a file.
alter table communes.profile add column file_id uuid;
