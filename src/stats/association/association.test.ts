import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, ok, saysSomething } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/association.json' with { type: 'json' };
import trend from '#tests/reference/stats/theil_sen.json' with { type: 'json' };
import { seededRandom } from '../random.ts';
import { isotonic } from './isotonic.ts';
import { partialCorrelation } from './partial-correlation.ts';
import { pearson } from './pearson.ts';
import { relativeImportance } from './relative-importance.ts';
import { spearman } from './spearman.ts';
import { theilSen } from './theil-sen.ts';

const { x, y, z, w } = reference;
const pairs = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })), {
	maxLength: 15
});

describe('correlations', () => {
	test("Pearson's r, interval, t and p are R's cor.test", () => {
		expectClose(pearson(x, y), reference.pearson, 1e-11);
	});

	test('partial correlation is that of the residuals', () => {
		expectClose(partialCorrelation(x, y, { z, w }), reference.partial, 1e-10);
		expectClose(partialCorrelation(x, y, {}), { value: reference.pearson.value, low: reference.pearson.low }, 1e-11);
	});

	test('a control given twice costs one degree of freedom', () => {
		expectClose(partialCorrelation(x, y, { z, w, again: z }), { p: reference.partial.p, df: 36 }, 1e-9);
	});

	test("Spearman's on many ties is R's, by t", () => {
		expectClose(spearman(x, y), reference.spearman, 1e-11);
	});

	test('below ten pairs p is exact, with ties too', () => {
		const { exact, tied } = reference;
		expectClose(spearman(exact.x, exact.y), { value: exact.value, p: exact.p }, 1e-12);
		expectClose(spearman(tied.x, tied.y), { value: tied.value, p: tied.p }, 1e-12);
	});

	test('a list that does not vary, unequal, missing and too few pairs are dashes', () => {
		for (const of of [pearson, spearman]) {
			expect(of([1, 1, 1, 1], [1, 2, 3, 4])).toMatchObject({ reason: 'one of the two does not vary' });
			expect(of([1, 2], [1])).toMatchObject({ reason: 'each pair needs two numbers' });
			expect(of([1, 2, NaN, 3], [1, 2, 3, 4])).toMatchObject({ reason: 'a pair has a missing number' });
			expect(of([1, 2, 4], [1, 3, 2])).toMatchObject({ reason: 'too few pairs to know their correlation' });
			expect(of([], [])).toMatchObject({ status: 'not_estimable' });
			expect(of(x, y, { level: 3 })).toMatchObject({ status: 'not_estimable' });
		}
		expect(partialCorrelation(x, y, { x })).toMatchObject({ reason: 'one of the two does not vary' });
		expect(partialCorrelation(x, y, { bad: [1] })).toMatchObject({ reason: 'a control has a missing number' });
		expect(partialCorrelation([], [], {})).toMatchObject({ reason: 'there are no pairs' });
	});

	test('an exact line is 1 without an interval to boast of', () => {
		expect(pearson([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])).toMatchObject({
			value: 1,
			low: 1,
			high: 1,
			warnings: ['small sample', 'one follows the other exactly']
		});
	});

	test('units and order of rows are nothing', () => {
		const value = ok(pearson(x, y)).value;
		expectClose(
			pearson(
				x.map((v) => 100 * v - 7),
				y
			).status === 'ok' &&
				ok(
					pearson(
						x.map((v) => 100 * v - 7),
						y
					)
				).value,
			value,
			1e-12
		);
		expectClose(ok(pearson(x.toReversed(), y.toReversed())).value, value, 1e-12);
	});

	test('say something about anything', () => {
		const property = fc.property(pairs, (any) => {
			const [a, b] = [any.map(([first]) => first), any.map(([, second]) => second)];
			return [
				pearson(a, b),
				spearman(a.slice(0, 7), b.slice(0, 7)),
				theilSen(a, b),
				isotonic({ x: a, y: b }),
				partialCorrelation(a, b, { a })
			].every(saysSomething);
		});
		expect(() => fc.assert(property)).not.toThrow();
	});
});

describe('the Theil-Sen slope', () => {
	test("has scipy's slope, intercept and limits", () => {
		const result = ok(theilSen(trend.x, trend.y));
		// scipy takes median(y) − slope · median(x) for the intercept, this one the median of what is left
		expectClose(result, { value: trend.at95.value, low: trend.at95.low, high: trend.at95.high }, 1e-12);
		expectClose(theilSen(trend.x, trend.y, { level: 0.9 }), trend.at90, 1e-12);
	});

	test('of an even number of slopes is the mean of the middle two', () => {
		expectClose(theilSen([0, 1, 2, 4], [1, 3, 2, 5]), trend.even, 1e-12);
	});

	test("is tested by Mann-Kendall, as R's cor.test(kendall, continuity)", () => {
		const result = ok(theilSen(x, y));
		expectClose(result, { value: reference.slope, p: reference.kendall.p }, 1e-10);
	});

	test('one wild point hardly moves it', () => {
		const line = Array.from({ length: 21 }, (_, i) => i);
		const wild = line.map((v) => (v === 10 ? 1e6 : 3 * v + 1));
		expect(ok(theilSen(line, wild))).toMatchObject({ value: 3, intercept: 1 });
	});

	test('all at one time, two points, too many points are dashes; a flat line is flat', () => {
		expect(theilSen([1, 1, 1], [1, 2, 3])).toMatchObject({ reason: 'all points lie at the same time' });
		expect(theilSen([1, 2], [1, 2])).toMatchObject({ reason: 'fewer than three points make no trend' });
		expect(theilSen(Array<number>(5000).fill(1), Array<number>(5000).fill(1))).toMatchObject({
			status: 'not_estimable'
		});
		expect(theilSen([1, 2, 3, 4], [5, 5, 5, 5])).toMatchObject({ value: 0, low: 0, high: 0, p: 1 });
	});
});

describe('isotonic regression', () => {
	test('pools as R does, points of equal x first', () => {
		const { steps } = ok(isotonic({ x, y }));
		expectClose(
			steps.map(({ value }) => value),
			reference.isotonic.value,
			1e-12
		);
		expectClose(
			steps.map((step) => step.x),
			reference.isotonic.x,
			0
		);
	});

	test('never falls, keeps the mean, and falling is rising upside down', () => {
		const property = fc.property(
			fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: -100, max: 100 })), {
				minLength: 1,
				maxLength: 40
			}),
			(points) => {
				const [at, values] = [points.map(([first]) => first), points.map(([, second]) => second)];
				const [up, down] = [
					ok(isotonic({ x: at, y: values })),
					ok(isotonic({ x: at, y: values.map((v) => -v), increasing: false }))
				];
				const total = up.steps.reduce((sum, { value, weight }) => sum + value * weight, 0);
				const rises = up.steps.every(({ value }, i) => i === 0 || value >= up.steps[i - 1].value - 1e-9);
				return (
					rises &&
					Math.abs(total - values.reduce((sum, v) => sum + v, 0)) < 1e-6 &&
					down.steps.every(({ value }, i) => Math.abs(value + up.steps[i].value) < 1e-9)
				);
			}
		);
		expect(() => fc.assert(property)).not.toThrow();
	});

	test('weights are customers, and those of weight 0 are not there', () => {
		const weighted = ok(isotonic({ x: [1, 2, 3], y: [5, 1, 9], weights: [3, 1, 0] }));
		expect(weighted.steps).toMatchObject([
			{ x: 1, value: 4 },
			{ x: 2, value: 4 }
		]);
		expect(weighted.levels).toBe(1);
	});

	test('a band holds the curve', () => {
		const { steps } = ok(isotonic({ x, y }, { random: seededRandom(6), draws: 400 }));
		expect(steps.filter(({ low, value, high }) => low! <= value && value <= high!).length).toBeGreaterThan(7);
		expect(ok(isotonic({ x: [1], y: [1] }, { random: seededRandom(6) })).steps).toMatchObject([
			{ low: null, high: null }
		]);
	});

	test('no, missing and weightless points are dashes', () => {
		expect(isotonic({ x: [], y: [] })).toMatchObject({ reason: 'there are no points' });
		expect(isotonic({ x: [1], y: [NaN] })).toMatchObject({ reason: 'a point has a missing number' });
		expect(isotonic({ x: [1], y: [1], weights: [0] })).toMatchObject({ reason: 'no point carries weight' });
		expect(isotonic({ x: [1], y: [1], weights: [-1] })).toMatchObject({ reason: 'a weight is negative' });
		expect(isotonic({ x: [1], y: [1] }, { level: 0 })).toMatchObject({ status: 'not_estimable' });
	});
});

describe('relative importance', () => {
	const { swiss } = reference;
	const parts = (of: 'lmg' | 'johnson') =>
		Object.fromEntries(ok(relativeImportance(swiss, { method: of })).drivers.map(({ name, part }) => [name, part]));

	test("LMG has the published parts of Grömping's swiss table", () => {
		const published = {
			Agriculture: 0.05709122,
			Examination: 0.17117303,
			Education: 0.26013468,
			Catholic: 0.10557015,
			'Infant.Mortality': 0.11276592
		};
		expectClose(parts('lmg'), published, 1e-7);
		expectClose(parts('lmg'), swiss.lmg, 1e-11);
	});

	test("Johnson's weights are those by eigenvectors in R", () => {
		expectClose(parts('johnson'), swiss.johnson, 1e-11);
	});

	test.each(['lmg', 'johnson'] as const)('%s: the parts add to R²', (method) => {
		const { r2, drivers } = ok(relativeImportance(swiss, { method }));
		expect(r2).toBeCloseTo(swiss.r2, 12);
		expect(drivers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
		expect(drivers.find(({ name }) => name === 'Education')).toMatchObject({
			rank: 1,
			direction: -1,
			ranks: null,
			interval: null
		});
	});

	test('a copy takes half, and copies are no error', () => {
		const [own, copy] = ok(relativeImportance({ y, x: { a: x, copy: x.map((v) => 2 * v), z } })).drivers;
		expect(own.part).toBeCloseTo(copy.part, 10);
		expect(saysSomething(relativeImportance({ y, x: { a: x, copy: x } }, { method: 'johnson' }))).toBe(true);
	});

	test('draws give intervals and the ranks a driver may hold', () => {
		const { drivers } = ok(
			relativeImportance({ ...swiss, cluster: swiss.y.map((_, i) => i >> 1) }, { random: seededRandom(1), draws: 300 })
		);
		const education = drivers.find(({ name }) => name === 'Education')!;
		expect(education.ranks![0]).toBe(1);
		expect(ok(education.interval!).high - ok(education.interval!).low).toBeGreaterThan(0.1);
	});

	test('twelve drivers by all subsets are quick', () => {
		const random = seededRandom(4);
		const many = Object.fromEntries(
			Array.from({ length: 12 }, (_, k) => [`d${k}`, Array.from({ length: 200 }, random)])
		);
		const started = performance.now();
		expect(ok(relativeImportance({ y: many.d0.map((v, i) => v + many.d1[i]), x: many })).drivers).toHaveLength(12);
		expect(performance.now() - started).toBeLessThan(2000);
	});

	test('nothing that varies, few rows, missing numbers, too many drivers are dashes', () => {
		expect(relativeImportance({ y, x: {} })).toMatchObject({ reason: 'there are no drivers' });
		expect(relativeImportance({ y: y.map(() => 1), x: { x } })).toMatchObject({
			reason: 'the outcome or a driver does not vary'
		});
		expect(relativeImportance({ y: [1, 2], x: { a: [1, 2] } })).toMatchObject({
			reason: 'too few rows for so many drivers'
		});
		expect(relativeImportance({ y, x: { bad: [1] } })).toMatchObject({ reason: 'a row has a missing number' });
		const many = Object.fromEntries(Array.from({ length: 17 }, (_, k) => [`d${k}`, x]));
		expect(relativeImportance({ y, x: many }, { method: 'lmg' })).toMatchObject({
			reason: expect.stringContaining('johnson') as string
		});
		expect(relativeImportance({ y, x: { x } }, { level: 0 })).toMatchObject({ status: 'not_estimable' });
	});
});
