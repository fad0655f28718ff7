import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';

/**
 * A temporary list of the customers whose kept sums are out of date: because of what they `said`, of what they `paid`,
 * or of both, as where they themselves have changed. Each half has a name of its own, for what the other cannot change.
 */
export async function makeRoomForTouched(db: Db): Promise<void> {
	await db.execute(sql`
		create temporary table if not exists touched (customer_id int primary key, said boolean not null, paid boolean not null)
		on commit drop
	`);
	await db.execute(sql`create or replace temporary view touched_said as select customer_id from touched where said`);
	await db.execute(sql`create or replace temporary view touched_paid as select customer_id from touched where paid`);
	await db.execute(sql`truncate touched`);
}
