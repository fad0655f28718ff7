import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';

/*
 * Who belongs together: customers with the same ultimate parent are one account. Where nobody has a parent, nothing here
 * costs anything.
 */

const hasFamilies = async (db: Db): Promise<boolean> =>
	(await row<{ any: boolean }>(db, sql`select exists (select from customer_parent) as "any"`)).any;

/** Whoever is of a family with a customer whose money is touched is touched too: their account changes with it. */
export async function touchFamilies(db: Db): Promise<void> {
	if (!(await hasFamilies(db))) return;
	await db.execute(sql`
		with recursive edge as (
			select customer_id as one, parent_id as other from customer_parent
			union
			select parent_id, customer_id from customer_parent
		),
		family as (
			select distinct one as id from edge join touched_paid touched on touched.customer_id = edge.one
			union
			select other from family join edge on edge.one = family.id
		)
		insert into touched select id, false, true from family on conflict (customer_id) do update set paid = true
	`);
}

/**
 * Reads the ultimate parents of the touched customers anew, from when until when. Of what two imports said for the same
 * day, the later counts. Parents in a circle have no ultimate one: each of them then stands for another.
 */
export async function readAccounts(db: Db): Promise<void> {
	await db.execute(
		sql`delete from customer_account using touched_paid touched where customer_account.customer_id = touched.customer_id`
	);
	if (!(await hasFamilies(db))) return;
	await db.execute(sql`
		insert into customer_account (customer_id, from_day, to_day, account_id)
		with recursive link as (
			select distinct on (customer_id, from_day) customer_id, from_day, parent_id
			from customer_parent
			order by customer_id, from_day, import_id desc
		),
		spell as (
			select customer_id, parent_id, from_day,
				coalesce(lead(from_day) over (partition by customer_id order by from_day), 'infinity') as to_day
			from link
		),
		up as (
			select customer_id, customer_id as account_id, '-infinity'::date as from_day, 'infinity'::date as to_day,
				array[customer_id] as path
			from (select customer_id from link union select parent_id from link) member
			join touched_paid using (customer_id)
			union all
			select up.customer_id, spell.parent_id, greatest(up.from_day, spell.from_day), least(up.to_day, spell.to_day),
				path || spell.parent_id
			from up
			join spell on spell.customer_id = up.account_id and spell.from_day < up.to_day and up.from_day < spell.to_day
			where spell.parent_id <> all (path)
		),
		turn as (
			select customer_id, from_day as day from up
			union
			select customer_id, to_day from up where to_day <> 'infinity'
		)
		select customer_id, day, coalesce(lead(day) over (partition by customer_id order by day), 'infinity'),
			(
				select account_id from up
				where up.customer_id = turn.customer_id and up.from_day <= day and up.to_day > day
				order by cardinality(path) desc
				limit 1
			)
		from turn
	`);
}
