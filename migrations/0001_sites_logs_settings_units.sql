-- The border between sites, the two logs, settings and units.

-- PostgreSQL has no CREATE ROLE IF NOT EXISTS, and two installations may share one server. Only the first needs the right
-- to make roles: a second database of the same owner (a restore) finds the role and its membership.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kaiming_app') THEN CREATE ROLE kaiming_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN
  IF NOT pg_has_role(CURRENT_USER, 'kaiming_app', 'MEMBER') THEN GRANT kaiming_app TO CURRENT_USER; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO kaiming_app;

-- Every table of ours has site_id; this makes it invisible and unwritable across sites (decision 12), one line a table.
CREATE FUNCTION kaiming_guard(target text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY site_border ON %I TO kaiming_app USING (site_id = current_setting(''app.site'')) WITH CHECK (site_id = current_setting(''app.site''))', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kaiming_app', target);
END $$;

CREATE TABLE sites (
  id text PRIMARY KEY CHECK (id ~ '^[a-z][a-z0-9-]{0,30}$'),
  code text NOT NULL CHECK (code ~ '^[0-9]{6}$'),
  name text NOT NULL,
  hosts text[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON sites TO kaiming_app;

-- What a district may want otherwise, with its history: the newest row whose day has come counts (decision 14).
CREATE TABLE settings (
  site_id text NOT NULL REFERENCES sites (id),
  valid_from date NOT NULL,
  saved_at timestamptz NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (site_id, valid_from, saved_at)
);
SELECT kaiming_guard('settings');

-- The change log. Versions are given one after the other under a lock, so that a follower that has seen one has seen
-- all before it: a plain sequence would let a later number commit first.
CREATE TABLE changes (
  version bigint PRIMARY KEY,
  site_id text NOT NULL REFERENCES sites (id),
  entity text NOT NULL,
  entity_id text NOT NULL,
  tombstone boolean NOT NULL DEFAULT false,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX changes_of_entity ON changes (site_id, entity, entity_id);
SELECT kaiming_guard('changes');
CREATE SEQUENCE change_version;
GRANT USAGE ON SEQUENCE change_version TO kaiming_app;

-- How far each projection has followed. Of the installation, not of a site.
CREATE TABLE followers (
  name text PRIMARY KEY,
  version bigint NOT NULL
);

-- The audit trail: one row a command, chained by hash, one chain a site. The head holds the last row's number and hash,
-- so that cutting off the end shows as well.
CREATE TABLE audit (
  site_id text NOT NULL REFERENCES sites (id),
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'job')),
  actor_name text NOT NULL,
  verb text NOT NULL,
  subject text NOT NULL,
  before_hash text,
  after_hash text,
  detail jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (site_id, number)
);
SELECT kaiming_guard('audit');
REVOKE UPDATE, DELETE ON audit FROM kaiming_app;

CREATE TABLE audit_heads (
  site_id text PRIMARY KEY REFERENCES sites (id),
  number bigint NOT NULL,
  hash text NOT NULL
);
SELECT kaiming_guard('audit_heads');
REVOKE DELETE ON audit_heads FROM kaiming_app;

CREATE TABLE units (
  site_id text NOT NULL REFERENCES sites (id),
  id text NOT NULL CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  kind text NOT NULL CHECK (kind IN ('government', 'department', 'subdistrict', 'town', 'institution', 'community', 'other')),
  parent_id text,
  sort_order integer NOT NULL DEFAULT 0,
  valid_from date,
  valid_to date,
  phone text,
  hours text,
  address text,
  duties text[] NOT NULL DEFAULT '{}',
  code text,
  PRIMARY KEY (site_id, id),
  FOREIGN KEY (site_id, parent_id) REFERENCES units (site_id, id) DEFERRABLE INITIALLY DEFERRED
);
SELECT kaiming_guard('units');

-- Names and aliases with the days on which they held: documents keep the name of their day.
CREATE TABLE unit_names (
  site_id text NOT NULL,
  unit_id text NOT NULL,
  name text NOT NULL,
  is_alias boolean NOT NULL,
  valid_from date,
  valid_to date,
  FOREIGN KEY (site_id, unit_id) REFERENCES units (site_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX unit_names_once ON unit_names (site_id, unit_id, name, coalesce(valid_from, '-infinity'::date));
SELECT kaiming_guard('unit_names');
