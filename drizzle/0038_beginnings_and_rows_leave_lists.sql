-- Listed too: words by how they begin, and rows of words. What is erased leaves those lists in the same statement.
CREATE FUNCTION entries_said(words tsvector) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
	select word from unnest(tsvector_to_array(words)) as word
	union
	select '=begins=' || left(word, letters)
	from unnest(tsvector_to_array(words)) as word
	cross join generate_series(3, char_length(word)) letters
	union
	select '=row=' || said
	from (
		select
			case when lead(place, 1) over later = place + 1 then concat_ws(' ', word, lead(word, 1) over later) end as two,
			case when lead(place, 2) over later = place + 2
				then concat_ws(' ', word, lead(word, 1) over later, lead(word, 2) over later) end as three,
			case when lead(place, 3) over later = place + 3
				then concat_ws(' ', word, lead(word, 1) over later, lead(word, 2) over later, lead(word, 3) over later) end as four
		from unnest(words) as known (word, places, weights)
		cross join unnest(places) as place
		window later as (order by place)
	) row_from_here
	cross join unnest(array[two, three, four]) as said
	where said is not null
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION comment_lists_lose() RETURNS trigger LANGUAGE plpgsql AS $$
declare
	gone bigint[];
	blocks int[];
	went record;
	left_over bytea;
begin
	perform pg_advisory_xact_lock_shared(728344);
	if not exists (select from comment_block) then return null; end if;
	select array_agg(response_id), array_agg(distinct (response_id >> 16)::int) into gone, blocks
	from was_there
	where (response_id >> 16) in (select block from comment_block);
	if cardinality(gone) > 500 then
		delete from comment_list where block = any (blocks);
		delete from unlisted_comment where (response_id >> 16) = any (blocks);
		delete from comment_block where block = any (blocks);
	elsif cardinality(gone) > 0 then
		insert into unlisted_comment (response_id) select unnest(gone) on conflict do nothing;
		-- In one order, so that two who erase never wait for each other; one by one, whatever the planner thinks of how
		-- many lists there are.
		for went in
			select said as entry, (response_id >> 16)::int as block, array_agg((response_id & 65535)::int) as places
			from was_there
			cross join lateral entries_said(words) as said
			where response_id = any (gone)
			group by 1, 2
			order by 1, 2
		loop
			select places_without(list.places, went.places) into left_over
			from comment_list list
			where list.entry = went.entry and list.block = went.block
			for update;
			if left_over = '' then
				delete from comment_list list where list.entry = went.entry and list.block = went.block;
			elsif left_over is not null then
				update comment_list list set places = left_over where list.entry = went.entry and list.block = went.block;
			end if;
		end loop;
	end if;
	return null;
end $$;
--> statement-breakpoint
-- Also listed: what a theme has, and what somebody has read. Such a list goes as soon as it is no longer true, but for
-- comments that are looked at one by one anyway. Whoever changes these shares a lock of their own.
CREATE FUNCTION comment_marks_change() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	perform pg_advisory_xact_lock_shared(728345);
	if not exists (select from comment_block) then return null; end if;
	execute format(
		'with gone as (
			select list.entry, list.block
			from (
				select distinct %L || %I as entry, (response_id >> 16)::int as block
				from changed
				where %L = ''DELETE'' or response_id not in (select response_id from unlisted_comment)
			) now
			join comment_list list using (entry, block)
			order by 1, 2
			for update of list
		)
		delete from comment_list list using gone where list.entry = gone.entry and list.block = gone.block',
		TG_ARGV[0], TG_ARGV[1], TG_OP
	);
	return null;
end $$;
--> statement-breakpoint
CREATE FUNCTION comment_marks_end() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	perform pg_advisory_xact_lock_shared(728345);
	delete from comment_list where entry >= TG_ARGV[0] and entry < TG_ARGV[0] || 'A';
	return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER comment_marks_gain AFTER INSERT ON comment_theme
	REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_marks_change('=theme=', 'theme_id');
--> statement-breakpoint
CREATE TRIGGER comment_marks_lose AFTER DELETE ON comment_theme
	REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_marks_change('=theme=', 'theme_id');
--> statement-breakpoint
CREATE TRIGGER comment_marks_end AFTER TRUNCATE OR UPDATE OF response_id, theme_id ON comment_theme
	FOR EACH STATEMENT EXECUTE FUNCTION comment_marks_end('=theme=');
--> statement-breakpoint
ALTER TABLE comment_theme ENABLE ALWAYS TRIGGER comment_marks_gain, ENABLE ALWAYS TRIGGER comment_marks_lose,
	ENABLE ALWAYS TRIGGER comment_marks_end;
--> statement-breakpoint
CREATE TRIGGER comment_marks_gain AFTER INSERT ON read_receipt
	REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_marks_change('=read=', 'person_id');
--> statement-breakpoint
CREATE TRIGGER comment_marks_lose AFTER DELETE ON read_receipt
	REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION comment_marks_change('=read=', 'person_id');
--> statement-breakpoint
CREATE TRIGGER comment_marks_end AFTER TRUNCATE OR UPDATE OF response_id, person_id ON read_receipt
	FOR EACH STATEMENT EXECUTE FUNCTION comment_marks_end('=read=');
--> statement-breakpoint
ALTER TABLE read_receipt ENABLE ALWAYS TRIGGER comment_marks_gain, ENABLE ALWAYS TRIGGER comment_marks_lose,
	ENABLE ALWAYS TRIGGER comment_marks_end;
--> statement-breakpoint
-- All are made anew, with these, by the refresh with which the next start begins; until then comments are looked at.
TRUNCATE comment_list, unlisted_comment, comment_block;
