import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Scope } from '../../scope/scope.ts';
import { inSlice } from '../../scope/slice-sql.server.ts';
import type { ValuedBand } from '../lifetime/bands.ts';
import type { ValuedCell } from '../lifetime/valuation.ts';
import { valuation, valuationCell, valuedBand } from '../tables.server.ts';

export type Valuation = typeof valuation.$inferSelect;

export const selectValuation = async (db: Db): Promise<Valuation | null> =>
	(await db.select().from(valuation).limit(1))[0] ?? null;

/** The refresh that the kept sums are from, and the last day of its books. */
export const selectLatestRefresh = async (db: Db) =>
	(
		await rows<{ id: number; revenueThrough: string | null }>(
			db,
			sql`select id, revenue_through::text as "revenueThrough" from refresh order by id desc limit 1`
		)
	)[0] ?? null;

/** Puts an analysis in the place of the one before. */
export async function replaceValuation(
	db: Db,
	found: Valuation,
	{ cells, bands }: { cells: ValuedCell[]; bands: ValuedBand[] }
): Promise<void> {
	// Two who work it out at the same time take turns; whoever looks at a page does not wait.
	await db.execute(sql`lock table valuation in exclusive mode`);
	await db.delete(valuation);
	await db.delete(valuationCell);
	await db.delete(valuedBand);
	await db.insert(valuation).values(found);
	const portion = 500;
	for (let i = 0; i < cells.length; i += portion) await db.insert(valuationCell).values(cells.slice(i, i + portion));
	for (let i = 0; i < bands.length; i += portion) await db.insert(valuedBand).values(bands.slice(i, i + portion));
}

/** The cells of the end of one month. */
export const valuedCells = (scope: Scope, asOf: string) => sql`
	select as_of::text as "asOf", segment, region, plan,
		customers_opening as "customersOpening", customers_added as "customersAdded", customers_lost as "customersLost",
		customers_closing as "customersClosing", opening, added, lost, grown, shrunk, aged, closing,
		customers_without as "customersWithout", closing_without as "closingWithout"
	from valuation_cell
	where as_of = ${asOf} and ${inSlice(scope)}
`;

export const selectValued = (db: Db, scope: Scope, asOf: string) => rows<ValuedCell>(db, valuedCells(scope, asOf));

/** How many paid at the end of each month, and what they were worth together. */
export const selectEquity = (db: Db, scope: Scope, { from, to }: { from: string; to: string }) =>
	rows<{ asOf: string; customers: number; minor: number }>(
		db,
		sql`
			select as_of::text as "asOf", sum(customers_closing)::int as "customers", sum(closing) as "minor"
			from valuation_cell
			where as_of between ${from} and ${to} and ${inSlice(scope)}
			group by as_of
		`
	);

/** How many customers have a value in each band at the end of a month, lowest first. */
export const bandsAt = (scope: Scope, asOf: string) => sql`
	select band, sum(customers)::int as "customers"
	from valued_band
	where as_of = ${asOf} and ${inSlice(scope)}
	group by band
	order by band
`;

export const selectBands = (db: Db, scope: Scope, asOf: string) =>
	rows<{ band: number; customers: number }>(db, bandsAt(scope, asOf));
