import { sql } from 'drizzle-orm';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import type { Db } from '#platform/db/connect.ts';
import { months, paidOn, subscriber } from './lifetime.server.ts';

/*
 * What is to be expected of each single customer, put in the place of what was kept before.
 */

/** Years of revenue still to come from a subscriber of a segment and an age in months. */
export type YearsToCome = { segment: string; age: number; years: number };

/** Subscribers: what they pay a year at the end of a day, for the years that are to be expected of their like. */
export async function keepSubscribersValues(db: Db, day: string, all: readonly YearsToCome[]): Promise<void> {
	await emptyValues(db);
	await db.execute(sql`create temporary table years_to_come (segment text, age int, years float8) on commit drop`);
	await copyInto(
		db,
		'years_to_come',
		all.map(({ segment, age, years }) => copyLine([segment, age, years]))
	);
	await db.execute(sql`
		insert into customer_value (customer_id, minor)
		select customer_id, round((paid.minor * years)::numeric)
		from (${subscriber}) subscriber
		join (${paidOn(day)}) paid using (customer_id)
		join years_to_come come on come.segment = subscriber.segment and come.age = ${months(sql`started`, sql`${day}`)}
	`);
	await addUnvalued(db, day);
}

/** Buyers, one by one, as the model values their history. */
export async function keepBuyersValues(
	db: Db,
	day: string,
	values: readonly { customerId: number; minor: number | null }[]
): Promise<void> {
	await emptyValues(db);
	await copyInto(
		db,
		'customer_value (customer_id, minor)',
		values.map(({ customerId, minor }) => copyLine([customerId, minor === null ? null : Math.round(minor)]))
	);
	await addUnvalued(db, day);
}

export const emptyValues = (db: Db) => db.execute(sql`delete from customer_value`);

/** Who pays in the other way. */
const addUnvalued = (db: Db, day: string) =>
	db.execute(sql`
		insert into customer_value (customer_id)
		select customer_id
		from yearly_revenue
		where per_year_minor > 0 and from_day <= ${day} and to_day > ${day}
		on conflict do nothing
	`);
