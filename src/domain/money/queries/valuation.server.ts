import { sql } from 'drizzle-orm';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import type { Scope } from '../../scope/scope.ts';
import { cellsThemselves, ofScope, sumsOfCells } from '../../scope/cells.server.ts';
import type { Of } from '../../scope/cells.server.ts';
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

const valued = (asOf: string, whom: Of['whom']) => sql`
	select as_of::text as "asOf", segment, region, plan,
		customers_opening as "customersOpening", customers_added as "customersAdded", customers_lost as "customersLost",
		customers_closing as "customersClosing", opening, added, lost, grown, shrunk, aged, closing,
		customers_without as "customersWithout", closing_without as "closingWithout"
	from valuation_cell
	where as_of = ${asOf} and ${whom}
`;

/** The cells of the end of one month. */
export const valuedCells = (scope: Scope, asOf: string) => valued(asOf, ofScope(scope).whom);

export const selectValued = (db: Db, scope: Scope, asOf: string) =>
	cellsThemselves<ValuedCell>(db, scope, (whom) => valued(asOf, whom));

/** How many paid at the end of each month, and what they were worth together. */
export const selectEquity = (db: Db, scope: Scope, { from, to }: { from: string; to: string }) =>
	sumsOfCells<{ asOf: string; customers: number; minor: number }>(
		db,
		scope,
		['asOf'],
		({ whom, each }) => sql`
			select as_of::text as "asOf", sum(customers_closing)::int as "customers", sum(closing) as "minor"${each}
			from valuation_cell
			where as_of between ${from} and ${to} and ${whom}
			group by as_of${each}
		`
	);

const bands = (asOf: string, { whom, each }: Of) => sql`
	select band, sum(customers)::int as "customers"${each}
	from valued_band
	where as_of = ${asOf} and ${whom}
	group by band${each}
	order by band
`;

/** How many customers have a value in each band at the end of a month, lowest first. */
export const bandsAt = (scope: Scope, asOf: string) => bands(asOf, ofScope(scope));

export const selectBands = (db: Db, scope: Scope, asOf: string) =>
	sumsOfCells<{ band: number; customers: number }>(db, scope, ['band'], (of) => bands(asOf, of));
