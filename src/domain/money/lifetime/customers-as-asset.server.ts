import type { Db } from '#platform/db/connect.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import type { Definition, Figure } from '../../metrics/figure.ts';
import { addDays, addMonths } from '../../scope/calendar.ts';
import type { Scope } from '../../scope/scope.ts';
import { lastCompleteMonth } from '../as-of.ts';
import type { StatementLine } from '../growth-statement.ts';
import {
	selectBands,
	selectEquity,
	selectLatestRefresh,
	selectValuation,
	selectValued
} from '../queries/valuation.server.ts';
import type { Valuation } from '../queries/valuation.server.ts';
import { withoutRevenue } from '../without-revenue.ts';
import { medianOfBands } from './bands.ts';
import {
	addValued,
	customerAssetLines,
	customerEquityDefinition,
	equity,
	fewestForAMean,
	lifetimeValueDefinition,
	meanLifetimeValue,
	medianLifetimeValueDefinition
} from './lifetime-value.ts';

export type CustomersAsAsset = {
	value: Figure;
	median: Figure;
	equity: Figure;
	/** Empty where there is no value. */
	lines: StatementLine[];
	/** When and how it was worked out; null: not yet. */
	workedOut: { at: Date; method: string; isStale: boolean } | null;
};

const monthsShown = 13;

/** What the customers of a scope are worth, and how that came about in the last year, from the latest analysis. */
export async function customersAsAsset(db: Db, scope: Scope, revenueThrough: string | null): Promise<CustomersAsAsset> {
	const nothing = { lines: [], workedOut: null };
	if (!revenueThrough)
		return {
			...nothing,
			value: withoutRevenue(lifetimeValueDefinition),
			median: withoutRevenue(medianLifetimeValueDefinition),
			equity: withoutRevenue(customerEquityDefinition)
		};
	const last = lastCompleteMonth(scope, revenueThrough);
	const from = addMonths(last, 1 - monthsShown);
	const [valuation, refresh, cells, bands, equities] = await Promise.all([
		selectValuation(db),
		selectLatestRefresh(db),
		selectValued(db, scope, last),
		selectBands(db, scope, last),
		selectEquity(db, scope, { from, to: last })
	]);
	const now = addValued(cells);
	const months = Array.from({ length: monthsShown }, (_, i) => addMonths(from, i));
	const refusal = whyNot(valuation, cells.length > 0);
	const figure = (
		definition: Definition,
		estimate: Estimate | NotEstimable,
		then: (sum: { customers: number; minor: number }) => number | null
	): Figure => ({
		definition,
		estimate: refusal ?? estimate,
		population: `Customers who pay on ${addDays(addMonths(last, 1), -1)}${valuation ? `, valued by: ${valuation.method}` : ''}`,
		excluded: valuation && valuation.leftOut > 0 ? [{ count: valuation.leftOut, why: whyLeftOut(valuation) }] : [],
		history: months.map((asOf) => {
			const known = equities.find((sum) => sum.asOf === asOf);
			return { asOf, value: known ? then(known) : null };
		})
	});
	const isEnough = ({ customers }: { customers: number }) => customers >= fewestForAMean;
	return {
		value: figure(lifetimeValueDefinition, meanLifetimeValue(now), (sum) =>
			isEnough(sum) ? sum.minor / sum.customers : null
		),
		median: figure(medianLifetimeValueDefinition, medianOfBands(bands), () => null),
		equity: figure(customerEquityDefinition, equity(now), (sum) => (isEnough(sum) ? sum.minor : null)),
		lines: refusal ? [] : customerAssetLines(now),
		workedOut: valuation && {
			at: valuation.at,
			method: valuation.method,
			isStale: valuation.refreshId !== refresh?.id
		}
	};
}

function whyNot(valuation: Valuation | null, isValued: boolean): NotEstimable | null {
	if (!valuation) return notEstimable('not worked out yet: it follows an import by some minutes');
	if (valuation.refusal) return notEstimable(valuation.refusal);
	return isValued ? null : notEstimable('no customer of this choice was valued at the end of this month');
}

const whyLeftOut = ({ basis }: Valuation) =>
	basis === 'subscriptions'
		? 'customers who buy without a subscription: most customers subscribe'
		: 'customers who subscribe, or whose refunds ate what they bought: most customers buy without a subscription';
