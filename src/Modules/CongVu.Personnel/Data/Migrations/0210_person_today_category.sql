-- Indicators count everybody by category and level at each request: over this index alone, not over the rows.
create index person_today_category on personnel.person_today(category, professional_level) where unit_id is not null;
