-- Words that are hidden from readers were found by whoever searched for them. What is found is made anew, without them, by
-- the refresh with which the next start begins.
TRUNCATE searchable_comment, comment_word, comment_tally;
