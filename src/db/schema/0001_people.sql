-- Who is here: the site, its people, their sessions, their groups, and whom they share with.
-- Times end in _at and are milliseconds since 1970, UTC. They are labels: order is by id.

CREATE TABLE site (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  install_id    TEXT    NOT NULL,                      -- 16 hex digits, made once
  setup_code    TEXT,                                  -- until the box is claimed; then NULL
  label         TEXT,                                  -- the mDNS label that is in use; NULL: from the name
  claimed_at    INTEGER,
  demo          INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1))
) STRICT;

-- The house rules, one row a rule, as words. Missing rules have their default.
CREATE TABLE rule (
  name          TEXT    PRIMARY KEY,
  value         TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- One row each time the box started: the audit log names it, since clocks may lie.
CREATE TABLE boot (
  id            INTEGER PRIMARY KEY,
  started_at    INTEGER NOT NULL,
  time_trust    TEXT    NOT NULL CHECK (time_trust IN ('none', 'carried', 'rtc', 'lan_ntp', 'supervisor')),
  version       TEXT    NOT NULL,
  clean         INTEGER NOT NULL DEFAULT 0 CHECK (clean IN (0, 1))   -- stopped in order
) STRICT;

CREATE TABLE account (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  username       TEXT    NOT NULL UNIQUE CHECK (length(username) BETWEEN 2 AND 32),
  shown_name     TEXT    NOT NULL COLLATE NOCASE CHECK (length(shown_name) BETWEEN 1 AND 64),
  role           TEXT    NOT NULL CHECK (role IN ('member', 'staff', 'owner')),
  duties         TEXT    NOT NULL DEFAULT '',          -- words joined by commas (base/duty.rs)
  standing       TEXT    NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'read_only', 'suspended', 'left')),
  picture        TEXT,                                 -- the name of a file on the shelf
  pronouns       TEXT    NOT NULL DEFAULT '',
  place          TEXT    NOT NULL DEFAULT '',
  birthday       TEXT    NOT NULL DEFAULT '',          -- MM-DD, without a year
  bio            TEXT    NOT NULL DEFAULT '',
  language       TEXT,                                 -- NULL: as the browser asks
  theme          TEXT    NOT NULL DEFAULT 'auto' CHECK (theme IN ('auto', 'light', 'dark', 'contrast')),
  text_size      TEXT    NOT NULL DEFAULT 'normal' CHECK (text_size IN ('normal', 'large', 'larger')),
  made_at        INTEGER NOT NULL
) STRICT;

CREATE INDEX account_by_shown_name ON account (shown_name COLLATE NOCASE, id);
CREATE INDEX account_stopped ON account (id) WHERE standing <> 'active';

-- How somebody proves who they are. Only the sign-in code reads it.
CREATE TABLE credential (
  account_id     INTEGER PRIMARY KEY REFERENCES account (id),
  password_hash  TEXT    NOT NULL,                     -- PHC string, Argon2id
  must_choose    INTEGER NOT NULL DEFAULT 0 CHECK (must_choose IN (0, 1)),
  changed_at     INTEGER NOT NULL
) STRICT;

CREATE INDEX credential_one_time ON credential (account_id) WHERE must_choose = 1;

-- A signed-in browser. Only a hash of its token is kept.
CREATE TABLE session (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash     BLOB    NOT NULL UNIQUE,
  account_id     INTEGER NOT NULL REFERENCES account (id),
  device         TEXT    NOT NULL,                     -- the browser in plain words
  address        TEXT    NOT NULL,
  begun_at       INTEGER NOT NULL,
  used_at        INTEGER NOT NULL,
  ends_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX session_of_account ON session (account_id);
CREATE INDEX session_by_end ON session (ends_at);

CREATE TABLE "group" (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  name           TEXT    NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 64),
  kind           TEXT    NOT NULL CHECK (kind IN ('class', 'wing', 'club', 'other')),
  about          TEXT    NOT NULL DEFAULT '',
  made_at        INTEGER NOT NULL
) STRICT;

CREATE TABLE membership (
  group_id       INTEGER NOT NULL REFERENCES "group" (id),
  account_id     INTEGER NOT NULL REFERENCES account (id),
  leader         INTEGER NOT NULL DEFAULT 0 CHECK (leader IN (0, 1)),
  since_at       INTEGER NOT NULL,
  PRIMARY KEY (group_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_of_account ON membership (account_id, group_id);

-- owner shares with person. The other direction is another row.
CREATE TABLE contact (
  owner_id       INTEGER NOT NULL REFERENCES account (id),
  person_id      INTEGER NOT NULL REFERENCES account (id),
  since_at       INTEGER NOT NULL,
  PRIMARY KEY (owner_id, person_id),
  CHECK (owner_id <> person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_of_person ON contact (person_id, owner_id);

CREATE TABLE aspect (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id       INTEGER NOT NULL REFERENCES account (id),
  name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  place          INTEGER NOT NULL DEFAULT 0,
  UNIQUE (owner_id, name)
) STRICT;

-- Who is in an aspect. Being in one needs a contact row; taking the contact away takes these too.
CREATE TABLE aspect_person (
  aspect_id      INTEGER NOT NULL REFERENCES aspect (id) ON DELETE CASCADE,
  person_id      INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (aspect_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX aspect_of_person ON aspect_person (person_id, aspect_id);

CREATE TABLE block (
  owner_id       INTEGER NOT NULL REFERENCES account (id),
  person_id      INTEGER NOT NULL REFERENCES account (id),
  since_at       INTEGER NOT NULL,
  PRIMARY KEY (owner_id, person_id),
  CHECK (owner_id <> person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_of_person ON block (person_id, owner_id);
