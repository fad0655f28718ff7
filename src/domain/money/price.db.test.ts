import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { givenCustomer, givenInvitation, givenRefreshed, givenResponse, givenRevenue } from '#tests/factories/given.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { addMonths } from '../scope/calendar.ts';
import { saveOrganisation, unnamed } from '../scope/server.ts';
import { seriesFrom } from '../surveys/series.ts';
import { selectPricedAnswers, selectSilent } from './queries/price.server.ts';
import { ladder } from './price/ladder.ts';
import { priceNow } from './price-ahead.server.ts';
import { isBeingWorkedOut } from './price/asked.ts';
import { priceFigures, priceFor, priceSoon, workOutAsked } from './server.ts';

const series = seriesFrom('nps:relationship');
const scope = { week: '2026-W47', segment: null, region: null, plan: null, survey: null };
const key = { scope, series: series.id, asOf: '2026-10-01', every: 1 };
const through = '2026-11-20';

/** One paid term from a day on, 10.00 a month; then nothing, so that they have left. */
async function givenSubscriber(db: Db, given: { months: number; from?: string; segment?: string; startedOn?: string }) {
	const { months, from = '2024-01-01', segment = 'Team', startedOn = '2023-06-15' } = given;
	const customerId = await givenCustomer(db, { segment, startedOn });
	const line = { customerId, kind: 'recurring', bookedOn: from, servedFrom: from } as const;
	await givenRevenue(db, { ...line, servedTo: addMonths(from, months), amountMinor: months * 10_00 });
	return customerId;
}

const givenAnswer = (db: Db, customerId: number, day: string, score: number) =>
	givenResponse(db, { customerId, score, respondedAt: new Date(`${day}T12:00:00Z`) });

const givenBooksUntilNow = async (db: Db) =>
	givenRevenue(db, { customerId: await givenCustomer(db, { startedOn: '2026-11-01' }), bookedOn: through });

/** Detractors leave after half a year, promoters stay. */
async function givenCompany(db: Db, size = 36) {
	for (let i = 0; i < size; i++) {
		const [score, months] = [
			[3, 18],
			[8, 22 + (i % 4)],
			[10, 34]
		][i % 3];
		const customerId = await givenSubscriber(db, { months, segment: i < size / 2 ? 'Team' : 'Solo' });
		await givenAnswer(db, customerId, '2024-06-01', score);
		await givenAnswer(db, customerId, '2025-02-10', score);
	}
	await givenBooksUntilNow(db);
	await givenRefreshed(db);
}

describe('an answer knows', () => {
	test('who gave it: how long with us, what they paid a year, the money before, what they had said before', async ({
		db
	}) => {
		const customerId = await givenSubscriber(db, { months: 34 });
		await givenAnswer(db, customerId, '2024-09-15', 6);
		await givenAnswer(db, customerId, '2025-03-14', 8);
		await givenBooksUntilNow(db);
		await givenRefreshed(db);

		const [first, second] = await selectPricedAnswers(db, key);
		expect(first).toMatchObject({ tenureMonths: 15, perYear: 120_00, score: 6, previousScore: null });
		expect(second).toMatchObject({
			tenureMonths: 20,
			perYear: 120_00,
			score: 8,
			previousScore: 6,
			month: '2025-03-01'
		});
		// 340.00 for 1,035 days, of which a year is 365.
		expect(second).toMatchObject({ before: 119_90, after: 119_90 });
	});

	test('nothing from more than a year before, and nothing of another person', async ({ db }) => {
		const customerId = await givenSubscriber(db, { months: 34 });
		await givenAnswer(db, customerId, '2024-01-10', 3);
		await givenAnswer(db, customerId, '2025-03-14', 8);
		await givenBooksUntilNow(db);
		await givenRefreshed(db);

		expect((await selectPricedAnswers(db, key)).map(({ previousScore }) => previousScore)).toEqual([null, null]);
	});
});

describe('the price', () => {
	test('is found where those who think little of us leave', async ({ db }) => {
		await givenCompany(db);
		const { price, asOf, hadLeft } = await priceFor(db, scope, series, through);

		if (price.status !== 'ok') throw new Error(price.reason);
		expect([asOf, price.customers, price.answers, hadLeft]).toEqual(['2026-10-01', 36, 72, 0]);
		expect(price.likeForLike.perPoint).toMatchObject({ status: 'ok', low: expect.toSatisfy((low: number) => low > 0) });
		expect(price.lag.months.map(({ month }) => month)).toContain(12);
	});

	test('leaves out, and counts, who had left before they answered', async ({ db }) => {
		await givenCompany(db, 33);
		const gone = await givenSubscriber(db, { months: 3 });
		await givenAnswer(db, gone, '2024-10-01', 0);
		await givenRefreshed(db);

		const { price, hadLeft } = await priceFor(db, scope, series, through);
		expect([price.status === 'ok' && price.customers, hadLeft]).toEqual([33, 1]);
	});

	test('is nobody’s to wait for: it is worked out beside, once asked for, and for each slice ahead', async ({ db }) => {
		await givenAnswer(db, await givenSubscriber(db, { months: 36 }), '2026-11-18', 8);
		await givenCompany(db);
		const soon = (slice = {}) => priceSoon(db, { ...scope, ...slice }, series, through);
		expect(isBeingWorkedOut(await soon({ segment: 'Team', region: '-' }))).toBe(true);
		await priceNow(db, { zone: 'UTC', now: new Date('2026-11-21T08:00:00Z') });
		expect(isBeingWorkedOut(await soon())).toBe(false);
		await workOutAsked(db);
		for (const slice of [{ segment: 'Team', region: '-' }, { segment: 'Solo' }, { plan: '-' }])
			expect(await soon(slice)).toEqual(await priceFor(db, { ...scope, ...slice }, series, through));

		// The next start asks for each slice again; nothing has changed, and nothing is worked out anew.
		await db.execute(sql`update kept_price set found = jsonb_set(found, '{hadLeft}', '99')`);
		await priceNow(db, { zone: 'UTC', now: new Date('2026-11-21T08:00:00Z') });
		await workOutAsked(db);
		expect((await soon({ segment: 'Solo' })).hadLeft).toBe(99);
	});

	test('is kept until something changes, and is the same for the same rows', async ({ db }) => {
		await givenCompany(db);
		const keptRows = () =>
			rows<{ id: number }>(db, sql`select refresh_id as "id" from kept_price where as_of = ${key.asOf}`);
		const found = await priceFor(db, scope, series, through);
		const [first] = await keptRows();
		expect((await priceFor(db, scope, series, through)).at).toBeInstanceOf(Date);

		await db.execute(sql`update kept_price set found = jsonb_set(found, '{hadLeft}', '99')`);
		expect((await priceFor(db, scope, series, through)).hadLeft).toBe(99);

		await db.execute(sql`update kept_price set method = 0`);
		expect((await priceFor(db, scope, series, through)).hadLeft).toBe(0);

		await givenRefreshed(db);
		const again = await priceFor(db, scope, series, through);
		expect(again.hadLeft).toBe(0);
		expect(again.price).toEqual(found.price);
		expect((await keptRows())[0].id).toBeGreaterThan(first.id);
	});

	test('of a filter is that of its customers alone, kept beside the others', async ({ db }) => {
		await givenCompany(db, 60);
		const { price } = await priceFor(db, { ...scope, segment: 'Solo' }, series, through);
		expect(price.status === 'ok' && price.customers).toBe(30);
		await priceFor(db, scope, series, through);
		const kept = sql`select count(*)::int as "n" from kept_price where as_of = ${key.asOf}`;
		expect(await row(db, kept)).toEqual({ n: 2 });
	});

	test('has a reason where there is no money, and where nobody has answered', async ({ db }) => {
		expect(await priceFor(db, scope, series, null)).toMatchObject({
			price: { reason: 'no revenue has been imported yet' }
		});
		await givenBooksUntilNow(db);
		await givenRefreshed(db);
		expect(await priceFor(db, scope, series, through)).toMatchObject({
			price: { reason: 'nobody has answered and been followed for a year since' }
		});
	});
});

test('the silent are a group of their own: asked without an answer, and never asked though they soon left', async ({
	db
}) => {
	await givenCompany(db);
	for (let i = 0; i < 12; i++) {
		const silent = await givenSubscriber(db, { months: 24 });
		await givenInvitation(db, { customerId: silent, sentAt: new Date('2025-01-10T12:00:00Z') });
		await givenSubscriber(db, { months: 10, from: '2023-06-01', startedOn: '2022-09-01' });
	}
	await givenRefreshed(db);

	const { silent } = await priceFor(db, scope, series, through);
	expect(silent.map(({ name, customers }) => [name, customers])).toEqual([
		['Asked, silent', 12],
		['Never asked', 12]
	]);
	expect(silent[0].value).toMatchObject({ status: 'ok', n: 12 });
	const [asked, never] = silent.map(({ value }) => (value.status === 'ok' ? value.value : NaN));
	expect(never).toBeLessThan(asked);
});

test('who is silent is chosen by the first time they were asked, and by nothing that came after it', async ({ db }) => {
	const ask = (customerId: number, day: string) =>
		givenInvitation(db, { customerId, sentAt: new Date(`${day}T12:00:00Z`) });
	// Paid up to the end of 2025: two months less in the year after the last time they were asked.
	const left = await givenSubscriber(db, { months: 24 });
	const spokeLater = await givenSubscriber(db, { months: 36 });
	for (const customerId of [left, spokeLater]) {
		await ask(customerId, '2024-03-10');
		await ask(customerId, '2025-02-10');
	}
	await givenAnswer(db, spokeLater, '2025-02-12', 9);
	const spoke = await givenSubscriber(db, { months: 36 });
	await ask(spoke, '2024-03-10');
	await givenAnswer(db, spoke, '2024-03-12', 9);
	await ask(spoke, '2025-02-10');
	// Asked for the first time when the year after is not over.
	await ask(await givenSubscriber(db, { months: 36 }), '2026-03-10');
	await givenBooksUntilNow(db);
	await givenRefreshed(db);

	expect(await selectSilent(db, key)).toMatchObject([
		{ customer: left, wasAsked: true, tenureMonths: 8, after: expect.closeTo(120_00, -2) },
		{ customer: spokeLater, wasAsked: true, tenureMonths: 8, after: expect.closeTo(120_00, -2) }
	]);
});

test('with a margin the price is told in margin; what is compared, and how surely, stays', async ({ db }) => {
	await givenCompany(db);
	const inRevenue = await priceFor(db, scope, series, through);
	await saveOrganisation(db, { ...unnamed, margin: 0.4 });
	const inMargin = await priceFor(db, scope, series, through);

	if (inRevenue.price.status !== 'ok' || inMargin.price.status !== 'ok') throw new Error('no price');
	expect([inRevenue.margin, inMargin.margin]).toEqual([null, 0.4]);
	const [revenue, margin] = [inRevenue.price.likeForLike, inMargin.price.likeForLike];
	for (const one of ['asSeen', 'perPoint', 'lowToHigh'] as const) {
		const [all, part] = [revenue[one], margin[one]];
		if (all.status !== 'ok') throw new Error(all.reason);
		expect(part).toMatchObject({
			value: expect.closeTo(0.4 * all.value, 6),
			low: expect.closeTo(0.4 * all.low, 6),
			high: expect.closeTo(0.4 * all.high, 6),
			n: all.n
		});
	}
	expect(margin.reliability).toEqual(revenue.reliability);
	expect(ladder(inMargin.price).map(({ isDetectable }) => isDetectable)).toEqual(
		ladder(inRevenue.price).map(({ isDetectable }) => isDetectable)
	);
	const [told] = priceFigures(inMargin, series, 30);
	expect(told.definition.meaning).toContain('Margin (40.0% of revenue)');
});
