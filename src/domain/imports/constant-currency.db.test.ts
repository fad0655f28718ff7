import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { givenCustomer, givenRates, givenRefreshed, givenRevenue } from '#tests/factories/given.ts';
import { importText, now } from '#tests/factories/imports.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { asFiles, companyOfCurrencies } from '#tests/factories/random-company.ts';
import type { CompanyOfCurrencies } from '#tests/factories/random-company.ts';
import { factor, paidOn, roundHalfAway } from '#tests/from-rows.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { rows } from '#platform/db/rows.ts';
import { customerParent } from '../customers/tables.server.ts';
import { selectRetention } from '../money/queries/read-retention.server.ts';
import { statesAt } from '../money/retention.ts';
import { refreshKeptSums, retentionFigures } from '../money/server.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { settleOrganisation, settleRate } from './server.ts';

/*
 * Net and gross retention at constant currency. The week shown ends on 29 November 2026, so that its base is what was paid
 * on 29 November 2025. A euro was worth a dollar then, and is worth 1.20 from 2026 on.
 */
const scope: Scope = { week: '2026-W48', segment: null, region: null, plan: null, survey: null };
const monday = '2026-11-23';
const euros = (reportingPerUnit: string, fromDay: string) => ({ currency: 'EUR', fromDay, reportingPerUnit });
const rates = [euros('1', '2024-01-01'), euros('1.2', '2026-01-01')];

type Year = { customerId: number; year: 2025 | 2026; minor: number; currency?: string; reportingMinor?: number };

/** A year paid ahead, from 1 June of it; in euros, at what they are worth then, unless it says otherwise. */
const givenYear = (db: Db, { customerId, year, minor, currency = 'EUR', reportingMinor }: Year) =>
	givenRevenue(db, {
		customerId,
		kind: 'recurring',
		amountMinor: minor,
		currency,
		reportingMinor: reportingMinor ?? (currency === 'EUR' && year === 2026 ? Math.round(minor * 1.2) : minor),
		bookedOn: `${year}-06-01`,
		servedFrom: `${year}-06-01`,
		servedTo: `${year + 1}-06-01`
	});

/** What a customer pays for the one year and for the other; 0: nothing. */
async function givenYears(db: Db, then: number, after: number, currency = 'EUR'): Promise<number> {
	const customerId = await givenCustomer(db);
	if (then > 0) await givenYear(db, { customerId, year: 2025, minor: then, currency });
	if (after > 0) await givenYear(db, { customerId, year: 2026, minor: after, currency });
	return customerId;
}

/** A line after the week, so that nobody's renewal is merely late. */
const givenBooksEnd = async (db: Db) =>
	givenRevenue(db, { customerId: await givenCustomer(db), bookedOn: '2026-11-30', amountMinor: 1 });

const stateAt = async (db: Db, of: Scope = scope, week = monday) =>
	statesAt(await selectRetention(db, of, week), [week])[0];
const moneyAt = async (db: Db, of?: Scope, week?: string) => {
	const { revenueThen, revenueNow, revenueKept, revenueLost } = await stateAt(db, of, week);
	return [revenueThen, revenueNow, revenueKept, revenueLost];
};
const figures = (db: Db, of: Scope = scope) =>
	retentionFigures(db, of, { revenueThrough: '2026-11-30', knownThrough: '2026-11-30' });

const kept = ['constant_cell', 'family_constant_cell', 'currency_step', 'base_rate', 'retention_cell', 'family_cell'];
async function keptSums(db: Db) {
	const all: Record<string, unknown> = {};
	for (const table of kept)
		all[table] = await rows(db, sql`select to_jsonb(t)::text from ${sql.identifier(table)} t order by 1`);
	return all;
}

/** What is kept is what a fresh count makes of the raw rows. */
async function expectRecounted(db: Db) {
	const kept = await keptSums(db);
	await givenRefreshed(db);
	expect(kept).toEqual(await keptSums(db));
}

describe('what rates did is not in retention', () => {
	test('by hand: euros that stay, grow, shrink and are lost, while a euro becomes worth more', async ({ db }) => {
		await givenRates(db, rates);
		for (let i = 0; i < 10; i++) await givenYears(db, 100_00, 100_00);
		await givenYears(db, 100_00, 150_00);
		await givenYears(db, 100_00, 50_00);
		await givenYears(db, 100_00, 0);
		await givenYears(db, 100_00, 100_00, 'USD');
		await givenBooksEnd(db);
		await givenRefreshed(db);

		const { retained, gross, revenueLost, kept, lost } = await figures(db);
		// Of 1,400: ten of 100, one of 150, one of 50, one of 100; booked they were 1,000 · 1.2 + 180 + 60 + 100.
		expect(retained).toMatchObject({
			definition: { version: 4 },
			estimate: { value: expect.closeTo(1300 / 1400, 12), n: 14 },
			earlier: { version: 2, estimate: { value: expect.closeTo(1540 / 1400, 12) } }
		});
		expect(gross).toMatchObject({
			estimate: { value: expect.closeTo(1250 / 1400, 12) },
			earlier: { version: 2, estimate: { value: expect.closeTo(1260 / 1400, 12) } }
		});
		// NRR = 1 + expansion − contraction − churn, and GRR = 1 − contraction − churn.
		expect(1 + 50 / 1400 - 50 / 1400 - 100 / 1400).toBeCloseTo(1300 / 1400, 12);
		expect(1 - 50 / 1400 - 100 / 1400).toBeCloseTo(1250 / 1400, 12);
		// What was lost was paid in rates of then either way: nothing is told twice.
		expect(revenueLost).toMatchObject({ estimate: { value: expect.closeTo(100 / 1400, 12) } });
		expect([revenueLost.earlier, kept.earlier, lost.earlier]).toEqual([undefined, undefined, undefined]);
		expect(retained.population).toContain('at the rates of 29 Nov 2025: 1 EUR = 1 USD');
		expect(kept.population).not.toContain('EUR');
	});

	test('where everybody pays in the reporting currency nothing is kept, told or different', async ({ db }) => {
		await givenRates(db, rates);
		for (let i = 0; i < 12; i++) await givenYears(db, 100_00, 100_00 + i, 'USD');
		await givenRefreshed(db);
		const { retained } = await figures(db);
		expect(retained).toMatchObject({ estimate: { status: 'ok' }, earlier: undefined });
		expect(retained.population).not.toContain('rates');
		const { constant_cell, family_constant_cell, currency_step } = await keptSums(db);
		expect([constant_cell, family_constant_cell, currency_step]).toEqual([[], [], []]);
	});

	test('a customer who changes to another currency is compared at the worth of the old one then', async ({ db }) => {
		await givenRates(db, [euros('1.1', '2024-01-01'), euros('1.3', '2026-01-01')]);
		const customerId = await givenCustomer(db);
		await givenYear(db, { customerId, year: 2025, minor: 100_00, reportingMinor: 110_00 });
		await givenYear(db, { customerId, year: 2026, minor: 110_00, currency: 'USD' });
		await givenRefreshed(db);
		expect(await moneyAt(db)).toEqual([110_00, 110_00, 110_00, 0]);
	});

	test('a currency without a rate on the day of the base counts at its first, and whose it is, is told', async ({
		db
	}) => {
		const francs = { currency: 'CHF', fromDay: '2026-03-01', reportingPerUnit: '1.25' };
		await givenRates(db, [...rates, francs]);
		for (let i = 0; i < 11; i++) await givenYears(db, 100_00, 100_00 - i);
		const customerId = await givenYears(db, 100_00, 100_00, 'USD');
		await givenYear(db, { customerId, year: 2026, minor: 50_00, currency: 'CHF', reportingMinor: 62_50 });
		// New in francs: of no base, so that nobody has to be told of it.
		const isNew = await givenCustomer(db);
		await givenYear(db, { customerId: isNew, year: 2026, minor: 10_00, currency: 'CHF', reportingMinor: 12_50 });
		await givenRefreshed(db);
		expect(await stateAt(db)).toMatchObject({
			customersThen: 12,
			customersUnrated: 1,
			revenueThen: 1200_00,
			revenueNow: 1100_00 - 55 + 162_50
		});
		const { retained } = await figures(db);
		expect(retained.population).toContain('1 CHF = 1.25 USD, the first there is, of 1 Mar 2026');
		expect(retained.population).toContain('1 customer had paid or pays in a currency without a rate on that day');
	});

	test('an account of several currencies counts as one, and apart each in its own', async ({ db }) => {
		await givenRates(db, rates);
		const top = await givenCustomer(db);
		const stays = await givenYears(db, 100_00, 100_00);
		const leaves = await givenYears(db, 50_00, 0, 'USD');
		const grows = await givenYears(db, 100_00, 200_00, 'USD');
		for (const customerId of [stays, leaves, grows])
			await db.insert(customerParent).values({ customerId, parentId: top, fromDay: '-infinity', importId: 1 });
		await givenYears(db, 10_00, 10_00);
		await givenBooksEnd(db);
		await givenRefreshed(db);
		// The account had 250 and has 300, whatever a euro does; beside it one stays at 10.
		expect(await moneyAt(db)).toEqual([260_00, 310_00, 260_00, 0]);
		expect(await stateAt(db)).toMatchObject({
			customersThen: 2,
			revenueThenSquared: 250_00 ** 2 + 10_00 ** 2,
			revenueNowSquared: 300_00 ** 2 + 10_00 ** 2
		});
		expect(await moneyAt(db, { ...scope, apart: true })).toEqual([260_00, 310_00, 210_00, 50_00]);
	});
});

describe('after a rate', () => {
	test('of a day on which nothing was booked, what is kept is what a fresh count makes', async ({ db }) => {
		await givenRates(db, rates);
		await givenYears(db, 100_00, 100_00);
		await givenYears(db, 100_00, 80_00, 'USD');
		await givenRefreshed(db);
		const by = await givenPerson(db, { role: 'administrator' });
		expect(await moneyAt(db)).toEqual([200_00, 180_00, 180_00, 0]);

		await settleRate(db, euros('1.5', '2025-11-01'), { by, now });
		expect(await moneyAt(db)).toEqual([250_00, 230_00, 230_00, 0]);
		// Of the week before the rate had come to its base nothing changed.
		expect(await moneyAt(db, scope, '2026-10-19')).toEqual([200_00, 180_00, 180_00, 0]);
		await expectRecounted(db);

		// One that converts lines anew, and one in which nobody pays.
		await settleRate(db, euros('1.4', '2025-05-01'), { by, now });
		await settleRate(db, { ...euros('1.9', '2025-05-01'), currency: 'GBP' }, { by, now });
		expect(await moneyAt(db)).toEqual([250_00, 230_00, 230_00, 0]);
		expect(await moneyAt(db, scope, '2026-10-19')).toEqual([240_00, 220_00, 220_00, 0]);
		await refreshKeptSums(db, { customers: [] }, { zone: 'UTC', now });
		await expectRecounted(db);
	});

	test('books that are all in one currency can report in it, and then no rate is in them', async ({ db }) => {
		await givenRates(db, rates);
		for (let i = 0; i < 12; i++) await givenYears(db, 100_00, 90_00 + i);
		await givenRefreshed(db);
		const by = await givenPerson(db, { role: 'administrator' });
		await settleOrganisation(db, { name: 'X', timeZone: 'UTC', reportingCurrency: 'EUR' }, { by, now });
		expect(await moneyAt(db)).toEqual([1200_00, 1080_00 + 66, 1080_00 + 66, 0]);
		const lines = await rows(db, sql`select distinct reporting_minor = amount_minor as "asPaid" from revenue_line`);
		expect(lines).toEqual([{ asPaid: true }]);
		expect((await keptSums(db)).constant_cell).toEqual([]);
		await expectRecounted(db);
	});
});

class ThrownAway extends Error {}

/** Every week in which anything random moves, now or twelve months later. */
const weeks = Array.from({ length: 210 }, (_, i) => addDays('2024-01-01', 7 * i));

test(
	'sums at constant currency are those reckoned from the raw rows, customer by customer, in every week',
	{ timeout: 60_000 },
	async ({ db }) => {
		const isSameAsKept = async (tx: Db, company: CompanyOfCurrencies) => {
			await givenRates(tx, company.rates);
			await importText(tx, asFiles(company));
			for (const segment of [null, 'Team', 'Solo']) {
				for (const apart of [true, undefined] as const) {
					const of = { ...scope, segment, apart };
					const states = statesAt(await selectRetention(tx, of, weeks.at(-1)!), weeks);
					for (const [i, week] of weeks.entries())
						expect(states[i], week).toMatchObject(stateFromRows(company, addDays(week, 6), of));
				}
			}
			throw new ThrownAway();
		};
		await fc.assert(
			fc.asyncProperty(companyOfCurrencies, (company) =>
				db
					.transaction((tx) => isSameAsKept(tx, company))
					.catch((error: unknown) => {
						if (!(error instanceof ThrownAway)) throw error;
					})
			),
			{ numRuns: 6, interruptAfterTimeLimit: 20_000 }
		);
	}
);

/** Straight from the definition: what each account paid on the base day, and pays on the day, both at the base day's rates. */
function stateFromRows(
	company: CompanyOfCurrencies,
	day: string,
	{ segment, apart }: Pick<Scope, 'segment' | 'apart'>
) {
	const { customers, lines, rates } = company;
	const through = lines.reduce((last, { bookedOn }) => (bookedOn > last ? bookedOn : last), '1900-01-01');
	const parents = new Map(customers.map(({ key, parent }) => [key, parent]));
	const top = (key: string): string => (parents.get(key) ? top(parents.get(key)!) : key);
	const base = baseDayOf(day);
	const inDollars = (paid: Map<string, number>) =>
		[...paid].reduce((sum, [currency, minor]) => sum + roundHalfAway(minor * factor(rates, currency, base)), 0);

	const sums = { customersThen: 0, revenueThen: 0, revenueNow: 0, revenueKept: 0, revenueLost: 0 };
	const squares = { revenueThenSquared: 0, revenueNowSquared: 0, revenueThenTimesNow: 0, revenueKeptSquared: 0 };
	let customersUnrated = 0;
	const isKnown = (currency: string) =>
		currency === 'USD' || rates.some((rate) => rate.currency === currency && rate.fromDay <= base);
	for (const [account, members] of Map.groupBy(customers, ({ key }) => (apart ? key : top(key)))) {
		let [then, now] = [0, 0];
		for (const { key, segment: own } of members) {
			const ofOne = lines.filter(({ customer }) => customer === key);
			const [before, after] = [paidOn(ofOne, base, through), paidOn(ofOne, day, through)];
			then += inDollars(before);
			now += inDollars(after);
			const isUnrated = inDollars(before) > 0 && [...before.keys(), ...after.keys()].some((one) => !isKnown(one));
			if (isUnrated && (segment === null || own === segment)) customersUnrated++;
		}
		if (then <= 0 || (segment !== null && customers.find(({ key }) => key === account)!.segment !== segment)) continue;
		const still = Math.max(0, Math.min(then, now));
		sums.customersThen++;
		sums.revenueThen += then;
		sums.revenueNow += now;
		sums.revenueKept += still;
		if (now <= 0) sums.revenueLost += then;
		squares.revenueThenSquared += then ** 2;
		squares.revenueNowSquared += now ** 2;
		squares.revenueThenTimesNow += then * now;
		squares.revenueKeptSquared += still ** 2;
	}
	return { ...sums, ...squares, customersUnrated };
}

/** The last day that twelve months later has come. */
function baseDayOf(day: string): string {
	const sameDay = addMonths(day, -12);
	return addMonths(addDays(sameDay, 1), 12) <= day ? addDays(sameDay, 1) : sameDay;
}
