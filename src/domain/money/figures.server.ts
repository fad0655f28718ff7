import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Definition, Figure } from '../metrics/figure.ts';
import { lastWholeWeek } from '../metrics/movement/judged-week.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { lastCompleteMonth, stateWeek } from './as-of.ts';
import {
	retentionMoves,
	selectRetention,
	selectRevenueMonths,
	selectValueYears,
	valueYears
} from './queries/read.server.ts';
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
import { stepsOf } from './steps.ts';
import { meanRevenue, plainMean, revenueDefinition, valueChange, valuePerCustomerDefinition } from './value.ts';

const weeksShown = 14;
const monthsShown = 13;
const monthsOfRoutine = 25;
/** Enough steps to know what is routine before the thirteen that are judged. */
const weeksOfRoutine = 53;
const weeksInAYear = 52;

const plain = (estimate: Estimate | NotEstimable) => (estimate.status === 'ok' ? estimate.value : null);

/**
 * Customers kept and net revenue retention at the end of the week, and how many customers pay. Judged is the last week
 * that was over by `knownThrough`, and that the books know to its end.
 */
export async function retentionFigures(db: Db, scope: Scope, revenueThrough: string | null, knownThrough: string) {
	if (!revenueThrough)
		return {
			paying: 0,
			kept: withoutRevenue(customersKeptDefinition),
			retained: withoutRevenue(netRevenueRetentionDefinition),
			gross: withoutRevenue(grossRevenueRetentionDefinition)
		};

	const week = stateWeek(scope, revenueThrough);
	const whole = lastWholeWeek(week, revenueThrough < knownThrough ? revenueThrough : knownThrough);
	const weeksTo = (last: string, many: number) =>
		Array.from({ length: many }, (_, i) => addDays(last, 7 * (i + 1 - many)));
	const weeks = weeksTo(week, weeksShown);
	const moves = await selectRetention(db, scope, week);
	const [before] = statesAt(moves, [addDays(whole.monday, -7 * weeksInAYear)]);
	const states = statesAt(moves, weeks);
	const now = states[states.length - 1];
	const routine = statesAt(moves, weeksTo(whole.monday, weeksOfRoutine));
	const judged = routine[routine.length - 1];
	const period = { from: addMonths(addDays(week, 6), -12), to: addDays(week, 6) };

	const figure = (definition: Definition, estimate: (state: RetentionState) => Estimate | NotEstimable): Figure => ({
		definition,
		estimate: estimate(now),
		population: `Customers who paid on ${period.from}, seen on ${period.to}`,
		period,
		source: queryText(retentionMoves(scope, week)),
		excluded: [],
		routine: stepsOf(
			routine.map((state) => plain(estimate(state))),
			'weeks'
		),
		judged: whole.judged,
		history: states.map((state, i) => ({ asOf: weeks[i], value: plain(estimate(state)) }))
	});
	return {
		paying: now.customersPaying,
		kept: { ...figure(customersKeptDefinition, customersKept), change: keptChange(before, judged) ?? undefined },
		retained: {
			...figure(netRevenueRetentionDefinition, netRevenueRetention),
			change: retentionChange(netRevenueRetention, before, judged) ?? undefined
		},
		gross: {
			...figure(grossRevenueRetentionDefinition, grossRevenueRetention),
			change: retentionChange(grossRevenueRetention, before, judged) ?? undefined
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
	const inRoutine = Array.from({ length: monthsOfRoutine }, (_, i) => addMonths(last, i + 1 - monthsOfRoutine));
	const shown = Array.from({ length: monthsShown }, (_, i) => addMonths(last, i + 1 - monthsShown));
	const period = { from: addMonths(last, -11), to: addDays(addMonths(last, 1), -1) };
	const source = queryText(valueYears(scope, { from: last, to: last }));
	const population = `${addMonths(last, -11)} to ${addDays(addMonths(last, 1), -1)}, twelve complete months`;
	const customers = yearEnding(last).customers;

	const revenue: Figure = {
		definition: revenueDefinition,
		estimate: total(yearEnding(last).revenue, customers),
		population,
		period,
		source,
		excluded: [],
		routine: stepsOf(
			inRoutine.map((asOf) => (yearEnding(asOf).customers > 0 ? yearEnding(asOf).revenue : null)),
			'months'
		),
		change: totalChange(yearEnding(addMonths(last, -12)).revenue, yearEnding(last).revenue),
		history: shown.map((asOf) => ({ asOf, value: yearEnding(asOf).customers > 0 ? yearEnding(asOf).revenue : null }))
	};
	const value: Figure = {
		definition: valuePerCustomerDefinition,
		estimate: meanRevenue(yearEnding(last)),
		population,
		period,
		source,
		excluded: [],
		routine: stepsOf(
			inRoutine.map((asOf) => plainMean(yearEnding(asOf))),
			'months'
		),
		change: valueChange(yearEnding(addMonths(last, -12)), yearEnding(last)) ?? undefined,
		history: shown.map((asOf) => ({ asOf, value: plainMean(yearEnding(asOf)) }))
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
