-- How people come into a group, its picture, and albums that a whole group fills.

-- joining: who lets somebody in. staff: only staff. invite: whom its leaders invite. ask: who asks, once a leader
-- or staff say yes. open: anybody. leaving: 1 where members may leave a group that only staff fill.
ALTER TABLE "group" ADD COLUMN joining TEXT NOT NULL DEFAULT 'staff' CHECK (joining IN ('staff', 'invite', 'ask', 'open'));
ALTER TABLE "group" ADD COLUMN leaving INTEGER NOT NULL DEFAULT 0 CHECK (leaving IN (0, 1));
ALTER TABLE "group" ADD COLUMN picture TEXT;               -- the name of a file on the shelf
-- A group that staff took away: its row stays, since posts and notices name it; nobody is in it or finds it.
ALTER TABLE "group" ADD COLUMN gone_at INTEGER;

-- Who asks to come into a group. One who was refused can ask again later, so the row stays.
CREATE TABLE group_ask (
  group_id       INTEGER NOT NULL REFERENCES "group" (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  words          TEXT    NOT NULL DEFAULT '',
  held           INTEGER NOT NULL CHECK (held IN (0, 1)),    -- 1: the words are for staff alone
  made_at        INTEGER NOT NULL,
  refused_at     INTEGER,
  PRIMARY KEY (group_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_ask_of_account ON group_ask (account_id, group_id);

-- Whom leaders invited. Who said no is not invited again for a while, so the row stays.
CREATE TABLE group_invite (
  group_id       INTEGER NOT NULL REFERENCES "group" (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  by_id          INTEGER NOT NULL REFERENCES account (id),
  made_at        INTEGER NOT NULL,
  refused_at     INTEGER,
  PRIMARY KEY (group_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_invite_of_account ON group_invite (account_id, group_id);

-- The group whose album this is: all its members put photos in. NULL: its author's own.
ALTER TABLE album ADD COLUMN group_id INTEGER REFERENCES "group" (id);
CREATE INDEX album_of_group ON album (group_id, id) WHERE group_id IS NOT NULL;
