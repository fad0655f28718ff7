import type { Db } from '#platform/db/connect.ts';
import { addDays } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay, lastDay } from '../scope/scope.ts';
import { seriesName } from '../surveys/series.ts';
import type { Series } from '../surveys/series.ts';
import type { Figure } from './figure.ts';
import { selectAsked } from './queries/read.server.ts';
import { responseRate, responseRateChange, responseRateDefinition } from './response-rate.ts';

const weeks = 52;

/** How many of those we asked in the year that ends with the scope's week answered. */
export async function responseRateFigure(db: Db, scope: Scope, series: Series): Promise<Figure> {
	const monday = firstDay(scope);
	const from = addDays(monday, -7 * (weeks - 1));
	const [now, before] = await Promise.all([
		selectAsked(db, scope, series.id, { from, to: monday }),
		selectAsked(db, scope, series.id, { from: addDays(from, -7 * weeks), to: addDays(from, -7) })
	]);
	return {
		definition: responseRateDefinition,
		estimate: responseRate(now),
		population: `Invitations to the ${seriesName(series)} survey, ${from} to ${lastDay(scope)}`,
		excluded: now.bounced > 0 ? [{ count: now.bounced, why: 'invitations that never arrived' }] : [],
		change: responseRateChange(before, now) ?? undefined
	};
}
