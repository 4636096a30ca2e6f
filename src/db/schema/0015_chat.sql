-- Chat: conversations of two or many, of a group, and their messages.

-- The lists of kinds grow (see 0004 for why the text is changed where it stands).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(replace(sql, '''event'', ''file'')', '''event'', ''file'', ''conversation'', ''message'')'),
                     'kind IN (''post'', ''album'', ''announcement'', ''event'', ''file'', ''conversation'', ''message'')) = ',
                     'kind IN (''post'', ''album'', ''announcement'', ''event'', ''file'', ''conversation'')) = ')
 WHERE type = 'table' AND name = 'item';
UPDATE sqlite_schema
   SET sql = replace(sql, '''archive'', ''closing''', '''archive'', ''closing'', ''chat'', ''reading''')
 WHERE type = 'table' AND name = 'notice';
PRAGMA writable_schema = RESET;

-- One count for the whole site orders what happens in chat. So a gap in one conversation tells nobody that something
-- was there: it may have been anywhere.
CREATE TABLE chat_count (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  last           INTEGER NOT NULL
) STRICT;
INSERT INTO chat_count (id, last) VALUES (1, 0);

-- Its item has who began it, and what became of it. Its own name is for those with many people.
CREATE TABLE conversation (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  sort           TEXT    NOT NULL CHECK (sort IN ('two', 'many', 'group')),
  pair           TEXT    UNIQUE,                          -- '7-12', the smaller number first: two people have one
  group_id       INTEGER UNIQUE REFERENCES "group" (id),
  name           TEXT    NOT NULL DEFAULT '' CHECK (length(name) <= 64),
  picture        TEXT,                                    -- shelf name
  newcomers_see  TEXT    NOT NULL DEFAULT 'later' CHECK (newcomers_see IN ('later', 'all')),
  last           INTEGER NOT NULL DEFAULT 0,              -- the greatest place of a message that others see
  open           INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),  -- 0: a group's leaders switched it off
  CHECK ((sort = 'two') = (pair IS NOT NULL)),
  CHECK ((sort = 'group') = (group_id IS NOT NULL))
) STRICT;

-- Who is in a conversation, and was. In that of a group: its members, kept so by the triggers below.
CREATE TABLE participant (
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  since          INTEGER NOT NULL,                        -- sees messages whose place is greater
  gone           INTEGER,                                 -- left, or was taken out, when the count stood here
  read           INTEGER NOT NULL,                        -- has read up to this place
  muted          INTEGER NOT NULL DEFAULT 0 CHECK (muted IN (0, 1)),
  put_away       INTEGER NOT NULL DEFAULT 0,              -- out of the list until something comes after this place
  leads          INTEGER NOT NULL DEFAULT 0 CHECK (leads IN (0, 1)),
  PRIMARY KEY (conversation_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_of ON participant (account_id, conversation_id);

CREATE TABLE message (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  author_id      INTEGER NOT NULL REFERENCES account (id),
  place          INTEGER NOT NULL,                        -- its order: when it was sent, or let through by staff
  changed        INTEGER NOT NULL,                        -- the count when whoever sees it last had something new of it
  seen           INTEGER NOT NULL CHECK (seen IN (0, 1)), -- 1: others saw it once
  arrived_at     INTEGER NOT NULL,                        -- when it was sent, or let through: a label, its order is its place
  body           TEXT    NOT NULL,
  answers_id     INTEGER REFERENCES message (id),
  photos         INTEGER NOT NULL DEFAULT 0,
  reacted        INTEGER NOT NULL DEFAULT 0,              -- 1: somebody reacted once; most need no second look
  sent_key       TEXT                                     -- what its sender called it, so that sending again sends once
) STRICT;
CREATE UNIQUE INDEX message_in_order ON message (conversation_id, place);
CREATE INDEX message_by_time ON message (conversation_id, arrived_at);
CREATE INDEX message_changed ON message (conversation_id, changed);
CREATE UNIQUE INDEX message_by_key ON message (author_id, sent_key) WHERE sent_key IS NOT NULL;
CREATE INDEX message_by_author ON message (author_id, id);

-- The photos of messages. Each is an item of its own, under the message.
CREATE TABLE message_photo (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  message_id     INTEGER NOT NULL REFERENCES message (id),
  place          INTEGER NOT NULL,
  name           TEXT    NOT NULL,                        -- of the file on the shelf
  alt            TEXT    NOT NULL DEFAULT '',
  width          INTEGER NOT NULL,
  height         INTEGER NOT NULL,
  bytes          INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX message_photo_in_order ON message_photo (message_id, place);
CREATE INDEX message_photo_by_name ON message_photo (name);

-- Pairs of people whom staff let talk, where the house allows approved pairs only. The smaller number first.
CREATE TABLE talk_pair (
  one_id         INTEGER NOT NULL REFERENCES account (id),
  other_id       INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (one_id, other_id),
  CHECK (one_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX talk_pair_other ON talk_pair (other_id, one_id);

-- Who may not write privately: staff said so. In the conversations of groups they still may.
CREATE TABLE no_talk (
  account_id     INTEGER PRIMARY KEY REFERENCES account (id),
  since_at       INTEGER NOT NULL
) STRICT;

-- Who does not want to be shown as present.
CREATE TABLE unseen_presence (
  account_id     INTEGER PRIMARY KEY REFERENCES account (id),
  since_at       INTEGER NOT NULL
) STRICT;

-- Who is in a group is in its conversation, whichever way they came or went.
CREATE TRIGGER member_talks AFTER INSERT ON membership
WHEN EXISTS (SELECT 1 FROM conversation WHERE group_id = NEW.group_id)
BEGIN
  INSERT INTO participant (conversation_id, account_id, since, read)
  SELECT c.id, NEW.account_id, CASE c.newcomers_see WHEN 'all' THEN 0 ELSE n.last END, n.last
  FROM conversation AS c, chat_count AS n WHERE c.group_id = NEW.group_id
  ON CONFLICT (conversation_id, account_id) DO UPDATE SET since = excluded.since, read = excluded.read, gone = NULL;
END;
CREATE TRIGGER member_talks_no_more AFTER DELETE ON membership
BEGIN
  UPDATE participant SET gone = (SELECT last FROM chat_count)
  WHERE account_id = OLD.account_id AND gone IS NULL
    AND conversation_id = (SELECT id FROM conversation WHERE group_id = OLD.group_id);
END;

-- What messages say, for search: `who` has the conversation, ~c7. Whatever is found is read through seen_message.
CREATE VIRTUAL TABLE found_message USING fts5(text, who, content='', contentless_delete=1, prefix='1 2 3 4',
                                              tokenize="ascii tokenchars '~'");
CREATE TRIGGER message_is_found AFTER INSERT ON message
BEGIN
  INSERT INTO found_message (rowid, text, who) VALUES (NEW.id, find_terms(NEW.body), '~c' || NEW.conversation_id);
END;
CREATE TRIGGER message_is_found_anew AFTER UPDATE OF body ON message WHEN NEW.body IS NOT OLD.body
BEGIN
  DELETE FROM found_message WHERE rowid = NEW.id;
  INSERT INTO found_message (rowid, text, who) VALUES (NEW.id, find_terms(NEW.body), '~c' || NEW.conversation_id);
END;
CREATE TRIGGER message_is_found_no_more AFTER DELETE ON message
BEGIN DELETE FROM found_message WHERE rowid = OLD.id; END;
