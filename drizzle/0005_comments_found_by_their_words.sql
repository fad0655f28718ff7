-- What all forms of a word have in common; the word itself where its language is not known.
CREATE FUNCTION stem_of(language text, word text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
	select case language
		when 'simple' then word
		else coalesce((ts_lexize((language || '_stem')::regdictionary, word))[1], word)
	end
$$;
--> statement-breakpoint
-- Comments that come in: their words are counted, and whoever listens is told once they are there to be read.
CREATE FUNCTION comments_arrive() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	if not exists (select from arrived) then return null; end if;
	insert into comment_word as known (word, language, stem, comments)
	select word, language, stem_of(language, word), count(*)
	from arrived cross join lateral unnest(tsvector_to_array(words)) as word
	group by word, language
	order by word, language
	on conflict (word, language) do update set comments = known.comments + excluded.comments;
	insert into comment_tally (change) select count(*) from arrived;
	perform pg_notify('comments', '');
	return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER comments_arrive AFTER INSERT ON searchable_comment
	REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION comments_arrive();
--> statement-breakpoint
-- Also while foreign keys rest during an import, which the refresh makes use of.
ALTER TABLE searchable_comment ENABLE ALWAYS TRIGGER comments_arrive;
--> statement-breakpoint
-- Comments that go: a word that nobody has written any more is forgotten.
CREATE FUNCTION comments_depart() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	if not exists (select from departed) then return null; end if;
	create temporary table if not exists departed_word (word text, language text, comments int);
	truncate departed_word;
	insert into departed_word
	select word, language, count(*)
	from departed cross join lateral unnest(tsvector_to_array(words)) as word
	group by word, language;
	delete from comment_word known using departed_word gone
	where known.word = gone.word and known.language = gone.language and known.comments <= gone.comments;
	update comment_word known set comments = known.comments - gone.comments from departed_word gone
	where known.word = gone.word and known.language = gone.language;
	truncate departed_word;
	insert into comment_tally (change) select -count(*) from departed;
	return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER comments_depart AFTER DELETE ON searchable_comment
	REFERENCING OLD TABLE AS departed FOR EACH STATEMENT EXECUTE FUNCTION comments_depart();
--> statement-breakpoint
-- Words that were corrected or erased can no longer be found, from that moment on. The next refresh takes up the new ones.
CREATE FUNCTION comment_changes() RETURNS trigger LANGUAGE plpgsql AS $$
begin
	delete from searchable_comment where customer_id = new.customer_id and response_id = new.id;
	return null;
end $$;
--> statement-breakpoint
CREATE TRIGGER comment_changes AFTER UPDATE OF title, comment, language ON response
	FOR EACH ROW WHEN ((old.title, old.comment, old.language) IS DISTINCT FROM (new.title, new.comment, new.language))
	EXECUTE FUNCTION comment_changes();
--> statement-breakpoint
-- Words spelled alike, where the server has what it takes; search works without.
DO $$
begin
	create extension if not exists pg_trgm;
	create index comment_word_spelling on comment_word using gin (word gin_trgm_ops);
exception when others then
	raise notice 'Typing errors will not be forgiven: %', sqlerrm;
end $$;
