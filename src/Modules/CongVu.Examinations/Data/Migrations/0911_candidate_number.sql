-- At the door of a room a candidate is known by the number alone; the key begins with the examination.
create index candidate_number on examinations.candidate(number);
