-- People who are tagged in photos. (A tag of that sort is a spot here, since words with # are tags already.)

-- Where somebody is in a photo, in thousandths of its width and height.
CREATE TABLE spot (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  photo_id       INTEGER NOT NULL REFERENCES item (id),
  person_id      INTEGER NOT NULL REFERENCES account (id),
  maker_id       INTEGER NOT NULL REFERENCES account (id),
  across         INTEGER NOT NULL CHECK (across BETWEEN 0 AND 1000),
  down           INTEGER NOT NULL CHECK (down BETWEEN 0 AND 1000),
  -- asked: waits for the person's word. refused: by the person, who is not tagged there again but by own hand.
  state          TEXT    NOT NULL CHECK (state IN ('shown', 'asked', 'refused')),
  made_at        INTEGER NOT NULL,
  UNIQUE (photo_id, person_id)
) STRICT;
CREATE INDEX spot_of_person ON spot (person_id, photo_id);
CREATE INDEX spot_asked ON spot (person_id, id) WHERE state = 'asked';

-- Who wants to be asked before they are tagged.
CREATE TABLE spot_ask (
  account_id     INTEGER NOT NULL PRIMARY KEY REFERENCES account (id)
) STRICT, WITHOUT ROWID;

-- The photos of somebody that wait for staff.
CREATE INDEX item_held_of_author ON item (author_id, id) WHERE state = 'held';
