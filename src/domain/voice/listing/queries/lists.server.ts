import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { readerEntry, themeEntry } from '../entries.ts';
import type { Range, Sought } from '../entries.ts';
import type { ListOf } from '../found.ts';
import { bytesOfAll } from '../places.ts';

/** Comments by their numbers; where a block has a list of them (`entry`), only that. */
type Numbered = { some: SQL; entry?: string };

/** A condition: comments under some entries, or of these numbers, or (`without`) neither. */
export type Condition = Sought & { numbers?: Numbered[] };

/** A list of a block. */
export type List = { block: number; isAll: boolean; places: Uint8Array };

/** The lists of all conditions. They come put together, or a beginning of many words would be many rows. */
export async function selectLists(db: Db, conditions: readonly Condition[]): Promise<ListOf[]> {
	const selects = conditions.flatMap(({ entries, ranges, phrase, numbers = [] }, at) => [
		...(entries.length === 0 ? [] : [(phrase ? byEntry : together)(at, sql`entry in ${entries}`)]),
		...ranges.flatMap((range) => rangeParts(range).map((which) => together(at, which))),
		...numbers.flatMap((some) => numberParts(at, some))
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

const blocksWithout = (entry: string) =>
	sql`select block from comment_block except select block from comment_list where entry = ${entry}`;

/** A range's lists; in blocks that have one of the whole range only that one. */
function rangeParts({ from, to, whole }: Range): SQL[] {
	const within = sql`entry >= ${from} and entry < ${to}`;
	return whole === undefined
		? [within]
		: [sql`entry = ${whole}`, sql`${within} and block = any (array(${blocksWithout(whole)}))`];
}

/**
 * Where every block has a list, nothing is read by number, which `exists` finds out beforehand. Where only the newest has
 * none, as somebody has just read in it, an index by number is read from there on.
 */
function numberParts(at: number, { some, entry }: Numbered): SQL[] {
	if (entry === undefined) return [byNumber(at, some)];
	const others = blocksWithout(entry);
	const there = sql`
		select response_id
		from (${some}) known
		where (response_id >> 16) = any (array(${others})) and exists (${others})
		  and response_id >= (select min(block)::bigint << 16 from (${others}) other)
	`;
	return [together(at, sql`entry = ${entry}`), byNumber(at, there)];
}

/** As lists of blocks: what is left of a comment's number in its last two bytes is its place. */
const byNumber = (at: number, some: SQL) => sql`
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

export const unlistedNumbers = { some: sql`select response_id from unlisted_comment` };

/** Comments of a theme, with follow-ups, read by somebody, or of a time. */
export const ofTheme = (theme: number): Numbered => ({
	entry: themeEntry(theme),
	some: sql`select response_id from comment_theme where theme_id = ${theme}`
});
export const ofReader = (reader: number): Numbered => ({
	entry: readerEntry(reader),
	some: sql`select response_id from read_receipt where person_id = ${reader}`
});
export const ofFollowed = (which: 'open' | 'any'): Numbered => ({
	some: sql`select response_id from followed_comment where ${which === 'open' ? sql`open > 0` : sql`true`}`
});
export const ofTime = ({ from, to }: { from: string; to: string }): Numbered => ({
	some: sql`
		select response_id from searchable_comment
		where responded_at >= ${from}::timestamptz and responded_at < ${to}::timestamptz
	`
});
