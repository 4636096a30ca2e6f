-- Readings: the reasoned, time-limited permission of staff to open private talk.

-- Where the count of chat stood when a conversation was reported as a whole: staff see what was said about then.
ALTER TABLE report ADD COLUMN at_place INTEGER;

-- Of one conversation, or of one person: whom they talk with, by name. Nothing of it is ever deleted.
CREATE TABLE reading (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id       INTEGER NOT NULL REFERENCES account (id),
  conversation_id INTEGER REFERENCES conversation (id),
  person_id      INTEGER REFERENCES account (id),
  reason         TEXT    NOT NULL CHECK (reason IN ('safety', 'bullying', 'threat', 'grooming', 'crime', 'court', 'other')),
  words          TEXT    NOT NULL CHECK (length(words) >= 10),
  asked_at       INTEGER NOT NULL,
  needs_second   INTEGER NOT NULL CHECK (needs_second IN (0, 1)),
  second_id      INTEGER REFERENCES account (id),        -- who confirmed it, or refused
  refused        INTEGER NOT NULL DEFAULT 0 CHECK (refused IN (0, 1)),
  -- It is open, or can be confirmed, only by both clocks: the shown time, which may jump, and the running time of this
  -- start of the box, which never does. After the next start it is over.
  from_at        INTEGER NOT NULL,
  until_at       INTEGER NOT NULL,
  boot           INTEGER NOT NULL,
  until_up_ms    INTEGER NOT NULL,
  ended_at       INTEGER,
  ended_by       INTEGER REFERENCES account (id),
  shown_at       INTEGER,                                -- when something was first shown under it
  shown          INTEGER NOT NULL DEFAULT 0,             -- how many showings of things there were, each in the record
  tell_day       INTEGER,                                -- the day of the box from which it is told; NULL: never
  told_at        INTEGER,
  CHECK ((conversation_id IS NULL) <> (person_id IS NULL)),
  CHECK (second_id IS NOT staff_id)
) STRICT;
CREATE INDEX reading_of_staff ON reading (staff_id, id);
CREATE INDEX reading_of_conversation ON reading (conversation_id, id) WHERE conversation_id IS NOT NULL;
CREATE INDEX reading_of_person ON reading (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX reading_waits ON reading (id) WHERE needs_second = 1 AND second_id IS NULL AND ended_at IS NULL;
CREATE INDEX reading_to_tell ON reading (tell_day) WHERE told_at IS NULL AND shown_at IS NOT NULL AND tell_day IS NOT NULL;
