-- What staff say or set about somebody: with a reason, a text to them, and an end. Rows stay: what was lifted is over.
CREATE TABLE sanction (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id     INTEGER NOT NULL REFERENCES account (id),
  kind           TEXT    NOT NULL CHECK (kind IN ('note', 'warning', 'read_only', 'no_messages', 'no_photos', 'suspended')),
  reason         TEXT    NOT NULL CHECK (reason IN ('unkind', 'threat', 'private', 'rude', 'spam', 'rules', 'other')),
  words          TEXT    NOT NULL CHECK (length(words) <= 500),   -- to the person; empty of before there were any
  made_by        INTEGER REFERENCES account (id),        -- NULL: the box itself, or of before it was kept
  made_at        INTEGER NOT NULL,
  day            INTEGER NOT NULL DEFAULT 0,             -- the day of the box on which it was said or set (day_count)
  until_at       INTEGER,                                -- NULL: until it is lifted; of a note or warning always
  -- 1: it was to last so long when nobody believed the clock. It counts from when somebody does.
  unsure         INTEGER NOT NULL DEFAULT 0 CHECK (unsure IN (0, 1)),
  changed_at     INTEGER,
  over_at        INTEGER,                                -- lifted or, without lifted_by, ended by itself
  lifted_by      INTEGER REFERENCES account (id),
  lifted_why     TEXT    NOT NULL DEFAULT '' CHECK (length(lifted_why) <= 500),
  CHECK (until_at IS NULL OR kind NOT IN ('note', 'warning')),
  CHECK (unsure = 0 OR until_at IS NOT NULL),
  CHECK (over_at IS NOT NULL OR lifted_by IS NULL)
) STRICT;
CREATE INDEX sanction_of ON sanction (account_id, id);
-- One of a kind at a time, of those that hold for a while.
CREATE UNIQUE INDEX sanction_now ON sanction (account_id, kind) WHERE over_at IS NULL AND kind NOT IN ('note', 'warning');
CREATE INDEX sanction_due ON sanction (until_at) WHERE over_at IS NULL AND until_at IS NOT NULL;

-- What held already, holds until it is lifted.
INSERT INTO sanction (account_id, kind, reason, words, made_at)
SELECT id, standing, 'other', '',
       coalesce((SELECT max(at) FROM audit WHERE item = account.id AND act = 'account.standing' AND kind = 'account'), made_at)
FROM account WHERE standing IN ('read_only', 'suspended');
INSERT INTO sanction (account_id, kind, reason, words, made_at) SELECT account_id, 'no_messages', 'other', '', since_at FROM no_talk;
DROP TABLE no_talk;

-- A new kind of notice (see 0004 for why the text is changed where it stands).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''reading_posts''', '''reading_posts'', ''sanction''')
 WHERE type = 'table' AND name = 'notice';
PRAGMA writable_schema = RESET;
