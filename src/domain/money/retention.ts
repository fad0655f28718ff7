import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { proportion } from '#stats/shares/proportion.ts';
import type { Change, Split } from '../metrics/figure.ts';
import { splitOfShares } from '../metrics/movement/split.ts';
import { differenceOf, shareChange } from './change.ts';
import { ratioOfSums } from './ratio-of-sums.ts';
import type { RetentionState } from './retention-state.ts';

export { statesAt } from './retention-state.ts';
export type { RetentionState };

const noBase = 'no customer paid twelve months before';
const base = { noBase, who: 'paid twelve months before' };
const partOfBase = { ...base, isPart: true };

/** Share of the customers of twelve months before who still pay. */
export const customersKept = ({ customersThen: n, customersKept: count }: RetentionState): Estimate | NotEstimable =>
	n === 0 ? notEstimable(noBase) : proportion({ count, n });

/** Net revenue retention: revenue now of the customers of twelve months before over their revenue then. */
export const netRevenueRetention = (state: RetentionState): Estimate | NotEstimable =>
	ratioOfSums(
		{
			customers: state.customersThen,
			above: state.revenueNow,
			below: state.revenueThen,
			aboveSquared: state.revenueNowSquared,
			belowSquared: state.revenueThenSquared,
			aboveTimesBelow: state.revenueThenTimesNow
		},
		base
	);

/** Gross revenue retention: the same, where nobody counts for more than they paid then, or for less than nothing. */
export const grossRevenueRetention = (state: RetentionState): Estimate | NotEstimable =>
	ratioOfSums(
		{
			customers: state.customersThen,
			above: state.revenueKept,
			below: state.revenueThen,
			aboveSquared: state.revenueKeptSquared,
			belowSquared: state.revenueThenSquared,
			aboveTimesBelow: state.revenueThenTimesKept
		},
		partOfBase
	);

/** Churn: the share of the customers of twelve months before who pay no more. */
export const customersLost = ({ customersThen: n, customersKept }: RetentionState): Estimate | NotEstimable =>
	n === 0 ? notEstimable(noBase) : proportion({ count: n - customersKept, n });

/** What they paid then, over what all paid. Whoever is not lost stands above the line with nothing. */
export const revenueLost = (state: RetentionState): Estimate | NotEstimable =>
	ratioOfSums(
		{
			customers: state.customersThen,
			above: state.revenueLost,
			below: state.revenueThen,
			aboveSquared: state.revenueLostSquared,
			belowSquared: state.revenueThenSquared,
			aboveTimesBelow: state.revenueLostSquared
		},
		partOfBase
	);

const since = 'a year before';

const kept = ({ customersKept: count, customersThen: n }: RetentionState) => ({ count, n });
const lost = ({ customersKept, customersThen: n }: RetentionState) => ({ count: n - customersKept, n });

export const keptChange = (before: RetentionState, now: RetentionState): Change | null =>
	shareChange(kept(before), kept(now), since);

export const lostChange = (before: RetentionState, now: RetentionState): Change | null =>
	shareChange(lost(before), lost(now), since);

type Segment = { segment: string; thenBefore: number; keptBefore: number; then: number; kept: number };

/** How much of the change is found among customers alike, and how much is that the base was made up of others. */
export const keptSplit = (segments: readonly Segment[]): Split | null =>
	splitOfShares(
		segments.map(({ segment, thenBefore, keptBefore, then, kept }) => ({
			segment,
			before: { count: keptBefore, n: thenBefore },
			after: { count: kept, n: then }
		}))
	);

export const lostSplit = (segments: readonly Segment[]): Split | null =>
	keptSplit(
		segments.map(({ keptBefore, kept, ...rest }) => ({
			...rest,
			keptBefore: rest.thenBefore - keptBefore,
			kept: rest.then - kept
		}))
	);

type Ratio = (state: RetentionState) => Estimate | NotEstimable;

/** How a retention moved. The two years' movements are different events, so their errors are taken as independent. */
export const retentionChange = (ratio: Ratio, before: RetentionState, now: RetentionState): Change | null =>
	differenceOf(ratio(before), ratio(now), since);
