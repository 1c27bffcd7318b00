-- A correction may also be laid on one task or citation of a document. What the reader had found there stays with it, so
-- that it is found again when the file is read otherwise; `item` is where it stands now, null when it is nowhere.
ALTER TABLE overrides ADD COLUMN found jsonb;
ALTER TABLE overrides ADD COLUMN item integer;
-- The document that a person says a citation means; '' for none. Null: found by number and title.
ALTER TABLE relations ADD COLUMN tied_to text;
CREATE INDEX relations_tied ON relations (site_id, tied_to) WHERE tied_to IS NOT NULL;
