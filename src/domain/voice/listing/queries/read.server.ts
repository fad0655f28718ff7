import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { blockSize, bytesOfAll } from '../places.ts';
import type { Range, Sought } from '../entries.ts';
import type { ListOf } from '../found.ts';
import { matches } from '../../queries/matches.server.ts';
import type { By, Wanted } from '../../queries/matches.server.ts';
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

/** A condition: comments under some entries, or of these numbers, or (`without`) neither. */
export type Condition = Sought & { numbers?: SQL[] };

/** A list of a block. */
export type List = { block: number; isAll: boolean; places: Uint8Array };

/** The lists of all conditions. They come put together, or a beginning of many words would be many rows. */
export async function selectLists(db: Db, conditions: readonly Condition[]): Promise<ListOf[]> {
	const selects = conditions.flatMap(({ entries, ranges, phrase, numbers = [] }, at) => [
		...(entries.length === 0 ? [] : [(phrase ? byEntry : together)(at, sql`entry in ${entries}`)]),
		...ranges.flatMap((range) => rangeParts(range).map((which) => together(at, which))),
		...numbers.map((some) => ofNumbers(at, some))
	]);
	return rows<ListOf>(
		db,
		sql`
			select condition, entry, block, is_all as "isAll", places
			from (${sql.join(selects, sql` union all `)}) as list (condition, entry, block, is_all, places)
		`
	);
}

const together = (at: number, which: SQL) => sql`
	select ${at}::int, null::text, block, ${isAll}, string_agg(places, ''::bytea) from comment_list where ${which} group by 3, 4
`;

const byEntry = (at: number, which: SQL) =>
	sql`select ${at}::int, entry, block, ${isAll}, places from comment_list where ${which}`;

/** A range's lists; in blocks that have one of the whole range only that one. */
function rangeParts({ from, to, whole }: Range): SQL[] {
	const within = sql`entry >= ${from} and entry < ${to}`;
	if (whole === undefined) return [within];
	const others = sql`select block from comment_block except select block from comment_list where entry = ${whole}`;
	return [sql`entry = ${whole}`, sql`${within} and block = any (array(${others}))`];
}

/** Comments by their number, as lists of blocks: what is left of a number in its last two bytes is the place. */
const ofNumbers = (at: number, some: SQL) => sql`
	select ${at}::int, null::text, (response_id >> 16)::int, false,
		string_agg(int2send(((response_id << 48) >> 48)::int2), ''::bytea)
	from (${some}) known
	group by 3
`;

const isAll = sql`length(places) = ${bytesOfAll}`;

/** Entries of one range with the lists of some blocks, the last entry first. */
export const selectMonths = (db: Db, { from, to }: { from: string; to: string }) =>
	rows<List & { entry: string }>(
		db,
		sql`
			select entry, block, ${isAll} as "isAll", places
			from comment_list
			where entry >= ${from} and entry < ${to}
			order by entry desc
		`
	);

export const unlistedNumbers = sql`select response_id from unlisted_comment`;

/** Comments of a theme, with follow-ups, read by somebody, or of a time. */
export const ofTheme = (theme: number) => sql`select response_id from comment_theme where theme_id = ${theme}`;
export const ofFollowed = (which: 'open' | 'any') =>
	sql`select response_id from followed_comment where ${which === 'open' ? sql`open > 0` : sql`true`}`;
export const ofReader = (reader: number) => sql`select response_id from read_receipt where person_id = ${reader}`;
export const ofTime = ({ from, to }: { from: string; to: string }) => sql`
	select response_id from searchable_comment where responded_at >= ${from}::timestamptz and responded_at < ${to}::timestamptz
`;

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
	wanted: Wanted,
	by: By,
	{ blocks, after, until, limit }: Span & { blocks: readonly number[] }
): Promise<Looked> =>
	row<Looked>(
		db,
		sql`
			with found as materialized (
				select customer_id, response_id, responded_at
				from searchable_comment comment
				where ${besideBlocks(blocks)} and ${matches(wanted, by)}
				union all
				select customer_id, response_id, responded_at
				from unlisted_comment
				join searchable_comment comment using (response_id)
				where ${matches(wanted, by)}
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
export const selectMatchingOf = async (
	db: Db,
	numbers: readonly number[],
	wanted: Wanted,
	by: By
): Promise<number[]> => {
	const found = await rows<{ responseId: number }>(
		db,
		sql`select response_id as "responseId" ${lookedUp(numbers)} where ${matches(wanted, by)}`
	);
	return found.map(({ responseId }) => responseId);
};
