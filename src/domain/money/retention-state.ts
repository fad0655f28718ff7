import { runningStates } from './running-states.ts';

/** The customers who paid twelve months before: how many, their revenue then and now (yearly rates, minor units). */
export type RetentionState = {
	/** Each for itself, whatever else counts as one account. */
	customersPaying: number;
	customersThen: number;
	customersKept: number;
	revenueThen: number;
	revenueNow: number;
	revenueKept: number;
	revenueThenSquared: number;
	revenueNowSquared: number;
	revenueThenTimesNow: number;
	revenueKeptSquared: number;
	revenueThenTimesKept: number;
	/** Revenue then of the customers who pay nothing now. */
	revenueLost: number;
	revenueLostSquared: number;
	/** Of `customersThen`, each for itself: who pays or paid in a currency that had no rate twelve months before. */
	customersUnrated: number;
};

/** How the base moved in a week; sums over weeks give the state. */
export type RetentionMove = RetentionState & {
	week: string;
	/** Of what makes accounts of customers with the same ultimate parent, to be added to the customers. */
	isFamily: boolean;
	/** Of what counts money in other currencies at one rate, to be added to what it was at the rates of booking. */
	isConstant: boolean;
};

const nothing: RetentionState = {
	customersPaying: 0,
	customersThen: 0,
	customersKept: 0,
	revenueThen: 0,
	revenueNow: 0,
	revenueKept: 0,
	revenueThenSquared: 0,
	revenueNowSquared: 0,
	revenueThenTimesNow: 0,
	revenueKeptSquared: 0,
	revenueThenTimesKept: 0,
	revenueLost: 0,
	revenueLostSquared: 0,
	customersUnrated: 0
};

/** Adds up weekly moves, oldest first, into the state at the end of each of the asked weeks (Mondays, ascending). */
export const statesAt = (
	moves: readonly (RetentionState & { week: string })[],
	weeks: readonly string[]
): RetentionState[] => runningStates(nothing, moves, weeks);
