-- What people have here, what they take with them, and how they go.

-- Bytes that all sizes of a picture take on the disk: what counts in the space of its author. Of pictures that are
-- here already it is a guess: 0.3 bytes for each pixel of the large size.
ALTER TABLE photo ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE comment_photo ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
UPDATE photo SET bytes = width * height * 3 / 10;
UPDATE comment_photo SET bytes = width * height * 3 / 10;

-- How many days this box has lived through. A clock may jump by years, so nothing that takes away for good asks
-- it what day it is: a day is counted when the clock shows a later day than that of the last one counted, and the box
-- has run some hours since then.
CREATE TABLE day_count (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  days           INTEGER NOT NULL,
  counted_at     INTEGER NOT NULL,                     -- what the clock showed when the last one was counted
  ran_ms         INTEGER NOT NULL                      -- how long the box has run since then
) STRICT;
INSERT INTO day_count (id, days, counted_at, ran_ms) VALUES (1, 0, 0, 0);

-- What somebody asked to have packed: one archive a person, the newest. Its file is named by its number.
CREATE TABLE archive (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id     INTEGER NOT NULL UNIQUE REFERENCES account (id),
  state          TEXT    NOT NULL CHECK (state IN ('asked', 'ready', 'failed')),
  language       TEXT    NOT NULL,
  percent        INTEGER NOT NULL DEFAULT 0,           -- how far it is
  bytes          INTEGER NOT NULL DEFAULT 0,
  asked_at       INTEGER NOT NULL,
  asked_day      INTEGER NOT NULL,                     -- days as day_count has them
  ready_at       INTEGER,
  gone_day       INTEGER                               -- the first day on which it is not kept any more
) STRICT;
CREATE INDEX archive_asked ON archive (id) WHERE state = 'asked';

-- Accounts that close, or are closed. While a row stands here, what the person made is seen by nobody else.
CREATE TABLE closing (
  account_id     INTEGER NOT NULL PRIMARY KEY REFERENCES account (id),
  asked_at       INTEGER NOT NULL,
  until_day      INTEGER NOT NULL,                     -- the first day on which it can be emptied
  comments_stay  INTEGER NOT NULL CHECK (comments_stay IN (0, 1)),
  by_staff       INTEGER NOT NULL CHECK (by_staff IN (0, 1)),
  step           INTEGER NOT NULL DEFAULT 0,           -- how far it is emptied (features/leaving)
  after_id       INTEGER NOT NULL DEFAULT 0,
  done_at        INTEGER                               -- when it was emptied; some things may still be kept
) STRICT, WITHOUT ROWID;
CREATE INDEX closing_open ON closing (until_day) WHERE done_at IS NULL;

-- What was not emptied with its account, since staff still need it.
CREATE TABLE kept_item (
  item_id        INTEGER NOT NULL PRIMARY KEY REFERENCES item (id)
) STRICT, WITHOUT ROWID;

-- The author of comments that stayed when theirs was emptied: one for all who left; made when the first one does.
ALTER TABLE site ADD COLUMN ghost_id INTEGER REFERENCES account (id);

-- What one did oneself, in its order: for the page of what staff did, and for what one takes along.
CREATE INDEX decision_of_person ON decision (about_id, id);
CREATE INDEX poll_vote_of_account ON poll_vote (account_id, poll_id);
CREATE INDEX post_follow_of_account ON post_follow (account_id, post_id);
