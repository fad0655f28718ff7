-- How many comments of a month are like that, and how much their customers paid, with each that comes, goes or changes.
CREATE FUNCTION comment_months_gain() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	insert into comment_month as known (month, survey_id, score, feeling, segment, region, plan, magnitude, comments)
	select date_trunc('month', responded_at at time zone 'UTC')::date, survey_id, coalesce(score, -1), coalesce(feeling, ''),
		coalesce(segment, ''), coalesce(region, ''), coalesce(plan, ''),
		case when per_year_minor > 0 then length(per_year_minor::text) - 1 else -1 end, count(*)
	from now_there
	group by 1, 2, 3, 4, 5, 6, 7, 8
	order by 1, 2, 3, 4, 5, 6, 7, 8
	on conflict (month, survey_id, score, feeling, segment, region, plan, magnitude) do update set
		comments = known.comments + excluded.comments;
	return null;
end $$;
--> statement-breakpoint
CREATE FUNCTION comment_months_lose() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	with lost as (
		select date_trunc('month', responded_at at time zone 'UTC')::date as month, survey_id, coalesce(score, -1) as score,
			coalesce(feeling, '') as feeling, coalesce(segment, '') as segment, coalesce(region, '') as region,
			coalesce(plan, '') as plan,
			case when per_year_minor > 0 then length(per_year_minor::text) - 1 else -1 end as magnitude, count(*) as comments
		from was_there
		group by 1, 2, 3, 4, 5, 6, 7, 8
	)
	update comment_month known set comments = known.comments - lost.comments
	from lost
	where (known.month, known.survey_id, known.score, known.feeling, known.segment, known.region, known.plan, known.magnitude)
	    = (lost.month, lost.survey_id, lost.score, lost.feeling, lost.segment, lost.region, lost.plan, lost.magnitude);
	delete from comment_month
	where comments = 0 and month in (select date_trunc('month', responded_at at time zone 'UTC')::date from was_there);
	return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER comment_months_gain AFTER INSERT ON searchable_comment
	REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION comment_months_gain();
--> statement-breakpoint
CREATE TRIGGER comment_months_lose AFTER DELETE ON searchable_comment
	REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION comment_months_lose();
--> statement-breakpoint
CREATE TRIGGER comment_months_move_from AFTER UPDATE ON searchable_comment
	REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION comment_months_lose();
--> statement-breakpoint
CREATE TRIGGER comment_months_move_to AFTER UPDATE ON searchable_comment
	REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION comment_months_gain();
--> statement-breakpoint
-- Also while foreign keys rest during an import, which the refresh makes use of.
ALTER TABLE searchable_comment ENABLE ALWAYS TRIGGER comment_months_gain, ENABLE ALWAYS TRIGGER comment_months_lose,
	ENABLE ALWAYS TRIGGER comment_months_move_from, ENABLE ALWAYS TRIGGER comment_months_move_to;
--> statement-breakpoint
-- What is there already.
INSERT INTO comment_month (month, survey_id, score, feeling, segment, region, plan, magnitude, comments)
SELECT date_trunc('month', responded_at at time zone 'UTC')::date, survey_id, coalesce(score, -1), coalesce(feeling, ''),
	coalesce(segment, ''), coalesce(region, ''), coalesce(plan, ''),
	case when per_year_minor > 0 then length(per_year_minor::text) - 1 else -1 end, count(*)
FROM searchable_comment
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
