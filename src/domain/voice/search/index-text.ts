import { masked } from '../masking/masked.ts';
import type { MaskingRules } from '../masking/rules.ts';
import { wordsIn } from './words.ts';

/** Postgres keeps no place of a word beyond this one. */
const mostWords = 16_000;
/** A comment's words must fit into a megabyte; long before that, nobody searches in it any more. */
const mostBytes = 400_000;
/** Postgres keeps this many places of a word. */
const mostPlaces = 255;

/** Stands between title and text, as what is hidden stands between words. */
const apart = { text: '', hidden: 'end' } as const;

/**
 * The words of a comment with their places, as Postgres reads a tsvector. What is hidden from readers is not among them,
 * or its hits would tell it. Title and text are one text: a phrase does not reach from one into the other, nor across
 * something hidden. Search reads the first 16,000 words of a comment.
 */
export function indexText(title: string | null, comment: string | null, rules: MaskingRules): string {
	const places = new Map<string, number[]>();
	let bytes = 0;
	let place = 0;
	for (const part of [title, comment].flatMap((text) => [...masked(text ?? '', rules), apart])) {
		if (part.hidden !== null) {
			place++;
			continue;
		}
		for (const { word } of wordsIn(part.text)) {
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
	}
	return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
