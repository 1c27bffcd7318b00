-- Lists go by day and, on the same day, by id, both the newest first: an index in that order needs no sorting.
CREATE INDEX documents_listed ON documents (site_id, signed_on DESC NULLS LAST, id DESC);
DROP INDEX documents_signed;
