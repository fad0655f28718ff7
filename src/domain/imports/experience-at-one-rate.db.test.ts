import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
	givenCustomer,
	givenInvitation,
	givenRates,
	givenRefreshed,
	givenResponse,
	givenRevenue
} from '#tests/factories/given.ts';
import { importText, now } from '#tests/factories/imports.ts';
import { givenPerson } from '#tests/factories/people.ts';
import { asFiles, companyOfCurrencies } from '#tests/factories/random-company.ts';
import type { CompanyOfCurrencies } from '#tests/factories/random-company.ts';
import { factor, paidOn, roundHalfAway } from '#tests/from-rows.ts';
import { test } from '#tests/db/test.ts';
import type { Db } from '#platform/db/connect.ts';
import { row, rows } from '#platform/db/rows.ts';
import { selectAtOneRate, selectSilentAtOneRate } from '../money/queries/price-at-one-rate.server.ts';
import { selectPricedAnswers, selectSilent } from '../money/queries/price.server.ts';
import { selectDid } from '../money/queries/read-heard.server.ts';
import { selectOutcomes } from '../money/queries/read.server.ts';
import { priceFigures, priceFor, refreshKeptSums } from '../money/server.ts';
import { addDays, addMonths, daysBetween, monthOf } from '../scope/calendar.ts';
import { seriesFrom } from '../surveys/series.ts';
import { settleRate } from './server.ts';

/*
 * From experience to money at constant currency: what was paid before an answer and after it counts at the rate of its day.
 */
const series = seriesFrom('nps:relationship');
const scope = { week: '2026-W47', segment: null, region: null, plan: null, survey: null };
const key = { scope, series: series.id, asOf: '2026-10-01', every: 1 };
const through = '2026-11-20';

const euros = (reportingPerUnit: string, fromDay: string) => ({ currency: 'EUR', fromDay, reportingPerUnit });
type Rates = ReturnType<typeof euros>[];
/** On the day after the answers a euro becomes worth twice as much. */
const doubled: Rates = [euros('1', '2024-01-01'), euros('2', '2025-03-15')];
const answered = '2025-03-14';

/** Three years, each paid ahead from the day after the answer's, at what the currency is worth on the first of its days. */
async function givenThreeYears(db: Db, rates: Rates, paid: { currency: string; minor: number }): Promise<number> {
	const customerId = await givenCustomer(db, { startedOn: '2023-06-15' });
	for (const from of ['2024-03-15', '2025-03-15', '2026-03-15']) {
		const line = {
			customerId,
			kind: 'recurring',
			bookedOn: from,
			servedFrom: from,
			servedTo: addMonths(from, 12)
		} as const;
		const { currency, minor } = paid;
		const reportingMinor = roundHalfAway(minor * factor(rates, currency, from));
		await givenRevenue(db, { ...line, currency, amountMinor: minor, reportingMinor });
	}
	return customerId;
}

const givenAnswer = (db: Db, customerId: number, score: number, day = answered) =>
	givenResponse(db, { customerId, score, respondedAt: new Date(`${day}T12:00:00Z`) });
const givenBooksEnd = async (db: Db) =>
	givenRevenue(db, { customerId: await givenCustomer(db, { startedOn: '2026-11-01' }), bookedOn: through });

/** As many in dollars as in euros, who pay the same; those in euros are happier. */
async function givenCompany(db: Db, { rates, currencies = ['USD', 'EUR'] }: { rates: Rates; currencies?: string[] }) {
	const scores = { 0: [3, 8, 3], 1: [10, 8, 10] } as const;
	for (let i = 0; i < 60; i++) {
		const [pair, which] = [Math.floor(i / 2), (i % 2) as 0 | 1];
		const paid = { currency: currencies[which], minor: 120_00 + 12_00 * (pair % 5) };
		await givenAnswer(db, await givenThreeYears(db, rates, paid), scores[which][pair % 3]);
	}
	await givenBooksEnd(db);
	await givenRefreshed(db);
}

const valueOf = (found: { status: string; value?: number }) => {
	expect(found).toMatchObject({ status: 'ok' });
	return found.value!;
};
const priced = async (db: Db) => {
	const now = await priceFor(db, scope, series, through);
	if (now.price.status !== 'ok') throw new Error(now.price.reason);
	return { ...now, price: now.price };
};

describe('what rates did is not in the price of a point', () => {
	test('by hand: two who pay 120.00 a year, one in euros that double on the day after the answer', async ({ db }) => {
		await givenRates(db, doubled);
		await givenAnswer(db, await givenThreeYears(db, doubled, { currency: 'USD', minor: 120_00 }), 6);
		await givenAnswer(db, await givenThreeYears(db, doubled, { currency: 'EUR', minor: 120_00 }), 10);
		await givenBooksEnd(db);
		await givenRefreshed(db);

		// As booked the one who said 10 brought 240.00 afterwards, and a point was worth 30.00.
		const same = { perYear: 120_00, before: 120_00, after: 120_00 };
		const [six, ten] = await selectPricedAnswers(db, key);
		expect([six, ten]).toMatchObject([
			{ score: 6, ...same },
			{ score: 10, ...same }
		]);
		expect((ten.after - six.after) / (10 - 6)).toBe(0);
		expect(await selectOutcomes(db, scope, series.id, key.asOf)).toMatchObject([
			{ score: 6, customers: 1, revenue: 120_00 },
			{ score: 10, customers: 1, revenue: 120_00 }
		]);
		expect(await selectDid(db, scope, series.id, key.asOf)).toMatchObject([
			{ score: 6, paying: 1, grew: 0, perYearThen: 120_00, perYearAfter: 120_00 },
			{ score: 10, paying: 1, grew: 0, perYearThen: 120_00, perYearAfter: 120_00 }
		]);
	});

	test(
		'no rung of it, no route and no month finds anything where only a currency rose',
		{ timeout: 30_000 },
		async ({ db }) => {
			await givenRates(db, doubled);
			await givenCompany(db, { rates: doubled });
			const now = await priced(db);
			const { likeForLike: like, lag } = now.price;
			expect(valueOf(like.asSeen)).toBeCloseTo(0, 6);
			expect(valueOf(like.perPointAnswered)).toBeCloseTo(0, 6);
			for (const route of [like.lowToMiddle, like.middleToHigh, like.lowToHigh])
				expect(valueOf(route)).toBeCloseTo(0, 6);
			expect(lag.months.map(({ month, perPoint }) => [month, Math.round(valueOf(perPoint))])).toEqual(
				Array.from({ length: 19 }, (_, i) => [i - 6, 0])
			);
			const [asSeen] = priceFigures(now, series, 30);
			expect(asSeen.definition).toMatchObject({
				version: 2,
				meaning: expect.stringContaining('at the rate of the day of the answer')
			});
			expect(asSeen.population).toContain(
				'Money of 30 customers who paid in another currency counts at the rates of the day of the answer'
			);
			expect(asSeen.population).not.toContain('first rate');
		}
	);

	test('a customer over time is compared at the rates of the first answer', { timeout: 30_000 }, async ({ db }) => {
		// Between the answers a euro doubles; those in euros say 6 and then 8, those in dollars 8 and then 6.
		const rates = [euros('1', '2024-01-01'), euros('2', '2025-09-01')];
		await givenRates(db, rates);
		for (let i = 0; i < 40; i++) {
			const currency = i % 2 === 0 ? 'USD' : 'EUR';
			const customerId = await givenThreeYears(db, rates, { currency, minor: 120_00 });
			await givenAnswer(db, customerId, currency === 'USD' ? 8 : 6);
			await givenAnswer(db, customerId, currency === 'USD' ? 6 : 8, '2025-09-14');
		}
		await givenBooksEnd(db);
		await givenRefreshed(db);
		// As booked 120.00 and 180.00: 15.00 a point. Each at the rate of its own day 120.00 and 240.00.
		const { price, ...now } = await priced(db);
		expect(valueOf(price.overTime.perPoint)).toBeCloseTo(0, 0);
		const overTime = priceFigures({ price, ...now }, series, 30).find(({ definition }) =>
			definition.id.endsWith('over_time')
		)!;
		expect(overTime.population).toContain('at the rates of the day of the customer’s first answer');
	});

	test('the silent count at one rate too, that of the day they are seen from', { timeout: 30_000 }, async ({ db }) => {
		await givenRates(db, doubled);
		for (let i = 0; i < 12; i++) {
			const customerId = await givenThreeYears(db, doubled, { currency: 'EUR', minor: 120_00 });
			await givenInvitation(db, { customerId, sentAt: new Date('2025-01-10T12:00:00Z') });
		}
		await givenCompany(db, { rates: doubled });
		const { silent } = await priced(db);
		// From February 2025 on: as booked a twelfth and a half at one, and the rest at two, which is 225.00.
		expect(silent[0]).toMatchObject({ name: 'Asked, silent', value: { value: expect.closeTo(120_00, 6), n: 12 } });
	});

	test(
		'a currency without a rate on the day counts at its first, and whose it is, is told',
		{ timeout: 30_000 },
		async ({ db }) => {
			const late = [euros('2', '2025-04-01')];
			await givenRates(db, late);
			await givenCompany(db, { rates: late });
			const now = await priced(db);
			// Each customer in euros counts twice one in dollars, before and after alike.
			const [one] = await selectPricedAnswers(db, key);
			expect(one).toMatchObject({ before: 120_00, after: 120_00 });
			const inEuros = (await selectPricedAnswers(db, key)).filter(({ score }) => score === 10);
			expect(inEuros.every(({ before, after, perYear }) => before === after && perYear === after)).toBe(true);
			expect(priceFigures(now, series, 30)[0].population).toContain(
				'that of all at the first rate there is, since there was none on that day'
			);
		}
	);
});

const kept = ['answer_outcome', 'answer_currency', 'currency_month', 'day_rate', 'outcome_cell'];
async function keptSums(db: Db) {
	const all: Record<string, unknown[]> = {};
	for (const table of kept)
		all[table] = await rows(db, sql`select to_jsonb(t)::text from ${sql.identifier(table)} t order by 1`);
	return all;
}

test(
	'where everybody pays in the reporting currency nothing is kept, told or different',
	{ timeout: 30_000 },
	async ({ db }) => {
		await givenCompany(db, { rates: [], currencies: ['USD', 'USD'] });
		const withoutRates = await priced(db);
		const sums = await keptSums(db);
		for (const { currency, ...rate } of doubled) await givenRates(db, [{ currency, ...rate }]);
		await givenRefreshed(db);
		const { at, ...withRates } = await priced(db);
		expect(at).not.toBeNull();
		expect(withRates).toEqual({ ...withRates, ...{ price: withoutRates.price, silent: withoutRates.silent } });
		expect('converted' in withRates).toBe(false);
		expect(priceFigures({ at, ...withRates }, series, 30)[0].population).not.toContain('currency');
		expect(await keptSums(db)).toEqual({ ...sums, day_rate: expect.anything() });
		expect([sums.answer_currency, sums.currency_month, sums.day_rate]).toEqual([[], [], []]);
	}
);

describe('after a rate', () => {
	const ten = async (db: Db) => (await selectPricedAnswers(db, key)).find(({ score }) => score === 10)!;
	/** What is kept is what a fresh count makes of the raw rows. */
	const expectRecounted = async (db: Db) => {
		const sums = await keptSums(db);
		await givenRefreshed(db);
		expect(sums).toEqual(await keptSums(db));
	};

	test('what is kept is what a fresh count makes, also where no line was booked at it', async ({ db }) => {
		await givenRates(db, doubled);
		await givenAnswer(db, await givenThreeYears(db, doubled, { currency: 'USD', minor: 120_00 }), 6);
		await givenAnswer(db, await givenThreeYears(db, doubled, { currency: 'EUR', minor: 120_00 }), 10);
		await givenBooksEnd(db);
		await givenRefreshed(db);
		const by = await givenPerson(db, { role: 'administrator' });
		const refreshOfPrice = async () => {
			await priceFor(db, scope, series, through);
			return (await row<{ id: number }>(db, sql`select max(refresh_id) as "id" from kept_price`)).id;
		};
		const before = await refreshOfPrice();

		// Of the day of the answer itself, and no other rate of its week says so.
		await settleRate(db, euros('1.5', answered), { by, now });
		expect(await ten(db)).toMatchObject({ perYear: 180_00, before: 180_00, after: 180_00 });
		expect((await selectOutcomes(db, scope, series.id, key.asOf)).map(({ revenue }) => revenue)).toEqual([
			120_00, 180_00
		]);
		await expectRecounted(db);
		expect(await refreshOfPrice()).toBeGreaterThan(before);

		// Set after the answer: of that nothing changes.
		await settleRate(db, euros('3', '2025-03-15'), { by, now });
		expect(await ten(db)).toMatchObject({ perYear: 180_00, before: 180_00, after: 180_00 });
		await refreshKeptSums(db, { customers: [] }, { zone: 'UTC', now });
		await expectRecounted(db);
	});
});

class ThrownAway extends Error {}

test('the money of answers is that reckoned from the raw rows, line by line', { timeout: 60_000 }, async ({ db }) => {
	const isSame = async (tx: Db, company: CompanyOfCurrencies, asOf: string) => {
		await givenRates(tx, company.rates);
		await importText(tx, asFiles(company));
		const found = await rows<AnswerMoney>(
			tx,
			sql`
				select source_response_id as "id", revenue_minor as "after", before_minor as "before",
					per_year_then_minor as "perYearThen", per_year_after_minor as "perYearAfter"
				from answer_outcome outcome
				join response on response.id = outcome.response_id
				order by response.id
			`
		);
		const expected = company.answers.map((answer) => moneyOf(company, answer));
		expect(found.toSorted(byId)).toEqual(expected.toSorted(byId));

		const moment = { ...key, asOf };
		expect(await selectOutcomes(tx, scope, series.id, asOf)).toEqual(outcomesFromRows(company, asOf));
		const ids = await rows<{ id: number; sourceId: string }>(
			tx,
			sql`select id, source_response_id as "sourceId" from response`
		);
		const sourceIdOf = new Map(ids.map(({ id, sourceId }) => [id, sourceId]));
		for (const { response, after, before, months, minor } of await selectAtOneRate(tx, moment, 'USD')) {
			const answer = company.answers.find(({ id }) => id === sourceIdOf.get(response))!;
			const first = counted(company, asOf)
				.filter(({ customer }) => customer === answer.customer)
				.map(({ day }) => day)
				.sort()[0];
			expect({ after, before }).toEqual(atRateOf(company, answer, first));
			expect(
				new Map(months.map((month, i) => [month, minor[i]]).filter(([, paid]) => paid !== 0) as [number, number][])
			).toEqual(monthsAround(company, answer));
		}

		const keys = await rows<{ id: number; key: string }>(tx, sql`select id, key from customer`);
		const keyOf = new Map(keys.map(({ id, key }) => [id, key]));
		const silent = new Map((await selectSilent(tx, moment)).map((one) => [one.customer, one]));
		for (const own of await selectSilentAtOneRate(tx, moment)) {
			expect(silent.has(own.customer)).toBe(true);
			expect({ perYear: own.perYear, after: own.after }).toEqual(
				silentFromRows(company, keyOf.get(own.customer)!, asOf)
			);
		}
		throw new ThrownAway();
	};
	await fc.assert(
		fc.asyncProperty(companyOfCurrencies, fc.integer({ min: 12, max: 44 }), (company, months) =>
			db
				.transaction((tx) => isSame(tx, company, addMonths('2024-01-01', months)))
				.catch((error: unknown) => {
					if (!(error instanceof ThrownAway)) throw error;
				})
		),
		{ numRuns: 6, interruptAfterTimeLimit: 20_000 }
	);
});

type AnswerMoney = { id: string; after: number; before: number; perYearThen: number; perYearAfter: number };
type Answer = CompanyOfCurrencies['answers'][number];

const byId = (a: AnswerMoney, b: AnswerMoney) => Number(a.id.slice(1)) - Number(b.id.slice(1));
const ownLines = ({ lines }: CompanyOfCurrencies, customer: string) =>
	lines.filter((line) => line.customer === customer);
const booksEnd = ({ lines }: CompanyOfCurrencies) =>
	lines.reduce((last, { bookedOn }) => (bookedOn > last ? bookedOn : last), '1900-01-01');

/** All currencies of somebody in cents, at the rates of a day. */
const inCents = (company: CompanyOfCurrencies, paid: Map<string, number>, day: string): number =>
	[...paid].reduce((sum, [currency, minor]) => sum + roundHalfAway(minor * factor(company.rates, currency, day)), 0);

/** What serves the days from one up to, not including, another; by currency, to the nearest smallest unit. */
function servedBetween(lines: CompanyOfCurrencies['lines'], from: string, to: string): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { currency = 'USD', minor, servedFrom, servedUntil } of lines) {
		const servedTo = addDays(servedUntil, 1);
		const days = Math.max(0, daysBetween(servedFrom > from ? servedFrom : from, servedTo < to ? servedTo : to));
		sums.set(currency, (sums.get(currency) ?? 0) + (minor * days) / daysBetween(servedFrom, servedTo));
	}
	return new Map([...sums].map(([currency, minor]) => [currency, roundHalfAway(minor)]));
}

/** Straight from the definition: twelve months after the answer and before it, at the rates of a day. */
function atRateOf(company: CompanyOfCurrencies, { customer, day }: Answer, of: string) {
	const lines = ownLines(company, customer);
	const next = addDays(day, 1);
	const after = servedBetween(lines, next, addDays(addMonths(day, 12), 1));
	const before = servedBetween(lines, addDays(addMonths(day, -12), 1), next);
	return { after: inCents(company, after, of), before: inCents(company, before, of) };
}

function moneyOf(company: CompanyOfCurrencies, answer: Answer): AnswerMoney {
	const { id, customer, day } = answer;
	const perYear = (on: string) =>
		Math.max(0, inCents(company, paidOn(ownLines(company, customer), on, booksEnd(company)), day));
	return {
		id,
		...atRateOf(company, answer, day),
		perYearThen: perYear(day),
		perYearAfter: perYear(addMonths(day, 12))
	};
}

/** Answers whose twelve months are over by the end of the month, and that are not too old. */
const counted = ({ answers }: CompanyOfCurrencies, asOf: string) =>
	answers.filter(({ survey, day }) => {
		const from = monthOf(addMonths(day, 12));
		return survey === 'Relationship' && from <= asOf && addMonths(from, 24) > asOf;
	});

function outcomesFromRows(company: CompanyOfCurrencies, asOf: string) {
	const inOrder = counted(company, asOf).sort((a, b) =>
		a.day < b.day ? -1 : a.day > b.day ? 1 : Number(a.id.slice(1)) - Number(b.id.slice(1))
	);
	const first = [...Map.groupBy(inOrder, ({ customer }) => customer).values()].map(([one]) => one);
	return [...Map.groupBy(first, ({ score }) => score)]
		.sort(([a], [b]) => a - b)
		.map(([score, answers]) => {
			const revenue = answers.map((answer) => moneyOf(company, answer).after);
			return {
				score,
				customers: answers.length,
				withRevenue: revenue.filter((one) => one !== 0).length,
				revenue: revenue.reduce((sum, one) => sum + one, 0),
				revenueSquared: revenue.reduce((sum, one) => sum + one ** 2, 0)
			};
		});
}

/** Months by number with what came in them, by currency: each line over the days it serves, refunds on the day they were booked. */
function monthsOf(lines: CompanyOfCurrencies['lines']): Map<string, Map<string, number>> {
	const months = new Map<string, Map<string, number>>();
	for (const { kind, currency = 'USD', minor, bookedOn, servedFrom, servedUntil } of lines) {
		const from = kind === 'refund' ? bookedOn : servedFrom;
		const to = addDays(kind === 'refund' ? bookedOn : servedUntil, 1);
		let told = 0;
		for (let month = monthOf(from); month < to; month = addMonths(month, 1)) {
			const end = addMonths(month, 1) < to ? addMonths(month, 1) : to;
			const upToEnd = roundHalfAway((minor * daysBetween(from, end)) / daysBetween(from, to));
			const paid = months.get(month) ?? new Map<string, number>();
			paid.set(currency, (paid.get(currency) ?? 0) + upToEnd - told);
			months.set(month, paid);
			told = upToEnd;
		}
	}
	return months;
}

const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

function monthsAround(company: CompanyOfCurrencies, { customer, day }: Answer): Map<number, number> {
	const [from, to] = [addMonths(monthOf(day), -6), addMonths(monthOf(day), 12)];
	return new Map(
		[...monthsOf(ownLines(company, customer))]
			.filter(([month]) => month >= from && month <= to)
			.map(([month, paid]): [number, number] => [numberOf(month), inCents(company, paid, day)])
			.filter(([, minor]) => minor !== 0)
			.sort(([a], [b]) => a - b)
	);
}

/** Nobody is asked in a random company: seen from the month in which they came, or the three years began. */
function silentFromRows(company: CompanyOfCurrencies, customer: string, asOf: string) {
	const began = addMonths(asOf, -35);
	const month = began > '2023-12-01' ? began : '2023-12-01';
	const day = addDays(addMonths(month, 1), -1);
	const lines = ownLines(company, customer);
	const after = [...monthsOf(lines)].filter(([one]) => one > month && one <= addMonths(month, 12));
	const sums = new Map<string, number>();
	for (const [, paid] of after)
		for (const [currency, minor] of paid) sums.set(currency, (sums.get(currency) ?? 0) + minor);
	return {
		perYear: inCents(company, paidOn(lines, day, booksEnd(company)), day),
		after: inCents(company, sums, day)
	};
}
