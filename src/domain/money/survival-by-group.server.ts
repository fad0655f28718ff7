import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import { explainedChart } from '../metrics/explained.ts';
import type { Scope } from '../scope/scope.ts';
import { seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { monthsBack } from './after-the-answer.server.ts';
import { lastCompleteMonth } from './as-of.ts';
import { comingBackDefinition, stayingDefinition } from './chart-definitions.ts';
import { selectStays, staysByMonth } from './queries/read.server.ts';
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
	const answered = { from: addMonths(asOf, 1 - monthsBack), to: asOf };
	const stays = await selectStays(db, scope, series.id, answered);
	const found = survivalByGroup(series, stays, asOf);
	const told = {
		population: `${seriesName(series)} survey, by their first answer`,
		period: { from: answered.from, to: addDays(addMonths(asOf, 1), -1) },
		source: queryText(staysByMonth(scope, series.id, answered))
	};
	return {
		...found,
		longer: { ...found.longer, period: told.period, source: told.source },
		about: explainedChart({
			...told,
			definition: found.sees === 'who comes back' ? comingBackDefinition : stayingDefinition,
			n: stays.reduce((all, { customers }) => all + customers, 0),
			grade: 'D'
		})
	};
}
