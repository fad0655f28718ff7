import { sql } from 'drizzle-orm';
import { priceSoon, whatIsKnown, workOutAsked } from '#domain/money/server.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import { addDays } from '#domain/scope/calendar.ts';
import type { Scope, Slice } from '#domain/scope/scope.ts';
import { scopeToQuery, slices } from '#domain/scope/scope.ts';
import { mondayOfWeek, weekOf } from '#domain/scope/week.ts';
import type { Db } from '#platform/db/connect.ts';
import type { Measured } from './measure.ts';
import { quantile, timed } from './measure.ts';
import type { Product } from './product.ts';

const part = 'money';
const goalMs = 100;
/** Of each slice, its largest values: the demo company has no more. */
const mostValues = 4;
/** Weeks before the one that is measured, one for each filter in turn; twice, each filter in another one. */
const weeksBefore = 40;
const roundsBefore = [0, 13];

/**
 * The Money page for every combination of filters, each asked for the first time, and then again. What a point is worth to
 * each is worked out ahead, as the clock does; the code is warm from other weeks, the answers are not.
 */
export async function moneyPage(db: Db, product: Product): Promise<Measured[]> {
	const scopes = await everyFilter(db, product.week);
	const before = (by: number) => weekOf(addDays(mondayOfWeek(product.week), -7 * (1 + (by % weeksBefore))));
	const earlier = roundsBefore.flatMap((by) => scopes.map((scope, i) => ({ ...scope, week: before(i + by) })));
	await workOutPrices(db, [...scopes, ...earlier]);
	for (const scope of earlier) await product.get(addressOf(scope));
	// Once without a filter, as everybody does who then chooses one.
	await product.get(addressOf(scopes[0]));
	const first = await taken(product, scopes.slice(1));
	const again = await taken(product, scopes.slice(1));

	const line = (how: string, times: number[], share: number) => ({
		...{ part, what: `Money, ${times.length} filters, ${how}, p${share * 100}`, unit: 'ms' as const },
		value: quantile(times, share)
	});
	const p95 = line('first asked', first, 0.95);
	return [
		line('first asked', first, 0.5),
		{ ...p95, goal: `≤ ${goalMs} ms`, met: p95.value <= goalMs },
		line('again', again, 0.5),
		line('again', again, 0.95)
	];
}

const addressOf = (scope: Scope) => `/money?week=${scope.week}&${scopeToQuery(scope).slice(1)}`;

async function taken(product: Product, scopes: Scope[]): Promise<number[]> {
	const all: number[] = [];
	for (const scope of scopes) all.push((await timed(() => product.get(addressOf(scope)))).ms);
	return all;
}

/** No filter first. */
async function everyFilter(db: Db, week: string): Promise<Scope[]> {
	let scopes: Scope[] = [{ week, segment: null, region: null, plan: null, survey: null }];
	for (const slice of slices) {
		const values = await largest(db, slice);
		scopes = scopes.flatMap((scope) => [null, ...values].map((value) => ({ ...scope, [slice]: value })));
	}
	return scopes;
}

async function largest(db: Db, slice: Slice): Promise<string[]> {
	const found = await db.execute(sql`
		select ${sql.identifier(slice)} as value
		from customer_cell
		where ${sql.identifier(slice)} <> ''
		group by 1
		order by sum(customers) desc
		limit ${mostValues}
	`);
	return [...found].map(({ value }) => String(value));
}

/** What a point is worth to each, so that no process works it out beside while pages are measured. */
export async function workOutPrices(db: Db, scopes: readonly Scope[]): Promise<void> {
	const revenueThrough = (await whatIsKnown(db))?.revenueThrough ?? null;
	for (const scope of scopes) {
		const found = await seriesInScope(db, scope);
		if (found) await priceSoon(db, scope, found.series, revenueThrough);
	}
	await workOutAsked(db);
}
