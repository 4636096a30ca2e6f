-- The lists of kinds grow once, for what the files after this one bring. SQLite keeps a CHECK as text beside
-- the table and never in its rows, so the text is changed where it stands (see 0004).
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
   SET sql = replace(replace(sql, '''photo'', ''album'')', '''photo'', ''album'', ''announcement'', ''event'', ''file'')'),
                     'kind IN (''post'', ''album'')) = ', 'kind IN (''post'', ''album'', ''announcement'', ''event'', ''file'')) = ')
 WHERE type = 'table' AND name = 'item';
UPDATE sqlite_schema
   SET sql = replace(sql, '''outcome'')', '''outcome'', ''tagged'', ''tag_ask'', ''reshare'', ''announcement'', ''event'', ''file'', ''ask'', ''invite'', ''archive'', ''closing'')')
 WHERE type = 'table' AND name = 'notice';
PRAGMA writable_schema = RESET;
