-- How long things are kept: what must be kept longer, and the run of each day of the box that takes away what is older.

CREATE TABLE legal_hold (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id     INTEGER REFERENCES account (id),         -- all that somebody made
  group_id       INTEGER REFERENCES "group" (id),         -- all in a group
  item_id        INTEGER REFERENCES item (id),            -- a conversation, or the thing of a case, with what stands under it
  reason         TEXT    NOT NULL CHECK (length(reason) >= 10),
  begun_by       INTEGER NOT NULL REFERENCES account (id),
  begun_at       INTEGER NOT NULL,
  review_at      INTEGER NOT NULL,                        -- somebody must look again; it never ends by itself
  ended_by       INTEGER REFERENCES account (id),
  ended_at       INTEGER,
  CHECK ((account_id IS NOT NULL) + (group_id IS NOT NULL) + (item_id IS NOT NULL) = 1),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE INDEX hold_of_account ON legal_hold (account_id) WHERE ended_at IS NULL AND account_id IS NOT NULL;
CREATE INDEX hold_of_group ON legal_hold (group_id) WHERE ended_at IS NULL AND group_id IS NOT NULL;
CREATE INDEX hold_of_item ON legal_hold (item_id) WHERE ended_at IS NULL AND item_id IS NOT NULL;

-- What there was on each day on which the clock was believed: the greatest numbers that the box had seen by then. What is
-- old is known by this alone, and not by the dates of things, which a clock may have got wrong.
CREATE TABLE retention_mark (
  day_ms         INTEGER PRIMARY KEY,                     -- when that day began, where the house stands
  item_id        INTEGER NOT NULL,
  draft_id       INTEGER NOT NULL
) STRICT;

-- What a run is to take away, and how far it has come. 0 for a moment: nothing of that goes.
CREATE TABLE retention_run (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  day            INTEGER NOT NULL,                        -- of the box (day_count)
  state          TEXT    NOT NULL CHECK (state IN ('asks', 'runs', 'done')),
  posts_ms       INTEGER NOT NULL,
  messages_ms    INTEGER NOT NULL,
  cases_ms       INTEGER NOT NULL,
  posts_to       INTEGER NOT NULL,                        -- the first item that is young: all before it is old
  messages_to    INTEGER NOT NULL,
  drafts_to      INTEGER NOT NULL,
  spans          INTEGER NOT NULL CHECK (spans > 0),      -- over how many days it was made
  posts          INTEGER NOT NULL,
  messages       INTEGER NOT NULL,
  cases          INTEGER NOT NULL,
  drafts         INTEGER NOT NULL,
  gone_posts     INTEGER NOT NULL DEFAULT 0,
  gone_messages  INTEGER NOT NULL DEFAULT 0,
  gone_cases     INTEGER NOT NULL DEFAULT 0,
  gone_drafts    INTEGER NOT NULL DEFAULT 0,
  hash           BLOB    NOT NULL DEFAULT (zeroblob(32)), -- of all ids that went, in order
  begun_at       INTEGER NOT NULL,
  ended_at       INTEGER,
  confirmed_by   INTEGER REFERENCES account (id)
) STRICT;
CREATE UNIQUE INDEX retention_now ON retention_run ((1)) WHERE state <> 'done';

-- Up to which item all of a sort has gone, or is kept by name (kept_item).
CREATE TABLE retention_reach (
  sort           TEXT    PRIMARY KEY CHECK (sort IN ('posts', 'messages')),
  done_to        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- With what a thing goes that is kept by name: with its account (empty), or with a run.
ALTER TABLE kept_item ADD COLUMN sort TEXT NOT NULL DEFAULT '' CHECK (sort IN ('', 'posts', 'messages'));
-- 1: its words and files are gone for good. Nothing is taken away, or counted, twice.
ALTER TABLE item ADD COLUMN emptied INTEGER NOT NULL DEFAULT 0 CHECK (emptied IN (0, 1));

CREATE INDEX report_closed ON report (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX decision_made ON decision (made_at);
CREATE INDEX watch_case_closed ON watch_case (closed_at) WHERE closed_at IS NOT NULL;
-- What rules matched is forgotten with the thing in which it stood, and by its age where it stood in none.
CREATE INDEX watch_hit_of_item ON watch_hit (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX watch_hit_said ON watch_hit (made_at) WHERE words <> '';

-- 1: whoever read met what is confidential. It takes two from then on to open the same again.
ALTER TABLE reading ADD COLUMN confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1));
