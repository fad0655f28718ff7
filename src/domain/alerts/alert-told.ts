import type { Feeling } from '../metrics/groups.ts';

/** An alert in words: the same on the page, in the mail and in its plain text. */
export type AlertTold = {
	/** Short enough for a subject. */
	title: string;
	tone: 'better' | 'worse' | 'quiet';
	/** What triggered it, with interval, n and band, a sentence each. */
	lines: string[];
	/** What it means and how it was found. */
	notes: string[];
	/** The customer's words, or what they are owed. */
	words: {
		text: string | null;
		/** Why there are none. */
		gone: string | null;
		language: string | null;
		score: string | null;
		feeling: Feeling | 'none';
	} | null;
	/** Where it is seen: the figure, the words, the customer. */
	links: { name: string; path: string }[];
};
