-- How far a projection has followed lies with the projection itself, on each node: an index that is lost takes its place
-- in the log along, and several nodes on one record do not share one place.
DROP TABLE followers;
