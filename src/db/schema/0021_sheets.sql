-- The record for whoever checks it: its filters, and the sheets of days.

CREATE INDEX audit_by_kind ON audit (kind, seq) WHERE kind IS NOT NULL;
CREATE INDEX audit_by_reason ON audit (reason_code, seq) WHERE reason_code IS NOT NULL;
CREATE INDEX audit_by_trust ON audit (time_trust, seq);

-- How an entry is hashed (db/audit.rs). Of form 2 what an entry says is hashed by itself, with a salt that nobody can
-- guess, and linked to the entry before by that hash: a piece of the chain can be proved without baring what others did.
ALTER TABLE audit ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
ALTER TABLE audit ADD COLUMN salt BLOB;

-- One sheet a day of the box: what stands on the paper, kept so that it can be printed again.
CREATE TABLE sheet (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  day            TEXT    NOT NULL,                       -- as the box showed it at the last entry: 2026-03-05
  first_seq      INTEGER NOT NULL,
  last_seq       INTEGER NOT NULL UNIQUE,
  head           BLOB    NOT NULL CHECK (length(head) = 32), -- the hash of the entry last_seq
  made_at        INTEGER NOT NULL,
  counts         TEXT    NOT NULL CHECK (json_valid(counts)), -- features/sheets/counts.rs
  CHECK (first_seq <= last_seq)
) STRICT;
CREATE TRIGGER sheet_is_never_changed BEFORE UPDATE ON sheet
BEGIN SELECT RAISE(ABORT, 'a sheet is never changed'); END;
CREATE TRIGGER sheet_is_never_removed BEFORE DELETE ON sheet
BEGIN SELECT RAISE(ABORT, 'a sheet is never removed'); END;
