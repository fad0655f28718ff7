import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

export type StaffName = { id: number; name: string; addedBy: string | null; addedAt: Date };

export const selectStaffNames = (db: Db) =>
	rows<StaffName>(
		db,
		sql`
			select staff_name.id, staff_name.name, person.name as "addedBy", added_at as "addedAt"
			from staff_name
			left join person on person.id = added_by
			order by lower(staff_name.name)
		`
	);

/** False: it is there already. */
export const insertStaffName = async (
	db: Db,
	{ name, by, at }: { name: string; by: number; at: Date }
): Promise<boolean> =>
	(
		await rows(
			db,
			sql`
				insert into staff_name (name, added_by, added_at) values (${name}, ${by}, ${at.toISOString()})
				on conflict do nothing
				returning id
			`
		)
	).length === 1;

export const deleteStaffName = async (db: Db, id: number): Promise<boolean> =>
	(await rows(db, sql`delete from staff_name where id = ${id} returning id`)).length === 1;

export type Words = { title: string | null; comment: string | null };

/** One answer's words as they are; null: there are none. */
export const selectWords = async (
	db: Db,
	{ customerId, responseId }: { customerId: number; responseId: number }
): Promise<Words | null> =>
	(
		await rows<Words>(
			db,
			sql`
				select title, comment from response
				where customer_id = ${customerId} and id = ${responseId} and (title is not null or comment is not null)
			`
		)
	)[0] ?? null;
