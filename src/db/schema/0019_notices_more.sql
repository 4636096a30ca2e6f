-- Readings of what somebody posts for few; how long staff see what stands round a decided message; a quiet sound.

-- A new kind of notice (see 0004 for why the text is changed where it stands).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(sql, '''chat'', ''reading''', '''chat'', ''reading'', ''reading_posts''')
 WHERE type = 'table' AND name = 'notice';
PRAGMA writable_schema = RESET;

-- 1: not with whom the person talks, but what they post for contacts, aspects or people.
ALTER TABLE reading ADD COLUMN of_posts INTEGER NOT NULL DEFAULT 0 CHECK (of_posts IN (0, 1) AND (of_posts = 0 OR person_id IS NOT NULL));

-- On which day of the box (day_count) it was decided, or a report closed: what stands round a message is seen for some
-- days after that. By the days that were lived through, since a clock that jumps must neither shut nor open anything.
ALTER TABLE decision ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report ADD COLUMN closed_day INTEGER;
CREATE TRIGGER decision_has_its_day AFTER INSERT ON decision
BEGIN UPDATE decision SET day = (SELECT days FROM day_count) WHERE id = NEW.id; END;
CREATE TRIGGER report_closes_on_a_day AFTER UPDATE OF closed_at ON report WHEN NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL
BEGIN UPDATE report SET closed_day = (SELECT days FROM day_count) WHERE id = NEW.id; END;

-- What was shown under which Reading (seen_audit).
CREATE INDEX audit_by_case ON audit ("case", seq) WHERE "case" IS NOT NULL;

-- A quiet sound when something new comes: only for whoever asks for it.
ALTER TABLE account ADD COLUMN quiet_sound INTEGER NOT NULL DEFAULT 0 CHECK (quiet_sound IN (0, 1));
