-- Who is trusted with what, and where: for the whole site, or in one group. What ended stays, with who gave and ended
-- it: that is the history of duties. `owner` stands here, too, so that it has the same history.

CREATE TABLE duty (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id     INTEGER NOT NULL REFERENCES account (id),
  duty           TEXT    NOT NULL CHECK (duty IN ('owner', 'moderate', 'accounts', 'safeguard', 'audit', 'settings')),
  group_id       INTEGER REFERENCES "group" (id),        -- NULL: the whole site
  given_by       INTEGER REFERENCES account (id),        -- NULL: the box itself, or before this was kept
  given_at       INTEGER NOT NULL,
  why            TEXT    NOT NULL DEFAULT '',
  ended_by       INTEGER REFERENCES account (id),
  ended_at       INTEGER,
  ended_why      TEXT    NOT NULL DEFAULT '',
  CHECK (group_id IS NULL OR duty IN ('moderate', 'accounts')),
  CHECK (ended_at IS NOT NULL OR (ended_by IS NULL AND ended_why = ''))
) STRICT;
-- Nobody holds the same twice at a time.
CREATE UNIQUE INDEX duty_held ON duty (account_id, duty, coalesce(group_id, 0)) WHERE ended_at IS NULL;
CREATE INDEX duty_held_for_group ON duty (group_id, account_id) WHERE ended_at IS NULL AND group_id IS NOT NULL;
CREATE INDEX duty_held_now ON duty (id) WHERE ended_at IS NULL;
CREATE INDEX duty_of_account ON duty (account_id, id);

CREATE TRIGGER duty_is_never_deleted BEFORE DELETE ON duty
BEGIN SELECT RAISE(ABORT, 'the history of duties is never deleted'); END;
CREATE TRIGGER duty_only_ends BEFORE UPDATE ON duty
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.account_id <> OLD.account_id
  OR NEW.duty <> OLD.duty OR NEW.group_id IS NOT OLD.group_id OR NEW.given_by IS NOT OLD.given_by
  OR NEW.given_at <> OLD.given_at OR NEW.why <> OLD.why
BEGIN SELECT RAISE(ABORT, 'a duty only ends'); END;

-- What was granted until now, from whom is not known.
INSERT INTO duty (account_id, duty, given_at)
SELECT id, 'owner', made_at FROM account WHERE role = 'owner' ORDER BY id;
INSERT INTO duty (account_id, duty, given_at)
SELECT a.id, d.value, a.made_at
FROM account AS a JOIN json_each('["' || replace(a.duties, ',', '","') || '"]') AS d
WHERE a.role = 'staff' AND d.value IN ('moderate', 'accounts', 'safeguard', 'audit', 'settings')
ORDER BY a.id;

-- The set that an account holds for the whole site is asked for at each request: it is kept beside the account, and only
-- by these.
UPDATE account SET duties = '' WHERE role <> 'staff';
CREATE TRIGGER duty_given AFTER INSERT ON duty WHEN NEW.duty <> 'owner' AND NEW.group_id IS NULL
BEGIN
  UPDATE account SET duties = (SELECT coalesce(group_concat(duty, ','), '') FROM duty
    WHERE account_id = NEW.account_id AND group_id IS NULL AND ended_at IS NULL AND duty <> 'owner') WHERE id = NEW.account_id;
END;
CREATE TRIGGER duty_ended AFTER UPDATE ON duty WHEN NEW.duty <> 'owner' AND NEW.group_id IS NULL
BEGIN
  UPDATE account SET duties = (SELECT coalesce(group_concat(duty, ','), '') FROM duty
    WHERE account_id = NEW.account_id AND group_id IS NULL AND ended_at IS NULL AND duty <> 'owner') WHERE id = NEW.account_id;
END;
