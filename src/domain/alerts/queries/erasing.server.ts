import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** Takes words out of alerts about follow-ups that lost some: what was told of them is a copy. */
export const eraseWordsOfFollowUps = (db: Db, followUps: readonly { customerId: number; id: number }[]) =>
	db.execute(sql`
		update alert set words = null, words_gone = true
		from jsonb_to_recordset(${JSON.stringify(followUps)}::jsonb) as lost ("customerId" int, id int)
		where kind = 'escalation' and words is not null
		  and alert.customer_id = lost."customerId" and alert.follow_up_id = lost.id
	`);

/** Takes words out of alerts whose answer or follow-up was erased or is gone. Says of how many. */
export const eraseGoneWords = async (db: Db): Promise<number> =>
	(
		await rows(
			db,
			sql`
				update alert set words = null, words_gone = true
				where words is not null and not exists (
					select from response
					where alert.kind = 'detractor' and response.customer_id = alert.customer_id
					  and response.id = alert.response_id and response.erased_at is null
					union all
					select from follow_up
					where alert.kind = 'escalation' and follow_up.customer_id = alert.customer_id
					  and follow_up.id = alert.follow_up_id and follow_up.erased_at is null
				)
				returning id
			`
		)
	).length;
