import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { day } from '#ui/format/time.ts';
import { periodText } from './explained.ts';
import { addDays } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import type { Figure } from './figure.ts';
import { asked, selectAskedByWeek, selectRepeatedAsked } from './queries/read.server.ts';
import { askedIn, responseRate, responseRateChange, responseRateDefinition, weeksAsked } from './response-rate.ts';

/** Who was asked later may still answer: the rate of the last weeks is always low, and no sign of anything. */
const weeksToAnswer = 4;

/** How many of those we asked in the year that ends with the scope's week answered. */
export async function responseRateFigure(db: Db, scope: Scope, series: Series): Promise<Figure> {
	const yearTo = (monday: string) => ({ from: addDays(monday, -7 * (weeksAsked - 1)), to: monday });
	const shown = yearTo(firstDay(scope));
	const judged = yearTo(addDays(firstDay(scope), -7 * weeksToAnswer));
	const yearBefore = yearTo(addDays(judged.from, -7));
	const years = [shown, judged, yearBefore];
	const [byWeek, repeated] = await Promise.all([
		selectAskedByWeek(db, scope, series.id, { from: yearBefore.from, to: shown.to }),
		selectRepeatedAsked(
			db,
			scope,
			series.id,
			years.map(({ to }) => to)
		)
	]);
	const [now, answered, before] = years.map((span) => ({
		...askedIn(byWeek, span),
		repeated: repeated.find(({ asOf }) => asOf === span.to)
	}));
	return {
		definition: responseRateDefinition,
		estimate: responseRate(now),
		population: `Invitations to the ${seriesName(series)} survey, ${periodText({ from: shown.from, to: lastDay(scope) })}`,
		period: { from: shown.from, to: lastDay(scope) },
		source: queryText(asked(scope, series.id, shown)),
		excluded: now.bounced > 0 ? [{ count: now.bounced, why: 'invitations that never arrived' }] : [],
		change: responseRateChange(before, answered) ?? undefined,
		judged: `invitations up to ${day(addDays(judged.to, 6))}`
	};
}
