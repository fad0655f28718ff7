-- What customers wrote never changes: the database refuses it, whoever asks. Words go only by an act that the same
-- transaction has recorded in voice_act and announced in the setting empty_chair.act. A source's correction needs the
-- import that is under way in empty_chair.import, and the earlier version is kept here, not by whoever corrects.
-- See docs/decisions/0015.

-- Corrections from before this rule: their earlier words were kept for the undo only.
INSERT INTO earlier_words
	(customer_id, response_id, version, survey_id, responded_at, score, title, comment, replaced_at, import_id)
SELECT old.customer_id, kept.row_id, row_number() OVER (PARTITION BY kept.row_id ORDER BY kept.id),
	old.survey_id, old.responded_at, old.score, old.title, old.comment, now(), kept.import_id
FROM replaced_row kept
CROSS JOIN LATERAL jsonb_populate_record(null::response, kept.before) AS old
WHERE kept.kind = 'response' AND EXISTS (SELECT FROM response WHERE response.id = kept.row_id);
--> statement-breakpoint
UPDATE response SET version = 1 + corrections.times, versions = 1 + corrections.times
FROM (SELECT response_id, max(version) AS times FROM earlier_words GROUP BY response_id) AS corrections
WHERE response.id = corrections.response_id;
--> statement-breakpoint
UPDATE replaced_row SET before = before || jsonb_build_object('version', earlier.version)
FROM (
	SELECT id, row_number() OVER (PARTITION BY row_id ORDER BY id) AS version FROM replaced_row WHERE kind = 'response'
) AS earlier
WHERE replaced_row.id = earlier.id;
--> statement-breakpoint
-- The act that this very transaction has recorded and announced; all null where there is none.
CREATE FUNCTION voice_act_in_hand() RETURNS voice_act
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
	SELECT * FROM voice_act
	WHERE id = nullif(current_setting('empty_chair.act', true), '')::int
	  AND made_in = pg_current_xact_id()::text::bigint
$$;
--> statement-breakpoint
CREATE FUNCTION keep_words_as_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	act voice_act := voice_act_in_hand();
	importing int;
	changed bigint[];
BEGIN
	SELECT array_agg(was.id) INTO changed
	FROM was
	LEFT JOIN is_now ON is_now.id = was.id
	WHERE (was.customer_id, was.survey_id, was.metric, was.source_id, was.source_response_id, was.responded_at,
	       was.received_at, was.score, was.title, was.comment, was.language, was.import_id, was.version, was.versions,
	       was.erased_at)
	      IS DISTINCT FROM
	      (is_now.customer_id, is_now.survey_id, is_now.metric, is_now.source_id, is_now.source_response_id,
	       is_now.responded_at, is_now.received_at, is_now.score, is_now.title, is_now.comment, is_now.language,
	       is_now.import_id, is_now.version, is_now.versions, is_now.erased_at);
	IF changed IS NULL THEN RETURN NULL; END IF;

	-- Where an answer comes from, and when it arrived, is not corrected by anybody. Only an id that was made of the
	-- person's own goes with the person.
	IF (SELECT count(*) FROM was JOIN is_now USING (id, source_id, received_at, import_id)
	    WHERE id = ANY (changed) AND (act.kind = 'erasure' OR is_now.source_response_id = was.source_response_id)
	   ) < cardinality(changed) THEN
		RAISE EXCEPTION 'an answer keeps its origin' USING ERRCODE = 'EC001';
	END IF;

	IF act.kind = 'erasure' THEN
		IF EXISTS (
			SELECT FROM was JOIN is_now USING (id)
			WHERE id = ANY (changed)
			  AND (is_now.title IS NOT NULL OR is_now.comment IS NOT NULL
			       OR (is_now.erased_at IS NULL AND (was.title IS NOT NULL OR was.comment IS NOT NULL))
			       OR (was.customer_id, was.survey_id, was.responded_at, was.score, was.version, was.versions)
			          IS DISTINCT FROM
			          (is_now.customer_id, is_now.survey_id, is_now.responded_at, is_now.score, is_now.version, is_now.versions))
		) THEN
			RAISE EXCEPTION 'an erasure takes the words and nothing else' USING ERRCODE = 'EC001';
		END IF;
		UPDATE earlier_words SET title = NULL, comment = NULL WHERE response_id = ANY (changed);
		UPDATE sealed_words SET act_id = act.id, salt = NULL WHERE response_id = ANY (changed) AND act_id IS NULL;

	ELSIF act.kind = 'undo' THEN
		IF EXISTS (
			SELECT FROM is_now
			WHERE id = ANY (changed)
			  AND NOT EXISTS (
				SELECT FROM earlier_words earlier
				WHERE earlier.response_id = is_now.id AND earlier.version = is_now.version
				  AND (earlier.customer_id, earlier.survey_id, earlier.responded_at, earlier.score, earlier.title, earlier.comment)
				      IS NOT DISTINCT FROM
				      (is_now.customer_id, is_now.survey_id, is_now.responded_at, is_now.score, is_now.title, is_now.comment)
			  )
		) THEN
			RAISE EXCEPTION 'an undo brings back what was, and nothing else' USING ERRCODE = 'EC001';
		END IF;
		IF EXISTS (
			SELECT FROM earlier_words earlier
			JOIN is_now ON is_now.id = earlier.response_id AND earlier.version >= is_now.version
			WHERE is_now.id = ANY (changed) AND earlier.import_id <> act.import_id
		) THEN
			RAISE EXCEPTION 'an undo takes back what its import brought, and nothing else' USING ERRCODE = 'EC001';
		END IF;
		DELETE FROM earlier_words USING is_now
		WHERE is_now.id = ANY (changed) AND response_id = is_now.id AND earlier_words.version >= is_now.version;
		UPDATE sealed_words SET act_id = act.id, salt = NULL FROM is_now
		WHERE is_now.id = ANY (changed) AND response_id = is_now.id AND sealed_words.version > is_now.version
		  AND act_id IS NULL;

	ELSE
		SELECT id INTO importing FROM import_run
		WHERE id = nullif(current_setting('empty_chair.import', true), '')::int AND state IN ('running', 'checking');
		IF importing IS NULL THEN
			RAISE EXCEPTION 'what customers wrote does not change' USING ERRCODE = 'EC001',
				HINT = 'Words go by an act recorded in voice_act; a source corrects them through an import.';
		END IF;
		IF EXISTS (
			SELECT FROM was JOIN is_now USING (id)
			WHERE id = ANY (changed)
			  AND (is_now.version <> was.versions + 1 OR is_now.versions <> is_now.version
			       OR is_now.erased_at IS DISTINCT FROM was.erased_at
			       OR (was.erased_at IS NOT NULL AND (is_now.title IS NOT NULL OR is_now.comment IS NOT NULL)))
		) THEN
			RAISE EXCEPTION 'a correction is a new version' USING ERRCODE = 'EC001';
		END IF;
		INSERT INTO earlier_words
			(customer_id, response_id, version, survey_id, responded_at, score, title, comment, replaced_at, import_id)
		SELECT customer_id, id, version, survey_id, responded_at, score, title, comment, now(), importing
		FROM was WHERE id = ANY (changed);
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_answers_with_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	act voice_act := voice_act_in_hand();
	gone bigint[];
BEGIN
	SELECT array_agg(id) INTO gone
	FROM was
	WHERE title IS NOT NULL OR comment IS NOT NULL OR erased_at IS NOT NULL OR versions > 1;
	IF gone IS NULL THEN RETURN NULL; END IF;
	IF act.kind IS NULL OR act.kind NOT IN ('undo', 'demo removal') THEN
		RAISE EXCEPTION 'what customers wrote is not deleted' USING ERRCODE = 'EC001',
			HINT = 'Words go by an act recorded in voice_act: erasure, the undo of an import, the removal of demo data.';
	END IF;
	IF act.kind = 'undo' AND EXISTS (SELECT FROM was WHERE id = ANY (gone) AND import_id <> act.import_id) THEN
		RAISE EXCEPTION 'an undo takes back what its import brought, and nothing else' USING ERRCODE = 'EC001';
	END IF;
	IF act.kind = 'demo removal' AND NOT EXISTS (SELECT FROM organisation WHERE demo_since IS NOT NULL) THEN
		RAISE EXCEPTION 'this is not the demo company' USING ERRCODE = 'EC001';
	END IF;
	UPDATE sealed_words SET act_id = act.id, salt = NULL WHERE response_id = ANY (gone) AND act_id IS NULL;
	DELETE FROM earlier_words WHERE response_id = ANY (gone);
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_earlier_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	act voice_act := voice_act_in_hand();
BEGIN
	IF TG_OP = 'DELETE' AND act.kind IN ('undo', 'demo removal') THEN RETURN OLD; END IF;
	IF TG_OP = 'UPDATE' AND act.kind = 'erasure' AND NEW.title IS NULL AND NEW.comment IS NULL
	   AND (NEW.customer_id, NEW.response_id, NEW.version, NEW.survey_id, NEW.responded_at, NEW.score, NEW.replaced_at, NEW.import_id)
	       IS NOT DISTINCT FROM
	       (OLD.customer_id, OLD.response_id, OLD.version, OLD.survey_id, OLD.responded_at, OLD.score, OLD.replaced_at, OLD.import_id)
	THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'earlier versions stay as they were' USING ERRCODE = 'EC001';
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_sealed_words() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	act voice_act := voice_act_in_hand();
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.act_id IS NULL AND NEW.act_id = act.id AND NEW.salt IS NULL
	   AND (NEW.seal_id, NEW.place, NEW.customer_id, NEW.response_id, NEW.version, NEW.responded_at, NEW.hash)
	       IS NOT DISTINCT FROM
	       (OLD.seal_id, OLD.place, OLD.customer_id, OLD.response_id, OLD.version, OLD.responded_at, OLD.hash)
	THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'a sealed leaf stays' USING ERRCODE = 'EC001';
END $$;
--> statement-breakpoint
CREATE FUNCTION never_changes() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is written once', TG_TABLE_NAME USING ERRCODE = 'EC001';
END $$;
--> statement-breakpoint
CREATE TRIGGER words_stay AFTER UPDATE ON response REFERENCING OLD TABLE AS was NEW TABLE AS is_now
	FOR EACH STATEMENT EXECUTE FUNCTION keep_words_as_written();
--> statement-breakpoint
CREATE TRIGGER answers_with_words_stay AFTER DELETE ON response REFERENCING OLD TABLE AS was
	FOR EACH STATEMENT EXECUTE FUNCTION keep_answers_with_words();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON response FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER earlier_words_stay BEFORE UPDATE OR DELETE ON earlier_words
	FOR EACH ROW EXECUTE FUNCTION keep_earlier_words();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON earlier_words FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER sealed_words_stay BEFORE UPDATE OR DELETE ON sealed_words
	FOR EACH ROW EXECUTE FUNCTION keep_sealed_words();
--> statement-breakpoint
CREATE TRIGGER is_not_emptied BEFORE TRUNCATE ON sealed_words FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER seals_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER acts_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON voice_act
	FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER suppressions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON suppressed_person
	FOR EACH STATEMENT EXECUTE FUNCTION never_changes();
--> statement-breakpoint
-- Always: also where a bulk load lets foreign keys rest (session_replication_role).
ALTER TABLE response ENABLE ALWAYS TRIGGER words_stay, ENABLE ALWAYS TRIGGER answers_with_words_stay,
	ENABLE ALWAYS TRIGGER is_not_emptied;
--> statement-breakpoint
ALTER TABLE earlier_words ENABLE ALWAYS TRIGGER earlier_words_stay, ENABLE ALWAYS TRIGGER is_not_emptied;
--> statement-breakpoint
ALTER TABLE sealed_words ENABLE ALWAYS TRIGGER sealed_words_stay, ENABLE ALWAYS TRIGGER is_not_emptied;
--> statement-breakpoint
ALTER TABLE seal ENABLE ALWAYS TRIGGER seals_stay;
--> statement-breakpoint
ALTER TABLE voice_act ENABLE ALWAYS TRIGGER acts_stay;
--> statement-breakpoint
ALTER TABLE suppressed_person ENABLE ALWAYS TRIGGER suppressions_stay;
