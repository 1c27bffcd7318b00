-- Up to which change of units the names in documents have been matched: units are loaded and renamed after documents.
CREATE TABLE unit_matching (
  site_id text PRIMARY KEY REFERENCES sites (id),
  version bigint NOT NULL
);
SELECT kaiming_guard('unit_matching');
