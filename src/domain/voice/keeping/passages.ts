import { day } from '#ui/format/time.ts';

/** By what a person is known again in what our own people wrote: their names and addresses, and their words. */
export type KnownBy = { names: readonly string[]; words: readonly string[] };

/** A piece of a text, by its first character and the one behind its last. */
export type Passage = { from: number; to: number };

/** So many words in a row that somebody else wrote are a quotation; fewer are how everybody speaks. */
const quotation = 5;
/** What is shorter than that is known again only whole, and not at all below this. */
const shortestQuoted = 3;
/** A shorter name stands in too many words that are not it. */
const shortestName = 3;

/** Words; of scripts that set no spaces, each character. */
const word =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+/gv;

type Token = Passage & { text: string };

const tokensOf = (text: string): Token[] =>
	[...text.matchAll(word)].map(({ 0: found, index }) => ({
		text: found.normalize('NFKC').toLowerCase(),
		from: index,
		to: index + found.length
	}));

const keyOf = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join(' ');

/**
 * A finder of a person in texts: every name and address of theirs, and whatever repeats five of their words in a row,
 * or a shorter answer whole; whatever the case, the spaces and the marks between the words.
 */
export function finderOf({ names, words }: KnownBy): (text: string) => Passage[] {
	const runs = new Map<number, Set<string>>();
	const know = (tokens: readonly Token[]) => {
		if (!runs.has(tokens.length)) runs.set(tokens.length, new Set());
		runs.get(tokens.length)!.add(keyOf(tokens));
	};
	for (const name of names) if (name.trim().length >= shortestName) know(tokensOf(name));
	for (const said of words) {
		const tokens = tokensOf(said);
		if (tokens.length >= shortestQuoted && tokens.length < quotation) know(tokens);
		for (let i = 0; i + quotation <= tokens.length; i++) know(tokens.slice(i, i + quotation));
	}
	runs.delete(0);
	return (text) => covered(tokensOf(text), runs);
}

function covered(tokens: readonly Token[], runs: ReadonlyMap<number, ReadonlySet<string>>): Passage[] {
	const theirs = new Set<number>();
	for (const [length, known] of runs)
		for (let i = 0; i + length <= tokens.length; i++)
			if (known.has(keyOf(tokens.slice(i, i + length)))) for (let j = i; j < i + length; j++) theirs.add(j);
	const passages: Passage[] = [];
	tokens.forEach(({ from, to }, i) => {
		if (!theirs.has(i)) return;
		if (theirs.has(i - 1)) passages.at(-1)!.to = to;
		else passages.push({ from, to });
	});
	return passages;
}

/** What stands where a passage was; the database asks for its beginning, so that no erasure leaves an unseen gap. */
export const gapText = (on: string): string => `[a passage was removed: erasure of ${day(on)}]`;

/** A gap in a text. */
export const isGap = /\[a passage was removed: erasure of [^\]]*\]/g;

/** A text without passages of it; `on`: the day of the erasure. */
export function withoutPassages(text: string, passages: readonly Passage[], on: string): string {
	return passages.toReversed().reduce((left, { from, to }) => left.slice(0, from) + gapText(on) + left.slice(to), text);
}

/** A text cut at its passages, for who is to see them in it. */
export function piecesOf(text: string, passages: readonly Passage[]): { text: string; found: boolean }[] {
	const cuts = [0, ...passages.flatMap(({ from, to }) => [from, to]), text.length];
	return cuts.slice(1).map((to, i) => ({ text: text.slice(cuts[i], to), found: i % 2 === 1 }));
}

/** What is left of a text to look for: a gap is nothing that anybody meant. */
export const withoutGaps = (text: string): string => text.replaceAll(isGap, ' ').trim();

export const countGaps = (text: string): number => text.match(isGap)?.length ?? 0;
