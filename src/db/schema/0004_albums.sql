-- Albums, and photos with pages of their own.

-- The list of kinds grows. SQLite keeps a CHECK as text beside the table and never in its rows, so the text
-- is changed where it stands: rebuilding `item` would need every foreign key that leads to it switched off.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(replace(sql, '(''post'', ''comment'', ''photo'')', '(''post'', ''comment'', ''photo'', ''album'')'),
                     '((kind = ''post'') = (parent_id IS NULL))', '((kind IN (''post'', ''album'')) = (parent_id IS NULL))')
 WHERE type = 'table' AND name = 'item';
PRAGMA writable_schema = RESET;

-- Photos in an order of their author's, for an audience. The item has the audience; its photos have none.
CREATE TABLE album (
  id             INTEGER PRIMARY KEY REFERENCES item (id),
  title          TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  about          TEXT    NOT NULL DEFAULT '',             -- Markdown
  cover_id       INTEGER REFERENCES item (id)             -- one of its photos; NULL: the first
) STRICT;
CREATE INDEX album_by_author ON item (author_id, id) WHERE kind = 'album';

-- The post or album again, beside the place in it: so that thousands are walked in their order.
ALTER TABLE photo ADD COLUMN parent_id INTEGER REFERENCES item (id);
ALTER TABLE photo ADD COLUMN caption TEXT NOT NULL DEFAULT '';
UPDATE photo SET parent_id = (SELECT parent_id FROM item WHERE item.id = photo.id);
CREATE INDEX photo_in_order ON photo (parent_id, place);
CREATE INDEX photo_by_author ON item (author_id, id) WHERE kind = 'photo';
