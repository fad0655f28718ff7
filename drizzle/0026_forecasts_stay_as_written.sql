-- A forecast that could still change once customers get something would be none; groups that could change would be chosen.
CREATE FUNCTION started_bets_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM bet_start WHERE bet_start.bet_id = NEW.bet_id) THEN
		RAISE EXCEPTION 'bet % has started: its forecast and its groups stay as they are', NEW.bet_id;
	END IF;
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER started_bets_stay BEFORE INSERT ON "bet_version"
	FOR EACH ROW EXECUTE FUNCTION started_bets_stay();
--> statement-breakpoint
CREATE TRIGGER started_bets_stay BEFORE INSERT ON "bet_member"
	FOR EACH ROW EXECUTE FUNCTION started_bets_stay();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "bet"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "bet_version"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "bet_start"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "bet_member"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "bet_verdict"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "bet_stop"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "bet_whys"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
