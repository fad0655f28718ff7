-- What an edition said stays as it was sent, whatever the code that asks for it. Only an erasure takes words out of it:
-- the same transaction has recorded it in voice_act and announced it; see docs/decisions/0015 and 0025.
CREATE FUNCTION snapshot_edition_never_changes() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND (voice_act_in_hand()).kind = 'erasure' AND OLD.contents IS NOT NULL AND NEW.contents IS NOT NULL
	   AND (NEW.id, NEW.schedule_id, NEW.occasion, NEW.occurrence, NEW.due_at, NEW.fate, NEW.why, NEW.week, NEW.late, NEW.shape, NEW.made_at, NEW.asked_by)
	       IS NOT DISTINCT FROM
	       (OLD.id, OLD.schedule_id, OLD.occasion, OLD.occurrence, OLD.due_at, OLD.fate, OLD.why, OLD.week, OLD.late, OLD.shape, OLD.made_at, OLD.asked_by)
	THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'what an edition said stays' USING ERRCODE = 'EC001';
END $$;
--> statement-breakpoint
CREATE TRIGGER snapshot_edition_never_changes BEFORE UPDATE OR DELETE ON snapshot_edition
	FOR EACH ROW EXECUTE FUNCTION snapshot_edition_never_changes();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON snapshot_edition FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
ALTER TABLE snapshot_edition ENABLE ALWAYS TRIGGER snapshot_edition_never_changes, ENABLE ALWAYS TRIGGER is_not_emptied;
