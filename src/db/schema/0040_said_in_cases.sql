-- What is said in cases stands among all that there is about an account, by whom it is said with and in its order.

ALTER TABLE case_message ADD COLUMN with_id INTEGER REFERENCES account (id);   -- as in its talk
UPDATE case_message SET with_id = (SELECT account_id FROM case_talk WHERE id = talk_id);
CREATE INDEX case_message_with ON case_message (with_id, id) WHERE with_id IS NOT NULL;
