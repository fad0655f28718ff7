import { describe, expect, test } from 'vitest';
import { expectClose } from '#tests/reference/stats/compare.ts';
import reference from '#tests/reference/stats/log-odds.json' with { type: 'json' };
import { weightedLogOdds } from './weighted-log-odds.ts';

describe('log-odds with a Dirichlet prior', () => {
	test('are those of an independent computation: unequal groups, a tie, a word of one group, a word of none', () => {
		expectClose(weightedLogOdds(reference), reference.result, 1e-12);
	});

	// The worked example of the package fightin-words (github.com/kenlimmj/fightin-words): prior 0.05 for each of 11 words.
	test('of “the quick brown fox jumps over the lazy pig” against “… lazier donkey” are the published ones', () => {
		const words = ['brown', 'donkey', 'fox', 'jumps', 'lazier', 'lazy', 'over', 'pig', 'purple', 'quick', 'the'];
		const count = (text: string) => words.map((word) => text.split(' ').filter((one) => one === word).length);
		const told = weightedLogOdds({
			one: count('the quick brown fox jumps over the lazy pig'),
			other: count('the lazy purple pig jumps over the lazier donkey'),
			prior: words.map(() => 0.05)
		});
		const z = 0.6894227886807968;
		const published: Record<string, number> = { brown: z, fox: z, quick: z, donkey: -z, lazier: -z, purple: -z };
		for (const [i, word] of words.entries()) expect(told[i].z, word).toBeCloseTo(published[word] ?? 0, 12);
	});

	test('of groups that say the same are zero, and of nothing there are none', () => {
		expect(weightedLogOdds({ one: [3, 5], other: [3, 5], prior: [1, 1] }).map(({ z }) => z)).toEqual([0, 0]);
		expect(weightedLogOdds({ one: [], other: [], prior: [] })).toEqual([]);
		expect(weightedLogOdds({ one: [3], other: [5], prior: [1] })).toEqual([{ delta: 0, z: 0 }]);
	});
});
