import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** Months counted as numbers, since a date is slower to reckon with. */
export const numberOfMonth = (day: SQL): SQL =>
	sql`(date_part('year', ${day})::int * 12 + date_part('month', ${day})::int - 1)`;

/** The first day of a month that is counted as a number. */
export const firstOf = (monthNumber: SQL): SQL => sql`make_date((${monthNumber}) / 12, (${monthNumber}) % 12 + 1, 1)`;
