import type { Meant } from './meant.ts';
import { wordsIn } from './words.ts';
import type { Word } from './words.ts';

/** A piece of a text: what was searched for, what stands for something hidden, or neither. Together they are the text. */
export type Piece = { text: string; found: boolean; mask?: boolean };

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

/** The same for a text in which something is hidden: nothing is found in what stands in its place. */
export function highlightedAround(
	text: string,
	hidden: readonly { from: number; to: number }[],
	terms: readonly Meant[]
): Piece[] {
	const pieces: Piece[] = [];
	let done = 0;
	for (const { from, to } of hidden) {
		if (from > done) pieces.push(...highlighted(text.slice(done, from), terms));
		pieces.push({ text: text.slice(from, to), found: false, mask: true });
		done = to;
	}
	if (done < text.length || pieces.length === 0) pieces.push(...highlighted(text.slice(done), terms));
	return pieces;
}

/** How many words from here on are the term; 0: none. */
function lengthFound({ words, begins, forms, alike }: Meant, text: readonly Word[], at: number): number {
	const here = text[at].word;
	if (forms.length > 0) return forms.includes(here) || alike.includes(here) ? 1 : 0;
	if (begins) return here.startsWith(words[0]) ? 1 : 0;
	return words.every((word, i) => text[at + i]?.word === word) ? words.length : 0;
}
