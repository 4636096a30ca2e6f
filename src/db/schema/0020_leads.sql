-- Somebody leads a conversation of many as long as anybody is in it: whoever came first, when the last who led it goes,
-- whether they leave (the first trigger) or their account is emptied (the second).
CREATE TRIGGER lead_is_handed_on AFTER UPDATE OF gone ON participant WHEN NEW.gone IS NOT NULL
BEGIN
  UPDATE participant SET leads = 1
  WHERE conversation_id = NEW.conversation_id
    AND NOT EXISTS (SELECT 1 FROM participant WHERE conversation_id = NEW.conversation_id AND gone IS NULL AND leads = 1)
    AND (SELECT sort FROM conversation WHERE id = NEW.conversation_id) = 'many'
    AND account_id = (SELECT account_id FROM participant WHERE conversation_id = NEW.conversation_id AND gone IS NULL
                      ORDER BY since, account_id LIMIT 1);
END;
CREATE TRIGGER lead_is_handed_on_by_who_closes AFTER DELETE ON participant
BEGIN
  UPDATE participant SET leads = 1
  WHERE conversation_id = OLD.conversation_id
    AND NOT EXISTS (SELECT 1 FROM participant WHERE conversation_id = OLD.conversation_id AND gone IS NULL AND leads = 1)
    AND (SELECT sort FROM conversation WHERE id = OLD.conversation_id) = 'many'
    AND account_id = (SELECT account_id FROM participant WHERE conversation_id = OLD.conversation_id AND gone IS NULL
                      ORDER BY since, account_id LIMIT 1);
END;
