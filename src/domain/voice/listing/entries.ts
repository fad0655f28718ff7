import type { Feeling } from '../../metrics/groups.ts';
import { notKnown } from '../../scope/scope.ts';
import type { MeantSearch, Meant } from '../search/meant.ts';
import type { Span } from '../whole-months.ts';
import { rowsWithin } from './phrase.ts';

/** What filters ask of a comment, as far as it is listed. */
export type Traits = {
	surveyId: number;
	score: number | null;
	feeling: Feeling | null;
	segment: string | null;
	region: string | null;
	plan: string | null;
	/** Power of ten of what the customer paid a year, in minor units; -1: nothing. */
	magnitude: number;
	/** Its first day, in UTC. */
	month: string;
};

/** Of every comment. No word begins with this sign. */
const every = '=';

/** Absent is told apart from an empty text. */
const entry = (trait: keyof Traits, value: string | number | null): string =>
	value === null ? `=${trait}` : `=${trait}=${value}`;

/** Under which entries a comment is listed besides its words. */
export const entriesOf = (traits: Traits): string[] => [
	every,
	...(Object.keys(traits) as (keyof Traits)[]).map((trait) => entry(trait, traits[trait]))
];

/** Of all words that begin like this, where they are many. */
export const beginningEntry = (beginning: string): string => `=begins=${beginning}`;

/** Of a row of words, where its parts are common; a single word is its own entry. */
export const rowEntry = (row: string): string => (row.includes(' ') ? `=row=${row}` : row);

/** Of a theme's comments, and of those that somebody has read, where these are many. */
export const themeEntry = (theme: number): string => `=theme=${theme}`;
export const readerEntry = (reader: number): string => `=read=${reader}`;

/** From an entry on and before another one, byte by byte; where a block has a list of the `whole` range, only that. */
export type Range = { from: string; to: string; whole?: string };

/** Comments that are listed under any of these entries, or with `without` those that are not. */
export type Sought = {
	entries: string[];
	ranges: Range[];
	without: boolean;
	/** Words that stand behind each other; the entries tell of these and of rows of them. */
	phrase?: string[];
};

const sought = (entries: string[], without = false): Sought => ({ entries, ranges: [], without });
const last = '\u{10ffff}';

export const everyComment: Sought = sought([every]);

export const wordsSought = ({ all, none }: MeantSearch): Sought[] => [
	...all.map((term) => termSought(term, false)),
	...none.map((term) => termSought(term, true))
];

function termSought({ words, begins, forms, alike }: Meant, without: boolean): Sought {
	const [word] = words;
	if (words.length > 1) return { ...sought(rowsWithin(words).map(rowEntry), without), phrase: words };
	if (begins) return { entries: [], ranges: [{ from: word, to: word + last, whole: beginningEntry(word) }], without };
	return sought(forms.length > 0 ? [...forms, ...alike] : [word], without);
}

type Filtered = {
	[slice in 'segment' | 'region' | 'plan']: string | null;
} & { score: number | null; group: Feeling | 'none' | null };

export function traitsSought({ score, group, ...slices }: Filtered): Sought[] {
	const ofSlice = (slice: keyof typeof slices) => {
		const value = slices[slice];
		return value === null ? [] : [sought([entry(slice, value === notKnown ? null : value)])];
	};
	return [
		...(['segment', 'region', 'plan'] as const).flatMap(ofSlice),
		...(score === null ? [] : [sought([entry('score', score)])]),
		...(group === null ? [] : [sought([group === 'none' ? entry('score', null) : entry('feeling', group)])])
	];
}

export const surveysSought = (ids: readonly number[]): Sought => sought(ids.map((id) => entry('surveyId', id)));

export const magnitudesSought = (magnitudes: readonly number[]): Sought =>
	sought(magnitudes.map((magnitude) => entry('magnitude', magnitude)));

/** Months from the first on, and before the second. */
export const monthsSought = ({ from, to }: Span): Sought => ({
	entries: [],
	ranges: [{ from: entry('month', from ?? ''), to: entry('month', to ?? last) }],
	without: false
});

export const monthOfEntry = (text: string): string => text.slice(entry('month', '').length);
