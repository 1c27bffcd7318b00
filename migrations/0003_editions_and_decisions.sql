-- Editions are made of prints; what people decide about identity is kept under natural keys, so that it holds again when
-- the same text is read or loaded anew.

-- As of when a print's text holds: '' as first issued, else the day (or the year alone) of the amendment that it says it contains.
ALTER TABLE prints ADD COLUMN edition_key text NOT NULL DEFAULT '';
-- How it differs from the main print of its edition, counted by class; null for the main print itself.
ALTER TABLE prints ADD COLUMN differences jsonb;
ALTER TABLE editions ADD COLUMN edition_key text NOT NULL DEFAULT '';
ALTER TABLE editions ADD COLUMN main_print bigint;

-- Two identities that are one document (merge), or a print that is none of its identity's document (split, of one file).
CREATE TABLE identity_decisions (
  site_id text NOT NULL REFERENCES sites (id),
  from_identity text NOT NULL,
  file_hash text NOT NULL DEFAULT '',
  into_identity text NOT NULL,
  reason text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (site_id, from_identity, file_hash)
);
SELECT kaiming_guard('identity_decisions');

-- A file of which a person says that it is the text of a document as of a day.
CREATE TABLE edition_decisions (
  site_id text NOT NULL REFERENCES sites (id),
  file_hash text NOT NULL,
  identity text NOT NULL,
  edition_key text NOT NULL,
  reason text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (site_id, file_hash)
);
SELECT kaiming_guard('edition_decisions');
