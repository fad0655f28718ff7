import { count } from '#ui/format/number.ts';
import type { Metric } from '../surveys/survey.ts';
import type { BehindScope, Holds } from './behind.ts';
import type { Act } from './keeping/act.ts';
import type { Hidden } from './masking/masked.ts';

/** Which words are shown: those of a time, of customers in a slice, and perhaps of one series and some scores. */
export type FeedScope = {
	/** Days in the organisation's zone, both included. */
	from: string;
	to: string;
	segment: string | null;
	region: string | null;
	plan: string | null;
	series: string | null;
	/** Whole numbers on the series' scale, both included. Answers without a score are then left out. */
	scores: { lowest: number; highest: number } | null;
	/** Only customers whose revenue moved so, in the twelve months that end with the month `asOf` against the twelve before. */
	moved?: {
		movement: 'lost' | 'shrank' | 'grew' | 'same' | 'new' | 'came back';
		cameBy: string | null;
		asOf: string;
	} | null;
	/**
	 * Only the answers in the series that tell, at the end of a month, what their customers did in the twelve months after:
	 * the first of the two years that can be followed, of each who paid on the day of it. `all` counts these.
	 */
	did?: { deed: 'left' | 'shrank' | 'grew'; asOf: string } | null;
	/** Only customers of a bet, by its number. */
	bet?: number | null;
	/** Only what stands behind a figure, a line or a point. */
	behind?: BehindScope | null;
};

/** Where in a title or comment something is hidden from this reader; the text says so in its place. */
export type HiddenIn = { title: Hidden[]; comment: Hidden[] };

/** What a source said before it corrected itself. */
export type EarlierVersion = {
	score: number | null;
	title: string | null;
	comment: string | null;
	hidden: HiddenIn;
	replacedAt: Date;
};

/**
 * A customer's words, exactly as they were written but for what is hidden from the reader, with who they are and what
 * they are worth.
 */
export type Comment = {
	customerId: number;
	responseId: number;
	respondedAt: Date;
	metric: Metric;
	highIsGood: boolean;
	/** Null: they wrote without scoring. */
	score: number | null;
	title: string | null;
	comment: string | null;
	hidden: HiddenIn;
	/** Set: the words were erased on that day, because the person asked for it. */
	erasedAt: Date | null;
	/** Earlier versions, the latest first. */
	earlier: EarlierVersion[];
	language: string | null;
	/** The touchpoint, or 'relationship'. */
	about: string;
	customer: string;
	segment: string | null;
	/** Days between the start as a customer and the words. */
	tenureDays: number;
	/** What the customer paid a year on the day of the words; null: nothing. */
	perYearMinor: number | null;
	/** What is still to be expected of the customer, as last worked out; null: they pay nothing, or it cannot be told. */
	lifetimeMinor: number | null;
	/** They opened a week's meeting, chosen by somebody; null: nobody has chosen them. */
	told: { week: string; by: string } | null;
	/** Insights in which it is evidence; absent where nobody has looked. */
	pinnedIn?: { number: number; claim: string }[];
	readByMe: boolean;
	/** The system or file that it comes from. */
	source: string;
	/** Names of who has read it, in the order in which they have. */
	readers: string[];
};

export type FeedCounts = {
	/** Comments that match. */
	matching: number;
	/** All comments of the time and slice, whatever series and score were picked. */
	all: number;
	readByMe: number;
	readByTeam: number;
	/** Of the matching ones: erased at a person's request, and shown as a gap. */
	erased: number;
	/** What was withdrawn of this time, by whom and why. Not among the others: the words are gone. */
	withdrawn: Act[];
	/** What stands behind the figure that was picked, with words or without; null: nothing of that kind was. */
	holds: Holds | null;
};

/** 'All 132 comments', as a feed begins that leaves none out. */
export const allOfThem = (comments: number): string =>
	comments === 0 ? 'No comments' : comments === 1 ? 'The only comment' : `All ${count(comments, 'comment')}`;

/** Nobody reads more than this at once; the button says "1,000 or more". */
export const mostArrived = 1_000;

/** Where a page of the feed ended: the next one goes on behind it, whatever has come in since. */
export type Cursor = { at: string; responseId: number };

export const cursorText = ({ at, responseId }: Cursor): string => `${at}~${responseId}`;

export function cursorFrom(text: string | null): Cursor | null {
	const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z)~(\d{1,15})$/.exec(text ?? '');
	if (!match || Number.isNaN(Date.parse(match[1]))) return null;
	return { at: match[1], responseId: Number(match[2]) };
}

/** A comment as JSON brings it, with its moments as moments again. */
export const commentFromJson = <C extends Pick<Comment, 'respondedAt' | 'erasedAt' | 'earlier'>>(comment: C): C => ({
	...comment,
	respondedAt: new Date(comment.respondedAt),
	erasedAt: comment.erasedAt && new Date(comment.erasedAt),
	earlier: comment.earlier.map((one) => ({ ...one, replacedAt: new Date(one.replacedAt) }))
});
