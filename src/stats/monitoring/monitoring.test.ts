import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClose, ok } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/multiplicity.json' with { type: 'json' };
import { normalQuantile } from '../distributions/normal.ts';
import { seededRandom } from '../random.ts';
import { npsSegment } from '../scores/nps-segment.ts';
import { benjaminiHochberg, benjaminiYekutieli, holm } from './benjamini-hochberg.ts';
import { chanceBeyond, chanceOfRun, chanceOfThreeInFour } from './chances.ts';
import { signalsIn } from './signals.ts';
import { xmr } from './xmr.ts';
import { xmrForScores } from './xmr-for-scores.ts';

describe('many looks at once', () => {
	test("Benjamini-Hochberg, Benjamini-Yekutieli and Holm are R's p.adjust", () => {
		expectClose(benjaminiHochberg(reference.p), reference.bh, 1e-14);
		expectClose(benjaminiYekutieli(reference.p), reference.by, 1e-14);
		expectClose(holm(reference.p), reference.holm, 1e-14);
	});

	test('the example of Benjamini & Hochberg 1995: 4 of 15 at 5%', () => {
		const p = [
			0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1
		];
		expect(benjaminiHochberg(p).filter((q) => q! <= 0.05)).toHaveLength(4);
	});

	test('what was not tested stays null and does not count', () => {
		expect(benjaminiHochberg([0.02, null, 0.01])).toEqual([0.02, null, 0.02]);
		expect(benjaminiHochberg([NaN, 2])).toEqual([null, null]);
		expect([benjaminiHochberg([]), holm([null])]).toEqual([[], [null]]);
	});

	test('never below the raw p, never above 1, in the same order', () => {
		const property = fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
			const q = benjaminiHochberg(p);
			return q.every(
				(value, i) => value! >= p[i] && value! <= 1 && p.every((other, j) => other > p[i] || q[j]! <= value!)
			);
		});
		expect(() => fc.assert(property)).not.toThrow();
	});
});

describe('the process behaviour chart', () => {
	const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

	test('NIST 6.3.2.2, flow rates: centre 50.81, mean range 1.8778, limits 45.8159 and 55.8041', () => {
		const chart = ok(xmr(flow, { fewest: 10 }));
		expectClose(chart, { centre: 50.81, meanMovingRange: 1.8778 }, 2e-5);
		// NIST divides by 1.128, Wheeler multiplies by 2.66: the same to four digits
		expectClose(chart, { lower: 45.8159, upper: 55.8041 }, 2e-5);
		expect(chart.points.every(({ signal }) => signal === null)).toBe(true);
	});

	test('below twelve points the baseline is forming', () => {
		expect(xmr(flow)).toEqual({ status: 'not_estimable', reason: 'baseline forming: 10 of 12 points' });
	});

	test('a jump after the baseline is seen, and the limits stay', () => {
		const weeks = [...Array.from({ length: 20 }, (_, i) => 30 + (i % 3)), 60];
		const chart = ok(xmr(weeks, { baseline: 20 }));
		expect(chart.points[20].signal).toBe('beyond-limits');
		expect(chart).toMatchObject({ baseline: 20, n: 21, warnings: [] });
		expect(chart.upper).toBeLessThan(60);
	});

	test('an outlier stretches the mean range, not the median one', () => {
		const weeks = Array.from({ length: 24 }, (_, i) => (i === 11 ? 90 : 30 + (i % 4)));
		expect(ok(xmr(weeks, { robust: true })).upper).toBeLessThan(ok(xmr(weeks)).upper);
	});

	test('a gap has no range on either side', () => {
		const chart = ok(xmr([1, 2, null, 4, 2, 3, 1, 5, 2, 4, 3, 1, 2, 3]));
		expect(chart.points[2]).toMatchObject({ value: null, movingRange: null, signal: null });
		expect(chart.points[3].movingRange).toBeNull();
	});

	test('figures that never vary, or are no numbers, have no limits', () => {
		expect(xmr(Array<number>(20).fill(5))).toMatchObject({ reason: expect.stringContaining('did not vary') as string });
		expect(xmr([...flow, ...flow, NaN])).toMatchObject({ reason: 'a figure is not a number' });
		expect(xmr([], { fewest: 0 })).toMatchObject({ status: 'not_estimable' });
	});

	test('eight on one side and three of four near a limit are signals; a point on the centre ends a run', () => {
		expect(signalsIn(Array<number>(9).fill(0.2)).map((s) => s !== null)).toEqual([
			...Array<boolean>(7).fill(false),
			true,
			true
		]);
		expect(signalsIn([0.2, 0.2, 0.2, 0.2, 0, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2])).toEqual(Array<null>(12).fill(null));
		expect(signalsIn([1.6, 0, null, 1.7, 1.8])).toEqual([null, null, null, null, 'three-of-four']);
		expect(signalsIn([0, -3.1])).toEqual([null, 'beyond-limits']);
	});
});

describe('weekly scores with uneven answers', () => {
	const week = (promoters: number, detractors: number, answers: number) =>
		npsSegment({ promoters, detractors, answers });
	const steady = Array.from({ length: 26 }, (_, i) => week(45 + (i % 5), 20 - (i % 3), 100));

	test('a small week is no alarm where the same score of a large one is', () => {
		const chart = (last: ReturnType<typeof week>) =>
			ok(xmrForScores([...steady, last], { baseline: 26 })).points[26].signal;
		expect(chart(week(1, 4, 10))).toBeNull();
		expect(chart(week(100, 400, 1000))).toBe('beyond-limits');
	});

	test('limits follow the answers of each week and are never narrower than sampling', () => {
		const chart = ok(xmrForScores([...steady, week(0, 0, 0), week(200, 80, 400)]));
		expect(chart.points[27].upper - chart.centre).toBeCloseTo((chart.points[0].upper - chart.centre) / 2, 10);
		expect(chart.points[26]).toMatchObject({ value: null, signal: null });
		expect(chart.method).toBe('Laney, σ_z = 1.00');
	});

	test('weeks that truly differ widen the limits', () => {
		const wild = Array.from({ length: 26 }, (_, i) => week(i % 2 ? 700 : 300, 200, 1000));
		expect(ok(xmrForScores(wild)).points.every(({ signal }) => signal === null)).toBe(true);
	});

	test('few weeks, no variation and missing numbers are dashes', () => {
		expect(xmrForScores(steady.slice(0, 5))).toMatchObject({ reason: 'baseline forming: 5 of 12 weeks' });
		expect(xmrForScores(Array.from({ length: 20 }, () => week(10, 0, 10)))).toMatchObject({ status: 'not_estimable' });
		expect(xmrForScores([...steady, { n: NaN, value: 0, variance: 1 }])).toMatchObject({
			reason: 'a week has no number'
		});
	});
});

describe('how often routine alone shows a signal', () => {
	test('is what drawing says, where the limits are made of few points', () => {
		const random = seededRandom(4);
		const normal = () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
		for (const formed of [12, 39]) {
			const draws = 12_000;
			const seen = { beyond: 0, run: 0, three: 0 };
			for (let i = 0; i < draws; i++) {
				const usual = Array.from({ length: formed }, normal);
				const centre = usual.reduce((sum, x) => sum + x, 0) / formed;
				const range = usual.slice(1).reduce((sum, x, j) => sum + Math.abs(x - usual[j]), 0) / (formed - 1);
				const z = Array.from({ length: 8 }, () => (3 * (normal() - centre)) / (2.66 * range));
				const side = Math.sign(z[7]);
				seen.beyond += Math.abs(z[7]) > 3 ? 1 : 0;
				seen.run += z.every((at) => Math.sign(at) === side) ? 1 : 0;
				seen.three += z[7] * side > 1.5 && z.slice(4).filter((at) => at * side > 1.5).length > 2 ? 1 : 0;
			}
			const within = (count: number, chance: number) =>
				Math.abs(count - draws * chance) < 4 * Math.sqrt(draws * chance) + 0.15 * draws * chance;
			expect(within(seen.beyond, chanceBeyond(3, formed)), `beyond, ${formed}`).toBe(true);
			expect(within(seen.run, chanceOfRun(8, formed)), `run, ${formed}`).toBe(true);
			expect(within(seen.three, chanceOfThreeInFour(formed)), `three, ${formed}`).toBe(true);
		}
	});

	test('comes to the textbook’s where the limits are as good as known', () => {
		expect(chanceBeyond(3, 1e7)).toBeCloseTo(0.0027, 5);
		expect(chanceOfRun(8, 1e7)).toBeCloseTo(2 ** -7, 6);
		// 2 · (3 · 0.0668³ · 0.9332 + 0.0668⁴)
		expect(chanceOfThreeInFour(1e7)).toBeCloseTo(0.00171, 5);
	});

	test('of few points, and of a side on which all of them lie, is no certainty', () => {
		expect(chanceBeyond(9, 2)).toBeGreaterThan(0.05);
		expect(chanceOfRun(13, 12, 1)).toBeGreaterThan(0.5);
		expect(chanceOfRun(13, 12, 1)).toBeLessThanOrEqual(1);
	});
});
