import { expect, test } from 'vitest';
import { seededRandom, wholeBelow } from './random.ts';

const draws = (random: () => number, n: number) => Array.from({ length: n }, random);

test('the same seed gives the same chance', () => {
	expect(draws(seededRandom(7), 5)).toEqual(draws(seededRandom(7), 5));
	expect(draws(seededRandom(7, 1), 5)).toEqual(draws(seededRandom(7, 1), 5));
});

test('neighbouring seeds and streams differ from the first draw', () => {
	const first = [seededRandom(1), seededRandom(2), seededRandom(3), seededRandom(1, 1), seededRandom(1, 2)].map((r) =>
		r()
	);
	expect(new Set(first.map((x) => Math.round(x * 100))).size).toBe(5);
});

test('draws lie in [0, 1) and are even: χ² of 20 bins within its 0.1% limits', () => {
	const random = seededRandom(42);
	const bins = new Array<number>(20).fill(0);
	for (let i = 0; i < 100_000; i++) bins[wholeBelow(random, 20)]++;
	const chi2 = bins.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
	expect(chi2).toBeGreaterThan(5.4);
	expect(chi2).toBeLessThan(43.8);
});

test('successive draws are unrelated', () => {
	const random = seededRandom(3);
	const x = draws(random, 50_000).map((u) => u - 0.5);
	const correlation = (12 / 50_000) * x.slice(1).reduce((sum, u, i) => sum + u * x[i], 0);
	expect(Math.abs(correlation)).toBeLessThan(0.015);
});
