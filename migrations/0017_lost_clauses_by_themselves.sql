-- Every page of a document asks for the clauses that its text lacks; there are few, and the others need not be walked through.
CREATE INDEX clause_ids_lost ON clause_ids (site_id, document_id) WHERE is_lost;
