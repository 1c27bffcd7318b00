-- What each file says of the issue that it prints: the issue is made from all of them, whichever was loaded first.
ALTER TABLE files ADD COLUMN gazette jsonb;
