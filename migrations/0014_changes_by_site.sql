-- The newest change of a site, asked for by every page of the list: where a city's sites share one log, not by walking back
-- through the changes of all others.
CREATE INDEX changes_of_site ON changes (site_id, version);
