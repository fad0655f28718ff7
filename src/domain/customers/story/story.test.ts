import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOf, placeFrom, placeText, strands, upTo, woven } from './story.ts';
import type { Happened, Place, Strand } from './story.ts';

const at = (n: number) => `2026-01-0${n}T00:00:00.000000Z`;

/** What a strand answers: its newest before (at, id). */
const asked = (all: readonly Place[], strand: Strand, behind: Place | null, limit: number): Place[] => {
	const before = askedOf(strand, behind);
	const isBefore = (one: Happened) => one.at < before.at || (one.at === before.at && one.id < before.id);
	return all
		.filter((one) => one.strand === strand && isBefore(one))
		.sort((a, b) => (a.at === b.at ? b.id - a.id : a.at < b.at ? 1 : -1))
		.slice(0, limit);
};

describe('a customer’s story', () => {
	test('is told newest first, the words before the money of the same moment', () => {
		const entries: Place[] = [
			{ at: at(1), strand: 'account', id: 1 },
			{ at: at(2), strand: 'paid', id: 4 },
			{ at: at(2), strand: 'said', id: 9 }
		];
		expect(woven([entries], 5).entries.map(({ strand }) => strand)).toEqual(['said', 'paid', 'account']);
	});

	test('told page by page is the whole story, each thing once, however many happened at one moment', () => {
		const entry = fc.record({
			at: fc.integer({ min: 1, max: 4 }).map(at),
			strand: fc.constantFrom(...strands),
			id: fc.nat(6)
		});
		const story = fc.uniqueArray(entry, { selector: placeText, maxLength: 40 });
		fc.assert(
			fc.property(story, fc.integer({ min: 1, max: 7 }), (all, limit) => {
				const told: Place[] = [];
				let behind: Place | null = null;
				for (;;) {
					const page = woven(
						strands.map((strand) => asked(all, strand, behind, limit + 1)),
						limit
					);
					told.push(...page.entries);
					if (!page.next) break;
					behind = placeFrom(page.next);
				}
				expect(told).toEqual(woven([all], all.length + 1).entries);
			})
		);
	});

	test('up to a moment leaves out what happened at it and later', () => {
		const all: Place[] = [
			{ at: at(2), strand: 'said', id: 1 },
			{ at: at(3), strand: 'account', id: 7 }
		];
		const behind = upTo(new Date('2026-01-03T00:00:00Z'));
		expect(strands.flatMap((strand) => asked(all, strand, behind, 9))).toEqual([all[0]]);
	});

	test('does not go on from a place that cannot be one', () => {
		for (const text of [null, '', 'x', `${at(1)}~nobody~1`, `${at(1)}~said~-1`, "2026-01-01'~said~1"])
			expect(placeFrom(text)).toBeNull();
	});
});
