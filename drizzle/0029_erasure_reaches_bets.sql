-- What our own people wrote to a bet loses passages as all else that they wrote; see docs/decisions/0034. Where the
-- customer is the person, their key goes from the bets, too, as it goes from the customer.
CREATE FUNCTION only_an_erasure_takes_names() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND (voice_act_in_hand()).kind = 'erasure' AND to_jsonb(OLD) - TG_ARGV = to_jsonb(NEW) - TG_ARGV
	THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'rows of % are never changed or deleted: add one instead', TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON bet;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON bet_version;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON bet_member;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON bet_stop;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON bet_whys;
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON bet
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('about');
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON bet_version
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_names('hypothesis', 'customers');
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON bet_member
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_names('key', 'unit');
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON bet_stop
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('why');
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON bet_whys
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('whys');
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON bet FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON bet_version FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON bet_member FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON bet_stop FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON bet_whys FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
