import { describe, expect, test } from 'vitest';
import { expectClose, ok, worstError } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/causal.json' with { type: 'json' };
import lalonde from '#tests/reference/stats/lalonde.json' with { type: 'json' };
import { ols } from '../regression/ols.ts';
import { coarsenedExactMatch } from './coarsened-exact-match.ts';
import { inverseProbabilityWeights } from './inverse-probability-weights.ts';
import { nearestNeighbourMatch } from './nearest-neighbour-match.ts';
import { nearestOf } from './nearest.ts';

const { rows } = reference;
const treated = rows.map((row) => row.treated);
const outcome = rows.map((row) => row.outcome);
const x = {
	tenure: rows.map(({ tenure }) => tenure),
	prior: rows.map(({ prior }) => prior),
	large: rows.map(({ large }) => large),
	mid: rows.map(({ mid }) => mid)
};

describe('inverse probability weights', () => {
	test.each([
		['ATT', reference.att],
		['ATE', reference.ate]
	] as const)(
		'%s: the effect by weighted means in R, its error by the infinitesimal jackknife of the whole',
		(estimand, wanted) => {
			const { effect } = ok(inverseProbabilityWeights({ treated, x, outcome }, { estimand }));
			expectClose(effect, wanted, 1e-6);
		}
	);

	test('LaLonde: naive −635, adjusted +1548, weighted +1214, as published; the experiment said +1794', () => {
		const { treat, re78, ...confounders } = lalonde.columns;
		const naive = ok(ols({ y: re78, x: { treat } }));
		const adjusted = ok(ols({ y: re78, x: { treat, ...confounders } }));
		const weighted = ok(inverseProbabilityWeights({ treated: treat, x: confounders, outcome: re78 }));
		expect(
			[naive.coefficients.treat, adjusted.coefficients.treat, weighted.effect!].map((e) => Math.round(ok(e).value))
		).toEqual([-635, 1548, 1214]);
		expectClose(adjusted.coefficients.treat, { value: lalonde.adjusted, se: lalonde.adjustedHc3 }, 1e-10);
		expectClose(weighted.effect, { value: lalonde.weighted }, 1e-9);
		expect(ok(weighted.effect!).low).toBeLessThan(0);
	});

	test('make the groups alike and tell how well', () => {
		const result = ok(inverseProbabilityWeights({ treated, x }));
		const far = (of: 'before' | 'after') => Math.max(...result.balance.map((row) => Math.abs(row[of]!)));
		expect(far('after')).toBeLessThan(far('before'));
		expect(result.nEff.treated).toBeCloseTo(treated.filter(Boolean).length, 6);
		expect(result.nEff.comparison).toBeLessThan(treated.filter((t) => !t).length);
		expect(result.overlap.treated[0]).toBeGreaterThan(0);
	});

	test('a programme decided by tenure cannot be compared', () => {
		const decided = x.tenure.map((t) => (t > 20 ? 1 : 0));
		expect(inverseProbabilityWeights({ treated: decided, x: { tenure: x.tenure } })).toMatchObject({
			reason: expect.stringContaining('cannot be compared') as string
		});
		expect(inverseProbabilityWeights({ treated: rows.map(() => true), x })).toMatchObject({ status: 'not_estimable' });
		expect(inverseProbabilityWeights({ treated, x, outcome: [1] })).toMatchObject({ reason: 'an outcome is missing' });
	});

	test('one customer that carries the comparison is said', () => {
		const few = { treated: [1, 1, 1, 1, 1, 0, 0, 0, 1, 0], x: { a: [1, 2, 3, 4, 5, 1, 2, 3, 2, 5] } };
		const { warnings } = ok(inverseProbabilityWeights(few));
		expect(warnings).toContain('one customer carries more than a tenth of the comparison');
	});
});

describe('coarsened exact matching', () => {
	const input = {
		treated,
		x: { segment: rows.map(({ segment }) => segment), tenure: x.tenure, prior: x.prior },
		cutpoints: reference.cutpoints,
		outcome
	};

	test("has MatchIt's weights and the weighted difference with HC3", () => {
		const result = ok(coarsenedExactMatch(input));
		expect(worstError(result.weights, reference.cem.weights)).toBeLessThan(1e-9);
		expectClose(result.effect, { value: reference.cem.value, se: reference.cem.se }, 1e-9);
		expect(result.matched.treated + result.unmatched.treated).toBe(treated.filter(Boolean).length);
	});

	test('a value on a limit belongs to the bin above', () => {
		const on = ok(coarsenedExactMatch({ treated: [1, 0, 0], x: { a: [12, 12.5, 11.9] }, cutpoints: { a: [12] } }));
		expect([...on.weights]).toEqual([1, 1, 0]);
		expect([...on.stratum]).toEqual([0, 0, -1]);
	});

	test('who has no comparison is left out and counted', () => {
		const result = ok(coarsenedExactMatch({ treated: [1, 1, 0], x: { plan: ['a', 'b', 'a'] } }));
		expect(result.warnings).toEqual(['1 with the programme have no comparison and are left out']);
	});

	test('nobody alike, nobody at all and uneven columns are dashes', () => {
		expect(coarsenedExactMatch({ treated: [1, 0], x: { plan: ['a', 'b'] } })).toMatchObject({
			status: 'not_estimable'
		});
		expect(coarsenedExactMatch({ treated: [], x: {} })).toMatchObject({ status: 'not_estimable' });
		expect(coarsenedExactMatch({ treated: [1, 0], x: { plan: ['a'] } })).toMatchObject({ status: 'not_estimable' });
		expect(ok(coarsenedExactMatch({ treated: [1, 0], x: {}, outcome: [1, 2] })).effect).toMatchObject({
			status: 'not_estimable'
		});
	});
});

describe('nearest-neighbour matching', () => {
	const { score, pairs, value, se } = reference.nearest;

	const onesided = (result: { pairs: { treated: number; comparison: number }[] }) =>
		result.pairs
			.map((pair) => ({ treated: pair.treated + 1, comparison: pair.comparison + 1 }))
			.sort((a, b) => a.treated - b.treated);

	test('has the pairs of the greedy rule within 0.2 standard deviations, and their error', () => {
		const result = ok(nearestNeighbourMatch({ treated, score, outcome }));
		expect(onesided(result)).toEqual(pairs);
		expectClose(result.effect, { value, se }, 1e-10);
	});

	test('with replacement the nearest may serve again, at a price in certainty', () => {
		const result = ok(
			nearestNeighbourMatch({ treated: [1, 1, 0, 0], score: [1, 1.1, 1, 9], outcome: [5, 7, 3, 8] }, { replace: true })
		);
		expect(result.pairs.map(({ comparison }) => comparison)).toEqual([2, 2]);
		// Σ(d − d̄)² = 2, and 2·1·(3 − 8)²/2 = 25 for the one who served twice
		expectClose(result.effect, { value: 3, se: Math.sqrt(27) / 2 }, 1e-12);
	});

	test('of two equally near the lower score is taken; then it is gone', () => {
		expect(
			ok(nearestNeighbourMatch({ treated: [1, 1, 0, 0], score: [2, 2, 1, 3] }, { caliper: 9 })).pairs
		).toMatchObject([
			{ treated: 0, comparison: 2 },
			{ treated: 1, comparison: 3 }
		]);
	});

	test('in the order of the data, those too far are left out', () => {
		const result = ok(
			nearestNeighbourMatch({ treated: [1, 1, 0], score: [1, 50, 1.2] }, { order: 'data', caliper: 0.1 })
		);
		expect(result).toMatchObject({ pairs: [{ treated: 0, comparison: 2 }], unmatched: [1] });
		expect(result.warnings).toHaveLength(1);
	});

	test('searching skips what is taken, as looking at all would', () => {
		const scores = Array.from({ length: 60 }, (_, i) => ((i * 37) % 61) / 7);
		const nearest = nearestOf([...scores.keys()], scores);
		const free = new Set(scores.keys());
		for (let k = 0; k < 60; k++) {
			const at = ((k * 23) % 59) / 6;
			const best = Math.min(...[...free].map((i) => Math.abs(scores[i] - at)));
			const found = nearest.find(at)!;
			expect(Math.abs(found.score - at)).toBe(best);
			nearest.take(found.place);
			free.delete(found.row);
		}
		expect(nearest.find(3)).toBeUndefined();
	});

	test('an empty group, nobody near and a missing score are dashes', () => {
		expect(nearestNeighbourMatch({ treated: [1, 1], score: [1, 2] })).toMatchObject({
			reason: 'one of the groups is empty'
		});
		expect(nearestNeighbourMatch({ treated: [1, 0], score: [1, 9] }, { caliper: 0.01 })).toMatchObject({
			status: 'not_estimable'
		});
		expect(nearestNeighbourMatch({ treated: [1, 0], score: [1, NaN] })).toMatchObject({ status: 'not_estimable' });
		expect(ok(nearestNeighbourMatch({ treated: [1, 0], score: [1, 1], outcome: [1, 2] })).effect).toMatchObject({
			status: 'not_estimable'
		});
	});
});
