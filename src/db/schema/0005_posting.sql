-- What a post can carry besides words and photos, and what is done with posts.

-- A question with answers to choose from. The numbers of votes are kept beside the words, so that a page
-- never counts them.
CREATE TABLE poll (
  id             INTEGER PRIMARY KEY REFERENCES item (id),   -- the post
  question       TEXT    NOT NULL DEFAULT '',                -- empty: the post's own text asks
  several        INTEGER NOT NULL CHECK (several IN (0, 1)), -- may one choose several answers?
  hidden         INTEGER NOT NULL CHECK (hidden IN (0, 1)),  -- 1: how it stands is seen after voting
  final          INTEGER NOT NULL CHECK (final IN (0, 1)),   -- 1: a vote cannot be changed
  ends_at        INTEGER,
  voters         INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE poll_option (
  poll_id        INTEGER NOT NULL REFERENCES poll (id),
  place          INTEGER NOT NULL,
  words          TEXT    NOT NULL,
  votes          INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (poll_id, place)
) STRICT, WITHOUT ROWID;

-- Who chose what: so that each has one vote, and can change it. Nobody is ever shown a row that is not theirs.
CREATE TABLE poll_vote (
  poll_id        INTEGER NOT NULL REFERENCES poll (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  place          INTEGER NOT NULL,
  PRIMARY KEY (poll_id, account_id, place)
) STRICT, WITHOUT ROWID;

ALTER TABLE post ADD COLUMN poll INTEGER NOT NULL DEFAULT 0; -- 1: it has one, so that most posts need no second look

-- One level of answers: the comment under which this one stands, which itself stands under none.
ALTER TABLE comment ADD COLUMN under_id INTEGER REFERENCES item (id);
ALTER TABLE comment ADD COLUMN photo INTEGER NOT NULL DEFAULT 0;  -- 1: it has one

-- The photo of a comment. It is seen, waits and goes with the comment, so it is no item of its own.
CREATE TABLE comment_photo (
  id             INTEGER PRIMARY KEY REFERENCES item (id),   -- the comment
  name           TEXT    NOT NULL,                           -- of the file on the shelf
  alt            TEXT    NOT NULL DEFAULT '',
  width          INTEGER NOT NULL,                           -- of the large size, pixels
  height         INTEGER NOT NULL
) STRICT;

-- The list of what a notice tells grows. SQLite keeps a CHECK as text beside the table and never in its rows.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''mention'',', '''mention'', ''reply'',')
 WHERE type = 'table' AND name = 'notice';
PRAGMA writable_schema = RESET;

-- 1: nobody writes comments under it any more.
ALTER TABLE post ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;

-- Who wants to hear of every later comment under a post (1), or of none (0).
CREATE TABLE post_follow (
  post_id        INTEGER NOT NULL REFERENCES item (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  follows        INTEGER NOT NULL CHECK (follows IN (0, 1)),
  PRIMARY KEY (post_id, account_id)
) STRICT, WITHOUT ROWID;

-- What stands on top of a stream.
CREATE TABLE pin (
  group_id       INTEGER NOT NULL,                           -- 0: the stream Everyone
  item_id        INTEGER NOT NULL REFERENCES item (id),
  pinned_at      INTEGER NOT NULL,
  PRIMARY KEY (group_id, item_id)
) STRICT, WITHOUT ROWID;
