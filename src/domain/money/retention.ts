import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { proportion } from '#stats/shares/proportion.ts';
import { proportionDifference } from '#stats/shares/proportion-difference.ts';
import type { Change, Definition } from '../metrics/figure.ts';

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
	revenueThenTimesNow: 0
};

/** Adds up weekly moves, oldest first, into the state at the end of each of the asked weeks (Mondays, ascending). */
export function statesAt(
	moves: readonly (RetentionState & { week: string })[],
	weeks: readonly string[]
): RetentionState[] {
	const state = { ...nothing };
	let next = 0;
	return weeks.map((week) => {
		for (; next < moves.length && moves[next].week <= week; next++)
			for (const sum of Object.keys(nothing) as (keyof RetentionState)[]) state[sum] += moves[next][sum];
		return { ...state };
	});
}

const noBase = 'no customer paid twelve months before';

/** Share of the customers of twelve months before who still pay. */
export const customersKept = ({ customersThen: n, customersKept: count }: RetentionState): Estimate | NotEstimable =>
	n === 0 ? notEstimable(noBase) : proportion({ count, n });

/** Fewer customers than this and one of them decides the ratio. */
const fewestCustomers = 10;

/**
 * Net revenue retention: revenue now of the customers of twelve months before over their revenue then. A ratio of two
 * sums over the same customers; the interval is the linearised one, Var = Σ(r₁ − R·r₀)² / (Σr₀)², which holds the
 * covariance of then and now. Source: Cochran, Sampling Techniques, 3rd ed., §6.4.
 */
export function netRevenueRetention(state: RetentionState): Estimate | NotEstimable {
	const { customersThen: n, revenueThen, revenueNow } = state;
	if (n === 0 || revenueThen <= 0) return notEstimable(noBase);
	if (n < fewestCustomers) return notEstimable(`only ${n} customers paid twelve months before: too few for a ratio`);
	const value = revenueNow / revenueThen;
	const margin = 1.959964 * standardError(state, value);
	return { status: 'ok', value, low: value - margin, high: value + margin, n };
}

function standardError(state: RetentionState, ratio: number): number {
	const { customersThen: n, revenueThen, revenueThenSquared, revenueNowSquared, revenueThenTimesNow } = state;
	const squares = revenueNowSquared - 2 * ratio * revenueThenTimesNow + ratio ** 2 * revenueThenSquared;
	return Math.sqrt((Math.max(0, squares) * n) / (n - 1)) / revenueThen;
}

const since = 'a year before';

export function keptChange(before: RetentionState, now: RetentionState): Change | null {
	if (before.customersThen === 0 || now.customersThen === 0) return null;
	const change = proportionDifference(
		{ count: before.customersKept, n: before.customersThen },
		{ count: now.customersKept, n: now.customersThen }
	);
	return change.status === 'ok' ? gate(change, since) : null;
}

/** The two years' movements are different events, so their errors are taken as independent. */
export function netRevenueRetentionChange(before: RetentionState, now: RetentionState): Change | null {
	const [then, today] = [netRevenueRetention(before), netRevenueRetention(now)];
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
