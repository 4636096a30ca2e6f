-- Posts that pass another one on, posts behind a shield, and what is written and not yet sent.

-- The post that it passes on.
ALTER TABLE post ADD COLUMN root_id INTEGER REFERENCES item (id);
CREATE INDEX post_passing_on ON post (root_id, id) WHERE root_id IS NOT NULL;
-- 1: somebody passed it on to fewer than everyone, so that how often is not the same for all who see it.
ALTER TABLE post ADD COLUMN passed_narrowly INTEGER NOT NULL DEFAULT 0;
-- A post without words of its own is seen only where the one is that it passes on: that one.
ALTER TABLE item ADD COLUMN with_id INTEGER REFERENCES item (id);

-- Sensitive: 1 by its author, 2 by staff, who alone lift theirs, 3 by both; and why in its author's words.
ALTER TABLE post ADD COLUMN shield INTEGER NOT NULL DEFAULT 0 CHECK (shield BETWEEN 0 AND 3);
ALTER TABLE post ADD COLUMN shield_why TEXT NOT NULL DEFAULT '';
-- 1: somebody wants to see without asking what stands behind a shield.
ALTER TABLE account ADD COLUMN open_shields INTEGER NOT NULL DEFAULT 0 CHECK (open_shields IN (0, 1));

-- What staff decide, and what a notice tells, grows (see 0004).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''release'', ''keep'')', '''release'', ''shield'', ''unshield'', ''keep'')')
 WHERE type = 'table' AND name = 'decision';
UPDATE sqlite_schema SET sql = replace(sql, '''mention'',', '''mention'', ''shielded'',')
 WHERE type = 'table' AND name = 'notice';
PRAGMA writable_schema = RESET;

-- What somebody writes and has not sent yet: theirs alone. `word` is made up with the form, so that it is the
-- same draft wherever it is written on; `fields` is what stands in the form, as a list of names and values.
CREATE TABLE draft (
  account_id     INTEGER NOT NULL REFERENCES account (id),
  word           TEXT    NOT NULL CHECK (length(word) BETWEEN 1 AND 32),
  fields         TEXT    NOT NULL,
  saved_at       INTEGER NOT NULL,
  PRIMARY KEY (account_id, word)
) STRICT, WITHOUT ROWID;

-- The post in which somebody is named, also by a comment under it or under one of its photos.
ALTER TABLE mention ADD COLUMN post_id INTEGER REFERENCES item (id);
UPDATE mention SET post_id =
  (SELECT r.id FROM item AS i JOIN item AS p ON p.id = coalesce(i.parent_id, i.id)
                             JOIN item AS r ON r.id = coalesce(p.parent_id, p.id)
   WHERE i.id = mention.item_id AND r.kind = 'post');
CREATE INDEX mention_in_post ON mention (account_id, post_id, item_id) WHERE post_id IS NOT NULL;
