-- The notice board of staff, events, and files of groups: items that go to Everyone or to groups, and to nobody else.

-- What staff, and leaders of groups, want everybody or a group to know.
CREATE TABLE announcement (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  title          TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  body           TEXT    NOT NULL,                           -- Markdown
  until_at       INTEGER NOT NULL                            -- shown until this moment; without an end: a year 9999
) STRICT;
CREATE INDEX announcement_current ON announcement (until_at, id);
CREATE INDEX announcement_in_order ON item (id) WHERE kind = 'announcement';

-- Who said "I have read this".
CREATE TABLE announcement_read (
  announcement_id INTEGER NOT NULL REFERENCES item (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  read_at        INTEGER NOT NULL,
  PRIMARY KEY (announcement_id, account_id)
) STRICT, WITHOUT ROWID;

-- Something that takes place. Its times are those of the site's own clock on the wall, `2026-03-05T14:00`: so it
-- stays at two o'clock whatever becomes of summer time. Text of this form is in order of time.
CREATE TABLE event (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  title          TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  about          TEXT    NOT NULL DEFAULT '',                -- Markdown
  place          TEXT    NOT NULL DEFAULT '',
  all_day        INTEGER NOT NULL CHECK (all_day IN (0, 1)),
  starts         TEXT    NOT NULL CHECK (length(starts) = 16),
  ends           TEXT    NOT NULL CHECK (length(ends) = 16), -- all day: 23:59 of its last day
  cancelled      INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  CHECK (ends >= starts)
) STRICT;
CREATE INDEX event_in_order ON event (starts, id);

-- Who comes.
CREATE TABLE event_answer (
  event_id       INTEGER NOT NULL REFERENCES item (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  answer         TEXT    NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')),
  since_at       INTEGER NOT NULL,
  PRIMARY KEY (event_id, account_id)
) STRICT, WITHOUT ROWID;

-- A document of a group. The group stands here and in item_to: here for its list, there for who sees it.
CREATE TABLE file (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  group_id       INTEGER NOT NULL REFERENCES "group" (id),
  author_id      INTEGER NOT NULL REFERENCES account (id),
  name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),  -- as it is called when it is fetched
  sort           TEXT    NOT NULL,                           -- the word of what it is (features/files/sort.rs)
  shelf          TEXT    NOT NULL,                           -- its name on the shelf
  bytes          INTEGER NOT NULL,
  about          TEXT    NOT NULL DEFAULT ''                 -- one line that says what it is
) STRICT;
CREATE INDEX file_of_group ON file (group_id, id);
CREATE INDEX file_of_author ON file (author_id);
CREATE INDEX file_by_shelf ON file (shelf);

-- Search finds them by what they say. What an item says is kept in the view to_find (0006, and whoever changed it
-- since), so its text grows by these three where it stands.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, '(SELECT title || char(10) || about FROM album WHERE id = i.id)',
                     '(SELECT title || char(10) || about FROM album WHERE id = i.id),
                           (SELECT title || char(10) || body FROM announcement WHERE id = i.id),
                           (SELECT title || char(10) || place || char(10) || about FROM event WHERE id = i.id),
                           (SELECT name || char(10) || about FROM file WHERE id = i.id)')
 WHERE type = 'view' AND name = 'to_find';
PRAGMA writable_schema = RESET;

CREATE TRIGGER announcement_is_found AFTER INSERT ON announcement
BEGIN INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id; END;
CREATE TRIGGER announcement_is_found_anew AFTER UPDATE OF title, body ON announcement
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id;
END;
CREATE TRIGGER announcement_is_found_no_more AFTER DELETE ON announcement BEGIN DELETE FROM found WHERE rowid = OLD.id; END;
CREATE TRIGGER event_is_found AFTER INSERT ON event
BEGIN INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id; END;
CREATE TRIGGER event_is_found_anew AFTER UPDATE OF title, place, about ON event
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id;
END;
CREATE TRIGGER event_is_found_no_more AFTER DELETE ON event BEGIN DELETE FROM found WHERE rowid = OLD.id; END;
CREATE TRIGGER file_is_found AFTER INSERT ON file
BEGIN INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id; END;
CREATE TRIGGER file_is_found_anew AFTER UPDATE OF name, about ON file
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id;
END;
CREATE TRIGGER file_is_found_no_more AFTER DELETE ON file BEGIN DELETE FROM found WHERE rowid = OLD.id; END;
