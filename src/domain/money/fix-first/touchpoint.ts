import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Feeling } from '../../metrics/groups.ts';

/** Customers by their latest answer after a touchpoint, among like customers: those of a segment, about as long with us. */
export type TouchpointSums = {
	series: string;
	stratum: string;
	feeling: Feeling;
	/** Latest answer at least twelve months old and paying when they gave it, and how many of them were lost in those months. */
	followed: number;
	lost: number;
	/** With a low answer in the last twelve months and paying now: how many, their yearly revenue, its squares. */
	paying: number;
	revenue: number;
	revenueSquared: number;
};

/** A touchpoint as something to fix. Money in minor units a year. */
export type Touchpoint = {
	series: string;
	/** Yearly revenue of the customers whose latest answer there is low. */
	exposed: Estimate;
	/** Share lost within twelve months of a low answer, and of a high one among like customers. */
	lost: { low: number; high: number } | null;
	/** The difference of the two, as a share of one. */
	extraLoss: Estimate | NotEstimable;
	/** What is exposed times the extra loss. */
	stake: Estimate | NotEstimable;
	/** Customers with a low answer who have nobody to be compared with. */
	leftOut: number;
	/** Between which places it lies when customers are drawn again; null: it cannot be placed. */
	places: { best: number; worst: number } | null;
	/** In which share of the draws it comes first. */
	first: number;
};

/** Clear winner: first in 95 of 100 draws. Tie: several come first now and then. */
export type FixFirstVerdict = 'clear winner' | 'tie' | 'too little data';

export type FixFirst = {
	verdict: FixFirstVerdict;
	/** By what is at stake; those that cannot be placed last, by what is exposed. */
	touchpoints: Touchpoint[];
	/** Series that come first often enough to be told from no other. */
	tied: string[];
	/** What is ranked where that is not a survey: by the key in the place of a series. */
	names?: Record<string, string>;
};

/**
 * Themes in the place of touchpoints, each by a key in the place of a series: what they are called, and of which of them
 * nobody has checked whether their rules are right.
 */
export type ThemesFirst = FixFirst & {
	names: Record<string, string>;
	/** Keys. */
	unchecked: string[];
	/** At least one was checked by reading, or made here: then themes say more than touchpoints do. */
	isInUse: boolean;
	/** Rules or rows have changed since it was worked out. */
	isStale: boolean;
	at: Date;
};
