-- Who is and was in which group, and how that began and ended, as it stands among all that there is about an account. Only
-- these triggers keep it: no way into a group, or out of one, passes them by.

CREATE TABLE stay (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id       INTEGER NOT NULL REFERENCES "group" (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  begun_by       INTEGER REFERENCES account (id),        -- NULL: the box itself, or before this was kept
  begun_at       INTEGER NOT NULL,
  ended_by       INTEGER REFERENCES account (id),        -- NULL: the box itself, or they themselves
  ended_at       INTEGER,
  how            TEXT    CHECK (how IN ('left', 'taken', 'gone')),   -- gone: the group was deleted
  CHECK ((how IS NULL) = (ended_at IS NULL)),
  CHECK (ended_at IS NOT NULL OR ended_by IS NULL)
) STRICT;
CREATE UNIQUE INDEX stay_now ON stay (group_id, account_id) WHERE ended_at IS NULL;
CREATE INDEX stay_of_account ON stay (account_id, id);
INSERT INTO stay (group_id, account_id, begun_at)
SELECT group_id, account_id, since_at FROM membership ORDER BY since_at, group_id, account_id;

CREATE TRIGGER stay_begins AFTER INSERT ON membership
BEGIN
  INSERT INTO stay (group_id, account_id, begun_by, begun_at)
  VALUES (NEW.group_id, NEW.account_id, (SELECT id FROM account WHERE id = viewer()), NEW.since_at);
END;
CREATE TRIGGER stay_ends AFTER DELETE ON membership
BEGIN
  UPDATE stay SET ended_at = now_ms(), ended_by = (SELECT id FROM account WHERE id = viewer() AND id <> OLD.account_id),
    how = CASE WHEN EXISTS (SELECT 1 FROM "group" WHERE id = OLD.group_id AND gone_at IS NOT NULL) THEN 'gone'
               WHEN OLD.account_id = viewer() THEN 'left' ELSE 'taken' END
  WHERE group_id = OLD.group_id AND account_id = OLD.account_id AND ended_at IS NULL;
END;

-- What a deleted group was called: its name is free again for another.
ALTER TABLE "group" ADD COLUMN was TEXT;

-- Whose a held thing is, so that a hold is found by whom it is about, also when it has ended.
ALTER TABLE legal_hold ADD COLUMN about_id INTEGER REFERENCES account (id);
UPDATE legal_hold SET about_id = coalesce(account_id, (SELECT author_id FROM item WHERE id = legal_hold.item_id));
CREATE INDEX hold_about ON legal_hold (about_id, id) WHERE about_id IS NOT NULL;
CREATE TRIGGER hold_is_about AFTER INSERT ON legal_hold WHEN NEW.group_id IS NULL
BEGIN
  UPDATE legal_hold SET about_id = coalesce(NEW.account_id, (SELECT author_id FROM item WHERE id = NEW.item_id)) WHERE id = NEW.id;
END;
