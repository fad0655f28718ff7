import type { NotEstimable } from '../estimate.ts';

/** The time at which a curve crosses a level; a limit is null when the band does not cross it yet. */
export type CrossingTime = {
	status: 'ok';
	value: number;
	low: number | null;
	high: number | null;
	n: number;
	events: number;
};

/** The curve after `time`. `se` and limits are null where undefined; `thin` where few are left to tell. */
export type SurvivalPoint = {
	time: number;
	atRisk: number;
	events: number;
	censored: number;
	survival: number;
	se: number | null;
	low: number | null;
	high: number | null;
	thin: boolean;
};

export type SurvivalCurve = {
	status: 'ok';
	points: SurvivalPoint[];
	median: CrossingTime | NotEstimable;
	n: number;
	events: number;
	censored: number;
	/** the last time anybody was seen: the curve says nothing beyond */
	followedUntil: number;
	level: number;
	method: string;
	warnings: string[];
	assumptions: string[];
};
