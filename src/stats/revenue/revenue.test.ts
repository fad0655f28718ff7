import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, ok, saysSomething } from '#tests/reference/stats/compare.ts';
import { seededRandom } from '../random.ts';
import { nps } from '../scores/nps.ts';
import { npsDifference } from '../scores/nps-difference.ts';
import { earnedGrowth } from './earned-growth.ts';
import { npsSegment } from '../scores/nps-segment.ts';
import { rateAndMix } from './rate-and-mix.ts';
import { retention } from './retention.ts';

const accounts = fc.array(
	fc.record({ before: fc.integer({ min: 0, max: 10_000 }), after: fc.integer({ min: 0, max: 20_000 }) }),
	{
		minLength: 2,
		maxLength: 40
	}
);

describe('revenue retention', () => {
	const book = [
		{ before: 100, after: 150 },
		{ before: 100, after: 60 },
		{ before: 100, after: 0 },
		{ before: 100, after: 100 },
		{ before: 0, after: 500 }
	];

	test('counts the same cohort above and below the line', () => {
		const result = ok(retention(book));
		expectClose(result, { nrr: { value: 310 / 400 }, grr: { value: 260 / 400 }, logo: { value: 0.75 } }, 1e-14);
		expectClose(
			result,
			{ expansion: 0.125, contraction: 0.1, churn: 0.25, refunds: 0, n: 4, outsideBase: 1, baseRevenue: 400 },
			1e-14
		);
	});

	test('the interval of a ratio of sums, worked by hand', () => {
		const residuals = [150 - 77.5, 60 - 77.5, -77.5, 100 - 77.5];
		const se = Math.sqrt((4 / 3) * residuals.reduce((sum, r) => sum + r * r, 0)) / 400;
		expectClose(ok(retention(book)).nrr, { se, low: 0.775 - 3.182446305284263 * se }, 1e-12);
	});

	test('a refund beyond revenue is negative in NRR and 0 in GRR', () => {
		const result = ok(
			retention([
				{ before: 100, after: -20 },
				{ before: 100, after: 120 }
			])
		);
		expectClose(result, { nrr: { value: 0.5 }, grr: { value: 0.5 }, churn: 0.5, refunds: 0.1, expansion: 0.1 }, 1e-14);
	});

	test('NRR = 1 + expansion − contraction − churn, GRR = 1 − contraction − churn ≤ 1 and ≤ NRR', () => {
		const property = fc.property(accounts, (list) => {
			const result = retention(list);
			if (result.status !== 'ok' || result.nrr.status !== 'ok' || result.grr.status !== 'ok') return true;
			const { nrr, grr, expansion, contraction, churn } = result;
			const near = (a: number, b: number) => Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b));
			const identities =
				near(nrr.value, 1 + expansion - contraction - churn) && near(grr.value, 1 - contraction - churn);
			return identities && grr.value <= 1 + 1e-12 && grr.value <= nrr.value + 1e-12;
		});
		expect(() => fc.assert(property)).not.toThrow();
	});

	test('does not depend on the currency unit', () => {
		const cents = book.map(({ before, after }) => ({ before: 100 * before, after: 100 * after }));
		expectClose(retention(cents), { nrr: { ...ok(ok(retention(book)).nrr) } }, 1e-12);
	});

	test('drawn accounts give an interval too, and repeat with their seed', () => {
		const of = () => ok(ok(retention(book, { random: seededRandom(4) })).nrr);
		expect(of()).toEqual(of());
		expect(of().method).toBe('bootstrap, percentile');
	});

	test('one large account is named; nobody before, one account and missing amounts are dashes', () => {
		expect(ok(retention(book)).warnings).toEqual(['one account carries more than a fifth of the revenue']);
		expect(retention([])).toMatchObject({ reason: 'nobody paid in the period before' });
		expect(retention([{ before: -5, after: 3 }])).toMatchObject({ status: 'not_estimable' });
		expect(retention([{ before: NaN, after: 3 }])).toMatchObject({ reason: 'an account has no amount' });
		expect(
			retention([
				{ before: 1e308, after: 3 },
				{ before: 1e308, after: 3 }
			])
		).toMatchObject({ status: 'not_estimable' });
		expect(ok(retention([{ before: 5, after: 3 }]))).toMatchObject({
			nrr: { status: 'not_estimable' },
			logo: { value: 1 }
		});
	});
});

describe('earned growth', () => {
	const book = { before: 100, retained: 85, earned: 25, bought: 20, unknown: 0, reactivated: 0, customers: 40 };

	test('the golden case of Winning on Purpose: 85 + 25 − 100 = 10%, a third of the growth of 30%', () => {
		const result = ok(earnedGrowth(book));
		expectClose(
			result,
			{ rate: { value: 0.1, low: 0.1, high: 0.1 }, ratio: { value: 1 / 3 }, nrr: 0.85, enc: 0.25, totalGrowth: 0.3 },
			1e-12
		);
	});

	test('an unknown source is a range, from all bought to all earned', () => {
		const result = ok(earnedGrowth({ ...book, earned: 15, bought: 15, unknown: 15 }));
		expectClose(result.rate, { low: 0, value: 0.075, high: 0.15 }, 1e-12);
		expect(ok(result.rate).warnings).toEqual(['the source of some new customers is unknown']);
	});

	test('when nobody was asked there is a reason with the range, and no figure', () => {
		expect(ok(earnedGrowth({ ...book, earned: 0, bought: 0, unknown: 45 })).rate).toEqual({
			status: 'not_estimable',
			reason: 'no new customer said why they came: between −15.0% and 30.0%'
		});
	});

	test('revenue that did not grow has no growth to have earned', () => {
		const result = ok(earnedGrowth({ ...book, earned: 0, bought: 0 }));
		expectClose(result.rate, { value: -0.15 }, 1e-12);
		expect(result.ratio).toMatchObject({ status: 'not_estimable' });
	});

	test('accounts reconcile with the statement: every cent of this period is somewhere', () => {
		const rows = [
			{ before: 60, after: 50 },
			{ before: 40, after: 35, source: 'earned' as const },
			{ before: 0, after: 25, source: 'earned' as const },
			{ before: 0, after: 20, source: 'bought' as const },
			{ before: 0, after: 4, source: 'reactivated' as const },
			{ before: 0, after: 6 }
		];
		const { statement, nrr, enc, boughtNew, unknownNew, reactivated, totalGrowth } = ok(earnedGrowth(rows));
		expect(statement).toEqual({
			before: 100,
			retained: 85,
			earned: 25,
			bought: 20,
			unknown: 6,
			reactivated: 4,
			customers: 6
		});
		expect(enc).toBeCloseTo(0.25 + 0.06 * (25 / 45), 12);
		expect(nrr + 0.25 + boughtNew + unknownNew + reactivated).toBeCloseTo(1 + totalGrowth, 12);
	});

	test('with chance given, the range also holds the chance of accounts', () => {
		const rows = Array.from({ length: 60 }, (_, i) => ({
			before: i % 4 === 0 ? 0 : 10,
			after: (i * 7) % 13,
			source: 'earned' as const
		}));
		const [bare, drawn] = [
			ok(ok(earnedGrowth(rows)).rate),
			ok(ok(earnedGrowth(rows, { random: seededRandom(1), draws: 500 })).rate)
		];
		expect(drawn.low).toBeLessThan(bare.value);
		expect(drawn.high).toBeGreaterThan(bare.value);
	});

	test('no revenue before and missing amounts are dashes', () => {
		expect(earnedGrowth([])).toMatchObject({ reason: 'no revenue was left in the period before' });
		expect(earnedGrowth({ ...book, bought: NaN })).toMatchObject({ reason: 'an amount is missing' });
	});
});

describe('rate and mix', () => {
	const counts = (promoters: number, detractors: number, answers: number) =>
		npsSegment({ promoters, detractors, answers });
	const simpson = [
		{ segment: 'small', before: counts(60, 10, 100), after: counts(13, 2, 20) },
		{ segment: 'large', before: counts(6, 8, 20), after: counts(31, 39, 100) }
	];

	test('each segment improves while the whole falls: all of the fall is mix', () => {
		const { change, rate, mix, segments } = ok(rateAndMix(simpson));
		expect(ok(change).value).toBeLessThan(0);
		expect(segments.every((part) => part.rate > 0)).toBe(true);
		expect(ok(rate).value + ok(mix).value).toBeCloseTo(ok(change).value, 10);
		expect(ok(rate).value).toBeCloseTo(
			0.5 * (100 / 120 + 20 / 120) * (55 - 50) + 0.5 * (20 / 120 + 100 / 120) * (-8 + 10),
			10
		);
	});

	test('the change and its standard error are those of the whole', () => {
		const whole = ok(
			npsDifference({ promoters: 66, detractors: 18, answers: 120 }, { promoters: 44, detractors: 41, answers: 120 })
		);
		expectClose(ok(rateAndMix(simpson)).change, { value: whole.value, se: whole.se }, 1e-10);
	});

	test('a segment that appears is mix, and said', () => {
		const result = ok(rateAndMix([...simpson, { segment: 'new', before: counts(0, 0, 0), after: counts(9, 1, 30) }]));
		expect(result.segments[2].rate).toBe(0);
		expect(result.warnings).toEqual(['a segment answered in one period only']);
	});

	test('one segment is all rate', () => {
		const only = [{ segment: 'all', before: counts(5, 3, 12), after: counts(9, 3, 14) }];
		expectClose(
			rateAndMix(only),
			{ mix: { value: 0 }, rate: { value: ok(nps({ promoters: 9, detractors: 3, answers: 14 })).value - 100 / 6 } },
			1e-10
		);
	});

	test('adds up whatever is given', () => {
		const mean = fc.record({
			n: fc.integer({ min: 0, max: 500 }),
			value: fc.double({ min: -100, max: 100, noNaN: true }),
			variance: fc.integer({ min: 0, max: 9999 })
		});
		const property = fc.property(
			fc.array(fc.record({ segment: fc.string(), before: mean, after: mean }), { maxLength: 8 }),
			(list) => {
				const result = rateAndMix(list);
				if (result.status !== 'ok') return true;
				return (
					saysSomething(result) &&
					Math.abs(ok(result.rate).value + ok(result.mix).value - ok(result.change).value) < 1e-8
				);
			}
		);
		expect(() => fc.assert(property)).not.toThrow();
	});

	test('a period without answers is a dash', () => {
		expect(rateAndMix([])).toMatchObject({ reason: 'nobody answered before' });
		expect(rateAndMix([{ segment: 'a', before: counts(1, 1, 3), after: counts(0, 0, 0) }])).toMatchObject({
			reason: 'nobody answered after'
		});
		expect(
			rateAndMix([{ segment: 'a', before: { n: NaN, value: 0, variance: 0 }, after: counts(0, 0, 3) }])
		).toMatchObject({ reason: 'a segment has no number' });
	});
});
