-- Documents in messages; and since when somebody is in a conversation, for who has seen what.

-- Its author stands here too: what each one's documents take is counted down an index. A number is never used twice,
-- since it is an address.
CREATE TABLE message_file (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id     INTEGER NOT NULL REFERENCES message (id),
  author_id      INTEGER NOT NULL REFERENCES account (id),
  place          INTEGER NOT NULL,
  name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),  -- as it is called when it is fetched
  sort           TEXT    NOT NULL,                        -- the word of what it is (features/files/sort.rs)
  shelf          TEXT    NOT NULL,                        -- its name on the shelf
  bytes          INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX message_file_in_order ON message_file (message_id, place);
CREATE INDEX message_file_of_author ON message_file (author_id);
CREATE INDEX message_file_by_shelf ON message_file (shelf);

ALTER TABLE message ADD COLUMN files INTEGER NOT NULL DEFAULT 0;

-- A message is found by the names of its documents, too.
DROP TRIGGER message_is_found_anew;
CREATE TRIGGER message_is_found_anew AFTER UPDATE OF body ON message WHEN NEW.body IS NOT OLD.body
BEGIN
  DELETE FROM found_message WHERE rowid = NEW.id;
  INSERT INTO found_message (rowid, text, who)
  SELECT NEW.id, find_terms(NEW.body || coalesce((SELECT char(10) || group_concat(name, char(10)) FROM message_file
                                                  WHERE message_id = NEW.id), '')), '~c' || NEW.conversation_id;
END;
CREATE TRIGGER message_file_is_found AFTER INSERT ON message_file
BEGIN
  DELETE FROM found_message WHERE rowid = NEW.message_id;
  INSERT INTO found_message (rowid, text, who)
  SELECT m.id, find_terms(m.body || (SELECT char(10) || group_concat(name, char(10)) FROM message_file
                                     WHERE message_id = m.id)), '~c' || m.conversation_id
  FROM message AS m WHERE m.id = NEW.message_id;
END;
CREATE TRIGGER message_file_is_found_no_more AFTER DELETE ON message_file
BEGIN
  DELETE FROM found_message WHERE rowid = OLD.message_id;
  INSERT INTO found_message (rowid, text, who)
  SELECT m.id, find_terms(m.body || coalesce((SELECT char(10) || group_concat(name, char(10)) FROM message_file
                                              WHERE message_id = m.id), '')), '~c' || m.conversation_id
  FROM message AS m WHERE m.id = OLD.message_id;
END;

-- Where the count stood when somebody came. What was said before, they may see, and never had to read: nobody is told
-- that they have. Of those who are there already and see all, it is not known, so it is from now on.
ALTER TABLE participant ADD COLUMN came INTEGER NOT NULL DEFAULT 0;
UPDATE participant SET came =
  CASE WHEN since = 0 AND EXISTS (SELECT 1 FROM conversation WHERE id = conversation_id AND sort <> 'two' AND newcomers_see = 'all')
       THEN (SELECT last FROM chat_count) ELSE since END;
DROP TRIGGER member_talks;
CREATE TRIGGER member_talks AFTER INSERT ON membership
WHEN EXISTS (SELECT 1 FROM conversation WHERE group_id = NEW.group_id)
BEGIN
  INSERT INTO participant (conversation_id, account_id, since, came, read)
  SELECT c.id, NEW.account_id, CASE c.newcomers_see WHEN 'all' THEN 0 ELSE n.last END, n.last, n.last
  FROM conversation AS c, chat_count AS n WHERE c.group_id = NEW.group_id
  ON CONFLICT (conversation_id, account_id)
  DO UPDATE SET since = excluded.since, came = excluded.came, read = excluded.read, gone = NULL;
END;

-- The newest of somebody's own in a conversation, however long it is.
CREATE INDEX message_of_author ON message (conversation_id, author_id, place);
