import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { makeRoomForTouched } from '../../customers/server.ts';
import { hiddenName } from '../themes/words.ts';

/*
 * Comments whose words are read again because what is hidden in them changes. All that is known of them besides stays.
 */

/** Lists those in which one of some words occurs, also as a part of a longer one: invisible characters may part them. */
export const listNamed = (db: Db, words: readonly string[]): Promise<void> =>
	list(
		db,
		sql.join(
			words.map((word) => sql`strpos(kept.words collate "C", ${word}) > 0`),
			sql` or `
		)
	);

export const listWithHiddenNames = (db: Db): Promise<void> =>
	list(db, sql`strpos(kept.words collate "C", ${hiddenName}) > 0`);

async function list(db: Db, which: SQL): Promise<void> {
	await makeRoomForTouched(db);
	await db.execute(sql`
		create temporary table if not exists worded (customer_id int, response_id bigint, language text, words tsvector)
		on commit drop;
		truncate worded;
		drop table if exists rereading
	`);
	await db.execute(sql`
		create temporary table rereading on commit drop as
		select row_number() over (order by customer_id, response_id) as place, known.*
		from comment_words kept
		join searchable_comment known using (customer_id, response_id)
		where ${which}
	`);
	await db.execute(sql`insert into touched select distinct customer_id, true, false from rereading`);
	await db.execute(sql`analyze rereading, touched`);
}

/** Nobody finds them until they are put back. Returns how many there are. */
export async function takeOutToReread(db: Db): Promise<number> {
	await db.execute(sql`
		delete from searchable_comment known using rereading
		where known.customer_id = rereading.customer_id and known.response_id = rereading.response_id
	`);
	return (await row<{ n: number }>(db, sql`select count(*)::int as "n" from rereading`)).n;
}

type Worded = {
	customerId: number;
	responseId: number;
	title: string | null;
	comment: string | null;
	language: string;
};

export const selectToReread = (db: Db, { from, to }: { from: number; to: number }) =>
	rows<Worded>(
		db,
		sql`
			select response.customer_id as "customerId", response.id as "responseId", title, comment, rereading.language
			from rereading
			join response on response.customer_id = rereading.customer_id and response.id = rereading.response_id
			where place between ${from} and ${to}
		`
	);

export const putBackReread = (db: Db) =>
	db.execute(sql`
		insert into searchable_comment
			(customer_id, response_id, responded_at, survey_id, score, feeling, segment, region, plan, per_year_minor,
			 language, words)
		select customer_id, response_id, responded_at, survey_id, score, feeling, segment, region, plan, per_year_minor,
			worded.language, worded.words
		from rereading
		join worded using (customer_id, response_id)
	`);

export const dropReread = (db: Db) => db.execute(sql`drop table rereading; truncate touched, worded`);
