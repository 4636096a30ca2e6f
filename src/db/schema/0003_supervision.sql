-- What staff work on, and the record of it.

CREATE TABLE report (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id        INTEGER REFERENCES item (id),
  account_id     INTEGER REFERENCES account (id),        -- a report about a person
  reporter_id    INTEGER NOT NULL REFERENCES account (id),
  reason         TEXT    NOT NULL CHECK (reason IN ('unkind', 'threat', 'private', 'rude', 'spam', 'worried', 'other')),
  note           TEXT    NOT NULL DEFAULT '',
  made_at        INTEGER NOT NULL,
  closed_at      INTEGER,
  closed_by      INTEGER REFERENCES account (id),
  outcome        TEXT    CHECK (outcome IN ('removed', 'kept')),
  -- Fear for somebody comes before everything else: 0 first, then 1 (features/desk sorts by it).
  calm           INTEGER NOT NULL GENERATED ALWAYS AS (reason NOT IN ('threat', 'worried')) VIRTUAL,
  CHECK ((item_id IS NULL) <> (account_id IS NULL))
) STRICT;
CREATE INDEX report_open ON report (calm, id) WHERE closed_at IS NULL;
CREATE INDEX report_of_item ON report (item_id, id) WHERE item_id IS NOT NULL;
CREATE INDEX report_of_person ON report (account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX report_of_reporter ON report (reporter_id);

-- What staff did to an item, or about a person, and why.
CREATE TABLE decision (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id        INTEGER REFERENCES item (id),           -- NULL: about the person alone
  about_id       INTEGER NOT NULL REFERENCES account (id), -- the author of the item, or the person
  kind           TEXT    NOT NULL CHECK (kind IN ('remove', 'restore', 'release', 'keep')),
  reason         TEXT    NOT NULL CHECK (reason IN ('unkind', 'threat', 'private', 'rude', 'spam', 'rules', 'mistake', 'fine', 'other')),
  note           TEXT    NOT NULL DEFAULT '',
  decided_by     INTEGER NOT NULL REFERENCES account (id),
  made_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_of_item ON decision (item_id, id);
CREATE INDEX decision_about ON decision (about_id, kind, id);

-- The log that can be added to and never changed: each row carries the hash of the one before.
CREATE TABLE audit (
  seq            INTEGER PRIMARY KEY,
  boot           INTEGER NOT NULL,
  monotonic_ms   INTEGER NOT NULL,
  at             INTEGER NOT NULL,
  time_trust     TEXT    NOT NULL,
  actor          INTEGER NOT NULL,                       -- 0: the box itself
  actor_role     TEXT    NOT NULL,
  device         TEXT    NOT NULL,
  act            TEXT    NOT NULL,
  kind           TEXT,
  item           INTEGER,
  "case"         INTEGER,
  reason_code    TEXT,
  reason         TEXT,
  before_hash    BLOB,
  after_hash     BLOB,
  prev_hash      BLOB    NOT NULL,
  hash           BLOB    NOT NULL
) STRICT;
CREATE INDEX audit_by_actor ON audit (actor, seq);
CREATE INDEX audit_by_act ON audit (act, seq);
CREATE INDEX audit_by_item ON audit (item, seq) WHERE item IS NOT NULL;
CREATE INDEX audit_by_time ON audit (at, act);           -- with the act, so that a range of days is found in it alone

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
-- `INSERT OR REPLACE` takes the old row away without asking the trigger above.
CREATE TRIGGER audit_is_only_added_to BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
