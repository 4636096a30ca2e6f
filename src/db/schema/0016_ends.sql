-- What drafts keep of photos, and photos of comments that search finds by their words.

-- A photo that stands in what somebody writes and has not sent: theirs alone, as the draft of the same word.
CREATE TABLE draft_photo (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,        -- in the order in which they were added
  account_id     INTEGER NOT NULL REFERENCES account (id),
  word           TEXT    NOT NULL CHECK (length(word) BETWEEN 1 AND 32),
  name           TEXT    NOT NULL,                           -- its name on the shelf
  alt            TEXT    NOT NULL DEFAULT '',                -- as typed until now
  width          INTEGER NOT NULL,
  height         INTEGER NOT NULL,
  bytes          INTEGER NOT NULL                            -- what all its sizes take
) STRICT;
CREATE INDEX draft_photo_of_account ON draft_photo (account_id, word, id);
CREATE INDEX draft_photo_by_shelf ON draft_photo (name);

-- A comment says what its photo shows, too. What an item says is kept in the view to_find (0006, and whoever changed
-- it since), so its text grows where it stands.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, '(SELECT body FROM comment WHERE id = i.id)',
                     '(SELECT body || coalesce((SELECT char(10) || alt FROM comment_photo WHERE id = i.id), '''') FROM comment WHERE id = i.id)')
 WHERE type = 'view' AND name = 'to_find';
PRAGMA writable_schema = RESET;

CREATE TRIGGER comment_photo_is_found AFTER INSERT ON comment_photo WHEN NEW.alt <> ''
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id AND text <> '';
END;
CREATE TRIGGER comment_photo_is_found_anew AFTER UPDATE OF alt ON comment_photo WHEN NEW.alt IS NOT OLD.alt
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id AND text <> '';
END;
CREATE TRIGGER comment_photo_is_found_no_more AFTER DELETE ON comment_photo WHEN OLD.alt <> ''
BEGIN
  DELETE FROM found WHERE rowid = OLD.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = OLD.id AND text <> '';
END;

-- Those that are there already.
DELETE FROM found WHERE rowid IN (SELECT id FROM comment_photo WHERE alt <> '');
INSERT INTO found (rowid, text, who)
SELECT id, text, who FROM to_find WHERE id IN (SELECT id FROM comment_photo WHERE alt <> '') AND text <> '';
