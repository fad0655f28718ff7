-- Words are found by how they begin, byte by byte, whatever the server's locale. Lists are as short as they get already.
ALTER TABLE comment_list ALTER COLUMN entry TYPE text COLLATE "C", ALTER COLUMN places SET STORAGE EXTERNAL;
--> statement-breakpoint
-- What the lists say of a comment counts no more once it has come, changed or gone: from that moment on it is looked at
-- one by one. Whoever changes comments shares a lock, and a block is only listed while nobody does.
CREATE FUNCTION comment_lists_gain() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	perform pg_advisory_xact_lock_shared(728344);
	if not exists (select from comment_block) then return null; end if;
	insert into unlisted_comment (response_id)
	select response_id from now_there where (response_id >> 16) in (select block from comment_block)
	on conflict do nothing;
	return null;
end $$;
--> statement-breakpoint
CREATE FUNCTION comment_lists_change() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	perform pg_advisory_xact_lock_shared(728344);
	if not exists (select from comment_block) then return null; end if;
	insert into unlisted_comment (response_id)
	select was.response_id
	from was_there was
	join now_there now using (response_id)
	where (response_id >> 16) in (select block from comment_block)
	  and (was.responded_at, was.survey_id, was.score, was.feeling, was.segment, was.region, was.plan, was.words,
			case when was.per_year_minor > 0 then length(was.per_year_minor::text) - 1 else -1 end)
		is distinct from
		(now.responded_at, now.survey_id, now.score, now.feeling, now.segment, now.region, now.plan, now.words,
			case when now.per_year_minor > 0 then length(now.per_year_minor::text) - 1 else -1 end)
	on conflict do nothing;
	return null;
end $$;
--> statement-breakpoint
-- A list without some of its places.
CREATE FUNCTION places_without(places bytea, gone int[]) RETURNS bytea LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
declare
	place int;
begin
	if length(places) = 8192 then
		foreach place in array gone loop
			places := set_bit(places, place, 0);
		end loop;
		return places;
	end if;
	return coalesce((
		select string_agg(substring(places from at for 2), ''::bytea order by at)
		from generate_series(1, length(places), 2) at
		where get_byte(places, at - 1) * 256 + get_byte(places, at) <> all (gone)
	), '');
end $$;
--> statement-breakpoint
-- Words that are corrected or erased leave the lists at once; where many go, the lists of their blocks go whole.
CREATE FUNCTION comment_lists_lose() RETURNS trigger LANGUAGE plpgsql AS $$
declare
	gone bigint[];
	blocks int[];
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
		with went as (
			select word as entry, (response_id >> 16)::int as block, array_agg((response_id & 65535)::int) as gone_places
			from was_there
			cross join lateral unnest(tsvector_to_array(words)) as word
			where response_id = any (gone)
			group by 1, 2
		),
		-- In one order, so that two who erase never wait for each other.
		held as (
			select list.entry, list.block, places_without(list.places, gone_places) as left_over
			from went
			join comment_list list on list.entry = went.entry and list.block = went.block
			order by list.entry, list.block
			for update of list
		),
		emptied as (
			delete from comment_list list using held
			where list.entry = held.entry and list.block = held.block and left_over = ''
		)
		update comment_list list set places = left_over
		from held
		where list.entry = held.entry and list.block = held.block and left_over <> '';
	end if;
	return null;
end $$;
--> statement-breakpoint
CREATE FUNCTION comment_lists_end() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	perform pg_advisory_xact_lock_shared(728344);
	delete from comment_list;
	delete from unlisted_comment;
	delete from comment_block;
	return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER comment_lists_gain AFTER INSERT ON searchable_comment
	REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION comment_lists_gain();
--> statement-breakpoint
CREATE TRIGGER comment_lists_change AFTER UPDATE ON searchable_comment
	REFERENCING OLD TABLE AS was_there NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION comment_lists_change();
--> statement-breakpoint
CREATE TRIGGER comment_lists_lose AFTER DELETE ON searchable_comment
	REFERENCING OLD TABLE AS was_there FOR EACH STATEMENT EXECUTE FUNCTION comment_lists_lose();
--> statement-breakpoint
CREATE TRIGGER comment_lists_end AFTER TRUNCATE ON searchable_comment
	FOR EACH STATEMENT EXECUTE FUNCTION comment_lists_end();
--> statement-breakpoint
-- Also while foreign keys rest during an import, which the refresh makes use of.
ALTER TABLE searchable_comment ENABLE ALWAYS TRIGGER comment_lists_gain, ENABLE ALWAYS TRIGGER comment_lists_change,
	ENABLE ALWAYS TRIGGER comment_lists_lose, ENABLE ALWAYS TRIGGER comment_lists_end;
