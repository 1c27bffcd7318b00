-- An edition keeps the number under which it was first shown: it is its address. Numbers followed the order of the days, so
-- that an older text that was loaded later took the address of another.
ALTER TABLE editions ADD COLUMN file_hash text;
UPDATE editions e SET file_hash = p.file_hash FROM prints p WHERE p.site_id = e.site_id AND p.id = e.main_print;

-- Numbers whose text is not there any more: their address says so, and no other text gets it.
CREATE TABLE lost_editions (
  site_id text NOT NULL,
  document_id text NOT NULL,
  number integer NOT NULL,
  edition_key text NOT NULL,
  file_hash text,
  PRIMARY KEY (site_id, document_id, number),
  FOREIGN KEY (site_id, document_id) REFERENCES documents (site_id, id)
);
SELECT kaiming_guard('lost_editions');
