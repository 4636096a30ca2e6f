-- Decisions that take back the one before, and how many cases were read in time.

ALTER TABLE decision ADD COLUMN undoes INTEGER REFERENCES decision (id) ON DELETE SET NULL;   -- retention takes the older first
ALTER TABLE decision ADD COLUMN from_state TEXT CHECK (from_state IN ('shown', 'held', 'removed'));   -- how the item stood before
CREATE INDEX decision_undoes ON decision (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX decision_by ON decision (decided_by, id);
CREATE INDEX case_closed ON "case" (closed_at, sort, duty, due_at, origins, outcome) WHERE closed_at IS NOT NULL;

-- What takes a decision back closes nothing and makes no case of its own: it opens the one again that was closed.
DROP TRIGGER case_decided;
CREATE TRIGGER case_decided AFTER INSERT ON decision WHEN NEW.item_id IS NOT NULL AND NEW.undoes IS NULL
BEGIN
  UPDATE "case" SET closed_at = NEW.made_at, closed_by = NEW.decided_by, outcome = NEW.kind
  WHERE item_id = NEW.item_id AND sort = 'item' AND closed_at IS NULL AND NEW.kind IN ('remove', 'restore', 'release', 'keep');
  INSERT INTO "case" (sort, item_id, account_id, duty, origins, severity, opened_at, due_at, closed_at, closed_by, outcome)
  SELECT 'item', NEW.item_id, NEW.about_id, 'moderate', 8, 1, NEW.made_at, NEW.made_at, NEW.made_at, NEW.decided_by, NEW.kind
  WHERE NOT EXISTS (SELECT 1 FROM "case" WHERE item_id = NEW.item_id AND sort = 'item'
                      AND (closed_at IS NULL OR (closed_at = NEW.made_at AND closed_by = NEW.decided_by)));
END;
CREATE TRIGGER case_stands_in_groups_again AFTER UPDATE OF closed_at ON "case" WHEN NEW.closed_at IS NULL AND OLD.closed_at IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO case_group (group_id, rank, case_id)
  SELECT t.target_id, 3 - NEW.severity, NEW.id
  FROM (SELECT NEW.item_id AS id UNION ALL SELECT parent_id FROM item WHERE id = NEW.item_id
        UNION ALL SELECT p.parent_id FROM item AS i JOIN item AS p ON p.id = i.parent_id WHERE i.id = NEW.item_id) AS up
  CROSS JOIN item_to AS t ON t.item_id = up.id AND t.kind = 'group'
  UNION
  SELECT c.group_id, 3 - NEW.severity, NEW.id
  FROM (SELECT NEW.item_id AS id UNION ALL SELECT parent_id FROM item WHERE id = NEW.item_id) AS up
  CROSS JOIN conversation AS c ON c.id = up.id
  WHERE c.group_id IS NOT NULL
  UNION
  SELECT group_id, 3 - NEW.severity, NEW.id FROM membership WHERE NEW.item_id IS NULL AND account_id = NEW.account_id;
END;
