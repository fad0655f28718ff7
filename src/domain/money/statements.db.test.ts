import { describe, expect } from 'vitest';
import { givenCustomer, givenInvitation, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Db } from '#platform/db/connect.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import { customerParent } from '../customers/tables.server.ts';
import type { Scope } from '../scope/scope.ts';
import { seriesFrom } from '../surveys/series.ts';
import { selectRetention } from './queries/read-retention.server.ts';
import { statesAt } from './retention.ts';
import { figuresOf, moneyStatements, yearFigures } from './server.ts';

/*
 * A company small enough to be worked out by hand. The books end on 30 November 2026; the week is the last one in them.
 */
const scope = { week: '2026-W48', segment: null, region: null, plan: null, survey: null };
const series = seriesFrom('nps:relationship');
const booksEnd = '2026-11-30';

const statements = async (db: Db) => {
	await givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: booksEnd, amountMinor: 1 });
	await givenRefreshed(db);
	return moneyStatements(db, scope, series, { revenueThrough: booksEnd, knownThrough: booksEnd });
};

/** A subscription paid by the month, or by the year, from a day on. */
async function givenPaid(
	db: Db,
	customerId: number,
	{ from, months, every = 1, perMonth = 10_00 }: { from: string; months: number; every?: number; perMonth?: number }
) {
	for (let i = 0; i < months; i += every) {
		const servedFrom = addMonths(from, i);
		await givenRevenue(db, {
			customerId,
			kind: 'recurring',
			bookedOn: servedFrom,
			servedFrom,
			servedTo: addMonths(from, i + every),
			amountMinor: perMonth * every
		});
	}
}

const said = (db: Db, customerId: number, score: number, day: string) =>
	givenResponse(db, { customerId, score, respondedAt: new Date(`${day}T12:00:00Z`) });

/** As many customers as asked, each with a subscription and an answer. */
async function givenMany(
	db: Db,
	how: { many: number; score: number; day: string; months: number; perMonth?: number; segment?: string }
) {
	for (let i = 0; i < how.many; i++) {
		const customerId = await givenCustomer(db, { segment: how.segment });
		await givenPaid(db, customerId, { from: '2025-01-01', months: how.months, perMonth: how.perMonth });
		await said(db, customerId, how.score, how.day);
	}
}

describe('earned growth', () => {
	test('each customer’s move is told once, and the statement adds up to the cent', async ({ db }) => {
		// The later twelve months are November 2025 to October 2026, since November 2026 is not over on its 29th.
		const years = ['2024-12-15', '2025-12-15'];
		const bought = async (amounts: [number, number], cameBy: 'recommended' | 'bought' | 'unknown' = 'unknown') => {
			const customerId = await givenCustomer(db, { cameBy });
			for (const [i, amountMinor] of amounts.entries())
				if (amountMinor !== 0) await givenRevenue(db, { customerId, bookedOn: years[i], amountMinor });
			return customerId;
		};
		for (let i = 0; i < 3; i++) {
			await bought([100_00, 0]);
			await bought([100_00, 60_01]);
			await bought([100_00, 150_02]);
			await bought([100_00, 100_00]);
			await bought([0, 30_00], 'recommended');
			await bought([0, 20_00], 'bought');
		}
		await bought([0, 10_00]);
		const returned = await bought([0, 5_00], 'recommended');
		await givenRevenue(db, { customerId: returned, bookedOn: '2023-01-15' });

		const { growth } = await statements(db);
		expect(growth.lines.map(({ name, minor }) => [name, minor])).toEqual([
			['Revenue last year', 1200_00],
			['Lost', -300_00],
			['Shrank', -119_97],
			['Grew', 150_06],
			['From last year’s customers', 930_09],
			['New, recommended', 90_00],
			['New, bought', 60_00],
			['New, source unknown', 10_00],
			['Came back', 5_00],
			['Revenue this year', 1095_09]
		]);
		expect(growth.figure).toMatchObject({
			estimate: { status: 'ok', value: expect.closeTo((93_009 + 9_000 + 600) / 120_000 - 1, 12), n: 20 },
			excluded: [{ count: 1, why: 'new customers of whom nobody has said why they came' }]
		});
		expect(growth.ratio).toMatchObject({ status: 'not_estimable' });
	});

	test('books that begin within the year before have not grown by filling up', async ({ db }) => {
		for (let i = 0; i < 30; i++)
			await givenPaid(db, await givenCustomer(db), { from: '2025-01-01', months: i % 3 === 0 ? 14 : 23 });
		const { growth } = await statements(db);
		expect(growth.figure.estimate).toEqual(
			notEstimable('the books begin in Jan 2025: they do not hold all of the year before')
		);
		expect(growth.figure.history?.every(({ value }) => value === null)).toBe(true);
		const { value } = await yearFigures(db, scope, booksEnd);
		expect(value.estimate.status).toBe('ok');
		expect(value.change).toBeUndefined();
	});
});

describe('revenue at risk', () => {
	test('exposed, silent and due are three sums of the same customers', async ({ db }) => {
		const [unhappyYearly, unhappyMonthly, happy, silent, formerly] = await Promise.all(
			Array.from({ length: 5 }, () => givenCustomer(db))
		);
		await givenPaid(db, unhappyYearly, { from: '2026-02-01', months: 12, every: 12, perMonth: 20_00 });
		await givenPaid(db, unhappyMonthly, { from: '2026-01-01', months: 11 });
		await givenPaid(db, happy, { from: '2026-01-01', months: 12, every: 12, perMonth: 30_00 });
		await givenPaid(db, silent, { from: '2026-01-01', months: 11, perMonth: 40_00 });
		await givenPaid(db, formerly, { from: '2026-01-01', months: 11, perMonth: 50_00 });
		await said(db, unhappyYearly, 2, '2026-05-05');
		await said(db, unhappyMonthly, 9, '2026-05-05');
		await said(db, unhappyMonthly, 6, '2026-06-06');
		await said(db, happy, 10, '2026-05-05');
		// Longer than twelve months ago: they are silent again.
		await said(db, formerly, 1, '2025-11-05');

		const { atRisk, coverage } = await statements(db);
		expect(atRisk.exposed.estimate).toMatchObject({ value: 12 * 30_00, n: 2 });
		expect(atRisk.silent.estimate).toMatchObject({ value: 12 * 90_00, n: 2 });
		// The yearly term ends on 1 February 2027, within ninety days of 29 November 2026.
		expect(atRisk.due.estimate).toMatchObject({ value: 240_00, n: 1 });
		expect(atRisk.due.excluded).toMatchObject([{ count: 1 }]);
		expect(atRisk.perYear).toBe(12 * 150_00);
		expect(coverage.customers.estimate).toMatchObject({ value: 3 / 5, n: 5 });
		expect(coverage.revenue.estimate).toMatchObject({ status: 'not_estimable' });
	});

	test('a renewal that is booked already is not due', async ({ db }) => {
		const customerId = await givenCustomer(db);
		await givenPaid(db, customerId, { from: '2026-01-01', months: 12, every: 12 });
		await givenRevenue(db, {
			customerId,
			kind: 'recurring',
			bookedOn: '2026-11-02',
			servedFrom: '2027-01-01',
			servedTo: '2028-01-01'
		});
		await said(db, customerId, 1, '2026-10-10');
		const { atRisk } = await statements(db);
		expect(atRisk.due.estimate).toMatchObject({ status: 'ok', value: 0, n: 0 });
	});

	test('the extra loss is what the unhappy lose beyond the indifferent, within segments', async ({ db }) => {
		// A year ago: of 30 unhappy 12 left, of 30 indifferent 3. Today 30 + 18 unhappy pay, at 120.00 a year each.
		await givenMany(db, { many: 12, score: 3, day: '2025-03-10', months: 10 });
		await givenMany(db, { many: 18, score: 3, day: '2025-03-10', months: 23 });
		await givenMany(db, { many: 3, score: 7, day: '2025-03-10', months: 10 });
		await givenMany(db, { many: 27, score: 7, day: '2025-03-10', months: 23 });
		await givenMany(db, { many: 30, score: 0, day: '2026-10-10', months: 23 });

		const { atRisk, said: told } = await statements(db);
		expect(atRisk.exposed.estimate).toMatchObject({ value: 30 * 120_00, n: 30 });
		const rate = (left: number) => (left + 1) / 32;
		const variance = (left: number) => (rate(left) * (1 - rate(left))) / 30;
		const margin = 1.959964 * 30 * 120_00 * Math.sqrt(variance(12) + variance(3));
		expect(atRisk.extraLoss).toMatchObject({
			grade: 'C',
			estimate: {
				value: expect.closeTo(30 * 120_00 * (12 / 30 - 3 / 30), 6),
				low: expect.closeTo(30 * 120_00 * 0.3 - margin, 4),
				high: expect.closeTo(30 * 120_00 * 0.3 + margin, 4),
				n: 30
			}
		});
		expect(told!.groups.map(({ name, paying, left }) => [name, paying, left.count])).toEqual([
			['Promoters', 0, 0],
			['Passives', 30, 3],
			['Detractors', 30, 12]
		]);
	});
});

describe('movements', () => {
	test('every figure of the page says what its movement amounts to', async ({ db }) => {
		await givenMany(db, { many: 12, score: 3, day: '2025-03-10', months: 23 });
		await givenMany(db, { many: 12, score: 9, day: '2026-03-10', months: 23 });
		const told = figuresOf(await statements(db));
		expect(new Set(told.map(({ definition }) => definition.id)).size).toBe(told.length);
		for (const { definition, movement } of told)
			expect(`${definition.id}: ${movement?.verdict} ${movement?.because}`).toMatch(
				/: (signal signal|noise no signal|mix who|too little data \S)/
			);
	});

	test('exposed revenue that was quiet and then leaps is a signal, beside figures that stay noise', async ({ db }) => {
		// For two years a few become unhappy each week, and as many of the year before fall silent.
		const paysAlways = async (score: number, day: string) => {
			const customerId = await givenCustomer(db);
			const served = { servedFrom: '2024-10-01', servedTo: '2027-10-01' };
			await givenRevenue(db, { customerId, kind: 'recurring', bookedOn: '2024-10-01', ...served, amountMinor: 360_00 });
			await said(db, customerId, score, day);
		};
		for (let week = 0; week < 112; week++)
			for (let i = 0; i < [2, 1, 3, 1, 2, 0, 3, 2, 1, 2][week % 10]; i++)
				await paysAlways(3, addDays('2024-10-01', 7 * week));
		const before = await statements(db);
		expect(before.atRisk.exposed.movement).toMatchObject({ verdict: 'noise', since: 'last week' });
		for (let i = 0; i < 40; i++) await paysAlways(0, '2026-11-25');
		const { atRisk, retention } = await statements(db);
		expect(atRisk.exposed.movement).toMatchObject({ verdict: 'signal', direction: 1 });
		expect(retention.kept.movement?.verdict).not.toBe('signal');
	});

	test('a week that still runs is shown, and the one before is judged', async ({ db }) => {
		await givenMany(db, { many: 12, score: 3, day: '2026-03-10', months: 23 });
		await givenRefreshed(db);
		const { atRisk, coverage } = await moneyStatements(db, scope, series, {
			revenueThrough: booksEnd,
			knownThrough: '2026-11-26'
		});
		expect(atRisk.exposed).toMatchObject({ judged: 'week 47', movement: { judged: 'week 47' } });
		expect(coverage.customers.movement?.judged).toBe('week 47');
	});

	test('whom we hear is held against the answers of the year before', async ({ db }) => {
		await givenMany(db, { many: 30, score: 3, day: '2025-03-10', months: 23 });
		await givenMany(db, { many: 10, score: 3, day: '2026-03-10', months: 23 });
		const { coverage } = await statements(db);
		expect(coverage.customers).toMatchObject({
			estimate: { value: 10 / 40 },
			change: { by: expect.closeTo(10 / 40 - 30 / 40, 12), since: 'a year before', isReal: true },
			movement: { verdict: 'signal', direction: -1 }
		});
	});
});

test('customers with the same ultimate parent count as one account, from the day on which they became one', async ({
	db
}) => {
	const [top, left, stayed] = await Promise.all(Array.from({ length: 3 }, () => givenCustomer(db)));
	await givenPaid(db, left, { from: '2025-01-01', months: 12 });
	await givenPaid(db, stayed, { from: '2025-01-01', months: 24 });
	const since = (customerId: number, fromDay: string) =>
		db.insert(customerParent).values({ customerId, fromDay, importId: 1, parentId: top });
	await since(left, '-infinity');
	await since(stayed, '2026-06-01');
	const { retention } = await statements(db);
	expect(retention).toMatchObject({ paying: 1, accounts: 'together' });
	// The definition changed within the weeks that are drawn: each customer for itself is told beside.
	expect(retention.kept).toMatchObject({
		estimate: { value: 1, n: 1 },
		earlier: { version: 1, estimate: { value: 0.5, n: 2 } }
	});
	expect(retention.kept.earlier?.history.map(({ value }) => value)).toEqual(retention.kept.history?.map(() => 0.5));

	const at = async (week: string, of: Scope) => {
		const [state] = statesAt(await selectRetention(db, of, week), [week]);
		return [
			state.customersThen,
			state.customersKept,
			state.revenueThen,
			state.revenueNow,
			state.revenueKept,
			state.revenueLost
		];
	};
	const apart = { ...scope, apart: true } as const;
	// Not of one account yet: one of two is lost, and that stays so.
	expect(await at('2026-05-25', scope)).toEqual([2, 1, 240_00, 120_00, 120_00, 120_00]);
	expect(await at('2026-05-25', apart)).toEqual(await at('2026-05-25', scope));
	// Of one: the account is kept, and has shrunk.
	expect(await at('2026-06-01', scope)).toEqual([1, 1, 240_00, 120_00, 120_00, 0]);
	expect(await at('2026-06-01', apart)).toEqual([2, 1, 240_00, 120_00, 120_00, 120_00]);
	// Another parent later on takes both along, and nobody grows or is lost by it.
	await db
		.insert(customerParent)
		.values({ customerId: top, fromDay: '2026-09-07', importId: 2, parentId: await givenCustomer(db) });
	await givenRefreshed(db);
	expect(await at('2026-06-01', scope)).toEqual([1, 1, 240_00, 120_00, 120_00, 0]);
	expect(await at('2026-09-07', scope)).toEqual([1, 1, 240_00, 120_00, 120_00, 0]);
});

test('said and did: who left, shrank and grew in the twelve months after the answer', async ({ db }) => {
	const paid = async (score: number, then: number, after: number) => {
		const customerId = await givenCustomer(db);
		await givenPaid(db, customerId, { from: '2025-01-01', months: 10, perMonth: then });
		if (after > 0) await givenPaid(db, customerId, { from: '2025-11-01', months: 12, perMonth: after });
		await said(db, customerId, score, '2025-06-15');
	};
	for (let i = 0; i < 4; i++) await paid(10, 10_00, 15_00);
	for (let i = 0; i < 3; i++) await paid(9, 10_00, 0);
	for (let i = 0; i < 2; i++) await paid(9, 10_00, 5_00);
	await paid(9, 10_00, 10_00);
	await said(db, await givenCustomer(db), 9, '2025-06-15');
	await paid(3, 10_00, 20_00);

	const { said: told } = await statements(db);
	const [promoters, , detractors] = told!.groups;
	expect(promoters).toMatchObject({
		customers: 11,
		paying: 10,
		left: { count: 3, share: { value: 0.3, n: 10 } },
		shrank: { count: 2, share: { value: 0.2 } },
		grew: { count: 4, share: { value: 0.4 } },
		perYearThen: 10 * 120_00,
		perYearAfter: 12 * (4 * 15_00 + 2 * 5_00 + 10_00)
	});
	expect(detractors).toMatchObject({ paying: 1, grew: { count: 1, share: { status: 'not_estimable' } } });
});

describe('response rate', () => {
	test('counts scores among the invitations that arrived', async ({ db }) => {
		for (let i = 0; i < 12; i++) {
			const customerId = await givenCustomer(db);
			const sourceInvitationId = `asked-${i}`;
			const bouncedAt = i < 2 ? new Date('2026-01-05T12:00:00Z') : null;
			await givenInvitation(db, { customerId, sourceInvitationId, bouncedAt });
			if (i >= 9) await givenResponse(db, { customerId, sourceInvitationId, score: 8 });
			if (i === 8) await givenResponse(db, { customerId, sourceInvitationId, comment: 'No number from me.' });
		}
		const { responseRate } = await statements(db);
		expect(responseRate).toMatchObject({ estimate: { value: 0.3, n: 10 }, excluded: [{ count: 2 }] });
	});

	test('of customers who are asked every month is as sure as the customers are many', async ({ db }) => {
		for (let i = 0; i < 10; i++) {
			const customerId = await givenCustomer(db);
			for (let month = 0; month < 24; month++) {
				const sourceInvitationId = `asked-${i}-${month}`;
				const sentAt = new Date(`${addMonths('2024-12-15', month)}T12:00:00Z`);
				await givenInvitation(db, { customerId, sourceInvitationId, sentAt });
				const answers = month < 12 ? i < 2 : i < 5;
				if (answers) await givenResponse(db, { customerId, sourceInvitationId, score: 8, respondedAt: sentAt });
			}
		}
		const { responseRate } = await statements(db);
		// 120 invitations over 10/9 · 12; Wilson's limits of 4½ of nine.
		expect(responseRate.estimate).toMatchObject({
			...{ value: 0.5, n: 120 },
			...{ low: expect.closeTo(0.2265, 4), high: expect.closeTo(0.7735, 4) }
		});
		expect(responseRate).toMatchObject({ definition: { version: 2 }, change: { isReal: false } });
		expect(responseRate.change!.by).toBeGreaterThan(0.2);
	});

	test('is a dash where only those who answered are in the data', async ({ db }) => {
		for (let i = 0; i < 12; i++) {
			const { customerId } = await givenResponse(db, { sourceInvitationId: `asked-${i}`, score: 8 });
			await givenInvitation(db, { customerId, sourceInvitationId: `asked-${i}` });
		}
		const { responseRate } = await statements(db);
		expect(responseRate.estimate).toMatchObject({ reason: expect.stringContaining('not in the data') });
	});
});

test('before any revenue every figure is a dash with its reason', async ({ db }) => {
	await givenResponse(db, { score: 9 });
	await givenRefreshed(db);
	const {
		growth,
		atRisk,
		coverage,
		byGroup,
		said: told
	} = await moneyStatements(db, scope, series, {
		revenueThrough: null,
		knownThrough: booksEnd
	});
	for (const { estimate } of [
		growth.figure,
		atRisk.exposed,
		atRisk.extraLoss,
		atRisk.due,
		atRisk.silent,
		coverage.revenue
	])
		expect(estimate).toEqual({ status: 'not_estimable', reason: 'no revenue has been imported yet' });
	expect([byGroup.months, told]).toEqual([[], null]);
});
