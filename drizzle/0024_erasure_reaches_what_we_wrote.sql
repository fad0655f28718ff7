-- What our own people wrote stays as it was written. Only an erasure takes passages out of it, in the transaction that
-- has recorded and announced it, and it leaves a gap that is seen; see docs/decisions/0034.
CREATE FUNCTION only_an_erasure_takes_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	was jsonb := to_jsonb(OLD);
	is_now jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(NEW) END;
	changeable text;
BEGIN
	IF TG_OP = 'UPDATE' AND (voice_act_in_hand()).kind = 'erasure' AND was - TG_ARGV = is_now - TG_ARGV THEN
		FOREACH changeable IN ARRAY TG_ARGV LOOP
			IF is_now ->> changeable IS DISTINCT FROM was ->> changeable
			   AND strpos(coalesce(is_now ->> changeable, ''), '[a passage was removed: erasure of ') = 0
			THEN RAISE EXCEPTION 'an erasure leaves a gap that is seen'; END IF;
		END LOOP;
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'rows of % are never changed or deleted: add one instead', TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON mark_text;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON mark_reply;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON insight_version;
--> statement-breakpoint
DROP TRIGGER what_was_said_stays ON insight_reply;
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON mark_text
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('text');
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON mark_reply
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('text');
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON insight_version
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('claim', 'end_text', 'words');
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE ON insight_reply
	FOR EACH ROW EXECUTE FUNCTION only_an_erasure_takes_words('text');
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON mark_text FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON mark_reply FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON insight_version
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON insight_reply FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION edition_never_changes() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND (voice_act_in_hand()).kind = 'erasure'
	   AND to_jsonb(NEW) - 'contents' = to_jsonb(OLD) - 'contents'
	   AND strpos(NEW.contents, '[a passage was removed: erasure of ') > 0
	THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'the edition of week % is closed: it is never changed or deleted', OLD.week;
END
$$;
