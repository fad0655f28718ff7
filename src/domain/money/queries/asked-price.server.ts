import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { PriceKey } from './price.server.ts';

/*
 * Prices that are wanted and not kept yet.
 */

const columns = sql`series, as_of, segment, region, plan`;

export const askForPrice = (db: Db, { scope: { segment, region, plan }, series, asOf }: PriceKey) =>
	db.execute(sql`
		insert into asked_price (${columns})
		values (${series}, ${asOf}, ${segment ?? ''}, ${region ?? ''}, ${plan ?? ''})
		on conflict do nothing
	`);

/** Each value of segment, region and plan by itself, as an address has them. */
export const askForEachSlice = (db: Db, { series, asOf }: PriceKey) =>
	db.execute(sql`
		insert into asked_price (${columns})
		select distinct ${series}::text, ${asOf}::date, slice.*
		from customer_cell
		cross join lateral (
			values (coalesce(nullif(segment, ''), '-'), '', ''),
				('', coalesce(nullif(region, ''), '-'), ''),
				('', '', coalesce(nullif(plan, ''), '-'))
		) as slice
		where customers > 0
		on conflict do nothing
	`);

type Asked = { series: string; asOf: string; segment: string | null; region: string | null; plan: string | null };

/** What was asked for and is not worked out yet; null: nothing. */
export async function nextAskedPrice(db: Db): Promise<PriceKey | null> {
	const [asked] = await rows<Asked>(
		db,
		sql`
			select series, as_of::text as "asOf", nullif(segment, '') as "segment", nullif(region, '') as "region",
				nullif(plan, '') as "plan"
			from asked_price
			order by ${columns}
			limit 1
		`
	);
	if (!asked) return null;
	const { series, asOf, ...slice } = asked;
	// Which week does not matter: the month from whose end all is seen is known.
	return { scope: { ...slice, week: '', survey: null }, series, asOf };
}

export const deleteAskedPrice = (db: Db, { scope: { segment, region, plan }, series, asOf }: PriceKey) =>
	db.execute(sql`
		delete from asked_price
		where series = ${series} and as_of = ${asOf}
		  and segment = ${segment ?? ''} and region = ${region ?? ''} and plan = ${plan ?? ''}
	`);
