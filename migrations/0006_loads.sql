-- Loading as a job that is seen and goes on after an interruption, and files that are staged before they are shown.

-- One call of `ingest`: who, what, how far. `seen_at` is the sign of life of the process that works on it.
CREATE TABLE loads (
  site_id text NOT NULL REFERENCES sites (id),
  id integer NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'job')),
  actor_name text NOT NULL,
  paths jsonb NOT NULL,
  base text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'finished')),
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (site_id, id)
);
SELECT kaiming_guard('loads');

-- The files of a load, listed before the first is read; each is marked in the transaction that makes it visible.
CREATE TABLE load_files (
  site_id text NOT NULL,
  load_id integer NOT NULL,
  position integer NOT NULL,
  path text NOT NULL,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'new', 'updated', 'unchanged', 'failed')),
  documents integer NOT NULL DEFAULT 0,
  line integer,
  reason text,
  PRIMARY KEY (site_id, load_id, position),
  FOREIGN KEY (site_id, load_id) REFERENCES loads (site_id, id)
);
CREATE INDEX load_files_of_state ON load_files (site_id, load_id, state);
SELECT kaiming_guard('load_files');

-- Staged: written in short transactions, seen by nobody until one transaction shows the whole file.
ALTER TABLE files DROP CONSTRAINT files_state_check;
ALTER TABLE files ADD CONSTRAINT files_state_check CHECK (state IN ('staged', 'loaded', 'withdrawn'));
ALTER TABLE documents DROP CONSTRAINT documents_state_check;
ALTER TABLE documents ADD CONSTRAINT documents_state_check CHECK (state IN ('staged', 'released', 'withdrawn', 'removed'));
-- False between the moment a file is shown and the moment the documents that it prints again are made anew.
ALTER TABLE files ADD COLUMN is_settled boolean NOT NULL DEFAULT true;
