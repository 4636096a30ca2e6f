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

-- What a run is to take away, and how far it has come. What is older than these moments goes; 0: nothing.
CREATE TABLE retention_run (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  day            INTEGER NOT NULL,                        -- of the box (day_count)
  state          TEXT    NOT NULL CHECK (state IN ('asks', 'runs', 'done')),
  posts_ms       INTEGER NOT NULL,
  messages_ms    INTEGER NOT NULL,
  cases_ms       INTEGER NOT NULL,
  posts_to       INTEGER NOT NULL,                        -- the first item that is young: all before it is old
  messages_to    INTEGER NOT NULL,
  posts          INTEGER NOT NULL,
  messages       INTEGER NOT NULL,
  cases          INTEGER NOT NULL,
  gone_posts     INTEGER NOT NULL DEFAULT 0,
  gone_messages  INTEGER NOT NULL DEFAULT 0,
  gone_cases     INTEGER NOT NULL DEFAULT 0,
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

CREATE INDEX report_closed ON report (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX decision_made ON decision (made_at);
