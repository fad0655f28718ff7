import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { explainedChart } from '../metrics/explained.ts';
import { addDays, addMonths } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import { lastCompleteMonth } from './as-of.ts';
import { comingBackDefinition, revenueAfterAnswerDefinition, stayingDefinition } from './chart-definitions.ts';
import { outcomes } from './outcome.ts';
import type { Outcomes } from './outcome.ts';
import { outcomesByScore, selectOutcomes, selectStays, staysByMonth } from './queries/read.server.ts';
import { staying } from './staying.ts';
import type { Staying } from './staying.ts';

/** Answers older than this say little about the customers of today. */
const monthsBack = 36;

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
	const answered = { from: addMonths(asOf, 1 - monthsBack), to: asOf };
	const [sums, stays] = await Promise.all([
		selectOutcomes(db, scope, series.id, asOf),
		selectStays(db, scope, series.id, answered)
	]);
	const [money, stay] = [outcomes(series, sums), staying(series, stays, asOf)];
	const common = {
		population: `${seriesName(series)} survey`,
		period: { from: answered.from, to: addDays(addMonths(asOf, 1), -1) },
		grade: 'D'
	} as const;
	return {
		asOf,
		money: {
			...money,
			about: explainedChart({
				...common,
				definition: revenueAfterAnswerDefinition,
				n: sum(money.byScore.map(({ customers }) => customers)),
				source: queryText(outcomesByScore(scope, series.id, asOf))
			})
		},
		stay: {
			...stay,
			about: explainedChart({
				...common,
				definition: stay.sees === 'who comes back' ? comingBackDefinition : stayingDefinition,
				n: sum(stay.groups.map(({ curve }) => (curve.status === 'ok' ? curve.n : 0))),
				source: queryText(staysByMonth(scope, series.id, answered))
			})
		}
	};
}

const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
