-- No document was ever given a time of publication: pages fell back on the time of loading. The day is now that of the
-- issue that prints it, or the one that the file states of itself.
ALTER TABLE documents DROP COLUMN published_at;
ALTER TABLE files ADD COLUMN published_on date;
