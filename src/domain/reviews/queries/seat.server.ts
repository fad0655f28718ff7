import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** Who holds the customer's seat in a week, by name; null: nobody yet. */
export const selectSeat = async (db: Db, week: string): Promise<string | null> =>
	(
		await rows<{ name: string }>(
			db,
			sql`select person.name as "name" from seat join person on person.id = person_id where week = ${week}`
		)
	)[0]?.name ?? null;

export const upsertSeat = (
	db: Db,
	{ week, personId, by, at }: { week: string; personId: number; by: number; at: Date }
) =>
	db.execute(sql`
		insert into seat (week, person_id, given_by, given_at)
		values (${week}, ${personId}, ${by}, ${at.toISOString()})
		on conflict (week) do update set
			person_id = excluded.person_id, given_by = excluded.given_by, given_at = excluded.given_at
	`);
