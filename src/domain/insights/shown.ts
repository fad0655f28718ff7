import type { NoRule } from './counter-evidence.ts';
import type { PinnedFigure } from './figure-seen.ts';
import type { InsightState } from './insight.ts';

/** A figure of an insight as it was seen when it was pinned. */
export type FigureShown = Omit<PinnedFigure, 'number' | 'pinnedBy' | 'pinnedAt'>;

/** An insight as reviews and mails tell of it: plain values, which stay as they were when they were put down. */
export type InsightShown = {
	number: number;
	claim: string;
	/** Whose it is in the business line. */
	owner: string;
	state: InsightState;
	/** How long it has been there, or how long it took. */
	age: string;
	/** What came of it; null until it ends. */
	end: string | null;
	/** The filters it was seen through, as an address has them. */
	population: string;
	figures: FigureShown[];
	/** How many comments are pinned for it and against it. */
	evidence: { for: number; against: number };
	/** How many comments say the opposite by the rule that its page tells; or why nothing can. */
	opposite: { found: number } | NoRule;
};

/** A week's insights: the first of them, and how many there are in all. */
export type InsightsShown = { told: InsightShown[]; of: number };
