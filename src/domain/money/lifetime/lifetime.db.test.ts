import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenRevenue } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { addMonths } from '../../scope/calendar.ts';
import { saveOrganisation, unnamed } from '../../scope/server.ts';
import { selectTenures } from '../queries/lifetime.server.ts';
import { valueCustomers } from '../server.ts';
import { discountAMonth, monthsAhead } from './assumptions.ts';
import { customersAsAsset } from './customers-as-asset.server.ts';

const now = () => new Date('2026-11-24T06:00:00Z');
const booksEnd = '2026-10-31';
const scope = { week: '2026-W45', segment: null, region: null, plan: null, survey: null };

/** Subscribers who paid 10.00 a month in one line from a day on, each with a line a day old at the end of the books. */
async function givenSubscribers(
	db: Db,
	how: { many: number; from: string; months: number; perMonth?: number; segment?: string }
) {
	for (let i = 0; i < how.many; i++) {
		const customerId = await givenCustomer(db, { startedOn: how.from, segment: how.segment });
		await givenRevenue(db, {
			customerId,
			kind: 'recurring',
			bookedOn: how.from,
			servedFrom: how.from,
			servedTo: addMonths(how.from, how.months),
			amountMinor: how.months * (how.perMonth ?? 10_00)
		});
	}
}

const givenBooksEnd = async (db: Db) =>
	givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: booksEnd, amountMinor: 1 });

test('subscribers are valued by how long their like stay, and the statement adds up', async ({ db }) => {
	// Of 150 who started two years ago, 50 left after twelve months; 40 came in the last year.
	await givenSubscribers(db, { many: 50, from: '2024-11-01', months: 12 });
	await givenSubscribers(db, { many: 100, from: '2024-11-01', months: 36 });
	await givenSubscribers(db, { many: 40, from: '2026-05-01', months: 12, perMonth: 20_00, segment: 'New' });
	await givenBooksEnd(db);
	await givenRefreshed(db);

	expect(await valueCustomers(db, { now })).toBe(true);
	expect(await valueCustomers(db, { now })).toBe(false);
	const asset = await customersAsAsset(db, scope, booksEnd);
	expect(asset.workedOut).toMatchObject({ at: now(), isStale: false });
	expect(asset.value.estimate).toMatchObject({ status: 'ok', n: 140 });
	expect(asset.median.estimate).toMatchObject({ status: 'ok', n: 140 });
	// 150 paid a year before and all alike, so that the twentieths tell how sure the growth is; a median has no year before.
	expect(asset.equity.change).toMatchObject({ since: 'a year before', by: expect.any(Number) });
	expect(asset.median.change).toBeUndefined();
	const earlier = await customersAsAsset(db, { ...scope, week: '2026-W20' }, booksEnd);
	expect(earlier.value.estimate).toMatchObject({ status: 'ok' });
	expect(earlier.median.estimate).toMatchObject({ reason: expect.stringContaining('an earlier one') });
	const [opening, added, grew, shrank, aged, lost, closing] = asset.lines;
	expect(asset.lines.map(({ customers }) => customers)).toEqual([150, 40, null, null, null, 50, 140]);
	expect([grew.minor, shrank.minor]).toEqual([0, 0]);
	expect(opening.minor + added.minor + aged.minor + lost.minor).toBe(closing.minor);
	expect(lost.minor).toBe(-Math.round(opening.minor / 3));
	expect(added.minor).toBeGreaterThan(0);

	const [each] = await rows<{ customers: number; minor: number }>(
		db,
		sql`select count(minor)::int as "customers", sum(minor)::float8 as "minor" from customer_value`
	);
	expect(each.customers).toBe(140);
	expect(Math.abs(each.minor - closing.minor)).toBeLessThanOrEqual(70);

	await saveOrganisation(db, { ...unnamed, margin: 0.5 });
	const inMargin = await customersAsAsset(db, scope, booksEnd);
	expect(inMargin.lines.at(-1)!.minor).toBeCloseTo(closing.minor / 2, -1);
	expect(inMargin.value.population).toContain('margin 50.0% of revenue');
	await saveOrganisation(db, unnamed);

	const ofNew = await customersAsAsset(db, { ...scope, segment: 'New' }, booksEnd);
	expect(ofNew.value.estimate).toMatchObject({
		reason: 'only 40 customers: too few for an average of lifetime values'
	});
	expect(ofNew.lines.at(-1)).toMatchObject({ minor: added.minor, customers: 40 });
	const longest = (40 * 20_00 * (1 - (1 + discountAMonth) ** -monthsAhead)) / (1 - 1 / (1 + discountAMonth));
	expect(added.minor).toBeLessThan(longest);
});

test('customers are dealt into the groups by chance, not in turn as they lie in a file', async ({ db }) => {
	await givenSubscribers(db, { many: 100, from: '2024-11-01', months: 36 });
	await givenBooksEnd(db);
	await givenRefreshed(db);
	const tenures = await selectTenures(db, booksEnd);
	const dealt = [...Map.groupBy(tenures, ({ group }) => group).values()].map((rows) =>
		rows.reduce((sum, { customers }) => sum + customers, 0)
	);
	expect(dealt.reduce((sum, customers) => sum + customers, 0)).toBe(100);
	// In turn each of the twenty would hold 5 and their variance be 0; by chance it is 5 · 19/20.
	const variance = dealt.reduce((sum, customers) => sum + (customers - 5) ** 2, 0) / 20;
	expect(variance).toBeGreaterThan(0.3);
	expect(variance).toBeLessThan(20);
	expect(await selectTenures(db, booksEnd)).toEqual(tenures);
});

test('where few subscribe the reason is told, and a new refresh makes it out of date', async ({ db }) => {
	await givenSubscribers(db, { many: 3, from: '2024-11-01', months: 36 });
	await givenBooksEnd(db);
	await givenRefreshed(db);
	await valueCustomers(db, { now });
	const { value, lines } = await customersAsAsset(db, scope, booksEnd);
	expect(value.estimate).toMatchObject({ reason: expect.stringContaining('only 3 subscribers') });
	expect(lines).toEqual([]);

	await givenRefreshed(db);
	expect((await customersAsAsset(db, scope, booksEnd)).workedOut).toMatchObject({ isStale: true });
	expect(await valueCustomers(db, { now })).toBe(true);
});

test('buyers without a subscription are told apart, and too few of them who came back is a reason', async ({ db }) => {
	for (let i = 0; i < 110; i++) {
		const customerId = await givenCustomer(db);
		await givenRevenue(db, { customerId, bookedOn: addMonths('2025-12-05', i % 9) });
		if (i < 5) await givenRevenue(db, { customerId, bookedOn: '2026-10-20' });
	}
	await givenBooksEnd(db);
	await givenRefreshed(db);
	await valueCustomers(db, { now });
	expect((await customersAsAsset(db, scope, booksEnd)).value.estimate).toMatchObject({
		reason: 'only 5 of 111 customers have come back: too few to tell how often they do'
	});
});

test('before an analysis there is a dash, not a zero', async ({ db }) => {
	await givenBooksEnd(db);
	await givenRefreshed(db);
	const { value, workedOut } = await customersAsAsset(db, scope, booksEnd);
	expect(value.estimate).toMatchObject({ reason: expect.stringContaining('not worked out yet') });
	expect(workedOut).toBeNull();
});
