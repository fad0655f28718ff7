import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asBooked, lastCompleteMonth, stateWeek } from './as-of.ts';
import { converter } from './convert.ts';
import { coverageOfRevenue } from './coverage.ts';
import type { CoverageState } from './coverage.ts';
import { outcomes } from './outcome.ts';
import {
	customersKept,
	customersLost,
	grossRevenueRetention,
	keptChange,
	keptSplit,
	lostChange,
	lostSplit,
	netRevenueRetention,
	retentionChange,
	revenueLost,
	statesAt
} from './retention.ts';
import { customersKeptDefinition, customersLostDefinition } from './retention-definitions.ts';
import type { RetentionState } from './retention.ts';
import { judgedTogether } from '../metrics/movement/judge.ts';
import { staying } from './staying.ts';
import { monthlyGrowth } from './steps.ts';
import { meanRevenue, valueChange } from './value.ts';
import { sentence } from './view/follow-the-money-text.ts';

const nps = { id: 'nps:relationship', metric: 'nps', highIsGood: true, about: 'relationship' } as const;
const exponents: Record<string, number> = { USD: 2, EUR: 2, JPY: 0, KWD: 3 };
const exponentOf = (currency: string) => exponents[currency];

describe('converting', () => {
	const rates = [
		{ currency: 'EUR', fromDay: '2026-01-01', reportingPerUnit: '1.0842000000' },
		{ currency: 'EUR', fromDay: '2026-07-01', reportingPerUnit: '1.1000000000' },
		{ currency: 'JPY', fromDay: '2026-01-01', reportingPerUnit: '0.0067000000' },
		{ currency: 'KWD', fromDay: '2026-01-01', reportingPerUnit: '3.2500000000' }
	];
	const convert = converter('USD', rates, exponentOf);

	test('takes the rate of the day, the latest one until another begins', () => {
		expect(convert(100_00, 'EUR', '2026-06-30')).toBe(108_42);
		expect(convert(100_00, 'EUR', '2026-07-01')).toBe(110_00);
	});

	test('a day before the first rate has none', () => {
		expect(convert(100_00, 'EUR', '2025-12-31')).toBeNull();
		expect(convert(100_00, 'GBP', '2026-06-30')).toBeNull();
	});

	test('minds that yen have no decimals and dinars three', () => {
		expect(convert(10_000, 'JPY', '2026-06-30')).toBe(67_00);
		expect(convert(1_000, 'KWD', '2026-06-30')).toBe(3_25);
	});

	test('rounds halves away from zero, for refunds too', () => {
		const half = converter('USD', [{ currency: 'EUR', fromDay: '2026-01-01', reportingPerUnit: '0.5' }], exponentOf);
		expect(half(1, 'EUR', '2026-02-01')).toBe(1);
		expect(half(-1, 'EUR', '2026-02-01')).toBe(-1);
		expect(half(3, 'EUR', '2026-02-01')).toBe(2);
	});

	test('leaves the reporting currency as it is, however large', () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), (minor) => {
				expect(convert(minor, 'USD', '2026-01-01')).toBe(minor);
			})
		);
	});
});

describe('retention', () => {
	const none: RetentionState = {
		customersPaying: 0,
		customersThen: 0,
		customersKept: 0,
		revenueThen: 0,
		revenueNow: 0,
		revenueKept: 0,
		revenueThenSquared: 0,
		revenueNowSquared: 0,
		revenueThenTimesNow: 0,
		revenueKeptSquared: 0,
		revenueThenTimesKept: 0,
		revenueLost: 0,
		revenueLostSquared: 0,
		customersUnrated: 0
	};

	/** The state of a base of customers with these revenues then and now. */
	const stateOf = (pairs: [number, number][]): RetentionState =>
		pairs.reduce(
			(sum, [then, now]) => ({
				...sum,
				customersThen: sum.customersThen + 1,
				customersKept: sum.customersKept + (now > 0 ? 1 : 0),
				revenueThen: sum.revenueThen + then,
				revenueNow: sum.revenueNow + now,
				revenueThenSquared: sum.revenueThenSquared + then ** 2,
				revenueNowSquared: sum.revenueNowSquared + now ** 2,
				revenueThenTimesNow: sum.revenueThenTimesNow + then * now,
				revenueKept: sum.revenueKept + keptOf(then, now),
				revenueKeptSquared: sum.revenueKeptSquared + keptOf(then, now) ** 2,
				revenueThenTimesKept: sum.revenueThenTimesKept + then * keptOf(then, now),
				revenueLost: sum.revenueLost + (now > 0 ? 0 : then),
				revenueLostSquared: sum.revenueLostSquared + (now > 0 ? 0 : then ** 2)
			}),
			none
		);
	const keptOf = (then: number, now: number) => Math.max(0, Math.min(then, now));

	test('an empty base is a dash, not 0 or 100%', () => {
		expect(customersKept(none)).toMatchObject({ status: 'not_estimable' });
		expect(netRevenueRetention(none)).toMatchObject({ status: 'not_estimable' });
		expect(netRevenueRetention(stateOf([[100, 0]]))).toMatchObject({
			reason: 'only 1 customer paid twelve months before: too few for a ratio'
		});
	});

	test('the interval of the ratio is the linearised one, counted from the customers themselves', () => {
		const pairs = Array.from({ length: 40 }, (_, i): [number, number] => [100 + i * 7, i % 5 === 0 ? 0 : 100 + i * 9]);
		const [then, now] = [pairs.reduce((s, [a]) => s + a, 0), pairs.reduce((s, [, b]) => s + b, 0)];
		const ratio = now / then;
		const residuals = pairs.reduce((s, [a, b]) => s + (b - ratio * a) ** 2, 0);
		const margin = (1.959964 * Math.sqrt((residuals * 40) / 39)) / then;

		const found = netRevenueRetention(stateOf(pairs));
		expect(found).toMatchObject({ status: 'ok', n: 40 });
		if (found.status === 'ok') {
			expect(found.value).toBeCloseTo(ratio, 12);
			expect(found.high - found.value).toBeCloseTo(margin, 12);
		}
	});

	test.each([1, 1.1, 0])(
		'where everybody pays %s times what they paid, it says so and claims no certainty',
		(times) => {
			const pairs = Array.from({ length: 40 }, (_, i): [number, number] => [123 + i * 7, (123 + i * 7) * times]);
			const found = netRevenueRetention(stateOf(pairs));
			expect(found).toMatchObject({
				...{ status: 'ok', value: expect.closeTo(times, 12), n: 40 },
				noInterval: 'the same for each of 40 customers: they do not tell how far off it could be'
			});
			// What is not known of one side is not known of the difference.
			const before = stateOf(pairs.map(([then], i) => [then, i % 2 ? then : then * 0.8]));
			expect(retentionChange(netRevenueRetention, before, stateOf(pairs))).toMatchObject({ isReal: false });
		}
	);

	test('where all of it stayed, or nothing, the share says how much could be otherwise unseen', () => {
		const equal = stateOf(Array.from({ length: 12 }, () => [100, 100]));
		// Wilson, 12 of 12: 12 / (12 + 1.96²).
		expect(grossRevenueRetention(equal)).toMatchObject({ value: 1, low: expect.closeTo(0.7575, 4), high: 1, n: 12 });
		expect(revenueLost(equal)).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.2425, 4), n: 12 });
		// One customer pays as much as the eleven others together: 22² / (11² + 11) = 3.67 tell as much as these.
		const uneven = stateOf([[1100, 1100], ...Array.from({ length: 11 }, (): [number, number] => [100, 100])]);
		expect(grossRevenueRetention(uneven)).toMatchObject({ value: 1, low: expect.closeTo(0.4884, 4), high: 1, n: 12 });
		const allGone = stateOf(Array.from({ length: 12 }, () => [100, 0]));
		expect(revenueLost(allGone)).toMatchObject({ value: 1, low: expect.closeTo(0.7575, 4), high: 1 });
	});

	test('gross revenue retention counts nobody for more than they paid then, or less than nothing', () => {
		// By hand: 12 customers of 100; 3 grew to 200, 3 stay, 3 shrank to 40, 2 left, 1 was given 50 back.
		const now = [200, 200, 200, 100, 100, 100, 40, 40, 40, 0, 0, -50];
		const state = stateOf(now.map((paid) => [100, paid]));
		const gross = grossRevenueRetention(state);
		const net = netRevenueRetention(state);
		expect(gross).toMatchObject({ status: 'ok', n: 12, value: 720 / 1200 });
		expect(net).toMatchObject({ status: 'ok', value: 970 / 1200 });
		// Residuals 6 of 40, 3 of −20 and 3 of −60: √(12/11 · 21600) / 1200.
		if (gross.status === 'ok')
			expect(gross.high - gross.value).toBeCloseTo((1.959964 * Math.sqrt((12 / 11) * 21_600)) / 1200, 12);
		expect(grossRevenueRetention(none)).toMatchObject({ status: 'not_estimable' });
	});

	test('churn is one less retention, and gross retention is one less churn and what others pay less', () => {
		// By hand: 12 customers; 2 of 300 left, 1 of 300 was given 50 back, 3 of 100 shrank to 40, 6 of 100 stay.
		const state = stateOf([
			[300, 0],
			[300, 0],
			[300, -50],
			...Array.from({ length: 3 }, (): [number, number] => [100, 40]),
			...Array.from({ length: 6 }, (): [number, number] => [100, 100])
		]);
		const [lost, revenue, gross] = [customersLost(state), revenueLost(state), grossRevenueRetention(state)];
		expect(lost).toMatchObject({ status: 'ok', value: 3 / 12, n: 12 });
		expect(customersKept(state)).toMatchObject({ value: 9 / 12 });
		expect(revenue).toMatchObject({ status: 'ok', value: 900 / 1800 });
		expect(gross).toMatchObject({ value: expect.closeTo(1 - 900 / 1800 - 180 / 1800, 12) });
		// Residuals 3 of 300 − ½ · 300 and 9 of −½ · 100: √(12/11 · (3 · 150² + 9 · 50²)) / 1800.
		if (revenue.status === 'ok')
			expect(revenue.high - revenue.value).toBeCloseTo((1.959964 * Math.sqrt((12 / 11) * 90_000)) / 1800, 12);
		const nobody = stateOf(Array.from({ length: 12 }, () => [100, 100]));
		expect(customersLost(nobody)).toMatchObject({
			value: 0,
			low: 0,
			high: expect.toSatisfy((high: number) => high > 0.2)
		});
		expect(revenueLost(nobody)).toMatchObject({ value: 0, high: expect.closeTo(0.2425, 4) });
		expect([customersLost(none), revenueLost(none)]).toMatchObject([
			{ status: 'not_estimable' },
			{ status: 'not_estimable' }
		]);
	});

	test('fewer kept only because more of the base are those who leave anyway is mix, not churn', () => {
		// By hand: Solo keeps 60 of 100 and then 240 of 400, Team 380 of 400 and then 95 of 100: 88% and 67%, all of it mix.
		const segments = [
			{ segment: 'Solo', thenBefore: 100, keptBefore: 60, then: 400, kept: 240 },
			{ segment: 'Team', thenBefore: 400, keptBefore: 380, then: 100, kept: 95 }
		];
		const [before, now] = [
			{ ...none, customersThen: 500, customersKept: 440 },
			{ ...none, customersThen: 500, customersKept: 335 }
		];
		const told = { population: '', excluded: [] };
		const figures = judgedTogether([
			{
				...told,
				definition: customersKeptDefinition,
				estimate: customersKept(now),
				change: keptChange(before, now)!,
				split: keptSplit(segments)!
			},
			{
				...told,
				definition: customersLostDefinition,
				estimate: customersLost(now),
				change: lostChange(before, now)!,
				split: lostSplit(segments)!
			}
		]);
		expect(
			figures.map(({ movement, split }) => [movement!.verdict, movement!.by, split!.rate.by, split!.mix.by])
		).toEqual([
			['mix', expect.closeTo(-0.21, 12), expect.closeTo(0, 12), expect.closeTo(-0.21, 12)],
			['mix', expect.closeTo(0.21, 12), expect.closeTo(0, 12), expect.closeTo(0.21, 12)]
		]);
		expect(figures[0].movement!.because).toBe('who our customers were changed, not whether such customers stay');
	});

	test('states add up the moves of the weeks before them', () => {
		const move = (week: string, customersThen: number) => ({ ...none, week, customersThen });
		const moves = [move('2026-01-05', 3), move('2026-01-12', -1), move('2026-02-02', 5)];
		expect(
			statesAt(moves, ['2026-01-01', '2026-01-12', '2026-01-19', '2026-03-02']).map((state) => state.customersThen)
		).toEqual([0, 2, 2, 7]);
	});
});

describe('value', () => {
	// R: t.test(c(1,2,3,4,5,6,7,8,9,100)) gives 14.5, 95% -7.069720939 to 36.069720939.
	test('is a mean with Student’s interval', () => {
		const sample = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
		const sums = { customers: 10, revenue: 145, revenueSquared: sample.reduce((s, x) => s + x ** 2, 0) };
		const mean = meanRevenue(sums);
		expect(mean).toMatchObject({ status: 'ok', value: 14.5, n: 10 });
		if (mean.status === 'ok') {
			expect(mean.low).toBeCloseTo(-7.069720939, 8);
			expect(mean.high).toBeCloseTo(36.069720939, 8);
		}
	});

	test('of few customers is not told, and one value everybody shares has no interval, and says why', () => {
		expect(meanRevenue({ customers: 9, revenue: 900, revenueSquared: 90_000 })).toMatchObject({
			status: 'not_estimable'
		});
		expect(meanRevenue({ customers: 10, revenue: 1000, revenueSquared: 100_000 })).toMatchObject({
			value: 100,
			low: 100,
			high: 100,
			noInterval: 'the same for each of 10 customers: they do not tell how far off it could be'
		});
		// What rounding leaves of the sum of squares is no variation.
		expect(meanRevenue({ customers: 30, revenue: 30 * 0.1, revenueSquared: 30 * 0.1 ** 2 })).toHaveProperty(
			'noInterval'
		);
		const grown = valueChange(
			{ customers: 10, revenue: 1000, revenueSquared: 100_000 },
			{ customers: 10, revenue: 1100, revenueSquared: 121_000 }
		);
		expect(grown).toMatchObject({ by: expect.closeTo(0.1, 12), isReal: false });
	});

	test('growth from nothing has no rate', () => {
		const some = { customers: 10, revenue: 1000, revenueSquared: 100_000 };
		expect(valueChange({ customers: 0, revenue: 0, revenueSquared: 0 }, some)).toBeNull();
	});
});

describe('a part of all revenue', () => {
	/** Customers who pay as much as said; the first are those who were not heard. */
	const coverageOf = (notHeard: number[], heard: number[]): CoverageState => {
		const sum = (all: number[], power: number) => all.reduce((total, value) => total + value ** power, 0);
		const everybody = [...notHeard, ...heard];
		return {
			...{ customers: everybody.length, perYear: sum(everybody, 1), perYearSquared: sum(everybody, 2) },
			...{ customersHeard: heard.length, perYearHeard: sum(heard, 1), perYearHeardSquared: sum(heard, 2) }
		};
	};

	test('is never more than all of it, doubt included', () => {
		const nearlyAll = coverageOfRevenue(coverageOf([100], new Array<number>(400).fill(300)));
		expect(nearlyAll).toMatchObject({ status: 'ok', high: 1, low: expect.closeTo(0.9975, 3) });
		// Nineteen who left paid nearly nothing, and one who stayed nearly all: how little is lost could be nothing.
		const lost = revenueLost({
			...{ customersPaying: 1, customersThen: 20, customersKept: 1, revenueThen: 10_019, revenueNow: 10_000 },
			...{ revenueKept: 10_000, revenueThenSquared: 1e8 + 19, revenueNowSquared: 1e8, revenueThenTimesNow: 1e8 },
			...{ revenueKeptSquared: 1e8, revenueThenTimesKept: 1e8, revenueLost: 19, revenueLostSquared: 19 },
			customersUnrated: 0
		});
		expect(lost).toMatchObject({ status: 'ok', low: 0 });
	});

	test('of few says whose it is', () => {
		expect(coverageOfRevenue(coverageOf([100], [100, 200]))).toMatchObject({
			reason: 'only 3 customers paying at the end of this week: too few for a ratio'
		});
	});
});

describe('a day up to which the books do not go', () => {
	test('is told with what was booked', () => {
		expect(asBooked('2026-11-29', '2026-11-26')).toBe(', by what was booked up to 26 Nov 2026');
		expect(asBooked('2026-11-29', '2026-11-29')).toBe('');
	});
});

describe('after the answer', () => {
	const sum = (score: number, revenue: number, withRevenue = 20) => ({
		score,
		customers: 20,
		withRevenue,
		revenue: revenue * 20,
		revenueSquared: revenue ** 2 * 20 + 20
	});

	test('every score of the scale is there, and those nobody gave say so', () => {
		const { byScore } = outcomes(nps, [sum(10, 100)]);
		expect(byScore).toHaveLength(11);
		expect(byScore[10].revenue).toMatchObject({ status: 'ok', value: 100 });
		expect(byScore[3].revenue).toMatchObject({ status: 'not_estimable' });
	});

	test('groups are sums over their scores, not means of means', () => {
		const { byGroup } = outcomes(nps, [
			sum(9, 100),
			{ ...sum(10, 200), customers: 60, revenue: 200 * 60, revenueSquared: 200 ** 2 * 60 }
		]);
		expect(byGroup[0]).toMatchObject({ name: 'Promoters', customers: 80, revenue: { value: 175 } });
	});

	test('where almost nobody paid anything there is no average', () => {
		const { byGroup } = outcomes(nps, [sum(10, 5, 3)]);
		expect(byGroup[0].revenue).toMatchObject({
			reason: 'only 3 of 20 customers paid anything afterwards: too few for an average'
		});
	});

	test('the sentence claims a difference only where there is one', () => {
		const told = (high: number, low: number) =>
			sentence(outcomes(nps, [sum(10, high), sum(0, low)]).byGroup, 'USD')
				.map(({ text }) => text)
				.join('');
		expect(told(1000_00, 400_00)).toBe('Promoters brought $1k in the year after they answered, detractors $400.');
		expect(told(400_00, 1000_00)).toContain('here the detractors brought more');
		expect(told(1000, 1000)).toContain('do not differ');
		expect(sentence(outcomes(nps, [sum(0, 400_00)]).byGroup, 'USD')[0].text).toBe(
			'Not in this data: of the promoters, nobody answered a year ago or earlier.'
		);
		// Without revenue, too, nobody is there, however many have answered.
		expect(sentence(outcomes(nps, []).byGroup, 'USD')[0].text).toBe(
			'Not in this data: nobody answered a year ago or earlier whose revenue since then is known.'
		);
	});
});

describe('who stays', () => {
	const stay = (answerMonth: string, eventMonth: string, customers: number, score = 9, subscribes = true) => ({
		subscribes,
		answerMonth,
		eventMonth,
		score,
		customers
	});

	// By hand: 10 at risk; 2 leave in the third month, 3 are seen for four months only, 1 of the remaining 5 leaves in the sixth.
	test('counts whoever has not left as long as they were seen', () => {
		const stays = [
			stay('2026-01-01', '2026-03-01', 2),
			stay('2026-03-01', 'infinity', 3),
			stay('2026-01-01', '2026-06-01', 1),
			stay('2026-01-01', 'infinity', 4)
		];
		const { sees, groups } = staying(nps, stays, '2026-06-01');
		expect(sees).toBe('who stays');
		const curve = groups[0].curve;
		expect(curve.status === 'ok' && curve.points.map(({ time, atRisk, survival }) => [time, atRisk, survival])).toEqual(
			[
				[3, 10, 0.8],
				[4, 8, 0.8],
				[6, 5, expect.closeTo(0.64, 12)]
			]
		);
	});

	test('what happens after the day one looks from has not happened yet', () => {
		const { groups } = staying(nps, [stay('2026-01-01', '2026-06-01', 20)], '2026-03-01');
		expect(groups[0].curve).toMatchObject({ status: 'ok', events: 0 });
	});

	test('without subscribers it sees who comes back', () => {
		expect(staying(nps, [stay('2026-01-01', '2026-03-01', 2, 9, false)], '2026-06-01').sees).toBe('who comes back');
	});
});

describe('as of', () => {
	const scope = { week: '2026-W47', segment: null, region: null, plan: null, survey: null };

	test('money is told in complete months only, as far as the books go', () => {
		expect(lastCompleteMonth(scope, '2026-11-22')).toBe('2026-10-01');
		expect(lastCompleteMonth({ ...scope, week: '2026-W48' }, '2026-11-30')).toBe('2026-10-01');
		expect(lastCompleteMonth({ ...scope, week: '2026-W49' }, '2026-11-30')).toBe('2026-11-01');
		expect(lastCompleteMonth(scope, '2026-08-15')).toBe('2026-07-01');
		expect(stateWeek(scope, '2026-08-15')).toBe('2026-08-10');
		expect(stateWeek(scope, '2026-11-18')).toBe('2026-11-16');
	});
});

test('months in which what was paid ahead before the books begin is missing are no growth', () => {
	// Subscribers by the year, one in twelve renewing each month: for a year the books only fill up.
	const months = Array.from(
		{ length: 61 },
		(_, i) => 100_000 * Math.min(12, i + 1) * 1.01 ** i * (1 + 0.002 * (i % 3))
	);
	expect(monthlyGrowth(months)).toMatchObject({ p: 1, shows: null });
	expect(monthlyGrowth(months.slice(0, 42))).toMatchObject({ p: null });
});
