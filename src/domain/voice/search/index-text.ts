import { wordsIn } from './words.ts';

/** Postgres keeps no place of a word beyond this one. */
const mostWords = 16_000;
/** A comment's words must fit into a megabyte; long before that, nobody searches in it any more. */
const mostBytes = 400_000;
/** Postgres keeps this many places of a word. */
const mostPlaces = 255;

/**
 * The words of a comment with their places, as Postgres reads a tsvector. Title and text are one text: a phrase does not
 * reach from one into the other. Search reads the first 16,000 words of a comment.
 */
export function indexText(title: string | null, comment: string | null): string {
	const places = new Map<string, number[]>();
	let bytes = 0;
	let place = 0;
	for (const text of [title, comment]) {
		for (const { word } of wordsIn(text ?? '')) {
			if (++place > mostWords || bytes > mostBytes) break;
			const known = places.get(word);
			if (!known) {
				places.set(word, [place]);
				bytes += 4 * word.length + 8;
			} else if (known.length < mostPlaces) {
				known.push(place);
				bytes += 2;
			}
		}
		place++;
	}
	return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
