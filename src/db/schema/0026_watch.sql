-- Words that the house watches for, where they matched, and what staff say of that.

CREATE TABLE watch_rule (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  pattern        TEXT    NOT NULL CHECK (length(pattern) BETWEEN 1 AND 100),
  folded         TEXT    NOT NULL,                        -- in exact form: the same word twice is one rule
  kind           TEXT    NOT NULL CHECK (kind IN ('word', 'phrase', 'prefix', 'anywhere')),
  action         TEXT    NOT NULL CHECK (action IN ('help', 'censor', 'flag', 'hold', 'block')),
  severity       INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
  category       TEXT    NOT NULL CHECK (category IN ('bullying', 'threats', 'self_harm', 'drugs', 'weapons', 'sexual', 'other')),
  languages      TEXT    NOT NULL DEFAULT '',             -- tags joined by commas; for staff to find their way
  surfaces       TEXT    NOT NULL DEFAULT '',             -- words joined by commas; empty: everywhere
  exceptions     TEXT    NOT NULL DEFAULT '',             -- one a line
  note           TEXT    NOT NULL DEFAULT '',
  until_at       INTEGER,                                 -- from then on as if it were switched off
  enabled        INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  starter        TEXT    NOT NULL DEFAULT '',             -- the list that it came with; empty: by hand
  made_by        INTEGER REFERENCES account (id),
  made_at        INTEGER NOT NULL,
  changed_at     INTEGER NOT NULL,
  gone_at        INTEGER                                  -- taken away; what it matched is kept
) STRICT;
CREATE UNIQUE INDEX watch_rule_once ON watch_rule (folded, kind, action) WHERE gone_at IS NULL;
CREATE INDEX watch_rule_enabled ON watch_rule (action) WHERE enabled = 1 AND gone_at IS NULL;

-- What a rule brought before staff: an item, or words that were refused or stand in no item.
CREATE TABLE watch_case (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id        INTEGER REFERENCES item (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),  -- who wrote it
  surface        TEXT    NOT NULL,
  action         TEXT    NOT NULL CHECK (action IN ('help', 'flag', 'hold', 'block')),
  severity       INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 3),
  rank           INTEGER NOT NULL GENERATED ALWAYS AS (3 - severity) VIRTUAL,
  words          TEXT    NOT NULL DEFAULT '',             -- as they were written, where no item has them; and of help
  made_at        INTEGER NOT NULL,
  closed_at      INTEGER,
  closed_by      INTEGER REFERENCES account (id),
  note           TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX watch_case_open ON watch_case (rank, id) WHERE closed_at IS NULL;
CREATE INDEX watch_case_of_item ON watch_case (item_id, id) WHERE item_id IS NOT NULL;
CREATE INDEX watch_case_of_account ON watch_case (account_id, id);

-- Every place at which a rule matched.
CREATE TABLE watch_hit (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  rule_id        INTEGER NOT NULL REFERENCES watch_rule (id),
  case_id        INTEGER REFERENCES watch_case (id),
  item_id        INTEGER REFERENCES item (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  surface        TEXT    NOT NULL,
  part           INTEGER NOT NULL,                        -- which of the texts of what was written, from 0
  from_char      INTEGER NOT NULL,                        -- characters of that text
  to_char        INTEGER NOT NULL,
  words          TEXT    NOT NULL,                        -- what stood there
  effect         TEXT    NOT NULL CHECK (effect IN ('none', 'help', 'censor', 'flag', 'hold', 'block')),
  possible       INTEGER NOT NULL CHECK (possible IN (0, 1)),
  made_at        INTEGER NOT NULL,
  day            INTEGER NOT NULL,                        -- of the box (day_count)
  verdict        TEXT    CHECK (verdict IN ('right', 'wrong', 'harmless')),
  verdict_by     INTEGER REFERENCES account (id),
  CHECK ((verdict IS NULL) = (verdict_by IS NULL))
) STRICT;
CREATE INDEX watch_hit_of_rule ON watch_hit (rule_id, day);
CREATE INDEX watch_hit_judged ON watch_hit (rule_id, verdict) WHERE verdict IS NOT NULL;
CREATE INDEX watch_hit_of_case ON watch_hit (case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX watch_hit_of_account ON watch_hit (account_id, id);

-- 1: others see ■ for some of its characters. 2: its author gets a card that says with whom to talk. Both: 3.
ALTER TABLE item ADD COLUMN watched INTEGER NOT NULL DEFAULT 0 CHECK (watched BETWEEN 0 AND 3);
