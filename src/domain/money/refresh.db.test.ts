import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { givenCustomer, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { addMonths } from '../scope/calendar.ts';
import { refreshIfOutOfDate } from './server.ts';
import { selectRetention } from './queries/read-retention.server.ts';
import { selectOutcomes, selectRevenueMonths, selectStays, selectValueYears } from './queries/read.server.ts';

const everybody = { week: '2026-W02', segment: null, region: null, plan: null, survey: null };
const series = 'nps:relationship';

/** One invoice a month from the month of `from`, `months` of them, 10.00 each unless said otherwise. */
async function givenSubscription(
	db: Db,
	{ customerId, from, months, minor = 10_00 }: { customerId: number; from: string; months: number; minor?: number }
) {
	for (let i = 0; i < months; i++) {
		const start = addMonths(from, i);
		const line = {
			customerId,
			kind: 'recurring',
			bookedOn: start,
			servedFrom: start,
			servedTo: addMonths(from, i + 1)
		} as const;
		await givenRevenue(db, { ...line, amountMinor: minor });
	}
}

const stepsOf = (db: Db, customerId: number) =>
	rows<{ from: string; to: string; perYear: number; due: string | null }>(
		db,
		sql`
			select from_day::text as "from", to_day::text as "to", per_year_minor as "perYear", due_on::text as "due"
			from yearly_revenue where customer_id = ${customerId} order by from_day
		`
	);

/** Somebody else's purchase, so that the books are known to go on until that day. */
const givenBooksUntil = async (db: Db, day: string) =>
	givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: day });

describe('steps of yearly revenue', () => {
	test('months of one price are one step, long and short months alike', async ({ db }) => {
		const customerId = await givenCustomer(db);
		await givenSubscription(db, { customerId, from: '2025-01-01', months: 5 });
		await givenBooksUntil(db, '2025-12-31');
		await givenRefreshed(db);

		expect(await stepsOf(db, customerId)).toEqual([
			{ from: '2025-01-01', to: '2025-06-01', perYear: 120_00, due: null }
		]);
	});

	test('a yearly invoice counts as a year of the same rate', async ({ db }) => {
		const customerId = await givenCustomer(db);
		const line = {
			customerId,
			kind: 'recurring',
			bookedOn: '2025-01-15',
			servedFrom: '2025-01-15',
			servedTo: '2026-01-15'
		} as const;
		await givenRevenue(db, { ...line, amountMinor: 1_200_00 });
		await givenBooksUntil(db, '2026-06-30');
		await givenRefreshed(db);

		expect(await stepsOf(db, customerId)).toEqual([
			{ from: '2025-01-15', to: '2026-01-15', perYear: 1_200_00, due: null }
		]);
	});

	test('a renewal that is less than 30 days late does not interrupt, a later one does', async ({ db }) => {
		const late = await givenCustomer(db);
		await givenSubscription(db, { customerId: late, from: '2025-01-01', months: 1 });
		await givenSubscription(db, { customerId: late, from: '2025-02-20', months: 1 });
		const returned = await givenCustomer(db);
		await givenSubscription(db, { customerId: returned, from: '2025-01-01', months: 1 });
		await givenSubscription(db, { customerId: returned, from: '2025-04-01', months: 1 });
		await givenBooksUntil(db, '2025-12-31');
		await givenRefreshed(db);

		expect(await stepsOf(db, late)).toMatchObject([{ from: '2025-01-01', to: '2025-03-20' }]);
		expect(await stepsOf(db, returned)).toMatchObject([
			{ from: '2025-01-01', to: '2025-02-01' },
			{ from: '2025-04-01', to: '2025-05-01' }
		]);
	});

	test('a paid term stays open until its renewal is late, and closes at its own end', async ({ db }) => {
		const customerId = await givenCustomer(db);
		await givenSubscription(db, { customerId, from: '2025-01-01', months: 1 });
		await givenBooksUntil(db, '2025-02-20');
		await givenRefreshed(db);
		expect(await stepsOf(db, customerId)).toMatchObject([{ to: 'infinity', due: '2025-02-01' }]);

		await givenBooksUntil(db, '2025-03-03');
		await givenRefreshed(db);
		expect(await stepsOf(db, customerId)).toMatchObject([{ to: '2025-02-01', due: null }]);
	});

	test('without recurring lines, a purchase counts for the twelve months after it', async ({ db }) => {
		const customerId = await givenCustomer(db);
		await givenRevenue(db, { customerId, bookedOn: '2025-01-10', amountMinor: 50_00 });
		await givenRevenue(db, { customerId, bookedOn: '2025-07-01', amountMinor: 30_00 });
		await givenRevenue(db, { customerId, bookedOn: '2025-07-05', amountMinor: -30_00, kind: 'refund' });
		await givenRefreshed(db);

		expect(await stepsOf(db, customerId)).toMatchObject([
			{ from: '2025-01-10', to: '2025-07-01', perYear: 50_00 },
			{ from: '2025-07-01', to: '2025-07-05', perYear: 80_00 },
			{ from: '2025-07-05', to: '2026-01-10', perYear: 50_00 },
			{ from: '2026-07-01', to: '2026-07-05', perYear: -30_00 }
		]);
	});
});

describe('months', () => {
	test('a line is spread over the days it serves, and its months add up to it exactly', async ({ db }) => {
		const customerId = await givenCustomer(db);
		const line = {
			customerId,
			kind: 'recurring',
			bookedOn: '2025-01-11',
			servedFrom: '2025-01-11',
			servedTo: '2025-03-21'
		} as const;
		await givenRevenue(db, { ...line, amountMinor: 100_01 });
		await givenRefreshed(db);

		const months = await selectRevenueMonths(db, everybody, { from: '2025-01-01', to: '2025-12-01' });
		expect(months.map(({ month, recurring }) => [month, recurring])).toEqual([
			['2025-01-01', 30_44],
			['2025-02-01', 40_58],
			['2025-03-01', 28_99]
		]);
		expect(months.reduce((sum, { recurring }) => sum + recurring, 0)).toBe(100_01);
	});

	test('a refund counts in the month in which it was booked', async ({ db }) => {
		const customerId = await givenCustomer(db);
		const refund = {
			customerId,
			kind: 'refund',
			bookedOn: '2025-03-05',
			servedFrom: '2025-01-01',
			servedTo: '2025-02-01'
		} as const;
		await givenRevenue(db, { ...refund, amountMinor: -20_00 });
		await givenRefreshed(db);

		expect(await selectRevenueMonths(db, everybody, { from: '2025-01-01', to: '2025-12-01' })).toEqual([
			{ month: '2025-03-01', recurring: 0, oneTime: 0, givenBack: -20_00 }
		]);
	});
});

describe('the money after an answer', () => {
	test('starts the day after it and ends twelve months on', async ({ db }) => {
		const { customerId } = await givenResponse(db, { score: 9, respondedAt: new Date('2025-01-10T12:00:00Z') });
		for (const bookedOn of ['2025-01-10', '2025-01-11', '2026-01-10', '2026-01-11'])
			await givenRevenue(db, { customerId, bookedOn, amountMinor: 1_00 });
		await givenRefreshed(db);

		expect(await selectOutcomes(db, everybody, series, '2026-01-01')).toMatchObject([
			{ score: 9, customers: 1, revenue: 2_00 }
		]);
	});

	test('a refund counts against the period it gives back', async ({ db }) => {
		const { customerId } = await givenResponse(db, { score: 9, respondedAt: new Date('2025-06-10T12:00:00Z') });
		const before = { servedFrom: '2025-05-01', servedTo: '2025-06-01' };
		await givenRevenue(db, { customerId, bookedOn: '2025-07-01', amountMinor: 5_00 });
		await givenRevenue(db, { customerId, kind: 'refund', bookedOn: '2025-07-02', amountMinor: -3_00, ...before });
		await givenRefreshed(db);

		expect(await selectOutcomes(db, everybody, series, '2026-06-01')).toMatchObject([{ revenue: 5_00 }]);
	});

	test('counts once per customer: the first answer of two years, whatever came after it', async ({ db }) => {
		const customerId = await givenCustomer(db);
		await givenResponse(db, { customerId, score: 3, respondedAt: new Date('2025-01-10T12:00:00Z') });
		await givenResponse(db, { customerId, score: 9, respondedAt: new Date('2025-07-10T12:00:00Z') });
		await givenRefreshed(db);

		expect(await selectOutcomes(db, everybody, series, '2025-12-01')).toEqual([]);
		expect(await selectOutcomes(db, everybody, series, '2026-01-01')).toMatchObject([{ score: 3 }]);
		expect(await selectOutcomes(db, everybody, series, '2027-12-01')).toMatchObject([{ score: 3 }]);
		expect(await selectOutcomes(db, everybody, series, '2028-01-01')).toMatchObject([{ score: 9 }]);
		expect(await selectOutcomes(db, everybody, series, '2028-07-01')).toEqual([]);
	});
});

describe('who stays', () => {
	test('the clock starts at the first answer, and whoever had left before is not counted', async ({ db }) => {
		const stayed = await givenCustomer(db);
		await givenSubscription(db, { customerId: stayed, from: '2025-01-01', months: 6 });
		const gone = await givenCustomer(db);
		await givenSubscription(db, { customerId: gone, from: '2024-01-01', months: 2 });
		for (const customerId of [stayed, gone]) {
			await givenResponse(db, { customerId, score: 9, respondedAt: new Date('2025-02-10T12:00:00Z') });
			await givenResponse(db, { customerId, score: 1, respondedAt: new Date('2025-05-10T12:00:00Z') });
		}
		await givenBooksUntil(db, '2025-12-31');
		await givenRefreshed(db);

		expect(await selectStays(db, everybody, series, { from: '2024-01-01', to: '2025-12-01' })).toEqual([
			{ subscribes: true, answerMonth: '2025-02-01', eventMonth: '2025-07-01', score: 9, customers: 1 }
		]);
	});

	test('customers without a subscription are seen to come back, not to leave', async ({ db }) => {
		const { customerId } = await givenResponse(db, { score: 9, respondedAt: new Date('2025-02-10T12:00:00Z') });
		await givenRevenue(db, { customerId, bookedOn: '2025-02-10' });
		await givenRevenue(db, { customerId, bookedOn: '2025-04-02' });
		await givenRefreshed(db);

		expect(await selectStays(db, everybody, series, { from: '2024-01-01', to: '2025-12-01' })).toEqual([
			{ subscribes: false, answerMonth: '2025-02-01', eventMonth: '2025-04-01', score: 9, customers: 1 }
		]);
	});
});

test('sums that an older version made are counted anew, once', async ({ db }) => {
	await givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: '2025-01-10' });
	const moment = { zone: 'UTC', now: () => new Date('2026-11-24T06:00:00Z') };
	await givenRefreshed(db);
	expect(await refreshIfOutOfDate(db, moment)).toBe('up to date');
	await db.execute(sql`update refresh set method = 1`);
	expect(await refreshIfOutOfDate(db, moment)).toBe('counted anew');
	expect(await refreshIfOutOfDate(db, moment)).toBe('up to date');
});

describe('retention', () => {
	const stateAt = async (db: Db, day: string) =>
		(await selectRetention(db, everybody, day)).reduce(
			(state, move) => ({
				paying: state.paying + move.customersPaying,
				then: state.then + move.customersThen,
				kept: state.kept + move.customersKept,
				revenueThen: state.revenueThen + move.revenueThen,
				revenueNow: state.revenueNow + move.revenueNow,
				revenueKept: state.revenueKept + move.revenueKept,
				revenueLost: state.revenueLost + move.revenueLost,
				revenueLostSquared: state.revenueLostSquared + move.revenueLostSquared
			}),
			{
				paying: 0,
				then: 0,
				kept: 0,
				revenueThen: 0,
				revenueNow: 0,
				revenueKept: 0,
				revenueLost: 0,
				revenueLostSquared: 0
			}
		);

	test('compares the customers who paid twelve months before with themselves', async ({ db }) => {
		const grew = await givenCustomer(db);
		await givenSubscription(db, { customerId: grew, from: '2024-01-01', months: 12 });
		await givenSubscription(db, { customerId: grew, from: '2025-01-01', months: 12, minor: 15_00 });
		const left = await givenCustomer(db);
		await givenSubscription(db, { customerId: left, from: '2024-01-01', months: 13 });
		const isNew = await givenCustomer(db);
		await givenSubscription(db, { customerId: isNew, from: '2025-03-01', months: 10 });
		await givenRefreshed(db);

		expect(await stateAt(db, '2025-06-01')).toEqual({
			paying: 2,
			then: 2,
			kept: 1,
			revenueThen: 240_00,
			revenueNow: 180_00,
			revenueKept: 120_00,
			revenueLost: 120_00,
			revenueLostSquared: 120_00 ** 2
		});
	});
});

test('value per customer counts each customer once, with all they paid in the twelve months', async ({ db }) => {
	const customerId = await givenCustomer(db);
	await givenRevenue(db, { customerId, bookedOn: '2025-01-10', amountMinor: 50_00 });
	await givenRevenue(db, { customerId, bookedOn: '2025-03-10', amountMinor: 30_00 });
	await givenRefreshed(db);

	const years = await selectValueYears(db, everybody, { from: '2025-12-01', to: '2026-03-01' });
	expect(years).toEqual([
		{ asOf: '2025-12-01', customers: 1, revenue: 80_00, revenueSquared: 80_00 ** 2 },
		{ asOf: '2026-01-01', customers: 1, revenue: 30_00, revenueSquared: 30_00 ** 2 },
		{ asOf: '2026-02-01', customers: 1, revenue: 30_00, revenueSquared: 30_00 ** 2 }
	]);
});
