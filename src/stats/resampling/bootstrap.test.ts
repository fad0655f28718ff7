import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, ok } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/bootstrap.json' with { type: 'json' };
import { mean } from '../arrays/sum.ts';
import { seededRandom } from '../random.ts';
import { concentration } from '../revenue/concentration.ts';
import { bootstrap, bootstrapSeveral } from './bootstrap.ts';
import { bootstrapInterval } from './bootstrap-interval.ts';

const average = (list: readonly number[]) => mean(list);

describe('the interval of given replicates', () => {
	const replicates = Float64Array.from(reference.replicates).sort();

	test.each(['percentile', 'basic', 'bca'] as const)("is that of R's boot.ci: %s", (method) => {
		const { value, influences } = reference;
		const at = (level: number) => {
			const { low, high } = bootstrapInterval(replicates, value, { level, method, influences });
			return [low, high];
		};
		expectClose(at(0.95), reference.at95[method], 1e-12);
		expectClose(at(0.9), reference.at90[method], 1e-12);
	});

	test('falls back to percentile when no replicate lies below the value', () => {
		const args = { level: 0.95, influences: [1, 2] };
		expect(bootstrapInterval(replicates, -1, { ...args, method: 'bca' })).toEqual({
			...bootstrapInterval(replicates, -1, { ...args, method: 'percentile' }),
			fellBack: true
		});
	});
});

describe('a bootstrap', () => {
	test('of 20,000 draws comes within chance of 99,999 draws of R', () => {
		const options = { random: seededRandom(1), draws: 20_000, method: 'bca' } as const;
		const result = ok(bootstrap(reference.x, average, options));
		expectClose([result.low, result.high], reference.many.bca, 0.015);
	});

	test('is repeatable, and another seed moves it only a little', () => {
		const at = (seed: number) => bootstrap(reference.x, average, { random: seededRandom(seed) });
		expect(at(3)).toEqual(at(3));
		expectClose(ok(at(4)), { low: ok(at(3)).low, high: ok(at(3)).high }, 0.05);
	});

	test('draws accounts, not rows: copying every row five times adds no evidence', () => {
		const rows = reference.x.map((revenue, account) => ({ revenue, account }));
		const copied = rows.flatMap((row) => Array<(typeof rows)[number]>(5).fill(row));
		const of = (sample: typeof rows) =>
			ok(
				bootstrap(sample, (drawn) => mean(drawn.map(({ revenue }) => revenue)), {
					random: seededRandom(9),
					clusterOf: ({ account }) => account
				})
			);
		expectClose(of(copied), { low: of(rows).low, high: of(rows).high, clusters: 25 }, 1e-12);
	});

	test('several figures come from the same draws', () => {
		const [sum, half] = bootstrapSeveral(reference.x, (d) => [average(d), average(d) / 2], {
			random: seededRandom(5)
		}).map(ok);
		expect(half.low).toBeCloseTo(sum.low / 2, 12);
	});

	test('a constant sample says that every draw is the same', () => {
		const result = ok(bootstrap(Array<number>(20).fill(7), average, { random: seededRandom(1), method: 'bca' }));
		expect(result).toMatchObject({ value: 7, low: 7, high: 7, se: 0 });
		expect(result.warnings).toContain('every draw gives the same figure');
	});

	test('nobody, a single account, a failing statistic and a wrong level are dashes', () => {
		const random = seededRandom(1);
		expect(bootstrap([], () => 1, { random })).toMatchObject({ reason: 'there is nobody to count' });
		expect(bootstrap([1], average, { random })).toMatchObject({ status: 'not_estimable' });
		expect(bootstrap([1, 1], average, { random, clusterOf: () => 'one' })).toMatchObject({ status: 'not_estimable' });
		expect(bootstrap([1, 2], () => NaN, { random })).toMatchObject({ status: 'not_estimable' });
		expect(bootstrap([1, 2], average, { random, level: 1 })).toMatchObject({ status: 'not_estimable' });
		expect(bootstrap([1, 2], average, { random, draws: 1 })).toMatchObject({ status: 'not_estimable' });
	});

	test('a figure that sometimes fails is shown with the failures counted', () => {
		const ratio = (list: readonly number[]) => (list.every((x) => x === 0) ? NaN : 1 + mean(list));
		const result = ok(bootstrap([0, 0, 0, 1, 1, 1], ratio, { random: seededRandom(2) }));
		expect(result.failed).toBeGreaterThan(0);
		expect(result.warnings.join()).toContain('draws gave no figure');
	});

	test('scales and shifts with the data', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 }), (cents) => {
				const of = (list: readonly number[]) => ok(bootstrap(list, average, { random: seededRandom(1), draws: 200 }));
				const [plain, scaled] = [of(cents), of(cents.map((x) => 100 * x + 5))];
				return Math.abs(scaled.high - (100 * plain.high + 5)) < 1e-6;
			}),
			{ numRuns: 25 }
		);
	});

	test('BCa of 3,000 accounts leaves out blocks, not one account at a time', () => {
		const random = seededRandom(11);
		const revenue = Array.from({ length: 3000 }, () => -Math.log(1 - random()));
		let calls = 0;
		const counted = (list: readonly number[]) => (calls++, average(list));
		const result = ok(bootstrap(revenue, counted, { random, method: 'bca', draws: 1000 }));
		expect(calls).toBe(1 + 1000 + 1000);
		expect(result.high - result.value).toBeGreaterThan(result.value - result.low);
	});
});

describe('concentration of revenue', () => {
	test("has R's trimmed mean and Yuen's standard error", () => {
		expectClose(ok(concentration(reference.x)).trimmedMean, reference.trimmed, 1e-12);
	});

	test('one account with most of the total is named', () => {
		const result = ok(concentration([...Array<number>(199).fill(1), 666.2]));
		expect(result.topShare).toBeCloseTo(0.77, 3);
		expect(result).toMatchObject({ median: 1, meanWithoutLargest: 1, n: 200 });
		expect(result.warnings).toEqual(['one account carries more than a fifth of the total']);
	});

	test('refunds may exceed revenue, and then shares are not defined', () => {
		expect(ok(concentration([-5, -6, 2]))).toMatchObject({ topShare: null, mean: -3 });
		expect(concentration([4])).toMatchObject({ status: 'not_estimable' });
		expect(concentration([4, NaN])).toMatchObject({ status: 'not_estimable' });
	});
});
