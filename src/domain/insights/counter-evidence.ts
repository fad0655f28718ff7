import type { Feeling } from '../metrics/groups.ts';
import { addDays } from '../scope/calendar.ts';
import { mondayOfWeek, sundayOfWeek } from '../scope/week.ts';

/** How many weeks of comments are looked through, with the insight's own as the last. */
const weeksLookedThrough = 13;

/** What says the opposite of an insight's evidence, and by which rule it was found. */
export type CounterRule = {
	/** How those felt whose comments say the opposite. */
	feeling: 'high' | 'low';
	/** Themes of the pinned evidence. */
	themes: { id: number; name: string }[];
	/** Words that somebody gave; empty: none. */
	words: string;
	from: string;
	to: string;
};

export type NoRule = { because: string };

/** How those felt who wrote what is pinned for an insight: high, low, or neither more than the other. */
export function leaning(feelings: readonly (Feeling | null)[]): 'high' | 'low' | null {
	const count = (feeling: Feeling) => feelings.filter((one) => one === feeling).length;
	const [high, low] = [count('high'), count('low')];
	return high === low ? null : high > low ? 'high' : 'low';
}

/**
 * Which comments say the opposite: those of the thirteen weeks up to the insight's that are about the same themes, or
 * have its words in them, by customers who felt the other way than most of those whose comments are pinned for it.
 */
export function counterRule(
	week: string,
	evidence: readonly { feeling: Feeling | null }[],
	{ themes, words }: Pick<CounterRule, 'themes' | 'words'>
): CounterRule | NoRule {
	if (evidence.length === 0) return { because: 'Pin a comment for it first: the opposite is the opposite of that.' };
	const lean = leaning(evidence.map(({ feeling }) => feeling));
	if (lean === null)
		return { because: 'As many who are pleased are pinned for it as who are not, so that nothing is the opposite.' };
	if (themes.length === 0 && words === '')
		return { because: 'What is pinned has no theme: give it words to look for, and the opposite is looked for.' };
	return {
		feeling: lean === 'high' ? 'low' : 'high',
		themes,
		words,
		from: addDays(mondayOfWeek(week), -7 * (weeksLookedThrough - 1)),
		to: sundayOfWeek(week)
	};
}

/** The rule in words: 'By customers who scored high …'. */
export function ruleText({ feeling, themes, words, from, to }: CounterRule, dayText: (day: string) => string): string {
	const about = themes.map(({ name }) => `“${name}”`).join(' or ');
	const what = [about && `about ${about}`, words && `with the words ${words}`].filter(Boolean).join(' or ');
	const opposite = feeling === 'high' ? 'low' : 'high';
	return `Comments ${what}, from ${dayText(from)} to ${dayText(to)}, by customers who scored ${feeling}: most of those pinned for it scored ${opposite}.`;
}
