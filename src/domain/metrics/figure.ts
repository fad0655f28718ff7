import type { Estimate, NotEstimable } from '#stats/estimate.ts';

/** How strong the claim is: A randomised, B a comparison group over time, C like for like, D as seen. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/**
 * 'points': NPS points. 'share': of one, shown in percent. 'money': minor units of the reporting currency.
 * 'count': how many. 'months': of time.
 */
export type Unit = 'points' | 'share' | 'money' | 'count' | 'months';

/** What a figure means. When the meaning changes, the version goes up; the id stays. */
export type Definition = {
	id: string;
	version: number;
	name: string;
	unit: Unit;
	/** The formula and the population in words that an executive understands. */
	meaning: string;
	/** How the interval was made; a total that was counted has none. */
	interval: string;
};

/** Rows that could have been counted and were not. */
export type Excluded = { count: number; why: string };

/** Beyond noise: the interval of the difference does not hold zero. */
export type Change = {
	/** In the figure's own unit: points, a share, or a ratio less one for money. */
	by: number;
	low: number;
	high: number;
	isReal: boolean;
	/** What it is compared with: 'the 13 weeks before'. */
	since: string;
};

/** A figure as every surface shows it: page, command line, API. */
export type Figure = {
	definition: Definition;
	estimate: Estimate | NotEstimable;
	/** Whom it speaks of, when, and how many: 'Relationship survey, 24 Aug – 22 Nov 2026'. */
	population: string;
	excluded: Excluded[];
	grade?: Grade;
	change?: Change;
	/** The same figure earlier, oldest first; null where there was too little evidence. */
	history?: { asOf: string; value: number | null }[];
};
