-- Staff stop all writing of members, on the site or in one group, and let it go on again. Rows stay: the record points at them.
CREATE TABLE freeze (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id       INTEGER REFERENCES "group" (id),         -- NULL: the whole site
  words          TEXT    NOT NULL CHECK (length(words) BETWEEN 1 AND 300),   -- what members are told
  begun_by       INTEGER NOT NULL REFERENCES account (id),
  begun_at       INTEGER NOT NULL,
  ended_by       INTEGER REFERENCES account (id),
  ended_at       INTEGER,
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
) STRICT;
-- One at a time, of the site and of each group.
CREATE UNIQUE INDEX freeze_now ON freeze (coalesce(group_id, 0)) WHERE ended_at IS NULL;
