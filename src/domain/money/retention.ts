import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { proportion } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import type { Change, Definition } from '../metrics/figure.ts';
import { ratioOfSums } from './ratio-of-sums.ts';
import { runningStates } from './running-states.ts';

/** The customers who paid twelve months before: how many, their revenue then and now (yearly rates, minor units). */
export type RetentionState = {
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
	revenueThenTimesKept: 0
};

/** Adds up weekly moves, oldest first, into the state at the end of each of the asked weeks (Mondays, ascending). */
export const statesAt = (
	moves: readonly (RetentionState & { week: string })[],
	weeks: readonly string[]
): RetentionState[] => runningStates(nothing, moves, weeks);

const noBase = 'no customer paid twelve months before';

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
		noBase
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
		noBase
	);

const since = 'a year before';

export function keptChange(before: RetentionState, now: RetentionState): Change | null {
	if (before.customersThen === 0 || now.customersThen === 0) return null;
	const change = proportionDifference(
		{ count: before.customersKept, n: before.customersThen },
		{ count: now.customersKept, n: now.customersThen }
	);
	return change.status === 'ok' ? gate(change, since) : null;
}

type Ratio = (state: RetentionState) => Estimate | NotEstimable;

/** How a retention moved. The two years' movements are different events, so their errors are taken as independent. */
export function retentionChange(ratio: Ratio, before: RetentionState, now: RetentionState): Change | null {
	const [then, today] = [ratio(before), ratio(now)];
	if (then.status !== 'ok' || today.status !== 'ok') return null;
	const by = today.value - then.value;
	const margin = Math.hypot(today.high - today.value, then.high - then.value);
	return gate({ value: by, low: by - margin, high: by + margin }, since);
}

const gate = (
	{ value, low, high, p }: { value: number; low: number; high: number; p?: number },
	since: string
): Change => ({
	by: value,
	low,
	high,
	isReal: low > 0 || high < 0,
	since,
	p
});

const paying =
	'Paying: a paid term that runs, or ended less than 30 days ago; without recurring revenue, a purchase in the last twelve months.';

export const customersKeptDefinition: Definition = {
	id: 'customers_kept',
	version: 1,
	name: 'Customers kept, 12 mo',
	unit: 'share',
	meaning: `Of the customers who paid twelve months ago, the share who pay at the end of the week shown. New customers are in neither. ${paying}`,
	interval: '95 %, Wilson.'
};

export const netRevenueRetentionDefinition: Definition = {
	id: 'net_revenue_retention',
	version: 1,
	name: 'Net revenue retention',
	unit: 'share',
	meaning:
		'Yearly revenue today of the customers who paid twelve months ago, over their yearly revenue then; new customers excluded. Recurring revenue at its yearly rate; without any, what was bought in the twelve months before.',
	interval: '95 %, ratio of sums over the same customers, linearised.'
};

export const grossRevenueRetentionDefinition: Definition = {
	id: 'gross_revenue_retention',
	version: 1,
	name: 'Gross revenue retention',
	unit: 'share',
	meaning:
		'Of the yearly revenue of the customers who paid twelve months ago, how much is still there: each counts for what they pay today, at most what they paid then, at least nothing. What others buy more cannot hide what is lost.',
	interval: '95 %, ratio of sums over the same customers, linearised.'
};
