-- All that there is about one account, in its order: an index for each sort of line.

-- Whom a report is about: the author of the item, or the person.
ALTER TABLE report ADD COLUMN about_id INTEGER REFERENCES account (id);
UPDATE report SET about_id = coalesce(account_id, (SELECT author_id FROM item WHERE id = report.item_id));
CREATE INDEX report_about ON report (about_id, id);
CREATE TRIGGER report_is_about AFTER INSERT ON report WHEN NEW.about_id IS NULL
BEGIN
  UPDATE report SET about_id = coalesce(NEW.account_id, (SELECT author_id FROM item WHERE id = NEW.item_id)) WHERE id = NEW.id;
END;

CREATE INDEX case_of_account ON "case" (account_id, id);
CREATE INDEX decision_of_account ON decision (about_id, id);

-- What was done to accounts by others, and what their people did to close them: few of the many entries about a number.
-- The view seen_account_act says the same words, so that it is found here.
CREATE INDEX audit_of_account ON audit (item, seq)
WHERE kind = 'account' AND act IN ('account.add', 'account.edit', 'account.standing', 'account.reset', 'session.end',
    'session.refuse', 'account.talk_pair', 'account.no_talk', 'account.close', 'account.keep', 'account.empty');
