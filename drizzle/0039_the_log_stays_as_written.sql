-- Nobody changes what the audit log says, or takes entries out of it, whatever the code that asks for it. Only an erasure
-- takes a person's names out of an entry, in the transaction that has recorded and announced it, and it leaves a gap that
-- is seen; see docs/decisions/0034 and 0047.
CREATE TRIGGER log_stays_as_written BEFORE UPDATE OR DELETE ON audit_entry
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('subject');
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- Always: also where a bulk load lets foreign keys rest (session_replication_role).
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER log_stays_as_written, ENABLE ALWAYS TRIGGER is_not_emptied;
