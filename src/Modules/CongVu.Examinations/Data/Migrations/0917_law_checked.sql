-- When a question was last compared with the law, to the instant: what was entered into the register later on the same day was not known to who compared.
alter table examinations.bank_item add law_checked_at timestamptz;
update examinations.bank_item set law_checked_at = ((law_checked_on + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') - interval '1 second';
alter table examinations.bank_item alter law_checked_at set not null;
alter table examinations.bank_item drop law_checked_on;
