-- The library: documents, their editions and prints, what was read in them, and where they came from.

-- Originals that were loaded. A file is named by its content; the same content under two names is one file.
CREATE TABLE files (
  site_id text NOT NULL REFERENCES sites (id),
  hash text NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  size bigint NOT NULL,
  reader_version text NOT NULL,
  state text NOT NULL CHECK (state IN ('loaded', 'withdrawn')),
  gazette_id text,
  findings jsonb NOT NULL DEFAULT '[]',
  loaded_at timestamptz NOT NULL,
  PRIMARY KEY (site_id, hash)
);
SELECT kaiming_guard('files');

CREATE TABLE gazettes (
  site_id text NOT NULL REFERENCES sites (id),
  id text NOT NULL,
  title text NOT NULL,
  publisher text,
  year integer NOT NULL,
  number integer NOT NULL,
  total_number integer,
  published_on date,
  PRIMARY KEY (site_id, id)
);
SELECT kaiming_guard('gazettes');

-- The next serial of public ids, by year: never given twice, also after a document is gone (decision 1).
CREATE TABLE document_serials (
  site_id text NOT NULL REFERENCES sites (id),
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (site_id, year)
);
SELECT kaiming_guard('document_serials');

-- A document: permanent identity, and what is derived from its prints and overrides.
CREATE TABLE documents (
  site_id text NOT NULL REFERENCES sites (id),
  id text NOT NULL,
  identity text NOT NULL,
  state text NOT NULL CHECK (state IN ('released', 'withdrawn', 'removed')),
  state_reason text,
  merged_into text,
  edition integer NOT NULL DEFAULT 1,
  main_print bigint,
  title text NOT NULL,
  title_key text NOT NULL,
  doc_number text,
  issuer text,
  issuers jsonb NOT NULL DEFAULT '[]',
  kind text,
  topic text,
  signed_on date,
  printed_on date,
  published_at timestamptz,
  effective_from date,
  valid_until date,
  gist text,
  has_tasks boolean NOT NULL DEFAULT false,
  repealed_by text,
  amended_by text,
  details jsonb NOT NULL DEFAULT '{}',
  loaded_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (site_id, id)
);
CREATE UNIQUE INDEX documents_identity ON documents (site_id, identity) WHERE merged_into IS NULL;
CREATE INDEX documents_number ON documents (site_id, doc_number);
CREATE INDEX documents_title ON documents (site_id, title_key);
CREATE INDEX documents_signed ON documents (site_id, signed_on DESC NULLS LAST, id);
SELECT kaiming_guard('documents');

-- The text as of a date. The first is derived from the main print; later ones are made by persons or amending documents.
CREATE TABLE editions (
  site_id text NOT NULL,
  document_id text NOT NULL,
  number integer NOT NULL,
  as_of date,
  state text NOT NULL CHECK (state IN ('released', 'withdrawn', 'removed')),
  made_by text,
  content jsonb NOT NULL,
  PRIMARY KEY (site_id, document_id, number),
  FOREIGN KEY (site_id, document_id) REFERENCES documents (site_id, id)
);
SELECT kaiming_guard('editions');

-- Ids of clauses, carried from print to print and edition to edition; lost ones stay, so that their anchors resolve.
CREATE TABLE clause_ids (
  site_id text NOT NULL,
  document_id text NOT NULL,
  clause_id text NOT NULL,
  place text NOT NULL,
  words text NOT NULL,
  is_lost boolean NOT NULL DEFAULT false,
  PRIMARY KEY (site_id, document_id, clause_id),
  FOREIGN KEY (site_id, document_id) REFERENCES documents (site_id, id)
);
SELECT kaiming_guard('clause_ids');

-- Where a document was printed, with all that the reader found there.
CREATE TABLE prints (
  site_id text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  document_id text NOT NULL,
  file_hash text NOT NULL,
  position integer NOT NULL,
  gazette_id text,
  section text,
  page integer,
  line_from integer NOT NULL,
  line_to integer NOT NULL,
  standing text NOT NULL,
  reading jsonb NOT NULL,
  PRIMARY KEY (site_id, id),
  UNIQUE (site_id, file_hash, position),
  FOREIGN KEY (site_id, document_id) REFERENCES documents (site_id, id),
  FOREIGN KEY (site_id, file_hash) REFERENCES files (site_id, hash)
);
CREATE INDEX prints_of_document ON prints (site_id, document_id);
SELECT kaiming_guard('prints');

CREATE TABLE relations (
  site_id text NOT NULL,
  from_id text NOT NULL,
  position integer NOT NULL,
  effect text NOT NULL,
  title text NOT NULL,
  title_key text NOT NULL,
  doc_number text,
  clause_id text,
  to_id text,
  PRIMARY KEY (site_id, from_id, position),
  FOREIGN KEY (site_id, from_id) REFERENCES documents (site_id, id)
);
CREATE INDEX relations_to ON relations (site_id, to_id);
CREATE INDEX relations_title ON relations (site_id, title_key);
CREATE INDEX relations_number ON relations (site_id, doc_number);
SELECT kaiming_guard('relations');

CREATE TABLE tasks (
  site_id text NOT NULL,
  document_id text NOT NULL,
  position integer NOT NULL,
  no integer,
  path jsonb NOT NULL,
  requirement text NOT NULL,
  lead jsonb NOT NULL,
  responsible jsonb NOT NULL,
  due text,
  due_text text,
  source text NOT NULL,
  clause_id text,
  PRIMARY KEY (site_id, document_id, position),
  FOREIGN KEY (site_id, document_id) REFERENCES documents (site_id, id)
);
CREATE INDEX tasks_due ON tasks (site_id, due);
SELECT kaiming_guard('tasks');

-- Units named by issuers and tasks, matched to one unit of the district or listed as they stand.
CREATE TABLE named_units (
  site_id text NOT NULL,
  document_id text NOT NULL,
  role text NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  unit_id text,
  is_group boolean NOT NULL DEFAULT false,
  PRIMARY KEY (site_id, document_id, role, position, name),
  FOREIGN KEY (site_id, document_id) REFERENCES documents (site_id, id)
);
CREATE INDEX named_units_unit ON named_units (site_id, unit_id);
SELECT kaiming_guard('named_units');

CREATE TABLE appointments (
  site_id text NOT NULL,
  document_id text NOT NULL,
  position integer NOT NULL,
  action text NOT NULL,
  person text NOT NULL,
  post text NOT NULL,
  PRIMARY KEY (site_id, document_id, position),
  FOREIGN KEY (site_id, document_id) REFERENCES documents (site_id, id)
);
SELECT kaiming_guard('appointments');

-- What a person corrected: it survives reading again (decision 19).
CREATE TABLE overrides (
  site_id text NOT NULL,
  document_id text NOT NULL,
  field text NOT NULL,
  value text NOT NULL,
  reason text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (site_id, document_id, field),
  FOREIGN KEY (site_id, document_id) REFERENCES documents (site_id, id)
);
SELECT kaiming_guard('overrides');

-- Old addresses, also of other systems, and where they lead.
CREATE TABLE redirects (
  site_id text NOT NULL REFERENCES sites (id),
  path text NOT NULL,
  target text NOT NULL,
  PRIMARY KEY (site_id, path)
);
SELECT kaiming_guard('redirects');
