-- Mentions of before there were mails for them have been told on their page: nobody gets all of them at once now.
UPDATE mention SET told_at = at WHERE told_at IS NULL;
