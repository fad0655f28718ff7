import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { proportion } from '#stats/shares/proportion.ts';
import type { Change, Definition } from '../metrics/figure.ts';
import { differenceOf, shareChange } from './change.ts';
import { allOrNothingToo, whereAllOrNothing } from './doubt-definitions.ts';
import { ratioOfSums } from './ratio-of-sums.ts';
import { runningStates } from './running-states.ts';

/** Customers who pay, what they pay a year, and how much of both belongs to those who were heard. */
export type CoverageState = {
	customers: number;
	perYear: number;
	perYearSquared: number;
	customersHeard: number;
	perYearHeard: number;
	perYearHeardSquared: number;
};

const nothing: CoverageState = {
	customers: 0,
	perYear: 0,
	perYearSquared: 0,
	customersHeard: 0,
	perYearHeard: 0,
	perYearHeardSquared: 0
};

export const coverageStates = (moves: readonly (CoverageState & { week: string })[], weeks: readonly string[]) =>
	runningStates(nothing, moves, weeks);

const nobodyPays = 'nobody pays at the end of this week';

export const coverageOfCustomers = ({ customers: n, customersHeard: count }: CoverageState): Estimate | NotEstimable =>
	n === 0 ? notEstimable(nobodyPays) : proportion({ count, n });

/** Whoever is not heard stands above the line with nothing, so the product of both is the square of the heard. */
export const coverageOfRevenue = (state: CoverageState): Estimate | NotEstimable =>
	ratioOfSums(
		{
			customers: state.customers,
			above: state.perYearHeard,
			below: state.perYear,
			aboveSquared: state.perYearHeardSquared,
			belowSquared: state.perYearSquared,
			aboveTimesBelow: state.perYearHeardSquared
		},
		{ noBase: nobodyPays, who: 'paying at the end of this week', isPart: true }
	);

const since = 'a year before';

/** The answers of two years are different ones. */
export const coverageOfCustomersChange = (before: CoverageState, now: CoverageState): Change | null =>
	shareChange(
		{ count: before.customersHeard, n: before.customers },
		{ count: now.customersHeard, n: now.customers },
		since
	);

export const coverageOfRevenueChange = (before: CoverageState, now: CoverageState): Change | null =>
	differenceOf(coverageOfRevenue(before), coverageOfRevenue(now), since);

const heard =
	'Heard: an answer to any survey, with a score or in words only, in the 52 weeks that end with the week shown.';

export const coverageOfCustomersDefinition: Definition = {
	id: 'coverage_customers',
	version: 1,
	name: 'Customers heard, 12 mo',
	unit: 'share',
	meaning: `Of the customers who pay at the end of the week, the share who were heard. ${heard}`,
	interval: '95%, Wilson: how far the share could lie by chance among customers like these.'
};

export const coverageOfRevenueDefinition: Definition = {
	id: 'coverage_revenue',
	...allOrNothingToo(2),
	name: 'Revenue heard, 12 mo',
	unit: 'share',
	meaning: `Of what the customers who pay at the end of the week pay a year, the share that comes from those who were heard. ${heard}`,
	interval: `95%, ratio of sums over customers, linearised. ${whereAllOrNothing}`
};
