-- Nothing that was pinned, claimed or said is ever written over: a change is another row beside it.
CREATE FUNCTION what_was_said_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'rows of % are never changed or deleted: add one instead', TG_TABLE_NAME;
END
$$;
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "mark"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "mark_text"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "mark_reply"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "insight"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "insight_version"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "insight_figure"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
--> statement-breakpoint
CREATE TRIGGER what_was_said_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "insight_reply"
	FOR EACH STATEMENT EXECUTE FUNCTION what_was_said_stays();
