/** A word of a text: as it is searched for, and where it stands, in UTF-16 units, the end not included. */
export type Word = { word: string; from: number; to: number };

/** Longer ones are cut, in the text and in what is asked for alike. */
const longestWord = 64;

/** Written without spaces between words: each sign is searched by itself, and a row of them is found as a phrase. */
const unspaced =
	'\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/**
 * A pictogram or a broken character is a word of its own. Within other words invisible characters (zero-width spaces,
 * soft hyphens, marks of direction) count for nothing. Everything else, such as `<`, `=` or `/`, only separates.
 */
const pieces = new RegExp(
	`[${unspaced}]\\p{M}*|\\p{Extended_Pictographic}|\\uFFFD|(?:(?![${unspaced}])[\\p{L}\\p{N}])(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}\\p{Cf}])*`,
	'gu'
);

const invisible = /\p{Cf}/gu;

/** The words of a text, in their order. Case and the many ways to write the same letter do not tell words apart. */
export function wordsIn(text: string): Word[] {
	const words: Word[] = [];
	for (const { 0: piece, index } of text.matchAll(pieces)) {
		const word = asSearched(piece);
		if (word !== '') words.push({ word, from: index, to: index + piece.length });
	}
	return words;
}

const plain = /^[a-z0-9]+$/;

function asSearched(piece: string): string {
	const lower = piece.toLowerCase();
	if (plain.test(lower)) return lower.slice(0, longestWord);
	// Some letters become two when they are taken apart or made small, so the signs are counted afterwards.
	return [...lower.replace(invisible, '').normalize('NFKC').toLowerCase().replace(separating, '')]
		.slice(0, longestWord)
		.join('');
}

/** What taking letters apart may bring in, such as the space of a ligature, and what Postgres would take for its own. */
const separating = /[\s'\\:]/g;
