-- What else our own people wrote and the database keeps from change: the rules of a theme beside an entry of the log, and
-- why an import was undone. An erasure takes a person's names and words out of them as out of all else, in the transaction
-- that has recorded and announced it, and leaves a gap that is seen; see docs/decisions/0034 and 0050. No seal holds a reason.
DROP TRIGGER log_stays_as_written ON audit_entry;
--> statement-breakpoint
CREATE TRIGGER log_stays_as_written BEFORE UPDATE OR DELETE ON audit_entry
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('subject', 'detail');
--> statement-breakpoint
DROP TRIGGER acts_stay ON voice_act;
--> statement-breakpoint
CREATE TRIGGER acts_stay BEFORE UPDATE OR DELETE ON voice_act
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('reason');
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON voice_act FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- Always: also where a bulk load lets foreign keys rest (session_replication_role).
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER log_stays_as_written;
--> statement-breakpoint
ALTER TABLE voice_act ENABLE ALWAYS TRIGGER acts_stay, ENABLE ALWAYS TRIGGER is_not_emptied;
