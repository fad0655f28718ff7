-- What was noted before this was asked: since the made-up company came, where it is here; and up to its removal, where it
-- was taken out, since there was nothing real before then. What else was written down about open weeks stays.
UPDATE decision SET of_demo = true
WHERE decided_at >= (SELECT demo_since FROM organisation)
   OR decided_at <= (SELECT max(at) FROM voice_act WHERE kind = 'demo removal');
--> statement-breakpoint
UPDATE event SET of_demo = true
WHERE added_at >= (SELECT demo_since FROM organisation)
   OR added_at <= (SELECT max(at) FROM voice_act WHERE kind = 'demo removal');
