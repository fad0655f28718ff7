import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Instead, StaffText } from '../../voice/keeping/staff-words.ts';

/** Everything that our own people wrote to bets, earlier versions included. */
export const selectWrittenInBets = (db: Db) =>
	rows<StaffText>(
		db,
		sql`
			select distinct text, 'Bet ' || bet_id as "place", false as "atThem"
			from (
				select id as bet_id, about as text from bet
				union all
				select bet_id, hypothesis from bet_version
				union all
				select bet_id, why from bet_stop
				union all
				select bet_id, unnest(whys) from bet_whys
			) said
			where text <> ''
		`
	);

/** Puts other texts in the place of some, wherever they stand. The database lets only an erasure do that. */
export async function replaceInBets(db: Db, texts: readonly Instead[]): Promise<void> {
	const instead = sql`jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as said (before text, after text)`;
	for (const [table, column] of [
		['bet', 'about'],
		['bet_version', 'hypothesis'],
		['bet_stop', 'why']
	] as const)
		await db.execute(sql`
			update ${sql.identifier(table)} written set ${sql.identifier(column)} = said.after
			from ${instead}
			where written.${sql.identifier(column)} = said.before
		`);
	await db.execute(sql`
		update bet_whys set whys = (
			select array_agg(coalesce(said.after, one) order by place)
			from unnest(whys) with ordinality as whys_of (one, place)
			left join ${instead} on said.before = one
		)
		where whys && array(select said.before from ${instead})
	`);
}

/** Calls a customer who is the person as they are called from now on, in every bet they are or were in. */
export async function replaceKeyInBets(db: Db, key: string, standIn: string): Promise<void> {
	await db.execute(sql`
		update bet_member set
			key  = case when key = ${key} then ${standIn} else key end,
			unit = case when unit = ${key} then ${standIn} else unit end
		where ${key} in (key, unit)
	`);
	await db.execute(sql`
		update bet_version set customers = array_replace(customers, ${key}, ${standIn}) where ${key} = any(customers)
	`);
}
