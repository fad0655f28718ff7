import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { priceSoon, whatIsKnown, workOutAfterRefresh, workOutAsked } from '#domain/money/server.ts';
import { seriesInScope } from '#domain/reviews/server.ts';
import type { Scope, Slice } from '#domain/scope/scope.ts';
import { scopeToQuery, slices } from '#domain/scope/scope.ts';
import { weekAfter, weekOf } from '#domain/scope/week.ts';
import type { Db } from '#platform/db/connect.ts';
import { row } from '#platform/db/rows.ts';
import type { Measured } from './measure.ts';
import { quantile } from './measure.ts';
import type { Product } from './product.ts';

const part = 'money';
const goalMs = 100;
/** Of each slice, its largest values: the demo company has no more. */
const mostValues = 4;
/** Weeks that the code is warmed up with, from two weeks back on: each filter in one of them, and then in another one. */
const warmingWeeks = 40;
const rounds = [0, 13];
/** So long the server takes, at most, to read ahead again once prices have been worked out. */
const readsAheadMs = 60_000;

/**
 * As the clock leaves it after a refresh: what a point is worth is worked out for everybody, and for each segment, region
 * and plan by itself, and for the weeks that the code is warmed up with; not for combinations of the latest weeks.
 */
export async function pricesOfTheClock(db: Db): Promise<void> {
	await db.execute(sql`delete from kept_price`);
	await workOutAfterRefresh(db, { now: () => new Date() });
	const week = weekOf((await whatIsKnown(db))!.answersThrough!);
	await workOutPrices(db, warmingUp(await everyFilter(db, week)));
}

/**
 * The Money page for every combination of filters. Of the latest week: first asked, by somebody who looks at each until
 * its price is there; once all are there, one right after the other; and again. Of the week before, first asked. The code
 * is warm from other weeks, the answers are not.
 */
export async function moneyPage(db: Db, product: Product): Promise<Measured[]> {
	const filters = await everyFilter(db, product.week);
	for (const scope of warmingUp(filters)) await product.ask(addressOf(scope));
	// Once without a filter, as everybody does who then chooses one.
	const opened = async () => {
		await pause(readsAheadMs);
		await product.ask(addressOf({ ...filters[0], segment: null, region: null, plan: null }));
	};
	await opened();
	const first = await taken(product, filters, () => pricesWorkedOut(db));
	await opened();
	const priced = await taken(product, filters);
	const before = filters.map((scope) => ({ ...scope, week: weekAfter(scope.week, -1) }));
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
		...lines('once its price is there', priced),
		...lines('first asked, of the week before', earlier),
		...lines('again', again)
	];
}

const warmingUp = (filters: readonly Scope[]): Scope[] =>
	rounds.flatMap((by) =>
		filters.map((scope, i) => ({ ...scope, week: weekAfter(scope.week, -2 - ((by + i) % warmingWeeks)) }))
	);

/** Waits until nothing is being worked out. */
async function pricesWorkedOut(db: Db): Promise<void> {
	const asked = () => row<{ prices: number }>(db, sql`select count(*)::int as "prices" from asked_price`);
	while ((await asked()).prices > 0) await pause(100);
}

const addressOf = (scope: Scope) => `/money?week=${scope.week}&${scopeToQuery(scope).slice(1)}`;

async function taken(product: Product, scopes: Scope[], look = async () => {}): Promise<number[]> {
	const all: number[] = [];
	for (const scope of scopes) {
		all.push(await product.ask(addressOf(scope)));
		await look();
	}
	return all;
}

/** All combinations of values, without the one of none. */
async function everyFilter(db: Db, week: string): Promise<Scope[]> {
	let scopes: Scope[] = [{ week, segment: null, region: null, plan: null, survey: null }];
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
