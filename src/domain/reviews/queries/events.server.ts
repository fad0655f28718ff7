import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { CompanyEvent } from '../event.ts';
import { isDemoHere } from './of-demo.server.ts';

export const insertEvent = (
	db: Db,
	{ kind, what, fromDay, toDay }: Omit<CompanyEvent, 'id' | 'addedBy'>,
	{ by, at }: { by: number; at: Date }
) =>
	db.execute(sql`
		insert into event (kind, what, of_demo, from_day, to_day, added_by, added_at)
		values (${kind}, ${what}, ${isDemoHere}, ${fromDay}, ${toDay}, ${by}, ${at.toISOString()})
	`);

/** Those that touch any of the days, the latest first. */
export const selectEvents = (db: Db, { from, to }: { from: string; to: string }) =>
	rows<CompanyEvent>(
		db,
		sql`
			select event.id, kind, what, from_day::text as "fromDay", to_day::text as "toDay", person.name as "addedBy"
			from event
			join person on person.id = added_by
			where of_demo = ${isDemoHere} and to_day >= ${from} and from_day <= ${to}
			order by from_day desc, event.id desc
		`
	);
