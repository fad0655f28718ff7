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
/** Weeks that the code is warmed up with, from two weeks back on: each filter in one of them, and then in another one. */
const warmingWeeks = 40;
const rounds = [0, 13];

/**
 * The Money page for every combination of filters: of the latest week, which the server has read ahead, of the week
 * before, which nobody has, and then again. What a point is worth to each is worked out ahead, as the clock does; the
 * code is warm from other weeks, the answers are not.
 */
export async function moneyPage(db: Db, product: Product): Promise<Measured[]> {
	const back = (weeks: number) => weekOf(addDays(mondayOfWeek(product.week), -7 * weeks));
	const everyone = { week: product.week, segment: null, region: null, plan: null, survey: null };
	const filters = await everyFilter(db, everyone);
	const warming = rounds.flatMap((by) =>
		filters.map((scope, i) => ({ ...scope, week: back(2 + ((by + i) % warmingWeeks)) }))
	);
	const before = filters.map((scope) => ({ ...scope, week: back(1) }));
	await workOutPrices(db, [everyone, ...filters, ...warming, ...before]);
	for (const scope of warming) await product.get(addressOf(scope));
	// Once without a filter, as everybody does who then chooses one.
	await product.get(addressOf(everyone));
	const first = await taken(product, filters);
	const earlier = await taken(product, before);
	const again = await taken(product, filters);

	const line = (how: string, times: number[], share: number) => ({
		...{ part, what: `Money, ${times.length} filters, ${how}, p${share * 100}`, unit: 'ms' as const },
		value: quantile(times, share)
	});
	const lines = (how: string, times: number[]) => {
		const p95 = line(how, times, 0.95);
		return [line(how, times, 0.5), { ...p95, goal: `≤ ${goalMs} ms`, met: p95.value <= goalMs }];
	};
	return [
		...lines('first asked', first),
		...lines('first asked, of the week before', earlier),
		...lines('again', again)
	];
}

const addressOf = (scope: Scope) => `/money?week=${scope.week}&${scopeToQuery(scope).slice(1)}`;

async function taken(product: Product, scopes: Scope[]): Promise<number[]> {
	const all: number[] = [];
	for (const scope of scopes) all.push((await timed(() => product.get(addressOf(scope)))).ms);
	return all;
}

/** All combinations of values, without the one of none. */
async function everyFilter(db: Db, everyone: Scope): Promise<Scope[]> {
	let scopes = [everyone];
	for (const slice of slices) {
		const values = await largest(db, slice);
		scopes = scopes.flatMap((scope) => [null, ...values].map((value) => ({ ...scope, [slice]: value })));
	}
	return scopes.slice(1);
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
