-- What people make. One id space: a greater id was made later, whatever the clock said.

CREATE TABLE item (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  kind           TEXT    NOT NULL CHECK (kind IN ('post', 'comment', 'photo')),
  author_id      INTEGER NOT NULL REFERENCES account (id),
  parent_id      INTEGER REFERENCES item (id),          -- the post of a comment or photo
  audience       TEXT    CHECK (audience IN ('everyone', 'groups', 'contacts', 'aspects', 'people', 'only_me')),
  state          TEXT    NOT NULL CHECK (state IN ('shown', 'held', 'removed')),
  removed_by     INTEGER REFERENCES account (id),       -- the author, or staff
  version        INTEGER NOT NULL DEFAULT 1,            -- 1 as first written; each edit adds one
  made_at        INTEGER NOT NULL,
  edited_at      INTEGER,
  CHECK ((audience IS NULL) = (parent_id IS NOT NULL)),
  CHECK ((kind = 'post') = (parent_id IS NULL))
) STRICT;
CREATE INDEX item_by_author ON item (author_id, id) WHERE kind = 'post';
CREATE INDEX item_under_parent ON item (parent_id, kind, id) WHERE parent_id IS NOT NULL;
CREATE INDEX item_for_everyone ON item (id) WHERE audience = 'everyone';
CREATE INDEX item_held ON item (id) WHERE state = 'held';

-- To which groups, aspects or people a post goes.
CREATE TABLE item_to (
  item_id        INTEGER NOT NULL REFERENCES item (id),
  kind           TEXT    NOT NULL CHECK (kind IN ('group', 'aspect', 'person')),
  target_id      INTEGER NOT NULL,
  PRIMARY KEY (item_id, kind, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_to_target ON item_to (kind, target_id, item_id);

CREATE TABLE post (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  body           TEXT    NOT NULL,
  photos         INTEGER NOT NULL DEFAULT 0,             -- how many, so that most posts need no second look
  targets        INTEGER NOT NULL DEFAULT 0              -- to how many groups, aspects or people it goes
) STRICT;

CREATE TABLE comment (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  body           TEXT    NOT NULL
) STRICT;

CREATE TABLE photo (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  name           TEXT    NOT NULL,                       -- of the file on the shelf
  alt            TEXT    NOT NULL DEFAULT '',
  place          INTEGER NOT NULL,
  width          INTEGER NOT NULL,                       -- of the large size, pixels
  height         INTEGER NOT NULL
) STRICT;
CREATE INDEX photo_by_name ON photo (name);

-- What a text said before it was edited.
CREATE TABLE edit (
  item_id        INTEGER NOT NULL REFERENCES item (id),
  version        INTEGER NOT NULL,
  body           TEXT    NOT NULL,
  until_at       INTEGER NOT NULL,
  waited         INTEGER NOT NULL CHECK (waited IN (0, 1)),   -- 1: staff never let this version be seen
  PRIMARY KEY (item_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  id             INTEGER PRIMARY KEY,
  name           TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE item_tag (
  tag_id         INTEGER NOT NULL REFERENCES tag (id),
  item_id        INTEGER NOT NULL REFERENCES item (id),
  PRIMARY KEY (tag_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_tag_of_item ON item_tag (item_id);

CREATE TABLE mention (
  item_id        INTEGER NOT NULL REFERENCES item (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (item_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_of_account ON mention (account_id, item_id);

-- One reaction a person a thing.
CREATE TABLE reaction (
  item_id        INTEGER NOT NULL REFERENCES item (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  kind           TEXT    NOT NULL CHECK (kind IN ('heart', 'thumb', 'laugh', 'wow', 'thanks')),
  made_at        INTEGER NOT NULL,
  PRIMARY KEY (item_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id     INTEGER NOT NULL REFERENCES account (id),   -- whom it tells
  kind           TEXT    NOT NULL CHECK (kind IN ('comment', 'mention', 'reaction', 'contact', 'group', 'removed', 'restored', 'released', 'outcome')),
  actor_id       INTEGER REFERENCES account (id),            -- NULL: the box or staff as such
  item_id        INTEGER REFERENCES item (id),
  group_id       INTEGER REFERENCES "group" (id),
  reason         TEXT    NOT NULL DEFAULT '',                -- the word of a reason code
  made_at        INTEGER NOT NULL,
  read_at        INTEGER
) STRICT;
CREATE INDEX notice_of_account ON notice (account_id, id);
CREATE INDEX notice_unread ON notice (account_id, item_id) WHERE read_at IS NULL;
