-- People whom staff keep apart: neither sees the other anywhere, or can tell.

-- Between two people, two groups, or a person and a group: of a group, its members, and not the staff who are in it by
-- their work. It is in force from begun_at on until ended_at. Nothing of it is ever deleted.
CREATE TABLE keep_apart (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  one_person_id  INTEGER REFERENCES account (id),
  one_group_id   INTEGER REFERENCES "group" (id),
  other_person_id INTEGER REFERENCES account (id),
  other_group_id INTEGER REFERENCES "group" (id),
  kind           TEXT    NOT NULL CHECK (kind IN ('court', 'safeguarding', 'conduct', 'other')),
  reference      TEXT    NOT NULL DEFAULT '' CHECK (length(reference) <= 100),
  note           TEXT    NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  from_date      TEXT    NOT NULL,                      -- YYYY-MM-DD, as staff say it
  from_day       INTEGER NOT NULL,                      -- the same as a day of the box: it begins by whichever comes first
  until_date     TEXT,                                  -- the last day on which it is in force; NULL: until staff end it
  until_day      INTEGER,                               -- the first day of the box on which it may be over: both must be past
  review_date    TEXT,                                  -- when staff look at it again
  set_by         INTEGER NOT NULL REFERENCES account (id),
  set_at         INTEGER NOT NULL,
  begun_at       INTEGER,                               -- NULL: waits for its first day
  ended_at       INTEGER,
  ended_by       INTEGER REFERENCES account (id),       -- NULL: its last day was over
  ended_why      TEXT    NOT NULL DEFAULT '' CHECK (length(ended_why) <= 2000),
  CHECK ((one_person_id IS NULL) <> (one_group_id IS NULL)),
  CHECK ((other_person_id IS NULL) <> (other_group_id IS NULL)),
  CHECK (one_person_id IS NULL OR one_person_id IS NOT other_person_id),
  CHECK (one_group_id IS NULL OR one_group_id IS NOT other_group_id),
  CHECK ((until_date IS NULL) = (until_day IS NULL))
) STRICT;
CREATE INDEX keep_apart_alive ON keep_apart (id) WHERE ended_at IS NULL;
CREATE INDEX keep_apart_one_person ON keep_apart (one_person_id, id) WHERE one_person_id IS NOT NULL;
CREATE INDEX keep_apart_other_person ON keep_apart (other_person_id, id) WHERE other_person_id IS NOT NULL;
CREATE INDEX keep_apart_one_group ON keep_apart (one_group_id, id) WHERE one_group_id IS NOT NULL;
CREATE INDEX keep_apart_other_group ON keep_apart (other_group_id, id) WHERE other_group_id IS NOT NULL;

-- Who is parted from whom, in both directions, so that one look says it: by a block of one of the two (by_id is 0), or
-- by a keep-apart that is in force (its number). Kept true by the triggers below; no code writes it.
CREATE TABLE parted (
  one_id         INTEGER NOT NULL REFERENCES account (id),
  other_id       INTEGER NOT NULL REFERENCES account (id),
  by_id          INTEGER NOT NULL,
  PRIMARY KEY (one_id, other_id, by_id),
  CHECK (one_id <> other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parted_by ON parted (by_id) WHERE by_id > 0;

INSERT INTO parted (one_id, other_id, by_id)
SELECT owner_id, person_id, 0 FROM block UNION SELECT person_id, owner_id, 0 FROM block;

CREATE TRIGGER block_parts AFTER INSERT ON block
BEGIN
  INSERT OR IGNORE INTO parted (one_id, other_id, by_id)
  VALUES (NEW.owner_id, NEW.person_id, 0), (NEW.person_id, NEW.owner_id, 0);
END;
CREATE TRIGGER block_parts_no_more AFTER DELETE ON block
WHEN NOT EXISTS (SELECT 1 FROM block WHERE owner_id = OLD.person_id AND person_id = OLD.owner_id)
BEGIN
  DELETE FROM parted WHERE one_id = OLD.owner_id AND other_id = OLD.person_id AND by_id = 0;
  DELETE FROM parted WHERE one_id = OLD.person_id AND other_id = OLD.owner_id AND by_id = 0;
END;

-- Whom the keep-aparts that are in force part, for the triggers alone.
CREATE VIEW apart_side AS
SELECT k.id, 1 AS side, k.one_person_id AS account_id FROM keep_apart AS k
WHERE k.one_person_id IS NOT NULL AND k.begun_at IS NOT NULL AND k.ended_at IS NULL
UNION ALL
SELECT k.id, 2, k.other_person_id FROM keep_apart AS k
WHERE k.other_person_id IS NOT NULL AND k.begun_at IS NOT NULL AND k.ended_at IS NULL
UNION ALL
SELECT k.id, 1, m.account_id
FROM keep_apart AS k JOIN membership AS m ON m.group_id = k.one_group_id JOIN account AS a ON a.id = m.account_id
WHERE a.role = 'member' AND k.begun_at IS NOT NULL AND k.ended_at IS NULL
UNION ALL
SELECT k.id, 2, m.account_id
FROM keep_apart AS k JOIN membership AS m ON m.group_id = k.other_group_id JOIN account AS a ON a.id = m.account_id
WHERE a.role = 'member' AND k.begun_at IS NOT NULL AND k.ended_at IS NULL;

CREATE VIEW apart_pair AS
SELECT x.id, x.account_id AS one_id, y.account_id AS other_id
FROM apart_side AS x JOIN apart_side AS y ON y.id = x.id AND y.side = 3 - x.side
WHERE x.account_id <> y.account_id;

-- It begins, ends, or is about others.
CREATE TRIGGER apart_begins AFTER INSERT ON keep_apart WHEN NEW.begun_at IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO parted (one_id, other_id, by_id) SELECT one_id, other_id, id FROM apart_pair WHERE id = NEW.id;
END;
CREATE TRIGGER apart_changes
AFTER UPDATE OF begun_at, ended_at, one_person_id, one_group_id, other_person_id, other_group_id ON keep_apart
BEGIN
  DELETE FROM parted WHERE by_id = NEW.id AND by_id > 0;
  INSERT OR IGNORE INTO parted (one_id, other_id, by_id) SELECT one_id, other_id, id FROM apart_pair WHERE id = NEW.id;
END;

-- Somebody comes into a group that is a side, or goes.
CREATE TRIGGER member_is_parted AFTER INSERT ON membership
WHEN EXISTS (SELECT 1 FROM keep_apart WHERE one_group_id = NEW.group_id OR other_group_id = NEW.group_id)
BEGIN
  INSERT OR IGNORE INTO parted (one_id, other_id, by_id)
  SELECT p.one_id, p.other_id, p.id FROM keep_apart AS k CROSS JOIN apart_pair AS p ON p.id = k.id
  WHERE (k.one_group_id = NEW.group_id OR k.other_group_id = NEW.group_id) AND p.one_id = NEW.account_id
  UNION
  SELECT p.one_id, p.other_id, p.id FROM keep_apart AS k CROSS JOIN apart_pair AS p ON p.id = k.id
  WHERE (k.one_group_id = NEW.group_id OR k.other_group_id = NEW.group_id) AND p.other_id = NEW.account_id;
END;
CREATE TRIGGER member_is_parted_no_more AFTER DELETE ON membership
WHEN EXISTS (SELECT 1 FROM keep_apart WHERE one_group_id = OLD.group_id OR other_group_id = OLD.group_id)
BEGIN
  DELETE FROM parted WHERE by_id > 0 AND (one_id = OLD.account_id OR other_id = OLD.account_id)
    AND by_id IN (SELECT id FROM keep_apart WHERE one_group_id = OLD.group_id OR other_group_id = OLD.group_id);
  -- Perhaps they are on a side in another way, too.
  INSERT OR IGNORE INTO parted (one_id, other_id, by_id)
  SELECT p.one_id, p.other_id, p.id FROM keep_apart AS k CROSS JOIN apart_pair AS p ON p.id = k.id
  WHERE (k.one_group_id = OLD.group_id OR k.other_group_id = OLD.group_id)
    AND (p.one_id = OLD.account_id OR p.other_id = OLD.account_id);
END;

-- Somebody becomes staff, who are in a group by their work, or is it no more.
CREATE TRIGGER role_is_parted AFTER UPDATE OF role ON account WHEN NEW.role IS NOT OLD.role
BEGIN
  DELETE FROM parted WHERE by_id > 0 AND (one_id = NEW.id OR other_id = NEW.id)
    AND by_id IN (SELECT k.id FROM membership AS m JOIN keep_apart AS k ON m.group_id IN (k.one_group_id, k.other_group_id)
                  WHERE m.account_id = NEW.id);
  INSERT OR IGNORE INTO parted (one_id, other_id, by_id)
  SELECT p.one_id, p.other_id, p.id FROM apart_pair AS p
  WHERE (p.one_id = NEW.id OR p.other_id = NEW.id)
    AND p.id IN (SELECT k.id FROM membership AS m JOIN keep_apart AS k ON m.group_id IN (k.one_group_id, k.other_group_id)
                 WHERE m.account_id = NEW.id);
END;

-- Who called a conversation what it is called, and who gave it its picture: neither is shown to whom staff keep from them.
-- Of those named before, it is taken to be who began it.
ALTER TABLE conversation ADD COLUMN named_by INTEGER REFERENCES account (id);
ALTER TABLE conversation ADD COLUMN pictured_by INTEGER REFERENCES account (id);
UPDATE conversation SET named_by = (SELECT author_id FROM item WHERE item.id = conversation.id) WHERE name <> '';
UPDATE conversation SET pictured_by = (SELECT author_id FROM item WHERE item.id = conversation.id) WHERE picture IS NOT NULL;
