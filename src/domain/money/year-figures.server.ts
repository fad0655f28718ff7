import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { periodText } from '../metrics/explained.ts';
import type { Figure } from '../metrics/figure.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { holdTwoYears, lastCompleteMonth, monthsTo } from './as-of.ts';
import { selectRevenueMonths, selectValueYears, valueYears } from './queries/read.server.ts';
import type { RevenueMonth } from './queries/read.server.ts';
import { monthlyGrowth } from './steps.ts';
import { meanRevenue, plainMean, revenueDefinition, valueChange, valuePerCustomerDefinition } from './value.ts';
import { withoutRevenue } from './without-revenue.ts';

const monthsShown = 13;
/** Growth on the year before takes a year to begin, after that in which the books do, and as many months again as make a routine. */
const monthsOfRoutine = 61;
const monthsTold = 36;

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
		selectRevenueMonths(db, scope, { from: addMonths(last, 1 - monthsOfRoutine), to: last }),
		selectValueYears(db, scope, { from: addMonths(last, 1 - monthsShown), to: last })
	]);
	const yearEnding = (asOf: string) =>
		years.find((year) => year.asOf === asOf) ?? { customers: 0, revenue: 0, revenueSquared: 0 };
	const shown = monthsTo(last, monthsShown);
	const period = { from: addMonths(last, -11), to: addDays(addMonths(last, 1), -1) };
	const source = queryText(valueYears(scope, { from: last, to: last }));
	const population = `${periodText({ from: addMonths(last, -11), to: addDays(addMonths(last, 1), -1) })}, twelve complete months`;
	const customers = yearEnding(last).customers;

	const revenue: Figure = {
		definition: revenueDefinition,
		estimate: total(yearEnding(last).revenue, customers),
		population,
		period,
		source,
		excluded: [],
		routine: monthlyGrowth(withoutGaps(months, last)),
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
		change: holdTwoYears(last, months[0]?.month ?? null)
			? (valueChange(yearEnding(addMonths(last, -12)), yearEnding(last)) ?? undefined)
			: undefined,
		history: shown.map((asOf) => ({ asOf, value: plainMean(yearEnding(asOf)) }))
	};
	return { revenue, value, months: months.filter(({ month }) => month > addMonths(last, -monthsTold)) };
}

/** The sums of all months from the first one with revenue on; a month without any is nothing, not missing. */
function withoutGaps(months: readonly RevenueMonth[], last: string): number[] {
	const sums = new Map(months.map((month) => [month.month, netOf(month)]));
	const all = monthsTo(last, monthsOfRoutine);
	const first = all.findIndex((month) => sums.has(month));
	return first === -1 ? [] : all.slice(first).map((month) => sums.get(month) ?? 0);
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
