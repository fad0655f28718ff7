import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#stats/random.ts';
import { fixFirstSentence, placesText, touchpointName } from '../view/fix-first-text.ts';
import { isComparable, standardisedLoss } from './extra-loss.ts';
import type { Stratum } from './extra-loss.ts';
import { fixFirst } from './fix-first.ts';
import { keptFor } from './kept.ts';
import { binomial, redrawer, redrawnSum } from './redraw.ts';
import type { TouchpointSums } from './touchpoint.ts';

const ranked = (sums: TouchpointSums[], draws = 400) => fixFirst(sums, { random: seededRandom(1), draws });

/** One stratum of a touchpoint: of those followed with a low and a high answer, how many were lost; what is exposed. */
function at(
	series: string,
	{
		low,
		high,
		exposed = 1_000_00,
		customers = 100,
		stratum = 'Team/1'
	}: { low: [number, number]; high: [number, number]; exposed?: number; customers?: number; stratum?: string }
): TouchpointSums[] {
	const nothing = { series, stratum, paying: 0, revenue: 0, revenueSquared: 0 };
	return [
		{
			...nothing,
			feeling: 'low',
			lost: low[0],
			followed: low[1],
			paying: customers,
			revenue: exposed,
			revenueSquared: exposed ** 2 / (customers || 1)
		},
		{ ...nothing, feeling: 'high', lost: high[0], followed: high[1] }
	];
}

describe('the extra loss', () => {
	test('compares customers with a low answer with customers like them, weighted by the low ones', () => {
		// By hand: (90·10% + 10·40%) = 13%, against high (90·5% + 10·30%) = 7.5%; raw it would be 13% against 13.6%.
		const strata = [
			{ low: 90, lowLost: 9, high: 100, highLost: 5 },
			{ low: 10, lowLost: 4, high: 50, highLost: 15 }
		];
		const loss = standardisedLoss(strata)!;
		expect(loss.low).toBeCloseTo(0.13, 12);
		expect(loss.high).toBeCloseTo(0.075, 12);
	});

	test('leaves out who has nobody to be compared with, and says how many', () => {
		expect(isComparable({ low: 5, lowLost: 0, high: 4, highLost: 0 })).toBe(false);
		const sums = [
			...at('csat:billing', { low: [20, 100], high: [10, 100] }),
			...at('csat:billing', { low: [7, 7], high: [0, 2], exposed: 0, customers: 0, stratum: 'Solo/0' })
		];
		const [billing] = ranked(sums).touchpoints;
		expect(billing.leftOut).toBe(7);
		expect(billing.lost).toEqual({ low: 0.2, high: 0.1 });
	});

	test('of nobody is none', () => {
		expect(standardisedLoss([])).toBeNull();
		expect(standardisedLoss([{ low: 0, lowLost: 0, high: 9, highLost: 1 }])).toBeNull();
	});
});

describe('drawing again', () => {
	test('draws as many customers as there are, and never more lost than were drawn', () => {
		const stratum = fc
			.record({
				low: fc.nat(200),
				high: fc.nat(200),
				a: fc.double({ min: 0, max: 1, noNaN: true }),
				b: fc.double({ min: 0, max: 1, noNaN: true })
			})
			.map(({ low, high, a, b }) => ({ low, lowLost: Math.round(low * a), high, highLost: Math.round(high * b) }));
		fc.assert(
			fc.property(fc.array(stratum, { minLength: 1, maxLength: 6 }), fc.integer(), (strata, seed) => {
				const again = redrawer(strata, seededRandom(seed))();
				const all = (list: readonly Stratum[]) => list.reduce((sum, { low, high }) => sum + low + high, 0);
				expect(all(again)).toBe(all(strata));
				for (const { low, lowLost, high, highLost } of again) {
					expect(lowLost).toBeLessThanOrEqual(low);
					expect(highLost).toBeLessThanOrEqual(high);
					expect(Math.min(lowLost, low, highLost, high)).toBeGreaterThanOrEqual(0);
				}
			})
		);
	});

	// Mean np and variance np(1 − p), by inversion, by symmetry and by the normal.
	test.each([
		[12, 0.3],
		[40, 0.9],
		[5_000, 0.02],
		[2_000, 0.4]
	])('%i trials with chance %f have their mean and variance', (n, p) => {
		const random = seededRandom(7);
		const drawn = Array.from({ length: 20_000 }, () => binomial(n, p, random));
		const mean = drawn.reduce((sum, k) => sum + k, 0) / drawn.length;
		const variance = drawn.reduce((sum, k) => sum + (k - mean) ** 2, 0) / drawn.length;
		expect(mean / (n * p)).toBeCloseTo(1, 1.5);
		expect(variance / (n * p * (1 - p))).toBeCloseTo(1, 1);
		expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...drawn)).toBeLessThanOrEqual(n);
	});

	test('knows certainty and nobody', () => {
		const random = seededRandom(1);
		expect([binomial(9, 0, random), binomial(9, 1, random), binomial(0, 0.5, random)]).toEqual([0, 9, 0]);
		expect(redrawnSum(0, 0, random)).toBe(0);
	});
});

describe('the ranking', () => {
	const clear = [
		...at('csat:onboarding', { low: [120, 300], high: [40, 400], exposed: 900_000_00 }),
		...at('csat:billing', { low: [60, 300], high: [40, 400], exposed: 300_000_00 })
	];

	test('is by money exposed times extra loss', () => {
		const { touchpoints, verdict } = ranked(clear);
		expect(touchpoints.map(({ series }) => series)).toEqual(['csat:onboarding', 'csat:billing']);
		expect(touchpoints[0].stake).toMatchObject({ value: expect.closeTo(900_000_00 * 0.3, 2) });
		expect(touchpoints[0].places).toEqual({ best: 1, worst: 1 });
		expect(verdict).toBe('clear winner');
		expect(fixFirstSentence(ranked(clear))).toBe('Onboarding first: a clear winner, in 100 of 100 draws of customers.');
	});

	test('more money does not win by itself: without extra loss there is nothing at stake', () => {
		const { touchpoints } = ranked([
			...at('csat:billing', { low: [30, 300], high: [40, 400], exposed: 9_000_000_00 }),
			...at('csat:onboarding', { low: [120, 300], high: [40, 400], exposed: 500_000_00 })
		]);
		expect(touchpoints[0].series).toBe('csat:onboarding');
	});

	test('is a tie where the draws cannot tell who comes first', () => {
		const found = ranked([
			...at('csat:onboarding', { low: [60, 200], high: [30, 200] }),
			...at('ces:support', { low: [59, 200], high: [30, 200] })
		]);
		expect(found.verdict).toBe('tie');
		expect(placesText(found.touchpoints[0])).toBe('1–2');
		expect(fixFirstSentence(found)).toBe('Onboarding and Support cannot be told apart: a tie.');
	});

	test('is not detectable where low and high answers are lost alike', () => {
		const found = ranked([
			...at('csat:onboarding', { low: [20, 200], high: [20, 200] }),
			...at('ces:support', { low: [19, 200], high: [20, 200] })
		]);
		expect(found.verdict).toBe('too little data');
		expect(fixFirstSentence(found)).toMatch(/^Not detectable in this data/);
	});

	test('cannot place who was hardly followed, and says why', () => {
		const found = ranked([...clear, ...at('ces:support', { low: [3, 12], high: [2, 40], exposed: 5_000_000_00 })]);
		const support = found.touchpoints.at(-1)!;
		expect(support).toMatchObject({ series: 'ces:support', places: null, first: 0 });
		expect(support.stake).toEqual({
			status: 'not_estimable',
			reason: 'only 12 customers followed for a year after a low answer, with others like them to compare'
		});
		expect(ranked(at('ces:support', { low: [3, 12], high: [2, 40] })).verdict).toBe('too little data');
		expect(fixFirstSentence(ranked(at('ces:support', { low: [3, 12], high: [2, 40] })))).toBe(
			'Too little data to rank the touchpoints.'
		);
		expect(ranked([])).toEqual({ touchpoints: [], verdict: 'too little data', tied: [] });
	});

	test('cannot place where nearly all with a low answer were lost: drawing them again shows no doubt', () => {
		const apart = at('csat:order', { low: [40, 40], high: [20, 90], exposed: 5_000_000_00 });
		const found = ranked(apart);
		expect(found.touchpoints[0]).toMatchObject({
			places: null,
			stake: { reason: 'none of 40 customers with a low answer were kept: too few to compare' }
		});
		expect(fixFirstSentence(found)).toBe('Too little data to rank the touchpoints.');
		const [nearly] = ranked(at('csat:order', { low: [39, 40], high: [20, 90] })).touchpoints;
		expect(nearly.stake).toMatchObject({
			reason: 'only 1 of 40 customers with a low answer was kept: too few to compare'
		});
	});

	test('is the same each time for the same seed', () => {
		expect(ranked(clear)).toEqual(ranked(clear));
	});

	test('keeps the truth within its interval about as often as it says', () => {
		// Low answers go with 15 points more loss; drawn anew 200 times, the interval should miss about ten times.
		const random = seededRandom(11);
		let held = 0;
		for (let i = 0; i < 200; i++) {
			const sums = at('csat:onboarding', {
				low: [binomial(250, 0.25, random), 250],
				high: [binomial(400, 0.1, random), 400]
			});
			const { extraLoss } = fixFirst(sums, { random, draws: 300 }).touchpoints[0];
			if (extraLoss.status === 'ok' && extraLoss.low <= 0.15 && extraLoss.high >= 0.15) held++;
		}
		expect(held).toBeGreaterThanOrEqual(178);
		expect(held).toBeLessThanOrEqual(199);
	});
});

test('a touchpoint is named with its metric where two surveys ask about it', () => {
	const { touchpoints } = ranked([
		...at('csat:support', { low: [60, 200], high: [30, 200] }),
		...at('ces:support', { low: [60, 200], high: [30, 200] })
	]);
	expect(touchpoints.map(({ series }) => touchpointName(series, { touchpoints })).sort()).toEqual([
		'Support (CES)',
		'Support (CSAT)'
	]);
});

test('what was asked before is answered from before', () => {
	let asked = 0;
	const answer = keptFor((n: { n: number }) => (asked++, n.n * 2));
	expect([answer({ n: 1 }), answer({ n: 1 }), answer({ n: 2 })]).toEqual([2, 2, 4]);
	expect(asked).toBe(2);
});
