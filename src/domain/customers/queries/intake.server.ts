import { sql } from 'drizzle-orm';
import { copyInto, copyLine } from '#platform/db/copy.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import type { IncomingCustomer } from '../incoming.ts';

/** The id of a source, made on first use. */
export const sourceNamed = async (db: Db, name: string): Promise<number> =>
	(
		await row<{ id: number }>(
			db,
			sql`
				with made as (
					insert into source (name) values (${name}) on conflict (name) do nothing returning id
				)
				select id from made union all select id from source where name = ${name} limit 1
			`
		)
	).id;

export const selectIds = (db: Db, keys: string[]) =>
	rows<{ key: string; id: number }>(db, sql`select key, id from customer where key = any(${sql.param(keys)}::text[])`);

export const makeRoomForCustomers = (db: Db) =>
	db.execute(sql`
		create temporary table if not exists incoming_customer (
			row_number int, key text, name text, segment text, region text, plan text,
			started_on date, seen_on date, ended_on date, ended_why text, came_by text, parent_key text
		) on commit drop;
		create temporary table if not exists incoming_parent (
			row_number int, key text, parent_key text
		) on commit drop;
		create temporary table if not exists incoming_contact (
			row_number int, customer_key text, key text, name text, email text, decides boolean
		) on commit drop
	`);

export async function stageCustomers(
	db: Db,
	customers: { row: number; customer: IncomingCustomer; seenOn: string | null }[]
) {
	await db.execute(sql`truncate incoming_customer`);
	await copyInto(
		db,
		'incoming_customer',
		customers.map(({ row, customer: c, seenOn }) =>
			copyLine([
				row,
				c.key,
				c.name,
				c.segment,
				c.region,
				c.plan,
				c.startedOn,
				seenOn,
				c.endedOn,
				c.endedWhy,
				c.cameBy,
				c.parentKey
			])
		)
	);
}

/**
 * Writes the staged customers: new ones in, known ones changed where the file says more. What a row does not say
 * stays as it is; of two rows on one customer the later one has the last word. Returns how many were new and changed.
 */
export const mergeCustomers = (db: Db, { sourceId, importId }: { sourceId: number; importId: number }) =>
	row<{ added: number; changed: number }>(
		db,
		sql`
			with said as (
				select
					key,
					(array_agg(name       order by row_number desc) filter (where name       is not null))[1] as name,
					(array_agg(segment    order by row_number desc) filter (where segment    is not null))[1] as segment,
					(array_agg(region     order by row_number desc) filter (where region     is not null))[1] as region,
					(array_agg(plan       order by row_number desc) filter (where plan       is not null))[1] as plan,
					(array_agg(started_on order by row_number desc) filter (where started_on is not null))[1] as started_on,
					(array_agg(ended_on   order by row_number desc) filter (where ended_on   is not null))[1] as ended_on,
					(array_agg(ended_why  order by row_number desc) filter (where ended_why  is not null))[1] as ended_why,
					(array_agg(came_by    order by row_number desc) filter (where came_by    is not null))[1] as came_by,
					min(seen_on) as seen_on
				from incoming_customer
				group by key
			),
			compared as (
				select
					said.key, known.id,
					coalesce(said.name, known.name, said.key)                as name,
					coalesce(said.segment, known.segment)                    as segment,
					coalesce(said.region, known.region)                      as region,
					coalesce(said.plan, known.plan)                          as plan,
					-- A start nobody stated is the first day the same import sees the customer.
					coalesce(
						said.started_on,
						case when known.import_id = ${importId} then least(known.started_on, said.seen_on) else known.started_on end,
						said.seen_on
					)                                                        as started_on,
					coalesce(said.ended_on, known.ended_on)                  as ended_on,
					coalesce(said.ended_why, known.ended_why)                as ended_why,
					coalesce(said.came_by, known.came_by, 'unknown')         as came_by
				from said
				left join customer known on known.key = said.key
			),
			to_change as (
				select compared.*
				from compared
				join customer known on known.id = compared.id
				where (known.name, known.segment, known.region, known.plan, known.started_on, known.ended_on, known.ended_why, known.came_by)
					is distinct from
					(compared.name, compared.segment, compared.region, compared.plan, compared.started_on, compared.ended_on, compared.ended_why, compared.came_by)
			),
			kept as (
				insert into replaced_row (import_id, kind, customer_id, row_id, before)
				select ${importId}, 'customer', known.id, known.id, to_jsonb(known)
				from customer known
				join to_change on to_change.id = known.id
				where known.import_id <> ${importId}
				  and not exists (
					select from replaced_row earlier
					where earlier.import_id = ${importId} and earlier.kind = 'customer' and earlier.row_id = known.id
				  )
			),
			changed as (
				update customer set
					name = c.name, segment = c.segment, region = c.region, plan = c.plan, started_on = c.started_on,
					ended_on = c.ended_on, ended_why = c.ended_why, came_by = c.came_by
				from to_change c
				where customer.id = c.id
				returning customer.import_id
			),
			added as (
				insert into customer
					(key, name, segment, region, plan, started_on, ended_on, ended_why, came_by, source_id, import_id)
				select key, name, segment, region, plan, started_on, ended_on, ended_why, came_by, ${sourceId}, ${importId}
				from compared
				where id is null
				returning id
			)
			select
				(select count(*) from added)::int                                      as "added",
				(select count(*) from changed where import_id <> ${importId})::int     as "changed"
		`
	);

/** Staged rows that cannot be taken: a new customer of whom nothing says when they started. */
export const customersWithoutStart = (db: Db) =>
	rows<{ row: number; key: string }>(
		db,
		sql`
			select min(row_number)::int as "row", incoming.key as "key"
			from incoming_customer incoming
			left join customer known on known.key = incoming.key
			where known.id is null
			group by incoming.key
			having max(incoming.started_on) is null and max(incoming.seen_on) is null
		`
	);

export const dropStagedCustomers = (db: Db, keys: string[]) =>
	db.execute(sql`delete from incoming_customer where key in ${keys}`);
