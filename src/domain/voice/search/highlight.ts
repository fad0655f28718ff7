import type { Meant } from './meant.ts';
import { wordsIn } from './words.ts';
import type { Word } from './words.ts';

/** A piece of a text, and whether it is what was searched for. The pieces together are the text, unchanged. */
export type Piece = { text: string; found: boolean };

/** Cuts a text where something that was searched for begins and ends. */
export function highlighted(text: string, terms: readonly Meant[]): Piece[] {
	const words = terms.length === 0 ? [] : wordsIn(text);
	const pieces: Piece[] = [];
	let done = 0;
	for (let at = 0; at < words.length; at++) {
		const length = Math.max(0, ...terms.map((term) => lengthFound(term, words, at)));
		if (length === 0) continue;
		const { from } = words[at];
		const { to } = words[at + length - 1];
		if (from > done) pieces.push({ text: text.slice(done, from), found: false });
		pieces.push({ text: text.slice(from, to), found: true });
		done = to;
		at += length - 1;
	}
	if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done), found: false });
	return pieces;
}

/** How many words from here on are the term; 0: none. */
function lengthFound({ words, begins, forms, alike }: Meant, text: readonly Word[], at: number): number {
	const here = text[at].word;
	if (forms.length > 0) return forms.includes(here) || alike.includes(here) ? 1 : 0;
	if (begins) return here.startsWith(words[0]) ? 1 : 0;
	return words.every((word, i) => text[at + i]?.word === word) ? words.length : 0;
}
