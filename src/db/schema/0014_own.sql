-- What one said on the notice board, in its order: for what one takes along, and for emptying an account.
CREATE INDEX event_answer_of_account ON event_answer (account_id, event_id);
CREATE INDEX announcement_read_of_account ON announcement_read (account_id, announcement_id);
-- Whom somebody invited, and tagged: for emptying an account.
CREATE INDEX group_invite_by ON group_invite (by_id);
CREATE INDEX spot_by ON spot (maker_id);
