import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok } from '#tests/reference/stats/compare.ts';
import { recode } from './answers.ts';
import { designEffect, leftByPairing } from './design-effect.ts';
import type { RepeatedAnswers } from './design-effect.ts';
import { npsClustered } from './nps-clustered.ts';
import { nps } from './nps.ts';

/** From rows, customer by customer. */
function sumsOf(answers: readonly { customer: number; x: number }[]) {
	const n = answers.length;
	const mean = answers.reduce((sum, { x }) => sum + x, 0) / n;
	const variance = answers.reduce((sum, { x }) => sum + (x - mean) ** 2, 0) / n;
	const repeated: RepeatedAnswers = { repeats: 0, pairs: 0, pairSums: 0, pairProducts: 0 };
	for (const own of Map.groupBy(answers, ({ customer }) => customer).values()) {
		const s = own.reduce((sum, { x }) => sum + x, 0);
		const q = own.reduce((sum, { x }) => sum + x * x, 0);
		repeated.repeats += own.length - 1;
		repeated.pairs += own.length * (own.length - 1);
		repeated.pairSums += (own.length - 1) * s;
		repeated.pairProducts += s * s - q;
	}
	return { coded: { n, mean, variance }, repeated };
}

const answers = fc.array(
	fc.record({ customer: fc.integer({ min: 1, max: 12 }), score: fc.integer({ min: 0, max: 10 }) }),
	{
		minLength: 12,
		maxLength: 80
	}
);

describe('several answers of one customer', () => {
	// By hand: customers (1, 1), (0, 0), (1, 0), mean ½. Σ_c (Σ (x − ½))² = 1 + 1 + 0; Σ (x − ½)² = 6 · ¼; 3/2 · 2 / 1.5 = 2.
	test('make the variance twice as large where two of three customers repeat themselves', () => {
		const { coded, repeated } = sumsOf(
			[1, 1, 2, 2, 3, 3].map((customer, i) => ({ customer, x: [1, 1, 0, 0, 1, 0][i] }))
		);
		expect(repeated).toEqual({ repeats: 3, pairs: 6, pairSums: 3, pairProducts: 2 });
		expect(designEffect(coded, repeated)).toBeCloseTo(2, 12);
	});

	test('from their sums say what the clustered standard error says from the rows', () => {
		fc.assert(
			fc.property(answers, (given) => {
				const { coded, repeated } = sumsOf(given.map(({ customer, score }) => ({ customer, x: recode(score) })));
				const clustered = npsClustered(given);
				if (repeated.repeats === 0 || clustered.status !== 'ok' || !(coded.variance > 0)) return;
				const plain = ok(nps(given.map(({ score }) => score))).se;
				const effect = designEffect(coded, repeated);
				expect(effect).toBeCloseTo(Math.max(1, (clustered.se / plain) ** 2), 8);
			})
		);
	});

	test('of whom each answered once change nothing', () => {
		const none = { repeats: 0, pairs: 0, pairSums: 0, pairProducts: 0 };
		expect(designEffect({ n: 40, mean: 0.2, variance: 0.5 }, none)).toBe(1);
		expect(designEffect({ n: 0, mean: 0, variance: 0 }, none)).toBe(1);
	});

	test('who all say the same are as many as they are, not as their answers', () => {
		const { coded, repeated } = sumsOf(Array.from({ length: 20 }, (_, i) => ({ customer: i % 5, x: 1 })));
		expect(designEffect(coded, repeated)).toBe(4);
	});

	test('all of one customer tell nothing of others', () => {
		const { coded, repeated } = sumsOf(Array.from({ length: 12 }, (_, i) => ({ customer: 1, x: i % 2 })));
		expect(designEffect(coded, repeated)).toMatchObject({ reason: 'all answers come from one customer' });
	});
});

/** From rows, customer by customer. */
function acrossOf(
	before: readonly { customer: number; x: number }[],
	after: readonly { customer: number; x: number }[]
) {
	const across = { acrossPairs: 0, acrossBefore: 0, acrossAfter: 0, acrossProducts: 0 };
	for (const one of before)
		for (const other of after)
			if (one.customer === other.customer) {
				across.acrossPairs++;
				across.acrossBefore += one.x;
				across.acrossAfter += other.x;
				across.acrossProducts += one.x * other.x;
			}
	return across;
}

describe('the same customers before and after', () => {
	const withEffect = (coded: ReturnType<typeof sumsOf>['coded'], effect = 1) => ({ ...coded, effect });

	// By hand: means ½ and ½; e before (½, ½), (−½, −½) and after the same: C = 2 · 1 · 1 = 2, over 4 · 4 twice: ¼.
	// V₁ + V₂ = 2 · 2 · ¼/4 = ¼ with effects of 2, so that nothing is left.
	test('who all do as they did leave a difference without doubt', () => {
		const answers = [1, 1, 2, 2].map((customer) => ({ customer, x: customer === 1 ? 1 : 0 }));
		const coded = withEffect(sumsOf(answers).coded, 2);
		expect(leftByPairing(coded, coded, acrossOf(answers, answers))).toBeCloseTo(0, 12);
	});

	test('leave what the squares of their own differences say', () => {
		fc.assert(
			fc.property(answers, answers, (first, second) => {
				const [before, after] = [first, second].map((given) =>
					given.map(({ customer, score }) => ({ customer, x: score >= 9 ? 1 : 0 }))
				);
				const [b, a] = [sumsOf(before), sumsOf(after)];
				const squares = (of: (customer: number) => number) =>
					Array.from({ length: 12 }, (_, i) => of(i + 1) ** 2).reduce((sum, square) => sum + square, 0);
				const shareOf = (rows: typeof before, { n, mean }: typeof b.coded, customer: number) =>
					rows.filter((row) => row.customer === customer).reduce((sum, { x }) => sum + x - mean, 0) / n;
				const e1 = (customer: number) => shareOf(before, b.coded, customer);
				const e2 = (customer: number) => shareOf(after, a.coded, customer);
				const apart = squares(e1) + squares(e2);
				if (!(apart > 1e-9)) return;
				// The design effects without a floor and without G/(G − 1), so that nothing but the pairing is compared.
				const effect = (e: typeof e1, { n, variance }: typeof b.coded) =>
					variance > 0 ? (squares(e) * n) / variance : 1;
				const left = leftByPairing(
					withEffect(b.coded, effect(e1, b.coded)),
					withEffect(a.coded, effect(e2, a.coded)),
					acrossOf(before, after)
				);
				expect(left).toBeCloseTo(Math.min(1, squares((customer) => e2(customer) - e1(customer)) / apart), 8);
			})
		);
	});

	test('who do the opposite of what they did, or were not there, change nothing', () => {
		const rows = (good: number) => [1, 2].map((customer) => ({ customer, x: customer === good ? 1 : 0 }));
		const coded = withEffect(sumsOf(rows(1)).coded);
		expect(leftByPairing(coded, coded, acrossOf(rows(1), rows(2)))).toBe(1);
		expect(leftByPairing(coded, coded, acrossOf(rows(1), []))).toBe(1);
		const silent = withEffect({ n: 4, mean: 0, variance: 0 });
		expect(leftByPairing(silent, silent, acrossOf([], []))).toBe(1);
	});
});
