-- How strict the house is with one group or one person, beside its own rules; and how much somebody has sent today.

CREATE TABLE level (
  id             INTEGER PRIMARY KEY,
  account_id     INTEGER UNIQUE REFERENCES account (id),
  group_id       INTEGER UNIQUE REFERENCES "group" (id),
  approval       TEXT    NOT NULL CHECK (approval IN ('open', 'hold_photos', 'hold_all', 'read_only')),
  messages_day   INTEGER CHECK (messages_day BETWEEN 1 AND 500),    -- NULL: as many as anybody
  people_new     INTEGER CHECK (people_new BETWEEN 1 AND 10),       -- others in a new conversation
  letters        INTEGER CHECK (letters BETWEEN 1 AND 5000),        -- of one message
  set_by         INTEGER NOT NULL REFERENCES account (id),
  set_at         INTEGER NOT NULL,
  CHECK ((account_id IS NULL) <> (group_id IS NULL))
) STRICT;
-- Of groups alone, and of those that say anything of what waits: each write asks.
CREATE INDEX level_of_groups ON level (group_id, approval) WHERE group_id IS NOT NULL AND approval <> 'open';

-- How many messages somebody sent on the last day on which they sent any. Days are those of the box (day_count): a clock that
-- jumps begins none.
CREATE TABLE sent_day (
  account_id     INTEGER PRIMARY KEY REFERENCES account (id),
  day            INTEGER NOT NULL,
  messages       INTEGER NOT NULL
) STRICT;
