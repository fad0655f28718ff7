import { gap } from './told.ts';
import type { Told } from './told.ts';

/** So many comments of a block make a word, or a row of words, common. */
export const commonFrom = 2_048;
/** In words. Of longer phrases the rows within them tell where to look. */
export const longestRow = 4;

/**
 * Where rows of words are that stand behind each other, as phrases ask for them. There are too many to list all: a row
 * is listed if both of its parts, all of it but its last word and all of it but its first, are common. Of any other row
 * one part is rare, so that few comments have to be looked at (frequent sets are found alike: Agrawal & Srikant 1994).
 */
export function* rowsListed({ numbers, said, places }: Told, common = commonFrom): Iterable<[string, number[]]> {
	let texts = [...numbers.keys()];
	let current = Int32Array.from(said);
	let isCommon = commonAmong(current, places, texts.length, common);
	for (let length = 2; length <= longestRow; length++) {
		const longer: string[] = [];
		const placesOf: number[][] = [];
		const known = new Map<number, number>();
		const rowAt = (first: number, second: number) => {
			const pair = first * texts.length + second;
			let number = known.get(pair);
			if (number === undefined) {
				number = longer.push(`${texts[first]} ${lastWord(texts[second])}`) - 1;
				placesOf.push([]);
				known.set(pair, number);
			}
			return number;
		};
		const next = new Int32Array(current.length).fill(gap);
		for (let i = 0; i + 1 < current.length; i++) {
			const [first, second] = [current[i], current[i + 1]];
			if (first === gap || second === gap || !isCommon[first] || !isCommon[second]) continue;
			next[i] = rowAt(first, second);
			const list = placesOf[next[i]];
			if (list.at(-1) !== places[i]) list.push(places[i]);
		}
		for (const [number, text] of longer.entries()) yield [text, placesOf[number]];
		isCommon = Uint8Array.from(placesOf, (list) => Number(list.length >= common));
		[texts, current] = [longer, next];
	}
}

/** Of each word by its number, whether it is common. */
function commonAmong(said: Int32Array, places: readonly number[], words: number, common: number): Uint8Array {
	const comments = new Uint32Array(words);
	const latest = new Int32Array(words).fill(gap);
	for (const [i, number] of said.entries()) {
		if (number === gap || latest[number] === places[i]) continue;
		latest[number] = places[i];
		comments[number]++;
	}
	return Uint8Array.from(comments, (n) => Number(n >= common));
}

const lastWord = (row: string): string => row.slice(row.lastIndexOf(' ') + 1);
