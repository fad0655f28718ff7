import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** Months counted as numbers, since a date is slower to reckon with. */
export const numberOfMonth = (day: SQL): SQL =>
	sql`(date_part('year', ${day})::int * 12 + date_part('month', ${day})::int - 1)`;

/** The first day of a month that is counted as a number. */
export const firstOf = (monthNumber: SQL): SQL => sql`make_date((${monthNumber}) / 12, (${monthNumber}) % 12 + 1, 1)`;

/** The Monday of a day's week: a Monday began the calendar. Several times quicker than asking for it by name. */
export const mondayOf = (day: SQL): SQL => sql`(${day} - (${day} - date '0001-01-01') % 7)`;

/** From here on a square may not fit into 64 bits. */
const mostToSquare = 2_000_000_000;

/**
 * Whether two products of these, and their difference, are sure to fit into 64 bits. Sums of whole numbers are several
 * times quicker than of numeric, for the same result.
 */
export const canBeSquared = (...values: SQL[]): SQL =>
	sql`greatest(${sql.join(
		values.map((value) => sql`abs(${value})`),
		sql`, `
	)}) < ${sql.raw(String(mostToSquare))}`;
