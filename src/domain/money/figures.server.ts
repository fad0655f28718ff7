import type { Db } from '#platform/db/connect.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Definition, Figure } from '../metrics/figure.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { lastCompleteMonth, stateWeek } from './as-of.ts';
import { selectRetention, selectRevenueMonths, selectValueYears } from './queries/read.server.ts';
import type { RevenueMonth } from './queries/read.server.ts';
import {
	customersKept,
	customersKeptDefinition,
	grossRevenueRetention,
	grossRevenueRetentionDefinition,
	keptChange,
	netRevenueRetention,
	netRevenueRetentionDefinition,
	retentionChange,
	statesAt
} from './retention.ts';
import type { RetentionState } from './retention.ts';
import { withoutRevenue } from './without-revenue.ts';
import { meanRevenue, revenueDefinition, valueChange, valuePerCustomerDefinition } from './value.ts';

const weeksShown = 14;
const monthsShown = 13;
const weeksInAYear = 52;

const plain = (estimate: Estimate | NotEstimable) => (estimate.status === 'ok' ? estimate.value : null);

/** Customers kept and net revenue retention at the end of the week, and how many customers pay. */
export async function retentionFigures(db: Db, scope: Scope, revenueThrough: string | null) {
	if (!revenueThrough)
		return {
			paying: 0,
			kept: withoutRevenue(customersKeptDefinition),
			retained: withoutRevenue(netRevenueRetentionDefinition),
			gross: withoutRevenue(grossRevenueRetentionDefinition)
		};

	const week = stateWeek(scope, revenueThrough);
	const weeks = Array.from({ length: weeksShown }, (_, i) => addDays(week, -7 * (weeksShown - 1 - i)));
	const yearBefore = addDays(week, -7 * weeksInAYear);
	const moves = await selectRetention(db, scope, week);
	const [before] = statesAt(moves, [yearBefore]);
	const states = statesAt(moves, weeks);
	const now = states[states.length - 1];

	const figure = (definition: Definition, estimate: (state: RetentionState) => Estimate | NotEstimable) => ({
		definition,
		estimate: estimate(now),
		population: `Customers who paid on ${addMonths(addDays(week, 6), -12)}, seen on ${addDays(week, 6)}`,
		excluded: [],
		history: states.map((state, i) => ({ asOf: weeks[i], value: plain(estimate(state)) }))
	});
	return {
		paying: now.customersPaying,
		kept: { ...figure(customersKeptDefinition, customersKept), change: keptChange(before, now) ?? undefined },
		retained: {
			...figure(netRevenueRetentionDefinition, netRevenueRetention),
			change: retentionChange(netRevenueRetention, before, now) ?? undefined
		},
		gross: {
			...figure(grossRevenueRetentionDefinition, grossRevenueRetention),
			change: retentionChange(grossRevenueRetention, before, now) ?? undefined
		}
	};
}

/** Revenue and value per customer of the last twelve complete months. */
export async function yearFigures(db: Db, scope: Scope, revenueThrough: string | null) {
	if (!revenueThrough)
		return {
			revenue: withoutRevenue(revenueDefinition),
			value: withoutRevenue(valuePerCustomerDefinition),
			months: []
		};

	const last = lastCompleteMonth(scope, revenueThrough);
	const [months, years] = await Promise.all([
		selectRevenueMonths(db, scope, { from: addMonths(last, -35), to: last }),
		selectValueYears(db, scope, { from: addMonths(last, -24), to: last })
	]);
	const yearEnding = (asOf: string) =>
		years.find((year) => year.asOf === asOf) ?? { customers: 0, revenue: 0, revenueSquared: 0 };
	const shown = Array.from({ length: monthsShown }, (_, i) => addMonths(last, i + 1 - monthsShown));
	const population = `${addMonths(last, -11)} to ${addDays(addMonths(last, 1), -1)}, twelve complete months`;
	const customers = yearEnding(last).customers;

	const revenue: Figure = {
		definition: revenueDefinition,
		estimate: total(yearEnding(last).revenue, customers),
		population,
		excluded: [],
		change: totalChange(yearEnding(addMonths(last, -12)).revenue, yearEnding(last).revenue),
		history: shown.map((asOf) => ({ asOf, value: yearEnding(asOf).customers > 0 ? yearEnding(asOf).revenue : null }))
	};
	const value: Figure = {
		definition: valuePerCustomerDefinition,
		estimate: meanRevenue(yearEnding(last)),
		population,
		excluded: [],
		change: valueChange(yearEnding(addMonths(last, -12)), yearEnding(last)) ?? undefined,
		history: shown.map((asOf) => ({ asOf, value: plain(meanRevenue(yearEnding(asOf))) }))
	};
	return { revenue, value, months };
}

/** A total was counted: it has no interval, and none is made up. */
const total = (value: number, customers: number): Estimate | NotEstimable =>
	customers === 0
		? notEstimable('no revenue in these twelve months')
		: { status: 'ok', value, low: value, high: value, n: customers };

const totalChange = (before: number, now: number): Figure['change'] => {
	if (before <= 0) return undefined;
	const by = (now - before) / before;
	return { by, low: by, high: by, isReal: true, since: 'the year before' };
};

export const netOf = ({ recurring, oneTime, givenBack }: RevenueMonth): number => recurring + oneTime + givenBack;
