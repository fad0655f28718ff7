import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';

/** Parents are looked up when the whole file is in: a child may stand before its parent. */
export const noteParents = (db: Db) =>
	db.execute(sql`
		insert into incoming_parent
		select row_number, key, parent_key from incoming_customer where parent_key is not null
	`);

/** Ties children to parents, customers who were there before from a day on; returns the rows whose parent nobody knows. */
export async function tieParents(db: Db, importId: number, day: string) {
	const unknown = await rows<{ row: number; parentKey: string }>(
		db,
		sql`
			select row_number as "row", incoming.parent_key as "parentKey"
			from incoming_parent incoming
			left join customer parent on parent.key = incoming.parent_key
			where parent.id is null or incoming.parent_key = incoming.key
			order by row_number
		`
	);
	await db.execute(sql`
		with tie as (
			select distinct on (child.id) child.id, parent.id as parent_id
			from incoming_parent incoming
			join customer child on child.key = incoming.key
			join customer parent on parent.key = incoming.parent_key
			where child.id <> parent.id and child.parent_id is distinct from parent.id
			order by child.id, row_number desc
		),
		kept as (
			insert into replaced_row (import_id, kind, customer_id, row_id, before)
			select ${importId}, 'customer', known.id, known.id, to_jsonb(known)
			from customer known
			join tie on tie.id = known.id
			where known.import_id <> ${importId}
			  and not exists (
				select from replaced_row earlier
				where earlier.import_id = ${importId} and earlier.kind = 'customer' and earlier.row_id = known.id
			  )
		),
		dated as (
			insert into customer_parent (customer_id, from_day, import_id, parent_id)
			select known.id, case when known.import_id = ${importId} then '-infinity' else ${day}::date end, ${importId}, tie.parent_id
			from customer known
			join tie on tie.id = known.id
			on conflict (customer_id, from_day, import_id) do update set parent_id = excluded.parent_id
		)
		update customer set parent_id = tie.parent_id from tie where customer.id = tie.id
	`);
	return unknown;
}
