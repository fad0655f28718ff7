import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

export const insertMentionMail = (db: Db, mention: number, deliveryId: number) =>
	db.execute(sql`insert into mention_mail (mention_id, delivery_id) values (${mention}, ${deliveryId})`);

export const selectMentionOfMail = async (db: Db, deliveryId: number): Promise<number | null> =>
	(
		await rows<{ id: number }>(
			db,
			sql`select mention_id::int8 as "id" from mention_mail where delivery_id = ${deliveryId}`
		)
	)[0]?.id ?? null;
