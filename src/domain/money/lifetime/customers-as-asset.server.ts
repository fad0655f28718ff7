import type { Db } from '#platform/db/connect.ts';
import type { Estimate, NotEstimable } from '#stats/estimate.ts';
import { notEstimable } from '#stats/estimate.ts';
import { percent } from '#ui/format/number.ts';
import { queryText } from '#platform/db/rows.ts';
import { day } from '#ui/format/time.ts';
import type { Change, Definition, Figure } from '../../metrics/figure.ts';
import { addDays, addMonths } from '../../scope/calendar.ts';
import type { Scope } from '../../scope/scope.ts';
import { organisationOf } from '../../scope/server.ts';
import { lastCompleteMonth, monthsTo } from '../as-of.ts';
import type { StatementLine } from '../growth-statement.ts';
import {
	bandsAt,
	selectBands,
	selectEquity,
	selectLatestRefresh,
	selectValuation,
	selectValued,
	valuedCells
} from '../queries/valuation.server.ts';
import type { Valuation } from '../queries/valuation.server.ts';
import { scaled } from '../price/routes.ts';
import { withoutRevenue } from '../without-revenue.ts';
import { medianOfBands } from './bands.ts';
import { lifetimeDefinitions } from './definitions.ts';
import {
	addValued,
	customerAssetLines,
	equity,
	equityChange,
	fewestForAMean,
	lifetimeValueChange,
	inMargin,
	meanLifetimeValue
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
	const { margin } = await organisationOf(db);
	const definitions = lifetimeDefinitions(margin);
	const nothing = { lines: [], workedOut: null };
	if (!revenueThrough)
		return {
			...nothing,
			value: withoutRevenue(definitions.value),
			median: withoutRevenue(definitions.median),
			equity: withoutRevenue(definitions.equity)
		};
	const last = lastCompleteMonth(scope, revenueThrough);
	const from = addMonths(last, 1 - monthsShown);
	const [valuation, refresh, cells, cellsBefore, bands, equities] = await Promise.all([
		selectValuation(db),
		selectLatestRefresh(db),
		selectValued(db, scope, last),
		selectValued(db, scope, addMonths(last, -12)),
		selectBands(db, scope, last),
		selectEquity(db, scope, { from, to: last })
	]);
	const [before, now] = [cellsBefore, cells].map((all) => inMargin(addValued(all), margin));
	const months = monthsTo(last, monthsShown);
	const period = { from: addMonths(last, -11), to: addDays(addMonths(last, 1), -1) };
	const refusal = whyNot(valuation, cells.length > 0);
	const figure = (
		definition: Definition,
		estimate: Estimate | NotEstimable,
		change: Change | null,
		then: (sum: { customers: number; minor: number }) => number | null
	): Figure => ({
		definition,
		estimate: refusal ?? estimate,
		period,
		source: queryText(definition === definitions.median ? bandsAt(scope, last) : valuedCells(scope, last)),
		...(change ? { change } : {}),
		population: `Customers who pay on ${day(addDays(addMonths(last, 1), -1))}${valuation && !valuation.refusal ? `, valued by: ${valuation.method}` : ''}${margin === null ? '' : `; margin ${percent(margin)} of revenue`}`,
		excluded: valuation && valuation.leftOut > 0 ? [{ count: valuation.leftOut, why: whyLeftOut(valuation) }] : [],
		history: months.map((asOf) => {
			const known = equities.find((sum) => sum.asOf === asOf);
			return { asOf, value: known ? then({ ...known, minor: known.minor * (margin ?? 1) }) : null };
		})
	});
	const isEnough = ({ customers }: { customers: number }) => customers >= fewestForAMean;
	return {
		value: figure(definitions.value, meanLifetimeValue(now), lifetimeValueChange(before, now), (sum) =>
			isEnough(sum) ? sum.minor / sum.customers : null
		),
		// Only the latest month has its bands: there is no earlier median to compare with.
		median: figure(
			definitions.median,
			bands.length === 0 && cells.length > 0 ? onlyOfTheLatest : scaled(medianOfBands(bands), margin ?? 1),
			null,
			() => null
		),
		equity: figure(definitions.equity, equity(now), equityChange(before, now), (sum) =>
			isEnough(sum) ? sum.minor : null
		),
		lines: refusal ? [] : customerAssetLines(now, valuation!.basis),
		workedOut: valuation && {
			at: valuation.at,
			method: valuation.method,
			isStale: valuation.refreshId !== refresh?.id
		}
	};
}

const onlyOfTheLatest = notEstimable('told for the last month that was valued alone, and this is an earlier one');

function whyNot(valuation: Valuation | null, isValued: boolean): NotEstimable | null {
	if (!valuation) return notEstimable('not worked out yet: it follows an import by some minutes');
	if (valuation.refusal) return notEstimable(valuation.refusal);
	return isValued ? null : notEstimable('no customer of this choice was valued at the end of this month');
}

const whyLeftOut = ({ basis }: Valuation) =>
	basis === 'subscriptions'
		? 'customers who buy without a subscription: most customers subscribe'
		: 'customers who subscribe, or whose refunds ate what they bought: most customers buy without a subscription';
