import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw, drawSize, placesOf, seedOf } from './draw.ts';
import type { Ticket } from './draw.ts';
import { sha256 } from './draw.server.ts';

/*
 * Worked out by hand, with nothing of ours:
 *   printf '%s' '2026-W47 12' | sha256sum                          the seed
 *   for n in $(seq 12); do printf '%s %s\n' "$(printf '%s' "$SEED $n" | sha256sum)" $n; done | sort
 */
const seed = '2affcd7c3c11fa18bea4ecef61625b10e0f5ad226508c825664b665bf3b3e840';
const order = [4, 6, 3, 11, 12, 2, 1, 9, 7, 8, 5, 10];

const tickets = (strata: string[]): Ticket[] => strata.map((stratum, i) => ({ number: i + 1, stratum }));
const numbers = (drawn: Ticket[]) => drawn.map(({ number }) => number);

describe('the draw of a week', () => {
	test('follows from the week and how many wrote in it', () => {
		expect(seedOf('2026-W47', 12, sha256)).toBe(seed);
		expect(seedOf('2026-W47', 3, sha256)).toBe('941ec16956e09e21afd65687df2afdb1376cea13d71fbbb8fb3d6e29677c35da');
	});

	test('takes the ten with the smallest hashes, in that order', () => {
		expect(numbers(draw(tickets(Array(12).fill('')), seed, sha256))).toEqual(order.slice(0, 10));
	});

	test('by groups fills each group’s places from within it', () => {
		const strata = tickets(Array.from({ length: 12 }, (_, i) => (i === 4 || i === 9 ? 'rare' : 'usual')));
		expect(Object.fromEntries(placesOf(strata))).toEqual({ usual: 8, rare: 2 });
		expect(numbers(draw(strata, seed, sha256))).toEqual([4, 6, 3, 11, 12, 2, 1, 9, 5, 10]);
	});

	test('of equal remainders the larger group’s counts more, then the alphabet', () => {
		const of = (sizes: Record<string, number>) =>
			Object.fromEntries(placesOf(tickets(Object.entries(sizes).flatMap(([name, size]) => Array(size).fill(name)))));
		expect(of({ a: 1, b: 7, c: 4 })).toEqual({ a: 1, b: 6, c: 3 });
		expect(of({ b: 10, a: 10, c: 10 })).toEqual({ a: 4, b: 3, c: 3 });
	});

	test('has all of them when there are no more than ten, and none of none', () => {
		expect(numbers(draw(tickets(['', '', '']), seed, sha256)).sort()).toEqual([1, 2, 3]);
		expect(draw([], seed, sha256)).toEqual([]);
	});

	test('does not depend on the order in which comments are told, and draws nobody twice', () => {
		const groups = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 });
		fc.assert(
			fc.property(groups, (strata) => {
				const all = tickets(strata);
				const drawn = numbers(draw(all, seed, sha256));
				expect(drawn).toEqual(numbers(draw(all.toReversed(), seed, sha256)));
				expect(new Set(drawn).size).toBe(Math.min(drawSize, strata.length));
			}),
			{ numRuns: 50 }
		);
	});
});
