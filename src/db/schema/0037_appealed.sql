-- Who asks for a second look has a case in the one queue; and where people decide about their own, it is marked.

-- About oneself, or again about what one had decided: there was nobody else who could.
ALTER TABLE decision ADD COLUMN alone INTEGER NOT NULL DEFAULT 0 CHECK (alone IN (0, 1));
-- The decision that undid what was asked about, so that the answer can be taken back with all that followed.
ALTER TABLE appeal ADD COLUMN undone_by INTEGER REFERENCES decision (id) ON DELETE SET NULL;
CREATE INDEX appeal_undone_by ON appeal (undone_by) WHERE undone_by IS NOT NULL;
-- The list of those alone.
CREATE INDEX case_of_sort ON "case" (sort, rank, id) WHERE closed_at IS NULL;

-- It stands where the thing stands that it is about; else in the groups of whoever asks.
CREATE TRIGGER case_of_appeal AFTER INSERT ON appeal WHEN NEW.decided_at IS NULL
BEGIN
  INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
  VALUES ('appeal', (SELECT item_id FROM decision WHERE id = NEW.decision_id), NEW.account_id, NEW.id, 'moderate', 16, 2, NEW.made_at);
END;
CREATE TRIGGER case_of_answered_appeal AFTER UPDATE OF decided_at ON appeal WHEN OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL
BEGIN
  UPDATE "case" SET closed_at = NEW.decided_at, closed_by = NEW.decided_by,
                    outcome = CASE NEW.outcome WHEN 'changed' THEN 'changed' ELSE 'upheld' END
  WHERE ref = NEW.id AND sort = 'appeal' AND closed_at IS NULL;
END;
-- The answer is taken back.
CREATE TRIGGER case_of_appeal_again AFTER UPDATE OF decided_at ON appeal WHEN OLD.decided_at IS NOT NULL AND NEW.decided_at IS NULL
BEGIN
  UPDATE "case" SET closed_at = NULL, closed_by = NULL, outcome = NULL WHERE ref = NEW.id AND sort = 'appeal' AND closed_at IS NOT NULL;
END;

-- What waits today.
INSERT INTO case_cause (sort, item_id, account_id, ref, duty, origin, severity, at)
SELECT 'appeal', (SELECT item_id FROM decision WHERE id = appeal.decision_id), account_id, id, 'moderate', 16, 2, made_at
FROM appeal WHERE decided_at IS NULL ORDER BY id;
