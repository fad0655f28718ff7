import { weightedLogOdds } from '#stats/text/weighted-log-odds.ts';

/** A comment's words as they are kept, and how somebody felt who wrote them. */
export type Felt = { words: string; feeling: 'high' | 'middle' | 'low' };

/** A word or phrase that one group uses more than the other. */
export type Suggestion = {
	/** As a rule has it: a phrase in quotation marks. */
	term: string;
	/** Comments that have it: of the group, and of the other. */
	group: number;
	other: number;
	/** Log-odds in standard errors. */
	z: number;
};

const longestPhrase = 3;
const fewestComments = 5;
/** Beyond this many standard errors; of thousands of words, more would be there by chance below it. */
const least = 3;
const mostTold = 30;
/** A word in more of all comments than this is everyone’s: a phrase needs another one to be about something. */
const mostEveryday = 0.02;
/** The invented words of each group: some hundred comments' worth, dealt out as all comments have them. */
const priorWords = 1_000;

/**
 * Words and phrases of up to three words by which one group's comments differ most from the other's, by weighted
 * log-odds. A comment counts a word once, however often it says it. What everybody wrote, the middle too, is the prior. A
 * phrase takes the place of a shorter one that hardly occurs without it.
 */
export function suggestions(comments: readonly Felt[], group: 'high' | 'low'): Suggestion[] {
	const counted = countTerms(comments, group);
	const total = counted.reduce((sum, { all }) => sum + all, 0);
	const everyday = new Set(counted.filter(({ all }) => all > mostEveryday * comments.length).map(({ term }) => term));
	const isTelling = (word: string) => isLong(word) && !everyday.has(word);
	const odds = weightedLogOdds({
		one: counted.map((term) => term.group),
		other: counted.map((term) => term.other),
		prior: counted.map(({ all }) => (priorWords * all) / total)
	});
	const ranked = counted
		.map(({ term, group: own, other }, i) => ({ term, group: own, other, z: odds[i].z }))
		.filter(({ term, z }) => z > least && term.split(' ').some(isTelling))
		.sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1));
	return withoutParts(ranked)
		.slice(0, mostTold)
		.map((found) => ({ ...found, term: found.term.includes(' ') ? `"${found.term}"` : found.term }));
}

type Counted = { term: string; group: number; other: number; all: number };

function countTerms(comments: readonly Felt[], group: 'high' | 'low'): Counted[] {
	const terms = new Map<string, Counted>();
	const isFrequent = (term: string) => (terms.get(term)?.all ?? 0) >= fewestComments;
	for (let length = 1; length <= longestPhrase; length++)
		for (const { words, feeling } of comments)
			for (const term of termsIn(words, length, isFrequent)) {
				let counted = terms.get(term);
				if (!counted) terms.set(term, (counted = { term, group: 0, other: 0, all: 0 }));
				counted.all++;
				if (feeling === group) counted.group++;
				else if (feeling !== 'middle') counted.other++;
			}
	return [...terms.values()].filter(({ term }) => isFrequent(term));
}

/** Title from text, and words from what is hidden between them. */
const partedBy = /[|*]/;

/**
 * The words or phrases of so many words in a comment, each once; never across title and text. A phrase whose parts are
 * rare is rarer still, and not worth counting.
 */
function termsIn(written: string, length: number, isFrequent: (term: string) => boolean): Set<string> {
	const terms = new Set<string>();
	for (const part of written.split(partedBy)) {
		const words = part.split(' ').filter(Boolean);
		for (let at = 0; at + length <= words.length; at++) {
			const of = (from: number, to: number) => words.slice(from, to).join(' ');
			const parts = length === 1 ? [] : [of(at, at + length - 1), of(at + 1, at + length)];
			if (parts.every(isFrequent)) terms.add(of(at, at + length));
		}
	}
	return terms;
}

/** Latin letters tell little by twos; signs of other scripts may be whole words. */
const isLong = (word: string) => (/\p{Script=Latin}/u.test(word) ? word.length > 2 : /\p{L}/u.test(word));

/** Hardly ever without it: in at least this share of its comments. */
const nearlyAlways = 0.8;

/** Of a phrase and its parts, the longer where the shorter is nearly always in it, else the one that ranks higher. */
function withoutParts(ranked: Suggestion[]): Suggestion[] {
	const holds = (whole: string, part: string) => whole !== part && ` ${whole} `.includes(` ${part} `);
	const swallowed = ({ term, group }: Suggestion) =>
		ranked.some((longer) => holds(longer.term, term) && longer.group >= nearlyAlways * group);
	const kept = ranked.filter((one) => !swallowed(one));
	return kept.filter(({ term }, i) => !kept.slice(0, i).some((better) => holds(term, better.term)));
}
