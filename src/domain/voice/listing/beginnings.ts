import { addPlace, listOf, noPlaces, numbersAt } from './places.ts';

/** So many words of a block that begin alike are listed together too; fewer are put together when they are asked for. */
const manyWords = 100;
/** In letters. With fewer nobody can search. */
const shortestListed = 3;

const beginningsOf = (word: string): string[] => {
	const letters = [...word];
	return letters.slice(shortestListed - 1).map((_, i) => letters.slice(0, shortestListed + i).join(''));
};

/** How many words begin alike, with lists of the places of all of them. `placesOf`: where in a block each word is. */
export function* beginningLists(
	placesOf: ReadonlyMap<string, readonly number[]>,
	many = manyWords
): Iterable<[string, Uint8Array]> {
	const words = new Map<string, number>();
	for (const word of placesOf.keys())
		for (const beginning of beginningsOf(word)) words.set(beginning, (words.get(beginning) ?? 0) + 1);
	const found = new Map([...words].filter(([, n]) => n >= many).map(([beginning]) => [beginning, noPlaces()]));
	for (const [word, places] of placesOf)
		for (const beginning of beginningsOf(word)) {
			const all = found.get(beginning);
			// Longer beginnings have no more words than shorter ones.
			if (!all) break;
			for (const place of places) addPlace(all, place);
		}
	for (const [beginning, all] of found) yield [beginning, listOf(numbersAt(0, all))];
}
