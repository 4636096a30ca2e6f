-- Hours of use, as words (base/hours.rs reads them): of the site, where there is no group, and of groups.
CREATE TABLE hours (
  id             INTEGER PRIMARY KEY,
  group_id       INTEGER REFERENCES "group" (id),
  words          TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX hours_of ON hours (coalesce(group_id, 0));
