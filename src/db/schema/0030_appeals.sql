-- Somebody asks that another person looks again at what staff decided about their thing, or set about them. Once for each.
CREATE TABLE appeal (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  decision_id    INTEGER REFERENCES decision (id),
  sanction_id    INTEGER REFERENCES sanction (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),        -- who asks
  words          TEXT    NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  made_at        INTEGER NOT NULL,
  decided_at     INTEGER,
  decided_by     INTEGER REFERENCES account (id),
  outcome        TEXT    CHECK (outcome IN ('stands', 'changed')),
  answer         TEXT    NOT NULL DEFAULT '' CHECK (length(answer) <= 500),    -- to who asked
  -- Decided by who had decided before, since there was nobody else.
  same_person    INTEGER NOT NULL DEFAULT 0 CHECK (same_person IN (0, 1)),
  CHECK ((decision_id IS NULL) <> (sanction_id IS NULL)),
  CHECK ((decided_at IS NULL) = (outcome IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX appeal_of_decision ON appeal (decision_id) WHERE decision_id IS NOT NULL;
CREATE UNIQUE INDEX appeal_of_sanction ON appeal (sanction_id) WHERE sanction_id IS NOT NULL;
CREATE INDEX appeal_open ON appeal (decided_at, id);
CREATE INDEX appeal_of_account ON appeal (account_id, id);

-- Who else could decide is asked of staff alone, and they are few.
CREATE INDEX account_of_staff ON account (id) WHERE role <> 'member';

-- A new kind of notice (see 0004 for why the text is changed where it stands).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''reading_posts''', '''reading_posts'', ''appeal''')
 WHERE type = 'table' AND name = 'notice';
PRAGMA writable_schema = RESET;
