-- Compressing the text of every print and edition took more than half of the database's time of a load, and reading a
-- page had to undo it. They are stored as they are; backups are compressed as a whole.
ALTER TABLE prints ALTER COLUMN reading SET STORAGE EXTERNAL;
ALTER TABLE editions ALTER COLUMN content SET STORAGE EXTERNAL;
