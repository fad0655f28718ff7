import type { Db } from '#platform/db/connect.ts';
import { addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import type { Series } from '../surveys/series.ts';
import { monthsBack } from './after-the-answer.server.ts';
import { lastCompleteMonth } from './as-of.ts';
import { selectStays } from './queries/read.server.ts';
import { survivalByGroup } from './survival-by-group.ts';
import type { SurvivalByGroup } from './survival-by-group.ts';

/** Who stays, by how they felt at their first answer, seen from the end of the last complete month. */
export async function survivalOfGroups(
	db: Db,
	scope: Scope,
	series: Series,
	revenueThrough: string | null
): Promise<SurvivalByGroup> {
	if (!revenueThrough) return survivalByGroup(series, [], '');
	const asOf = lastCompleteMonth(scope, revenueThrough);
	const stays = await selectStays(db, scope, series.id, { from: addMonths(asOf, 1 - monthsBack), to: asOf });
	return survivalByGroup(series, stays, asOf);
}
