import type { HiddenIn } from '../feed.ts';
import type { Hidden } from '../masking/masked.ts';
import { isFor, languageOf, ruleFrom } from './rule.ts';
import type { Rule, Term, WrittenRule } from './rule.ts';
import { wordsIn } from './words.ts';
import type { Word } from './words.ts';

/** A stretch of a text, in UTF-16 units; `to` is not included. */
export type Stretch = { from: number; to: number };

type Commented = { title: string | null; comment: string | null; language: string | null; hidden: HiddenIn };

/**
 * What in a comment, as a reader may have it, made a theme's rules find it; null: they do not. The same as the database
 * finds: see `pieceOf`. What stands in the place of what is hidden is nobody's words.
 */
export function foundIn(
	commented: Commented,
	rules: readonly WrittenRule[]
): { title: Stretch[]; comment: Stretch[] } | null {
	const { hidden } = commented;
	const title = wordsAround(commented.title ?? '', hidden.title);
	const comment = wordsAround(commented.comment ?? '', hidden.comment);
	const found = { title: [] as Stretch[], comment: [] as Stretch[] };
	let isFound = false;
	for (const written of rules) {
		const read = ruleFrom(written.text);
		if ('problem' in read || !isFor(written, languageOf(commented.language))) continue;
		const stretches = { title: of(read.rule, title), comment: of(read.rule, comment) };
		const excluded = read.rule.none.some((term) =>
			[title, comment].some((words) => stretchesOf(term, words).length > 0)
		);
		if (excluded || stretches.title.length + stretches.comment.length === 0) continue;
		isFound = true;
		found.title.push(...stretches.title);
		found.comment.push(...stretches.comment);
	}
	return isFound ? { title: joined(found.title), comment: joined(found.comment) } : null;
}

/** Parts words as something hidden does: no rule asks for it, and no phrase reaches across it. */
const nobodysWord = '';

function wordsAround(text: string, hidden: readonly Hidden[]): Word[] {
	const words: Word[] = [];
	let at = 0;
	const readTo = (end: number) => {
		for (const { word, from, to } of wordsIn(text.slice(at, end))) words.push({ word, from: at + from, to: at + to });
	};
	for (const { from, to } of hidden) {
		readTo(from);
		words.push({ word: nobodysWord, from, to });
		at = to;
	}
	readTo(text.length);
	return words;
}

const of = (rule: Rule, words: readonly Word[]): Stretch[] => rule.any.flatMap((term) => stretchesOf(term, words));

function stretchesOf({ words: wanted, open }: Term, words: readonly Word[]): Stretch[] {
	const found: Stretch[] = [];
	const last = wanted.length - 1;
	const fits = (word: string, i: number) => (open && i === last ? word.startsWith(wanted[i]) : word === wanted[i]);
	for (let at = 0; at + last < words.length; at++)
		if (wanted.every((_, i) => fits(words[at + i].word, i)))
			found.push({ from: words[at].from, to: words[at + last].to });
	return found;
}

/** In order, with what overlaps put together. */
function joined(stretches: Stretch[]): Stretch[] {
	const all: Stretch[] = [];
	for (const next of stretches.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
		const last = all.at(-1);
		if (last && next.from < last.to) last.to = Math.max(last.to, next.to);
		else all.push({ ...next });
	}
	return all;
}

export type Piece = { text: string; is: 'found' | 'hidden' | null };

/** A text in pieces, as it is shown: put together they are the text, to the last character. */
export function inPieces(text: string, stretches: readonly Stretch[], hidden: readonly Hidden[]): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	const marked = [
		...stretches.map(({ from, to }) => ({ from, to, is: 'found' as const })),
		...hidden.map(({ from, to }) => ({ from, to, is: 'hidden' as const }))
	].sort((a, b) => a.from - b.from);
	for (const { from, to, is } of marked) {
		if (from > at) pieces.push({ text: text.slice(at, from), is: null });
		pieces.push({ text: text.slice(from, to), is });
		at = to;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), is: null });
	return pieces;
}
