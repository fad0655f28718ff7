import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import { addDays } from '../../scope/calendar.ts';
import { instantOf } from '../../scope/zone.ts';
import { wholeMonths } from '../whole-months.ts';
import { countedBy, matches, ofMagnitude, slicesLike, themeCellsLike } from './matches.server.ts';
import type { By, Wanted } from './matches.server.ts';
import { inMemory } from './page.server.ts';

/** How many comments match: from kept sums where these know it, else one by one. */
export function countMatching(db: Db, wanted: Wanted, by: By): Promise<number> {
	const kept = countedBy(wanted);
	if (kept === null) return count(db, oneByOne(matches(wanted, by)));
	if (kept === 'theme')
		return count(db, sql`(select coalesce(sum(comments), 0) from theme_cell where ${themeCellsLike(wanted)})`);
	const all =
		kept === 'month'
			? byMonth(wanted, by)
			: sql`(select coalesce(sum(comments), 0) from comment_slice where ${slicesLike(wanted)})`;
	return count(db, wanted.unread ? sql`${all} - ${readAmong(wanted, by)}` : all);
}

const count = (db: Db, found: SQL): Promise<number> =>
	inMemory(db, async (tx) => (await row<{ n: number }>(tx, sql`select (${found})::int as "n"`)).n);

const oneByOne = (which: SQL) => sql`(select count(*) from searchable_comment comment where ${which})`;

/** What somebody has read is little, and counted one by one. */
const readAmong = (wanted: Wanted, by: By) => sql`(
	select count(*)
	from read_receipt
	join searchable_comment comment using (customer_id, response_id)
	where person_id = ${by.reader} and ${matches({ ...wanted, unread: false }, by)}
)`;

/** Whole months from the kept sum; the days before the first and after the last of them are counted one by one. */
function byMonth(wanted: Wanted, by: By): SQL {
	const { from, to } = wanted;
	const span = {
		from: from && instantOf(from, by.zone).toISOString(),
		to: to && instantOf(addDays(to, 1), by.zone).toISOString()
	};
	const { months, rest } = wholeMonths(span);
	const others = matches({ ...wanted, from: null, to: null, unread: false }, by);
	const parts = rest.map((part) =>
		oneByOne(sql`${others} and responded_at >= ${part.from}::timestamptz and responded_at < ${part.to}::timestamptz`)
	);
	if (months)
		parts.push(sql`(
			select coalesce(sum(comments), 0)
			from comment_month
			where ${slicesLike(wanted)} and ${ofMagnitude(wanted, by.currency)}
			  and ${months.from === null ? sql`true` : sql`month >= ${months.from}`}
			  and ${months.to === null ? sql`true` : sql`month < ${months.to}`}
		)`);
	return sql`(${sql.join([sql`0`, ...parts], sql` + `)})`;
}
