import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok } from '#tests/reference/stats/compare.ts';
import { npsClustered } from './nps-clustered.ts';
import { npsDifference } from './nps-difference.ts';
import { npsPairedDifference } from './nps-paired-difference.ts';
import { npsAnswersNeeded, npsSmallestChange } from './nps-planning.ts';
import { nps } from './nps.ts';

const scores = (promoters: number, passives: number, detractors: number) => [
	...Array<number>(promoters).fill(10),
	...Array<number>(passives).fill(7),
	...Array<number>(detractors).fill(6)
];

describe('NPS (golden values of definitions.md 5.2)', () => {
	test('324 answers, 162 promoters, 54 detractors', () => {
		const result = ok(nps({ promoters: 162, detractors: 54, answers: 324 }));
		expect(result.value).toBeCloseTo(33.333, 3);
		expect(result.se).toBeCloseTo(4.1409, 4);
		expect(1.959964 * result.se).toBeCloseTo(8.116, 3);
		expect(result.warnings).toEqual([]);
	});

	test('10 answers: adjusted around 23.08 ± 42.13, marked as a small sample', () => {
		const result = ok(nps(scores(5, 3, 2)));
		expect(result.value).toBeCloseTo(30, 12);
		expect(1.959964 * result.se).toBeCloseTo(48.41, 2);
		expect(result.centre).toBeCloseTo(23.08, 2);
		expect((result.high - result.low) / 2).toBeCloseTo(42.13, 2);
		expect(result.warnings).toEqual(['small sample']);
	});

	test('20 promoters do not claim certainty: 86.96 ± 17.27, clipped at 100', () => {
		const result = ok(nps(scores(20, 0, 0)));
		expect(result).toMatchObject({ value: 100, se: 0, high: 100, passives: 0 });
		expect(result.centre).toBeCloseTo(86.96, 2);
		expect(result.centre - result.low).toBeCloseTo(17.27, 2);
	});

	test.each([
		[25, 30.0],
		[50, 21.2],
		[100, 15.0],
		[250, 9.5],
		[500, 6.7],
		[1000, 4.8]
	])('the weekly-review table: %i answers have a margin of %d', (n, margin) => {
		const result = ok(nps({ promoters: 0.45 * n, detractors: 0.2 * n, answers: n }));
		expect(1.959964 * result.se).toBeCloseTo(margin, 1);
	});
});

describe('NPS', () => {
	test('fewer than ten answers are counts, not a score', () => {
		expect(nps(scores(5, 2, 2))).toEqual({ status: 'not_estimable', reason: 'only 9 answers: too few for a score' });
	});

	test('no answers, a wrong score and impossible counts each have their reason', () => {
		expect(nps([])).toMatchObject({ reason: 'nobody has answered yet' });
		expect(nps([...scores(20, 0, 0), 11])).toMatchObject({ reason: expect.stringContaining('11') as string });
		expect(nps([...scores(20, 0, 0), 7.5])).toMatchObject({ status: 'not_estimable' });
		expect(nps([...scores(20, 0, 0), NaN])).toMatchObject({ status: 'not_estimable' });
		expect(nps({ promoters: 30, detractors: 3, answers: 20 })).toMatchObject({ status: 'not_estimable' });
		expect(nps({ promoters: -3, detractors: 3, answers: 20 })).toMatchObject({ status: 'not_estimable' });
		expect(nps(scores(20, 1, 1), { level: 2 })).toMatchObject({ status: 'not_estimable' });
		expect(nps(scores(20, 1, 1), { population: 5 })).toMatchObject({ status: 'not_estimable' });
	});

	test('asking everyone leaves no sampling error', () => {
		const result = ok(nps(scores(20, 10, 10), { population: 40 }));
		expect(result).toMatchObject({ value: 25, se: 0 });
		expect(result.low).toBeLessThanOrEqual(25);
		expect(result.high).toBeGreaterThanOrEqual(25);
	});

	test('lies in its interval, its interval within ±100, whatever was answered', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 10, maxLength: 400 }), (answers) => {
				const { low, value, high } = ok(nps(answers));
				return -100 <= low && low <= value && value <= high && high <= 100 && low < high;
			})
		);
	});

	test('does not depend on the order of the answers', () => {
		const answers = [...scores(17, 9, 11)];
		expect(nps([...answers].reverse())).toEqual(nps(answers));
	});
});

describe('a change of NPS', () => {
	test.each([
		[25, 42.5],
		[100, 21.2],
		[1000, 6.7]
	])('with %i answers a period, %d points are the least beyond noise', (n, points) => {
		const period = { promoters: 0.45 * n, detractors: 0.2 * n, answers: n };
		expect(1.959964 * ok(npsDifference(period, period)).se).toBeCloseTo(points, 1);
		expect(npsSmallestChange(n, { power: 0.5 })).toBeCloseTo(points, 1);
	});

	test('is the adjusted difference over its standard error', () => {
		const change = ok(
			npsDifference({ promoters: 40, detractors: 30, answers: 100 }, { promoters: 60, detractors: 15, answers: 120 })
		);
		const v = (p: number, d: number, n: number) => ((p + d + 1.5) / (n + 3) - ((p - d) / (n + 3)) ** 2) / (n + 3);
		const z = (45 / 123 - 10 / 103) / Math.sqrt(v(40, 30, 100) + v(60, 15, 120));
		expect(change.statistic).toBeCloseTo(z, 12);
		expect(change.value).toBeCloseTo(27.5, 12);
		expect(change.beyondNoise).toBe(true);
	});

	test('says which side has too few answers', () => {
		expect(npsDifference([], scores(20, 0, 0))).toMatchObject({ reason: 'before: nobody has answered yet' });
		expect(npsDifference(scores(20, 0, 0), [9])).toMatchObject({
			reason: 'after: only 1 answer: too few for a score'
		});
	});

	test('400 answers a wave find 15 points with 80% power (statistics.md 0.4)', () => {
		expect(npsSmallestChange(400)).toBeCloseTo(15.18, 2);
		expect(npsAnswersNeeded(15.1846)).toBe(400);
		expect(npsSmallestChange(0)).toMatchObject({ status: 'not_estimable' });
		expect(npsAnswersNeeded(0)).toMatchObject({ status: 'not_estimable' });
	});
});

describe('the change of the same customers', () => {
	const steady = Array.from({ length: 40 }, (_, i) => ({ before: i % 11, after: Math.min(10, (i % 11) + (i % 3)) }));

	test('is narrower than for two separate samples, with the same value', () => {
		const paired = ok(npsPairedDifference(steady));
		const separate = ok(
			npsDifference(
				steady.map(({ before }) => before),
				steady.map(({ after }) => after)
			)
		);
		expect(paired.value).toBeCloseTo(separate.value, 12);
		expect(paired.se).toBeLessThan(separate.se);
	});

	test('everyone the same is no proof', () => {
		const all = Array.from({ length: 12 }, () => ({ before: 7, after: 9 }));
		expect(ok(npsPairedDifference(all))).toMatchObject({ value: 100, beyondNoise: false });
	});

	test('is a dash for few or wrong scores', () => {
		expect(npsPairedDifference([])).toMatchObject({ status: 'not_estimable' });
		expect(npsPairedDifference([{ before: 1, after: 2 }], { fewest: 1 })).toMatchObject({ status: 'not_estimable' });
		expect(npsPairedDifference(steady.map(({ before }) => ({ before, after: 12 })))).toMatchObject({
			status: 'not_estimable'
		});
	});
});

describe('NPS with several answers a customer', () => {
	const answers = scores(30, 20, 10).map((score, i) => ({ score, customer: i }));

	test('each customer once: the plain standard error with divisor n − 1', () => {
		const plain = ok(nps(answers.map(({ score }) => score)));
		const clustered = ok(npsClustered(answers));
		expect(clustered.value).toBeCloseTo(plain.value, 12);
		expect(clustered.se).toBeCloseTo(plain.se * Math.sqrt(60 / 59), 12);
	});

	test('everyone repeating themselves doubles the variance, not the evidence', () => {
		const twice = ok(npsClustered([...answers, ...answers]));
		expect(twice.se).toBeCloseTo(ok(npsClustered(answers)).se, 12);
		expect(twice).toMatchObject({ n: 120, clusters: 60 });
	});

	test('is a dash for one customer, none, or a wrong score', () => {
		expect(npsClustered(answers.map(({ score }) => ({ score, customer: 'one' })))).toMatchObject({
			reason: 'all answers come from one customer'
		});
		expect(npsClustered([])).toMatchObject({ status: 'not_estimable' });
		expect(npsClustered(answers.map(({ customer }) => ({ score: -1, customer })))).toMatchObject({
			status: 'not_estimable'
		});
	});
});
