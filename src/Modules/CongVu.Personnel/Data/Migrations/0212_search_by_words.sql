-- A name is found by the beginnings of its words. Three letters at a time (trigrams) a common name is on half a dozen long lists of the index;
-- by beginnings it is on one per word typed. The index of trigrams stays for the digits of personal ids, which may be typed from anywhere in them.
create function personnel.name_prefixes(search_key text) returns text[] language sql immutable parallel safe cost 1000 return
  (select array_agg(distinct left(word, n)) from string_to_table(btrim(search_key), ' ') word, generate_series(1, length(word)) n where word !~ '[0-9]');

-- The pattern holds the words in their order; joining '' keeps the trigrams out of the plan, they would only be read in vain.
create function personnel.name_found(search_key text, prefixes text[], pattern text) returns boolean language sql immutable parallel safe return
  personnel.name_prefixes(search_key) @> prefixes and search_key || '' like pattern;

create index person_today_names on personnel.person_today using gin (personnel.name_prefixes(search_key)) with (fastupdate = off);
