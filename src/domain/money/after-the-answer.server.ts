import type { Db } from '#platform/db/connect.ts';
import { addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import type { Series } from '../surveys/series.ts';
import { lastCompleteMonth } from './as-of.ts';
import { outcomes } from './outcome.ts';
import type { Outcomes } from './outcome.ts';
import { selectOutcomes, selectStays } from './queries/read.server.ts';
import { staying } from './staying.ts';
import type { Staying } from './staying.ts';

/** Answers older than this say little about the customers of today. */
export const monthsBack = 36;

export type AfterTheAnswer = {
	/** The last month whose end everything is seen from; null without any revenue. */
	asOf: string | null;
	money: Outcomes;
	stay: Staying;
};

/** What customers did after they told how they feel: the revenue of the next twelve months, and whether they stayed. */
export async function afterTheAnswer(
	db: Db,
	scope: Scope,
	series: Series,
	revenueThrough: string | null
): Promise<AfterTheAnswer> {
	if (!revenueThrough) return { asOf: null, money: outcomes(series, []), stay: staying(series, [], '') };

	const asOf = lastCompleteMonth(scope, revenueThrough);
	const [sums, stays] = await Promise.all([
		selectOutcomes(db, scope, series.id, asOf),
		selectStays(db, scope, series.id, { from: addMonths(asOf, 1 - monthsBack), to: asOf })
	]);
	return { asOf, money: outcomes(series, sums), stay: staying(series, stays, asOf) };
}
