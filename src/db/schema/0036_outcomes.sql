-- What whoever reported somebody is told when the case is closed: whether something was said or set about them meanwhile.

ALTER TABLE "case" ADD COLUMN acted INTEGER NOT NULL DEFAULT 0 CHECK (acted IN (0, 1));
CREATE TRIGGER case_is_acted_on AFTER INSERT ON sanction
BEGIN
  UPDATE "case" SET acted = 1 WHERE account_id = NEW.account_id AND sort = 'person' AND closed_at IS NULL;
END;
