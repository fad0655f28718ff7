-- What was shown when a review was closed stays as it was, whatever the code that asks for it.
CREATE FUNCTION edition_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the edition of week % is closed: it is never changed or deleted', OLD.week;
END
$$;
--> statement-breakpoint
CREATE TRIGGER edition_never_changes BEFORE UPDATE OR DELETE ON "edition"
	FOR EACH ROW EXECUTE FUNCTION edition_never_changes();
--> statement-breakpoint
CREATE FUNCTION editions_are_never_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'editions are never changed or deleted';
END
$$;
--> statement-breakpoint
CREATE TRIGGER editions_are_never_emptied BEFORE TRUNCATE ON "edition"
	FOR EACH STATEMENT EXECUTE FUNCTION editions_are_never_emptied();
