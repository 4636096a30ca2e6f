-- What each wants not to hear of: a row is a silence. Of what staff decide everybody hears, so there is no word
-- for it here.
CREATE TABLE silence (
  account_id     INTEGER NOT NULL REFERENCES account (id),
  sort           TEXT    NOT NULL CHECK (sort IN ('comments', 'mentions', 'reactions', 'reshares', 'contacts', 'tags', 'groups', 'board')),
  PRIMARY KEY (account_id, sort)
) STRICT, WITHOUT ROWID;

ALTER TABLE account ADD COLUMN read_aloud INTEGER NOT NULL DEFAULT 0 CHECK (read_aloud IN (0, 1)); -- 1: buttons that read texts aloud
ALTER TABLE account ADD COLUMN keys       INTEGER NOT NULL DEFAULT 1 CHECK (keys IN (0, 1));       -- 0: no letter does anything by itself
