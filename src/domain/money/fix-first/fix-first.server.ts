import { seededRandom } from '#stats/random.ts';
import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { explainedChart } from '../../metrics/explained.ts';
import type { Explained } from '../../metrics/explained.ts';
import { addDays, addMonths } from '../../scope/calendar.ts';
import type { Scope } from '../../scope/scope.ts';
import { lastCompleteMonth } from '../as-of.ts';
import { fixFirstDefinition } from './definition.ts';
import { fixFirst } from './fix-first.ts';
import { keptFor } from './kept.ts';
import { selectTouchpointSums, touchpointSums } from './queries.server.ts';
import type { FixFirst, TouchpointSums } from './touchpoint.ts';

/** The same customers are drawn for the same sums, today and in a year. */
const seed = 20260101;

const ranked = keptFor((sums: TouchpointSums[]) => fixFirst(sums, { random: seededRandom(seed) }));

/** Which touchpoint to fix first, seen from the end of the last complete month; null without revenue or touchpoints. */
export async function whatToFixFirst(
	db: Db,
	scope: Scope,
	revenueThrough: string | null
): Promise<(FixFirst & { about: Explained }) | null> {
	if (!revenueThrough) return null;
	const asOf = lastCompleteMonth(scope, revenueThrough);
	const sums = await selectTouchpointSums(db, scope, asOf);
	if (sums.length === 0) return null;

	const found = ranked(sums);
	const left = found.touchpoints.reduce((all, { leftOut }) => all + leftOut, 0);
	const about = explainedChart({
		definition: fixFirstDefinition,
		population: 'Customers who answered after a touchpoint',
		n: sums.reduce((all, { followed, paying }) => all + followed + paying, 0),
		period: { from: addMonths(asOf, -23), to: addDays(addMonths(asOf, 1), -1) },
		excluded: left > 0 ? [{ count: left, why: 'followed after a low answer, with too few like them to compare' }] : [],
		grade: 'C',
		source: queryText(touchpointSums(scope, asOf))
	});
	return { ...found, about };
}
