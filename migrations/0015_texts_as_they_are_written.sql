-- A text of 150 clauses is read whole or not at all: as json it comes out of the record as it went in, where jsonb was put into
-- words anew for every page that shows it (a third of the record's time of such a page).
ALTER TABLE editions ALTER COLUMN content TYPE json USING content::json;
ALTER TABLE prints ALTER COLUMN reading TYPE json USING reading::json;
-- A new type begins with its own way of storing; rows are written again, plain as they were.
ALTER TABLE editions ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE prints ALTER COLUMN reading SET STORAGE EXTERNAL;
UPDATE editions SET content = content::text::json;
-- What the reader found odd in a print stands beside its whole reading, which is a hundred times as long.
ALTER TABLE prints ADD COLUMN findings jsonb NOT NULL DEFAULT '[]';
UPDATE prints SET reading = reading::text::json, findings = coalesce((reading->'findings')::jsonb, '[]');
