-- How many comments are like that is kept with each one that comes, goes or changes, in the transaction that does so.
CREATE FUNCTION comment_slices_gain() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	insert into comment_slice as known (survey_id, score, feeling, segment, region, plan, comments)
	select survey_id, coalesce(score, -1), coalesce(feeling, ''), coalesce(segment, ''), coalesce(region, ''),
		coalesce(plan, ''), count(*)
	from now_there
	group by 1, 2, 3, 4, 5, 6
	order by 1, 2, 3, 4, 5, 6
	on conflict (survey_id, score, feeling, segment, region, plan) do update set
		comments = known.comments + excluded.comments;
	return null;
end $$;
--> statement-breakpoint
CREATE FUNCTION comment_slices_lose() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	update comment_slice known set comments = known.comments - lost.comments
	from (
		select survey_id, coalesce(score, -1) as score, coalesce(feeling, '') as feeling, coalesce(segment, '') as segment,
			coalesce(region, '') as region, coalesce(plan, '') as plan, count(*) as comments
		from was_there
		group by 1, 2, 3, 4, 5, 6
	) lost
	where (known.survey_id, known.score, known.feeling, known.segment, known.region, known.plan)
	    = (lost.survey_id, lost.score, lost.feeling, lost.segment, lost.region, lost.plan);
	delete from comment_slice where comments = 0;
	return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER comment_slices_gain AFTER INSERT ON searchable_comment
	REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION comment_slices_gain();
--> statement-breakpoint
CREATE TRIGGER comment_slices_lose AFTER DELETE ON searchable_comment
	REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION comment_slices_lose();
--> statement-breakpoint
CREATE TRIGGER comment_slices_move_from AFTER UPDATE ON searchable_comment
	REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION comment_slices_lose();
--> statement-breakpoint
CREATE TRIGGER comment_slices_move_to AFTER UPDATE ON searchable_comment
	REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION comment_slices_gain();
--> statement-breakpoint
-- Also while foreign keys rest during an import, which the refresh makes use of.
ALTER TABLE searchable_comment ENABLE ALWAYS TRIGGER comment_slices_gain, ENABLE ALWAYS TRIGGER comment_slices_lose,
	ENABLE ALWAYS TRIGGER comment_slices_move_from, ENABLE ALWAYS TRIGGER comment_slices_move_to;
--> statement-breakpoint
-- What is there already.
INSERT INTO comment_slice (survey_id, score, feeling, segment, region, plan, comments)
SELECT survey_id, coalesce(score, -1), coalesce(feeling, ''), coalesce(segment, ''), coalesce(region, ''),
	coalesce(plan, ''), count(*)
FROM searchable_comment
GROUP BY 1, 2, 3, 4, 5, 6;
