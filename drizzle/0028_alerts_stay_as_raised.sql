-- What was raised stays as it was raised, whatever the code that asks for it; only its words may go, as when a person is
-- erased. See docs/decisions/0032.
CREATE FUNCTION alert_stays_as_raised() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND NEW.words IS NULL AND NEW.words_gone
	   AND (NEW.id, NEW.of_demo, NEW.kind, NEW.subject, NEW.period, NEW.raised_at, NEW.known, NEW.facts, NEW.customer_id, NEW.response_id, NEW.follow_up_id)
	       IS NOT DISTINCT FROM
	       (OLD.id, OLD.of_demo, OLD.kind, OLD.subject, OLD.period, OLD.raised_at, OLD.known, OLD.facts, OLD.customer_id, OLD.response_id, OLD.follow_up_id)
	THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'what was raised stays' USING ERRCODE = 'EC001';
END $$;
--> statement-breakpoint
CREATE TRIGGER alert_stays_as_raised BEFORE UPDATE OR DELETE ON alert
	FOR EACH ROW EXECUTE FUNCTION alert_stays_as_raised();
--> statement-breakpoint
ALTER TABLE alert ENABLE ALWAYS TRIGGER alert_stays_as_raised;
