-- Who issues what bears a title: a law that hundreds cite is looked up without walking through all who cite it.
CREATE INDEX relations_issued ON relations (site_id, title_key) WHERE effect = 'issues';
