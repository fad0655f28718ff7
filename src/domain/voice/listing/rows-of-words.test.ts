import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningLists } from './beginnings.ts';
import { narrowed } from './phrase.ts';
import { numbersAt, addList, noPlaces } from './places.ts';
import { rowsListed } from './rows-of-words.ts';
import { nothingTold, saidIn, tell } from './told.ts';

/** What a comment says; null: something parts its words, as the end of its title does. */
type Comment = (string | null)[];

const written = (comment: Comment) =>
	[...Map.groupBy(comment.entries(), ([, word]) => word)]
		.filter(([word]) => word !== null)
		.map(([word, at]) => `'${word}':${at.map(([i]) => i + 1).join(',')}`)
		.join(' ');

/** Every list of these comments, by their places, as it is kept. */
function listsOf(comments: readonly Comment[], common: number): Map<string, number[]> {
	const told = nothingTold();
	const lists = new Map<string, number[]>();
	for (const [place, comment] of comments.entries()) {
		const said = saidIn(written(comment));
		for (const { word } of said) lists.set(word, [...(lists.get(word) ?? []), place]);
		tell(told, place, said);
	}
	for (const [row, places] of rowsListed(told, common)) lists.set(row, places);
	return lists;
}

const has = (comment: Comment, phrase: readonly string[]) =>
	comment.some((_, from) => phrase.every((word, i) => comment[from + i] === word));

const word = fc.constantFrom('a', 'a', 'b', 'c');
const comments = fc.array(fc.array(fc.oneof({ weight: 8, arbitrary: word }, fc.constant(null)), { maxLength: 9 }), {
	maxLength: 25
});

test('lists of rows of words say where a phrase is, or at least where it may be', () => {
	let exact = 0;
	fc.assert(
		fc.property(
			comments,
			fc.array(word, { minLength: 2, maxLength: 6 }),
			fc.integer({ min: 1, max: 9 }),
			(said, phrase, common) => {
				const lists = listsOf(said, common);
				const known = narrowed(phrase, (row) => lists.get(row)?.length ?? null, common);
				const there = [...said.keys()].filter((place) => has(said[place], phrase));
				if (known === null) {
					expect(there).toEqual([]);
					return;
				}
				const maybe = [...said.keys()].filter((place) => known.rows.every((row) => lists.get(row)!.includes(place)));
				if (known.isExact) expect(maybe).toEqual(there);
				else expect(maybe).toEqual(expect.arrayContaining(there));
				exact += Number(known.isExact);
			}
		)
	);
	expect(exact).toBeGreaterThan(5);
});

test('a row is listed where both of its parts are common, and only there', () => {
	const said = ['a b', 'a b', 'b c', 'c a'].map((comment) => comment.split(' '));
	const rows = [...listsOf(said, 3)].filter(([row]) => row.includes(' '));
	expect(rows).toEqual([['a b', [0, 1]]]);
	expect(
		narrowed(['b', 'a'], (row) => listsOf(said, 3).get(row)?.length ?? null, 3),
		'both are common'
	).toBeNull();
	expect(narrowed(['c', 'a'], (row) => listsOf(said, 3).get(row)?.length ?? null, 3)).toMatchObject({ isExact: false });
});

test('words that many begin with alike are listed together, and no others', () => {
	const placesOf = new Map([
		['invoice', [1, 5]],
		['invoiced', [2, 5]],
		['invent', [9]],
		['in', [7]],
		['über', [3]],
		['überall', [4]]
	]);
	const read = (list: Uint8Array) => {
		const all = noPlaces();
		addList(all, list, false);
		return numbersAt(0, all);
	};
	const found = [...beginningLists(placesOf, 2)].map(([beginning, list]) => [beginning, read(list)]);
	expect(found.sort()).toEqual([
		['inv', [1, 2, 5, 9]],
		['invo', [1, 2, 5]],
		['invoi', [1, 2, 5]],
		['invoic', [1, 2, 5]],
		['invoice', [1, 2, 5]],
		['übe', [3, 4]],
		['über', [3, 4]]
	]);
});
