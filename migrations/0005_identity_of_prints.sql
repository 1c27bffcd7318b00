-- The identity that a print has by what was read in it, before anything that people decided: so that a decision can be
-- undone, and so that an address follows its document when a better reader reads it otherwise.
ALTER TABLE prints ADD COLUMN identity text NOT NULL DEFAULT '';
CREATE INDEX prints_identity ON prints (site_id, identity);

CREATE INDEX documents_repealed_by ON documents (site_id, repealed_by) WHERE repealed_by IS NOT NULL;
CREATE INDEX documents_amended_by ON documents (site_id, amended_by) WHERE amended_by IS NOT NULL;
CREATE INDEX documents_merged_into ON documents (site_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX files_gazette ON files (site_id, gazette_id) WHERE gazette_id IS NOT NULL;
