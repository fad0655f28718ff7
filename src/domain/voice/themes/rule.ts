import { wordsIn } from './words.ts';

/** Words in a row; `open`: the last may go on, as in `invoic*`. */
export type Term = { words: string[]; open: boolean };

/** A comment is about the theme when it has any of `any` and none of `none`. */
export type Rule = { any: Term[]; none: Term[] };

/** A rule as somebody wrote it, for comments in one language; '': in any. */
export type WrittenRule = { language: string; text: string };

/** Said wherever something is counted by rules that nobody has held against the comments they find. */
export const notChecked = 'nobody has checked this rule';

const mostTerms = 200;
/** Fewer letters than this before a star would be half the dictionary. */
const fewestLetters = 3;

const oneTerm = /(-?)(?:"([^"]*)"(\*?)|([^\s"]+))/g;

/** Reads `invoice* "wrong number" -demo`: words and phrases of which one is enough, and with a minus what must not be there. */
export function ruleFrom(text: string): { rule: Rule } | { problem: string } {
	const rule: Rule = { any: [], none: [] };
	if ((text.match(/"/g)?.length ?? 0) % 2 === 1)
		return { problem: 'A phrase is not closed: there is an odd number of ".' };
	for (const [, minus, phrase, star, bare] of text.matchAll(oneTerm)) {
		// A star may stand behind a phrase too, and then belongs to its last word.
		const term = termFrom(phrase === undefined ? bare : phrase + star);
		if ('problem' in term) return term;
		rule[minus ? 'none' : 'any'].push(term);
	}
	if (rule.any.length === 0) return { problem: 'Write at least one word or phrase to look for.' };
	if (rule.any.length + rule.none.length > mostTerms) return { problem: `More than ${mostTerms} words and phrases.` };
	return { rule };
}

/** A rule as it was written, without the words and phrases in which something stands; `what` finds it. */
export function withoutTerms(text: string, what: RegExp): string {
	const marked = text.replaceAll(what, hole);
	const left = [...marked.matchAll(oneTerm)].map(([term]) => term).filter((term) => !term.includes(hole));
	return marked.includes(hole) ? left.join(' ') : text;
}

/** No text of ours can hold it. */
const hole = '\0';

function termFrom(text: string): Term | { problem: string } {
	const open = text.endsWith('*');
	const words = wordsIn(open ? text.slice(0, -1) : text).map(({ word }) => word);
	if (text.slice(0, -1).includes('*')) return { problem: `“${text}”: a star may only end a word.` };
	if (words.length === 0) return { problem: `“${text}” has neither letters nor digits.` };
	if (open && words[words.length - 1].length < fewestLetters)
		return { problem: `“${text}”: at least ${fewestLetters} letters have to stand before a star.` };
	return { words, open };
}

/** The piece of text by which a term is found in the words that the database keeps. */
export const pieceOf = ({ words, open }: Term): string => ` ${words.join(' ')}${open ? '' : ' '}`;

/** 'de' from 'de-AT'; '' where nobody has said. */
export const languageOf = (tag: string | null): string => (tag ?? '').toLowerCase().split('-')[0];

/** Whether a rule is for comments in this language. Where nobody has said what language it is, every rule is tried. */
export const isFor = (rule: { language: string }, language: string): boolean =>
	rule.language === '' || language === '' || rule.language === language;
