-- One queue of everything that waits for staff: a case is open exactly as long as what caused it waits.

-- `sort` says what it is about and where it is worked on: an item; a person; somebody who asked for help or about whom
-- somebody worries; words that were refused or stand in no item; a cry for help that a rule for words found; a decision
-- that somebody asks to be looked at again.
CREATE TABLE "case" (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  sort           TEXT    NOT NULL CHECK (sort IN ('item', 'person', 'worry', 'words', 'help', 'appeal')),
  item_id        INTEGER REFERENCES item (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),  -- the author of the item, or the person
  ref            INTEGER,                                 -- words, help: the watch_case; appeal: the appeal
  duty           TEXT    NOT NULL CHECK (duty IN ('moderate', 'safeguard')),  -- whose it is until it is overdue
  origins        INTEGER NOT NULL CHECK (origins BETWEEN 1 AND 63),  -- added up: moderation/cases.rs
  severity       INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
  rank           INTEGER NOT NULL GENERATED ALWAYS AS (3 - severity) VIRTUAL,
  opened_at      INTEGER NOT NULL,
  due_at         INTEGER NOT NULL,
  -- Somebody looks at it, by both clocks as Readings are open: the shown time, which may jump, and the running time of
  -- this start of the box, which never does.
  claimed_by     INTEGER REFERENCES account (id),
  claimed_at     INTEGER,
  claimed_until  INTEGER,
  claimed_boot   INTEGER,
  claimed_up_ms  INTEGER,
  closed_at      INTEGER,
  closed_by      INTEGER REFERENCES account (id),         -- NULL: what waited was taken back
  outcome        TEXT    CHECK (outcome IN ('remove', 'restore', 'release', 'keep', 'shield', 'unshield', 'close', 'gone', 'upheld', 'changed')),
  CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  CHECK ((claimed_by IS NULL) = (claimed_until IS NULL))
) STRICT;
-- What makes two causes one case.
CREATE UNIQUE INDEX case_once ON "case" (account_id, sort, coalesce(item_id, 0), coalesce(ref, 0)) WHERE closed_at IS NULL;
-- One for each list: all and urgent, longest due, mine.
CREATE INDEX case_open ON "case" (rank, id, duty, due_at) WHERE closed_at IS NULL;
CREATE INDEX case_due ON "case" (due_at, id) WHERE closed_at IS NULL;
CREATE INDEX case_claimed ON "case" (claimed_by, rank, id) WHERE closed_at IS NULL AND claimed_by IS NOT NULL;
CREATE INDEX case_of_item ON "case" (item_id, sort, id) WHERE item_id IS NOT NULL;
CREATE INDEX case_of_ref ON "case" (ref, sort) WHERE ref IS NOT NULL;

-- The groups in which an open case stands: those to which its item goes, whose conversation it is in, or, where it is
-- about nothing that somebody put anywhere, those in which the person was when it was opened.
CREATE TABLE case_group (
  group_id       INTEGER NOT NULL,                        -- as item_to names it
  rank           INTEGER NOT NULL,
  case_id        INTEGER NOT NULL REFERENCES "case" (id),
  PRIMARY KEY (group_id, rank, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_group_of_case ON case_group (case_id);

ALTER TABLE report ADD COLUMN case_id INTEGER REFERENCES "case" (id);
CREATE INDEX report_of_case ON report (case_id, id) WHERE case_id IS NOT NULL;

-- Two doors, through which everything goes that opens or settles a case. Nothing is ever in them.
CREATE VIEW case_cause AS
SELECT NULL AS sort, NULL AS item_id, NULL AS account_id, NULL AS ref, NULL AS duty, NULL AS origin, NULL AS severity, NULL AS at
WHERE 0;
CREATE VIEW case_settled AS SELECT NULL AS id, NULL AS at, NULL AS by_id, NULL AS outcome WHERE 0;

-- A new cause joins the open case of the same thing, which is then as severe and as soon due as either; else it opens one.
-- The hours are rules of the house.
CREATE TRIGGER case_opens INSTEAD OF INSERT ON case_cause
BEGIN
  UPDATE "case"
  SET origins = origins | NEW.origin, severity = max(severity, NEW.severity),
      due_at = min(due_at, NEW.at + 3600000 * CASE
        WHEN NEW.severity = 3 THEN coalesce((SELECT CAST(value AS INTEGER) FROM rule WHERE name = 'due_urgent_h'), 1)
        WHEN NEW.origin = 2 THEN coalesce((SELECT CAST(value AS INTEGER) FROM rule WHERE name = 'due_held_h'), 24)
        ELSE coalesce((SELECT CAST(value AS INTEGER) FROM rule WHERE name = 'due_other_h'), 72) END)
  WHERE account_id = NEW.account_id AND sort = NEW.sort AND coalesce(item_id, 0) = coalesce(NEW.item_id, 0)
    AND coalesce(ref, 0) = coalesce(NEW.ref, 0) AND closed_at IS NULL;
  INSERT INTO "case" (sort, item_id, account_id, ref, duty, origins, severity, opened_at, due_at)
  SELECT NEW.sort, NEW.item_id, NEW.account_id, NEW.ref, NEW.duty, NEW.origin, NEW.severity, NEW.at,
         NEW.at + 3600000 * CASE
           WHEN NEW.severity = 3 THEN coalesce((SELECT CAST(value AS INTEGER) FROM rule WHERE name = 'due_urgent_h'), 1)
           WHEN NEW.origin = 2 THEN coalesce((SELECT CAST(value AS INTEGER) FROM rule WHERE name = 'due_held_h'), 24)
           ELSE coalesce((SELECT CAST(value AS INTEGER) FROM rule WHERE name = 'due_other_h'), 72) END
  WHERE NOT EXISTS (SELECT 1 FROM "case"
                    WHERE account_id = NEW.account_id AND sort = NEW.sort AND coalesce(item_id, 0) = coalesce(NEW.item_id, 0)
                      AND coalesce(ref, 0) = coalesce(NEW.ref, 0) AND closed_at IS NULL);
END;

-- A case is over once none of its causes waits any more. An appeal is over when it was answered, and says so itself.
CREATE TRIGGER case_closes INSTEAD OF INSERT ON case_settled
BEGIN
  UPDATE "case" SET closed_at = NEW.at, closed_by = NEW.by_id, outcome = NEW.outcome
  WHERE id = NEW.id AND closed_at IS NULL AND sort <> 'appeal'
    AND NOT EXISTS (SELECT 1 FROM report WHERE case_id = NEW.id AND closed_at IS NULL)
    AND (sort <> 'item' OR (SELECT state FROM item WHERE id = "case".item_id) <> 'held')
    AND (sort <> 'item' OR NOT EXISTS (SELECT 1 FROM watch_case AS w
                                       WHERE w.item_id = "case".item_id AND w.closed_at IS NULL AND w.action <> 'help'))
    AND (sort NOT IN ('words', 'help') OR NOT EXISTS (SELECT 1 FROM watch_case AS w WHERE w.id = "case".ref AND w.closed_at IS NULL));
END;

CREATE TRIGGER case_stands_in_groups AFTER INSERT ON "case" WHEN NEW.closed_at IS NULL
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
CREATE TRIGGER case_gets_worse AFTER UPDATE OF severity ON "case" WHEN NEW.severity <> OLD.severity
BEGIN
  UPDATE case_group SET rank = 3 - NEW.severity WHERE case_id = NEW.id;
END;
CREATE TRIGGER case_leaves_groups AFTER UPDATE OF closed_at ON "case" WHEN NEW.closed_at IS NOT NULL
BEGIN
  DELETE FROM case_group WHERE case_id = NEW.id;
END;
-- An item is written down before it is known to whom it goes, and its author may let fewer see it later.
CREATE TRIGGER case_comes_to_group AFTER INSERT ON item_to WHEN NEW.kind = 'group'
BEGIN
  INSERT OR IGNORE INTO case_group (group_id, rank, case_id)
  SELECT NEW.target_id, c.rank, c.id
  FROM (SELECT NEW.item_id AS id UNION ALL SELECT id FROM item WHERE parent_id = NEW.item_id) AS own
  CROSS JOIN "case" AS c ON c.item_id = own.id
  WHERE c.closed_at IS NULL;
END;
CREATE TRIGGER case_goes_from_group AFTER DELETE ON item_to WHEN OLD.kind = 'group'
BEGIN
  DELETE FROM case_group
  WHERE group_id = OLD.target_id
    AND case_id IN (SELECT c.id FROM (SELECT OLD.item_id AS id UNION ALL SELECT id FROM item WHERE parent_id = OLD.item_id) AS own
                    CROSS JOIN "case" AS c ON c.item_id = own.id WHERE c.closed_at IS NULL);
END;

-- What opens one: a report, an item that waits, what a rule for words brought up. Worry has a case of its own.
CREATE TRIGGER case_of_report AFTER INSERT ON report WHEN NEW.closed_at IS NULL
BEGIN
  INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
  VALUES (CASE WHEN NEW.reason = 'worried' THEN 'worry' WHEN NEW.item_id IS NULL THEN 'person' ELSE 'item' END, NEW.item_id,
          coalesce(NEW.account_id, (SELECT author_id FROM item WHERE id = NEW.item_id)), NULL,
          CASE WHEN NEW.reason = 'worried' THEN 'safeguard' ELSE 'moderate' END, 1,
          CASE WHEN NEW.reason IN ('worried', 'threat') THEN 3 ELSE 2 END, NEW.made_at);
  UPDATE report
  SET case_id = (SELECT id FROM "case"
                 WHERE account_id = coalesce(NEW.account_id, (SELECT author_id FROM item WHERE id = NEW.item_id))
                   AND sort = CASE WHEN NEW.reason = 'worried' THEN 'worry' WHEN NEW.item_id IS NULL THEN 'person' ELSE 'item' END
                   AND coalesce(item_id, 0) = coalesce(NEW.item_id, 0) AND coalesce(ref, 0) = 0 AND closed_at IS NULL)
  WHERE id = NEW.id;
END;
CREATE TRIGGER case_of_held AFTER INSERT ON item WHEN NEW.state = 'held'
BEGIN
  INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
  VALUES ('item', NEW.id, NEW.author_id, NULL, 'moderate', 2, 2, NEW.made_at);
END;
CREATE TRIGGER case_of_held_anew AFTER UPDATE OF state ON item WHEN NEW.state = 'held' AND OLD.state <> 'held'
BEGIN
  INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
  VALUES ('item', NEW.id, NEW.author_id, NULL, 'moderate', 2, 2, now_ms());
END;
CREATE TRIGGER case_of_words AFTER INSERT ON watch_case WHEN NEW.closed_at IS NULL
BEGIN
  INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
  VALUES (CASE WHEN NEW.action = 'help' THEN 'help' WHEN NEW.item_id IS NULL THEN 'words' ELSE 'item' END, NEW.item_id,
          CASE WHEN NEW.action = 'help' OR NEW.item_id IS NULL THEN NEW.account_id
               ELSE (SELECT author_id FROM item WHERE id = NEW.item_id) END,
          CASE WHEN NEW.action = 'help' OR NEW.item_id IS NULL THEN NEW.id END,
          CASE WHEN NEW.action = 'help' THEN 'safeguard' ELSE 'moderate' END, 4, NEW.severity, NEW.made_at);
END;
CREATE TRIGGER case_of_worse_words AFTER UPDATE OF severity ON watch_case WHEN NEW.closed_at IS NULL AND NEW.severity > OLD.severity
BEGIN
  INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
  VALUES (CASE WHEN NEW.action = 'help' THEN 'help' WHEN NEW.item_id IS NULL THEN 'words' ELSE 'item' END, NEW.item_id,
          CASE WHEN NEW.action = 'help' OR NEW.item_id IS NULL THEN NEW.account_id
               ELSE (SELECT author_id FROM item WHERE id = NEW.item_id) END,
          CASE WHEN NEW.action = 'help' OR NEW.item_id IS NULL THEN NEW.id END,
          CASE WHEN NEW.action = 'help' THEN 'safeguard' ELSE 'moderate' END, 4, NEW.severity, now_ms());
END;

-- What closes one: a decision about the item; else that the last of its causes is gone. Staff who act where nothing waited
-- make a case that is closed already.
CREATE TRIGGER case_decided AFTER INSERT ON decision WHEN NEW.item_id IS NOT NULL
BEGIN
  UPDATE "case" SET closed_at = NEW.made_at, closed_by = NEW.decided_by, outcome = NEW.kind
  WHERE item_id = NEW.item_id AND sort = 'item' AND closed_at IS NULL AND NEW.kind IN ('remove', 'restore', 'release', 'keep');
  INSERT INTO "case" (sort, item_id, account_id, duty, origins, severity, opened_at, due_at, closed_at, closed_by, outcome)
  SELECT 'item', NEW.item_id, NEW.about_id, 'moderate', 8, 1, NEW.made_at, NEW.made_at, NEW.made_at, NEW.decided_by, NEW.kind
  WHERE NOT EXISTS (SELECT 1 FROM "case" WHERE item_id = NEW.item_id AND sort = 'item'
                      AND (closed_at IS NULL OR (closed_at = NEW.made_at AND closed_by = NEW.decided_by)));
END;
CREATE TRIGGER case_held_no_more AFTER UPDATE OF state ON item WHEN OLD.state = 'held' AND NEW.state <> 'held'
BEGIN
  INSERT INTO case_settled (id, at, by_id, outcome)
  SELECT id, now_ms(), NULL, 'gone' FROM "case" WHERE item_id = NEW.id AND sort = 'item' AND closed_at IS NULL;
END;
CREATE TRIGGER case_of_closed_report AFTER UPDATE OF closed_at ON report
WHEN OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL AND NEW.case_id IS NOT NULL
BEGIN
  INSERT INTO case_settled (id, at, by_id, outcome)
  VALUES (NEW.case_id, NEW.closed_at, NEW.closed_by, CASE NEW.outcome WHEN 'removed' THEN 'remove' ELSE 'keep' END);
END;
CREATE TRIGGER case_of_closed_words AFTER UPDATE OF closed_at ON watch_case WHEN OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL
BEGIN
  INSERT INTO case_settled (id, at, by_id, outcome)
  SELECT id, NEW.closed_at, NEW.closed_by, 'close' FROM "case" WHERE ref = NEW.id AND sort IN ('words', 'help') AND closed_at IS NULL
  UNION ALL
  SELECT id, NEW.closed_at, NEW.closed_by, 'close' FROM "case"
  WHERE item_id = NEW.item_id AND sort = 'item' AND NEW.action <> 'help' AND closed_at IS NULL;
END;

-- What is open today, the oldest first.
INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
SELECT sort, item_id, account_id, ref, duty, origin, severity, at FROM (
  SELECT CASE WHEN reason = 'worried' THEN 'worry' WHEN item_id IS NULL THEN 'person' ELSE 'item' END AS sort, item_id,
         coalesce(account_id, (SELECT author_id FROM item WHERE id = report.item_id)) AS account_id, NULL AS ref,
         CASE WHEN reason = 'worried' THEN 'safeguard' ELSE 'moderate' END AS duty, 1 AS origin,
         CASE WHEN reason IN ('worried', 'threat') THEN 3 ELSE 2 END AS severity, made_at AS at
  FROM report WHERE closed_at IS NULL
  UNION ALL
  SELECT 'item', id, author_id, NULL, 'moderate', 2, 2, made_at FROM item WHERE state = 'held'
  UNION ALL
  SELECT CASE WHEN action = 'help' THEN 'help' WHEN item_id IS NULL THEN 'words' ELSE 'item' END, item_id,
         CASE WHEN action = 'help' OR item_id IS NULL THEN account_id
              ELSE (SELECT author_id FROM item WHERE id = watch_case.item_id) END,
         CASE WHEN action = 'help' OR item_id IS NULL THEN id END,
         CASE WHEN action = 'help' THEN 'safeguard' ELSE 'moderate' END, 4, severity, made_at
  FROM watch_case WHERE closed_at IS NULL
) ORDER BY at;

-- Worries that were closed long ago keep a closed case, which says who may read them.
INSERT INTO "case" (sort, item_id, account_id, ref, duty, origins, severity, opened_at, due_at, closed_at, closed_by, outcome)
SELECT 'worry', item_id, coalesce(account_id, (SELECT author_id FROM item WHERE id = report.item_id)), id, 'safeguard', 1, 3,
       made_at, made_at + 3600000, closed_at, closed_by, CASE outcome WHEN 'removed' THEN 'remove' ELSE 'keep' END
FROM report WHERE closed_at IS NOT NULL AND reason = 'worried';
UPDATE report
SET case_id = coalesce(
  (SELECT id FROM "case" AS c
   WHERE c.account_id = coalesce(report.account_id, (SELECT author_id FROM item WHERE id = report.item_id))
     AND c.sort = CASE WHEN report.reason = 'worried' THEN 'worry' WHEN report.item_id IS NULL THEN 'person' ELSE 'item' END
     AND coalesce(c.item_id, 0) = coalesce(report.item_id, 0) AND coalesce(c.ref, 0) = 0 AND c.closed_at IS NULL
     AND report.closed_at IS NULL),
  (SELECT id FROM "case" AS c WHERE c.ref = report.id AND c.sort = 'worry' AND report.reason = 'worried'));
UPDATE "case" SET ref = NULL WHERE sort = 'worry';
