import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** The words that somebody chose for a week's story, and who; null: nobody did. */
export const selectStory = async (
	db: Db,
	week: string
): Promise<{ customerId: number; responseId: number; chosenBy: string } | null> =>
	(
		await rows<{ customerId: number; responseId: number; chosenBy: string }>(
			db,
			sql`
				select customer_id as "customerId", response_id as "responseId", person.name as "chosenBy"
				from told_story
				join person on person.id = chosen_by
				where week = ${week}
			`
		)
	)[0] ?? null;

type Chosen = {
	week: string;
	customerId: number;
	responseId: number;
	by: number;
	at: Date;
	days: { from: string; to: string; zone: string };
};

/** False: there are no such words in these days. */
export const upsertStory = async (db: Db, { week, customerId, responseId, by, at, days }: Chosen): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				insert into told_story (week, customer_id, response_id, chosen_by, chosen_at)
				select ${week}::text, customer_id, id, ${by}::int, ${at.toISOString()}::timestamptz
				from response
				where customer_id = ${customerId} and id = ${responseId} and (comment is not null or title is not null)
				  and responded_at >= ${days.from}::date::timestamp at time zone ${days.zone}
				  and responded_at < (${days.to}::date + 1)::timestamp at time zone ${days.zone}
				on conflict (week) do update set
					customer_id = excluded.customer_id, response_id = excluded.response_id,
					chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
				returning week
			`
		)
	).length === 1;

/** False: nobody had chosen. */
export const deleteStory = async (db: Db, week: string): Promise<boolean> =>
	(await rows(db, sql`delete from told_story where week = ${week} returning week`)).length === 1;
