import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { copyField, copyInto } from '#platform/db/copy.ts';
import { row, rows } from '#platform/db/rows.ts';
import { blockSize } from '../places.ts';
import type { Traits } from '../entries.ts';

/** The same number as in the triggers that follow what comes, changes and goes. */
const listLock = 728_344;

export const countComments = async (db: Db): Promise<number> =>
	(await row<{ n: number }>(db, sql`select coalesce(sum(change), 0)::int as "n" from comment_tally`)).n;

/** Blocks in which at least so many comments are not listed. */
export const selectBlocksToList = async (db: Db, fewest: number): Promise<number[]> => {
	const found = await rows<{ block: number }>(
		db,
		sql`
			select block
			from (select (response_id / ${blockSize})::int as block, count(*) as comments from searchable_comment group by 1) there
			where comments >= ${fewest} and block not in (select block from comment_block)
			union
			select (response_id / ${blockSize})::int from unlisted_comment group by 1 having count(*) >= ${fewest}
			order by 1
		`
	);
	return found.map(({ block }) => block);
};

/** Whoever changes comments waits from here on; false: somebody is changing some. */
export const lockLists = async (db: Db): Promise<boolean> =>
	(await row<{ locked: boolean }>(db, sql`select pg_try_advisory_xact_lock(${listLock}) as "locked"`)).locked;

/** The same number as in the triggers that follow what themes find and people read. */
const marksLock = 728_345;

/** As above, and nobody finds or reads anything from here on either. */
export const lockMarks = async (db: Db): Promise<boolean> =>
	(
		await row<{ locked: boolean }>(
			db,
			sql`select pg_try_advisory_xact_lock(${listLock}) and pg_try_advisory_xact_lock(${marksLock}) as "locked"`
		)
	).locked;

/** Themes that at least so many comments are about, and people who have read so many. */
export const selectManyMarked = (db: Db, fewest: number) =>
	rows<{ theme: number | null; reader: number | null }>(
		db,
		sql`
			select theme_id as "theme", null::int as "reader" from comment_theme group by theme_id having count(*) >= ${fewest}
			union all
			select null, person_id from read_receipt group by person_id having count(*) >= ${fewest}
		`
	);

export const selectBlocksWithout = async (db: Db, entry: string): Promise<number[]> => {
	const found = await rows<{ block: number }>(
		db,
		sql`select block from comment_block except select block from comment_list where entry = ${entry} order by block`
	);
	return found.map(({ block }) => block);
};

export type Worded = Traits & { responseId: number; words: string };

/** Comments by their number, from one on and before another, with their words as Postgres writes them. */
export const selectWorded = (db: Db, { from, to }: { from: number; to: number }) =>
	rows<Worded>(
		db,
		sql`
			select response_id as "responseId", words::text as "words",
				survey_id as "surveyId", score, feeling, segment, region, plan,
				case when per_year_minor > 0 then length(per_year_minor::text) - 1 else -1 end as "magnitude",
				date_trunc('month', responded_at at time zone 'UTC')::date::text as "month"
			from searchable_comment
			where response_id >= ${from}::bigint and response_id < ${to}::bigint
			order by response_id
		`
	);

/** Puts the lists of a block in the place of those it had; without any it is no longer listed. */
export async function replaceLists(db: Db, block: number, lists: Iterable<[string, Uint8Array]>): Promise<void> {
	await db.execute(sql`delete from comment_list where block = ${block}`);
	await db.execute(sql`delete from unlisted_comment where response_id / ${blockSize} = ${block}`);
	await db.execute(sql`delete from comment_block where block = ${block}`);
	await insertLists(db, block, lists);
	await db.execute(sql`
		insert into comment_block select ${block}::int where exists (select from comment_list where block = ${block})
	`);
}

export async function insertLists(db: Db, block: number, lists: Iterable<[string, Uint8Array]>): Promise<void> {
	await copyInto(db, 'comment_list (entry, block, places)', lines());

	function* lines() {
		for (const [entry, places] of lists) {
			const digits = Buffer.from(places.buffer, 0, places.length).toString('hex');
			// Looking for what has to be escaped takes long, and digits have nothing.
			yield `${copyField(entry)}\t${block}\t\\\\x${digits}\n`;
		}
	}
}
