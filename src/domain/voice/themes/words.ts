import { masked } from '../masking/masked.ts';
import type { MaskingRules, Part } from '../masking/rules.ts';

/** A word as rules compare it, and where it stands in the text: from, to (not included), in UTF-16 units. */
export type Word = { word: string; from: number; to: number };

/**
 * Letters, marks and digits in a row, with invisible characters among them. Everything else parts words: an apostrophe or
 * a hyphen too, in texts and rules alike.
 */
const inARow = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;
const plain = /^[0-9A-Za-z]+$/;
/** Scripts that are written without spaces are taken sign by sign. */
const signs =
	'\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const signOrRest = new RegExp(`[${signs}]\\p{M}*|[^${signs}]+`, 'gu');
const hasSigns = new RegExp(`[${signs}]`, 'u');
const notCompared = /[^\p{L}\p{M}\p{N}]/gu;

/** Without width, case, ligatures and invisible characters, as people mean it and not as it was typed. */
const compared = (text: string): string => text.normalize('NFKC').toLowerCase().replace(notCompared, '');

/** The words of a text. The one place that says what a word is: for what is stored, for rules and for what is marked. */
export function wordsIn(text: string): Word[] {
	const words: Word[] = [];
	const add = (piece: string, from: number) => {
		// Most words are plain, and a million comments have thirty million of them.
		const word = plain.test(piece) ? piece.toLowerCase() : compared(piece);
		if (word !== '') words.push({ word, from, to: from + piece.length });
	};
	for (const { 0: row, index } of text.matchAll(inARow)) {
		if (plain.test(row) || !hasSigns.test(row)) add(row, index);
		else for (const { 0: piece, index: at } of row.matchAll(signOrRest)) add(piece, index + at);
	}
	return words;
}

/** In the place of a colleague's name; anything else that is hidden only parts words. Neither occurs in words. */
export const hiddenName = '*';

/**
 * The words of a comment as the database keeps them: each with a space on both sides, title and text apart, so that a
 * rule that is looked for in it finds whole words in a row and nothing else. What is hidden from readers is left out: a
 * rule must not find it for them.
 */
export const writtenWords = (
	{ title, comment }: { title: string | null; comment: string | null },
	rules: MaskingRules
): string =>
	[title, comment]
		.map((text) =>
			masked(text ?? '', rules)
				.map(written)
				.join('')
		)
		.join('|');

const written = ({ text, hidden }: Part): string =>
	hidden === null
		? ` ${wordsIn(text)
				.map(({ word }) => word)
				.join(' ')} `
		: hidden === 'colleague’s name'
			? hiddenName
			: '|';
