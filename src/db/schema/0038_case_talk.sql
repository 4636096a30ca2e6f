-- Talk inside a case: staff write to somebody whom it concerns, who answers there. It goes with the case.

CREATE TABLE case_talk (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id        INTEGER NOT NULL REFERENCES "case" (id) ON DELETE CASCADE,
  account_id     INTEGER NOT NULL REFERENCES account (id),        -- with whom
  part           TEXT    NOT NULL CHECK (part IN ('about', 'reporter', 'other')),   -- how it concerns them
  begun_at       INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX case_talk_once ON case_talk (case_id, account_id);
CREATE INDEX case_talk_of_account ON case_talk (account_id, id);

CREATE TABLE case_message (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  talk_id        INTEGER NOT NULL REFERENCES case_talk (id) ON DELETE CASCADE,
  author_id      INTEGER NOT NULL REFERENCES account (id),
  by_staff       INTEGER NOT NULL CHECK (by_staff IN (0, 1)),
  words          TEXT    NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  made_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX case_message_of_talk ON case_message (talk_id, id);

ALTER TABLE notice ADD COLUMN talk_id INTEGER REFERENCES case_talk (id) ON DELETE CASCADE;
CREATE INDEX notice_of_talk ON notice (talk_id, account_id) WHERE talk_id IS NOT NULL;

-- Two new kinds of notice (see 0004 for why the text is changed where it stands).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''reading_posts''', '''reading_posts'', ''case_talk'', ''case_answer''')
 WHERE type = 'table' AND name = 'notice';
PRAGMA writable_schema = RESET;
