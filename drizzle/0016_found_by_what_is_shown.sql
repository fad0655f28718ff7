-- Words that are hidden from readers were found by whoever searched for them; and which answer of a customer was followed
-- depended on what came after it. What is found, and what is followed, is made anew by the refresh with which the next
-- start begins.
TRUNCATE searchable_comment, comment_word, comment_tally, answer_outcome, outcome_cell;
