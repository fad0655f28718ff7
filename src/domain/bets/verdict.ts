import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import type { Excluded, Grade } from '../metrics/figure.ts';
import type { OverTime } from './over-time.ts';

type Found = Estimate | NotEstimable;

/** What a verdict was made of, kept with it. */
export type Judgement = {
	effect: Found;
	grade: Grade;
	/** The definition by which it was judged. */
	definition: { id: string; version: number };
	/** Customers who got it, and who did not, and could be followed. */
	gets: number;
	others: number;
	excluded: Excluded[];
	/** What the effect was worth with those who got it, in minor units of revenue or margin. */
	worth: Found;
	/** The share of revenue that was counted as margin; null: revenue itself. */
	margin: number | null;
	/** Of a draw: its effects on the mean answer and on revenue a customer, and the one over the other. */
	onScore: Found | null;
	onRevenue: Found | null;
	perPoint: Found | null;
	/** Of a comparison over time: whether the groups moved alike before, and all months side by side. */
	preTrend: OverTime['preTrend'];
	months: OverTime['months'];
	/** How often chance would single out such values of a slice for a roll-out; null: not by values. */
	rollOut: { p: number; units: number } | null;
};

/** How a bet came out, frozen when its outcomes were complete. */
export type Verdict = Judgement & {
	at: Date;
	/** Null: the product, as soon as it could. */
	by: string | null;
};

/** Of how many months the outcomes are in; a verdict waits for all of them. */
export type Progress = { complete: boolean; known: number; of: number; through: string | null };
