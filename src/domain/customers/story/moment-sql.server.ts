import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

/** A moment as places in the story write it; they compare as text. */
export const placeSql = (moment: SQL): SQL =>
	sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
