import { wordsIn } from './words.ts';

/** One thing that is searched for. */
export type Term = {
	/** One word, or several in a row. */
	words: string[];
	/** In quotes: exactly these words, not their other forms. */
	exact: boolean;
	/** Written with a star: every word that begins like the last one. */
	begins: boolean;
};

/** What somebody searches for: comments that contain all of these and none of those. */
export type Asked = { all: Term[]; none: Term[] };

/** More than this nobody means. */
const mostTerms = 12;
export const longestSearch = 200;
/** With fewer letters than this half of all words begin. */
const shortestBeginning = 3;

const parts = /(?<!\S)(-?)(?:["“”„«]([^"“”„«»]*)["“”»]?|(\S+))/gu;

/**
 * Reads a search: words that must all be there, "a phrase" in quotes, -without. What has no letters, digits or
 * pictograms in it asks for nothing.
 */
export function asked(text: string): Asked {
	const all: Term[] = [];
	const none: Term[] = [];
	for (const [, minus, phrase, bare] of text.slice(0, longestSearch).matchAll(parts)) {
		const words = wordsIn(phrase ?? bare).map(({ word }) => word);
		if (words.length === 0 || all.length + none.length >= mostTerms) continue;
		const term = {
			words,
			exact: phrase !== undefined,
			begins: phrase === undefined && bare.endsWith('*') && words.length === 1 && words[0].length >= shortestBeginning
		};
		(minus ? none : all).push(term);
	}
	return { all, none };
}

export const asksNothing = ({ all, none }: Asked): boolean => all.length + none.length === 0;
