import type { Week } from '../scope/week.ts';

/** A piece of a text: what was searched for, or what stands around it. Together they are the text. */
export type Piece = { text: string; found: boolean };

export type FoundKind = 'headline' | 'insight' | 'decision' | 'mark' | 'event';

/** Where the words that somebody searched for were written, and in which week. */
export type Found = {
	kind: FoundKind;
	number: number | null;
	week: Week;
	text: string;
	about: string;
	/** Of a decision: the insights that ended with it. */
	insights: { number: number; claim: string }[];
	/** Of an insight: the decision it ended with. */
	decision: { week: Week; what: string } | null;
	/** Of a mark: the chart it is on, and of which customers. */
	mark: { chart: string; population: string } | null;
};

/** What the search puts around what it found: characters that nobody types. */
export const marks = { from: '\u0002', to: '\u0003' } as const;

/** Cuts a text at the marks. */
export function pieces(text: string): Piece[] {
	const cut = text.split(new RegExp(`${marks.from}([^${marks.to}]*)${marks.to}`));
	return cut.flatMap((part, i) => (part === '' ? [] : [{ text: part, found: i % 2 === 1 }]));
}
