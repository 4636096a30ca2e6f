-- What search looks through, and what each reader chose to see. The indexes hold no text and give only ids:
-- whatever is found is read through a seen_ view (seen.sql). Triggers keep them true in the same transaction
-- as each write. find_terms() makes a text into terms (base/terms.rs).

-- Posts, comments, photos and albums, by id. `who` narrows the search before anything is read, so that it stays short
-- among things that the reader does not see; it decides nothing. Its words begin with ~, which no term does:
--   ~post ~comment ~photo ~album   what it is        ~a7   its author
--   ~m202603                the month it was made     ~g ~g5   for groups, for this group
--   ~e  for everyone        ~p7  for this person      ~f ~f7   for contacts or aspects of this author
--   ~o7                     this person sees it whatever its state: the author; of what is shown, also that of the post
CREATE VIRTUAL TABLE found USING fts5(text, who, content='', contentless_delete=1, prefix='1 2 3 4',
                                      tokenize="ascii tokenchars '~'");
CREATE VIRTUAL TABLE found_person USING fts5(text, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');
CREATE VIRTUAL TABLE found_group USING fts5(text, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE found_tag USING fts5(text, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');

-- What an item says, and who may look for it: the triggers below read this.
CREATE VIEW to_find AS
SELECT i.id,
       find_terms(coalesce((SELECT body FROM post WHERE id = i.id), (SELECT body FROM comment WHERE id = i.id),
                           (SELECT caption || char(10) || alt FROM photo WHERE id = i.id),
                           (SELECT title || char(10) || about FROM album WHERE id = i.id), '')) AS text,
       '~' || i.kind || ' ~a' || i.author_id || ' ~o' || i.author_id
         || ' ~m' || strftime('%Y%m', i.made_at / 1000, 'unixepoch')
         || CASE WHEN i.state <> 'shown' THEN '' ELSE
              CASE WHEN r.author_id = i.author_id THEN '' ELSE ' ~o' || r.author_id END
              || CASE r.audience
                   WHEN 'everyone' THEN ' ~e'
                   WHEN 'groups' THEN ' ~g' || coalesce((SELECT group_concat(' ~g' || target_id, '') FROM item_to
                                                         WHERE item_id = r.id AND kind = 'group'), '')
                   WHEN 'people' THEN coalesce((SELECT group_concat(' ~p' || target_id, '') FROM item_to
                                                WHERE item_id = r.id AND kind = 'person'), '')
                   WHEN 'only_me' THEN ''
                   ELSE ' ~f ~f' || r.author_id
                 END
            END AS who
FROM item AS i JOIN item AS p ON p.id = coalesce(i.parent_id, i.id) JOIN item AS r ON r.id = coalesce(p.parent_id, p.id);

-- What stands under something, two levels deep: a comment under a photo in an album is the deepest.
CREATE VIEW to_find_under AS
SELECT parent_id AS root_id, id FROM item WHERE parent_id IS NOT NULL
UNION ALL
SELECT p.parent_id, c.id FROM item AS c JOIN item AS p ON p.id = c.parent_id WHERE p.parent_id IS NOT NULL;

CREATE TRIGGER post_is_found AFTER INSERT ON post
BEGIN INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id; END;
CREATE TRIGGER post_is_found_anew AFTER UPDATE OF body ON post WHEN NEW.body IS NOT OLD.body
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id;
END;
CREATE TRIGGER post_is_found_no_more AFTER DELETE ON post BEGIN DELETE FROM found WHERE rowid = OLD.id; END;

CREATE TRIGGER comment_is_found AFTER INSERT ON comment
BEGIN INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id; END;
CREATE TRIGGER comment_is_found_anew AFTER UPDATE OF body ON comment WHEN NEW.body IS NOT OLD.body
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id;
END;
CREATE TRIGGER comment_is_found_no_more AFTER DELETE ON comment BEGIN DELETE FROM found WHERE rowid = OLD.id; END;

CREATE TRIGGER photo_is_found AFTER INSERT ON photo WHEN NEW.alt <> '' OR NEW.caption <> ''
BEGIN INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id; END;
CREATE TRIGGER photo_is_found_anew AFTER UPDATE OF alt, caption ON photo
WHEN NEW.alt IS NOT OLD.alt OR NEW.caption IS NOT OLD.caption
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id AND text <> '';
END;
CREATE TRIGGER album_is_found AFTER INSERT ON album
BEGIN INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id; END;
CREATE TRIGGER album_is_found_anew AFTER UPDATE OF title, about ON album
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id;
END;
CREATE TRIGGER album_is_found_no_more AFTER DELETE ON album BEGIN DELETE FROM found WHERE rowid = OLD.id; END;
CREATE TRIGGER photo_is_found_no_more AFTER DELETE ON photo BEGIN DELETE FROM found WHERE rowid = OLD.id; END;

-- Held, let through, taken away, brought back. Only what is in the index is put into it anew.
CREATE TRIGGER item_is_found_by_others AFTER UPDATE OF state ON item WHEN NEW.state IS NOT OLD.state
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id AND text <> '';
END;
-- For others than before: the post, and what stands under it.
CREATE TRIGGER post_is_found_elsewhere AFTER UPDATE OF audience ON item WHEN NEW.audience IS NOT OLD.audience
BEGIN
  DELETE FROM found WHERE rowid = NEW.id;
  DELETE FROM found WHERE rowid IN (SELECT id FROM to_find_under WHERE root_id = NEW.id);
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.id AND text <> '';
  INSERT INTO found (rowid, text, who)
  SELECT id, text, who FROM to_find WHERE id IN (SELECT id FROM to_find_under WHERE root_id = NEW.id) AND text <> '';
END;
-- A group or person that is named after the text was written. (Posting writes the text last, once.)
CREATE TRIGGER post_is_found_there AFTER INSERT ON item_to 
WHEN EXISTS (SELECT 1 FROM post WHERE id = NEW.item_id UNION ALL SELECT 1 FROM album WHERE id = NEW.item_id)
BEGIN
  DELETE FROM found WHERE rowid = NEW.item_id;
  DELETE FROM found WHERE rowid IN (SELECT id FROM to_find_under WHERE root_id = NEW.item_id);
  INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE id = NEW.item_id AND text <> '';
  INSERT INTO found (rowid, text, who)
  SELECT id, text, who FROM to_find WHERE id IN (SELECT id FROM to_find_under WHERE root_id = NEW.item_id) AND text <> '';
END;

-- A photo that was moved to another album, with what is said under it.
CREATE TRIGGER photo_is_found_elsewhere AFTER UPDATE OF parent_id ON item WHEN NEW.parent_id IS NOT OLD.parent_id
BEGIN
  DELETE FROM found WHERE rowid = NEW.id OR rowid IN (SELECT id FROM item WHERE parent_id = NEW.id);
  INSERT INTO found (rowid, text, who)
  SELECT id, text, who FROM to_find
  WHERE (id = NEW.id OR id IN (SELECT id FROM item WHERE parent_id = NEW.id)) AND text <> '';
END;

CREATE TRIGGER person_is_found AFTER INSERT ON account
BEGIN INSERT INTO found_person (rowid, text) VALUES (NEW.id, find_terms(NEW.shown_name || ' ' || NEW.username)); END;
CREATE TRIGGER person_is_found_anew AFTER UPDATE OF shown_name, username ON account
WHEN NEW.shown_name IS NOT OLD.shown_name OR NEW.username IS NOT OLD.username
BEGIN
  DELETE FROM found_person WHERE rowid = NEW.id;
  INSERT INTO found_person (rowid, text) VALUES (NEW.id, find_terms(NEW.shown_name || ' ' || NEW.username));
END;
CREATE TRIGGER person_is_found_no_more AFTER DELETE ON account
BEGIN DELETE FROM found_person WHERE rowid = OLD.id; END;

CREATE TRIGGER group_is_found AFTER INSERT ON "group"
BEGIN INSERT INTO found_group (rowid, text) VALUES (NEW.id, find_terms(NEW.name || char(10) || NEW.about)); END;
CREATE TRIGGER group_is_found_anew AFTER UPDATE OF name, about ON "group"
BEGIN
  DELETE FROM found_group WHERE rowid = NEW.id;
  INSERT INTO found_group (rowid, text) VALUES (NEW.id, find_terms(NEW.name || char(10) || NEW.about));
END;
CREATE TRIGGER group_is_found_no_more AFTER DELETE ON "group"
BEGIN DELETE FROM found_group WHERE rowid = OLD.id; END;

CREATE TRIGGER tag_is_found AFTER INSERT ON tag
BEGIN INSERT INTO found_tag (rowid, text) VALUES (NEW.id, find_terms(NEW.name)); END;
CREATE TRIGGER tag_is_found_no_more AFTER DELETE ON tag BEGIN DELETE FROM found_tag WHERE rowid = OLD.id; END;

-- All that is there already.
INSERT INTO found (rowid, text, who) SELECT id, text, who FROM to_find WHERE text <> '' ORDER BY id;
INSERT INTO found_person (rowid, text) SELECT id, find_terms(shown_name || ' ' || username) FROM account;
INSERT INTO found_group (rowid, text) SELECT id, find_terms(name || char(10) || about) FROM "group";
INSERT INTO found_tag (rowid, text) SELECT id, find_terms(name) FROM tag;

-- Posts that somebody does not want to see in streams; nobody else learns of it.
CREATE TABLE hidden (
  account_id     INTEGER NOT NULL REFERENCES account (id),
  item_id        INTEGER NOT NULL REFERENCES item (id),
  since_at       INTEGER NOT NULL,
  PRIMARY KEY (account_id, item_id)
) STRICT, WITHOUT ROWID;

-- The tags that somebody follows.
CREATE TABLE followed_tag (
  account_id     INTEGER NOT NULL REFERENCES account (id),
  tag_id         INTEGER NOT NULL REFERENCES tag (id),
  PRIMARY KEY (account_id, tag_id)
) STRICT, WITHOUT ROWID;

-- Aspects that somebody left out of the stream of their aspects; the others are in it.
CREATE TABLE aspect_left_out (
  aspect_id      INTEGER PRIMARY KEY REFERENCES aspect (id) ON DELETE CASCADE
) STRICT;

-- What somebody reacted to, and the posts under which somebody commented, newest first.
CREATE INDEX reaction_of_account ON reaction (account_id, item_id);
CREATE INDEX item_comment_of_author ON item (author_id, parent_id, id) WHERE kind = 'comment';
