import { count, fewOf } from '#ui/format/number.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { criticalValue } from '#stats/inference.ts';
import type { Change, Definition } from '../metrics/figure.ts';
import { growthOf } from './change.ts';
import { alikeHasDoubt, whereAlike } from './doubt-definitions.ts';
import { alike } from './ratio-of-sums.ts';

/** Sums over customers from which a mean and its interval follow. Minor units. */
export type Sums = { customers: number; revenue: number; revenueSquared: number };

const fewestCustomers = 10;

/** What rounding leaves of a difference of sums of squares that is nothing, as a share of these. */
const rounding = 1e-12;

export const nobodyToAverage = 'there are no customers to average over';

/**
 * Mean revenue per customer with Student's interval, from the count, the sum and the sum of squares. Heavy tails make
 * the interval too short when few customers carry the sum, so below ten customers there is none.
 */
export function meanRevenue({ customers: n, revenue, revenueSquared }: Sums): Estimate | NotEstimable {
	if (n === 0) return notEstimable(nobodyToAverage);
	if (n < fewestCustomers) return notEstimable(`only ${count(n, 'customer')}: too few for an average`);
	const value = revenue / n;
	const spread = variance({ customers: n, revenue, revenueSquared });
	if (spread <= (rounding * revenueSquared) / n) return alike(value, n);
	const margin = criticalValue(0.95, n - 1) * Math.sqrt(spread / n);
	return { status: 'ok', value, low: value - margin, high: value + margin, n };
}

/** The mean alone, for a line of many: the interval of each would cost more than the rest of the page. */
export const plainMean = ({ customers, revenue }: Sums): number | null =>
	customers < fewestCustomers ? null : revenue / customers;

/** The sum of squares less the square of the sum: never below zero, whatever rounding does. */
const variance = ({ customers: n, revenue, revenueSquared }: Sums): number =>
	Math.max(0, revenueSquared - revenue ** 2 / n) / (n - 1);

/**
 * The same for money that may not have come at all: where almost nobody paid, the few who did are a story, not a mean.
 */
export const meanOutcome = (sums: Sums & { withRevenue: number }): Estimate | NotEstimable =>
	sums.customers >= fewestCustomers && sums.withRevenue < fewestCustomers
		? notEstimable(
				`${fewOf(sums.withRevenue)} of ${sums.customers} customers paid anything afterwards: too few for an average`
			)
		: meanRevenue(sums);

/** Growth of the mean against a year before, as a share of it; many customers are in both, which makes this cautious. */
export function valueChange(before: Sums, now: Sums): Change | null {
	const change = growthOf(meanRevenue(before), meanRevenue(now), 'a year before');
	return change && { ...change, degrees: Math.min(before.customers, now.customers) - 1 };
}

export const valuePerCustomerDefinition: Definition = {
	id: 'value_per_customer',
	...alikeHasDoubt(2),
	name: 'Value per customer, 12 mo',
	unit: 'money',
	meaning:
		'Revenue of twelve complete months, refunds and credits taken off, per customer with any revenue in them. Each line is spread over the days it serves.',
	interval: `95%, Student, over customers. ${whereAlike}`
};

export const revenueDefinition: Definition = {
	id: 'revenue',
	version: 1,
	name: 'Revenue, 12 mo',
	unit: 'money',
	meaning:
		'Revenue of twelve complete months in the reporting currency, at the rate of the day it was booked. Each line is spread over the days it serves; refunds and credits count in the month in which they were booked.',
	interval: 'None: a total that was counted, not estimated.'
};
