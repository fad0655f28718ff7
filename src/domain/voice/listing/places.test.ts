import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addList,
	addPlace,
	blockOf,
	blockSize,
	bytesOfAll,
	countPlaces,
	keepOnly,
	listOf,
	noPlaces,
	numbersAt,
	takeOut
} from './places.ts';

const rising = (places: Iterable<number>) => [...places].sort((a, b) => a - b);
const some = fc.oneof(
	fc.uniqueArray(fc.integer({ min: 0, max: blockSize - 1 }), { maxLength: 30 }).map(rising),
	// So many that a bit for each place is shorter.
	fc
		.tuple(fc.integer({ min: 4_000, max: 4_200 }), fc.integer({ min: 1, max: 15 }))
		.map(([length, step]) => Array.from({ length }, (_, i) => i * step))
);
const read = (places: number[]) => {
	const list = listOf(places);
	const all = noPlaces();
	addList(all, list, list.length === bytesOfAll);
	return all;
};

test('a list holds its places, and no more bytes than one bit for each place of a block takes', () => {
	fc.assert(
		fc.property(some, (places) => {
			expect(numbersAt(0, read(places))).toEqual(places);
			expect(countPlaces(read(places))).toBe(places.length);
			expect(listOf(places).length).toBeLessThanOrEqual(bytesOfAll);
		})
	);
});

test('lists are put together, kept to each other and taken out of each other as sets are', () => {
	fc.assert(
		fc.property(some, some, (one, other) => {
			const [either, both, without] = [read(one), read(one), read(one)];
			const list = listOf(other);
			addList(either, list, list.length === bytesOfAll);
			keepOnly(both, read(other));
			takeOut(without, read(other));
			const others = new Set(other);
			expect(numbersAt(0, either)).toEqual(rising(new Set([...one, ...other])));
			expect(numbersAt(0, both)).toEqual(one.filter((place) => others.has(place)));
			expect(numbersAt(0, without)).toEqual(one.filter((place) => !others.has(place)));
		})
	);
});

test('lists of one kind are read one behind the other', () => {
	const all = noPlaces();
	addList(all, Uint8Array.from([...listOf([5, 300]), ...listOf([1, 65_535])]), false);
	expect(numbersAt(0, all)).toEqual([1, 5, 300, 65_535]);
	const [one, other] = [noPlaces(), noPlaces()];
	addPlace(one, 7);
	addPlace(other, 65_535);
	addList(all, Uint8Array.from([...one, ...other]), true);
	expect(numbersAt(0, all)).toEqual([1, 5, 7, 300, 65_535]);
});

test('a comment has its place by its number', () => {
	expect([blockOf(65_535), blockOf(65_536)]).toEqual([0, 1]);
	expect(numbersAt(2, read([0, 7, 8]))).toEqual([131_072, 131_079, 131_080]);
});
