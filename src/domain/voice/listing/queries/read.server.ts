import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { blockSize } from '../places.ts';
import { behind, cursorAt, newestFirst, upTo } from '../../queries/page.server.ts';
import type { Place, Span } from '../../queries/page.server.ts';

/** One state of the database for all that a search asks of it. */
export const atOneMoment = <Answer>(db: Db, ask: (tx: Db) => Promise<Answer>): Promise<Answer> =>
	db.transaction(
		async (tx) => {
			await tx.execute(sql`set local random_page_cost = 1.1`);
			return ask(tx);
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);

export const selectBlocks = async (db: Db): Promise<number[]> =>
	(await rows<{ block: number }>(db, sql`select block from comment_block order by block`)).map(({ block }) => block);

export const selectSurveys = async (db: Db, series: string): Promise<number[]> =>
	(await rows<{ id: number }>(db, sql`select id from survey where series = ${series}`)).map(({ id }) => id);

/** Numbers outside of all listed blocks, as a condition. */
function besideBlocks(blocks: readonly number[]): SQL {
	const ends = blocks.filter((block) => !blocks.includes(block + 1)).map((block) => (block + 1) * blockSize);
	const starts = blocks.filter((block) => !blocks.includes(block - 1)).map((block) => block * blockSize);
	const gaps = ends.map((end, i) => {
		const next = starts[i + 1];
		return next === undefined
			? sql`response_id >= ${end}::bigint`
			: sql`(response_id >= ${end}::bigint and response_id < ${next}::bigint)`;
	});
	return sql`(${sql.join([sql`response_id < ${starts[0]}::bigint`, ...gaps], sql` or `)})`;
}

type Looked = { matching: number; places: Place[] };

/** How many comments match that are not listed, and where the newest of them are. */
export const lookAtUnlisted = (
	db: Db,
	which: SQL,
	{ blocks, after, until, limit }: Span & { blocks: readonly number[] }
): Promise<Looked> =>
	row<Looked>(
		db,
		sql`
			with found as materialized (
				select customer_id, response_id, responded_at
				from searchable_comment comment
				where ${besideBlocks(blocks)} and ${which}
				union all
				select customer_id, response_id, responded_at
				from unlisted_comment
				join searchable_comment comment using (response_id)
				where ${which}
			),
			newest as (
				select * from found where ${behind(after)} and ${upTo(until)} order by ${newestFirst} limit ${limit}
			)
			select
				(select count(*)::int from found) as "matching",
				coalesce(
					jsonb_agg(jsonb_build_object('customerId', customer_id, 'responseId', response_id, 'cursorAt', ${cursorAt})),
					'[]'
				) as "places"
			from newest
		`
	);

/** Looked up one by one; the planner would rather walk through all comments from the newest on. */
const lookedUp = (numbers: readonly number[]) => sql`
	from unnest(${`{${numbers.join(',')}}`}::bigint[]) as known (response_id)
	join searchable_comment comment using (response_id)
`;

/** Where the newest of some comments are. */
export const selectNewestOf = (db: Db, numbers: readonly number[], { after, until, limit }: Span): Promise<Place[]> =>
	rows<Place>(
		db,
		sql`
			with found as materialized (select customer_id, response_id, responded_at ${lookedUp(numbers)})
			select customer_id as "customerId", response_id as "responseId", ${cursorAt} as "cursorAt"
			from (
				select * from found where ${behind(after)} and ${upTo(until)} order by ${newestFirst} limit ${limit}
			) newest
			order by ${newestFirst}
		`
	);

/** Of some comments, those that match. */
export const selectMatchingOf = async (db: Db, numbers: readonly number[], which: SQL): Promise<number[]> => {
	const found = await rows<{ responseId: number }>(
		db,
		sql`select response_id as "responseId" ${lookedUp(numbers)} where ${which}`
	);
	return found.map(({ responseId }) => responseId);
};
