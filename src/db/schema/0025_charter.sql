-- The notice of the house, in versions and languages; and who said that they have read which.
CREATE TABLE charter (
  version        INTEGER NOT NULL,
  language       TEXT    NOT NULL,
  words          TEXT    NOT NULL CHECK (length(words) BETWEEN 1 AND 20000),   -- Markdown
  made_at        INTEGER NOT NULL,
  made_by        INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (version, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE charter_read (
  account_id     INTEGER NOT NULL REFERENCES account (id),
  version        INTEGER NOT NULL,
  read_at        INTEGER NOT NULL,
  PRIMARY KEY (account_id, version)
) STRICT, WITHOUT ROWID;

-- Which version was read in this session: in a prison it is read at every sign-in.
ALTER TABLE session ADD COLUMN charter INTEGER NOT NULL DEFAULT 0;
