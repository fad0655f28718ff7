import { seededRandom } from '#stats/random.ts';
import type { Db } from '#platform/db/connect.ts';
import { queryText } from '#platform/db/rows.ts';
import { explainedChart } from '../../metrics/explained.ts';
import type { Explained } from '../../metrics/explained.ts';
import { addDays, addMonths, monthOf } from '../../scope/calendar.ts';
import type { Scope } from '../../scope/scope.ts';
import { checkedThemes, themes } from '../../voice/themes/server.ts';
import { lastCompleteMonth } from '../as-of.ts';
import { selectLatestRefresh } from '../queries/valuation.server.ts';
import { themesFirstDefinition } from './definition.ts';
import { fixFirst } from './fix-first.ts';
import { keptFor } from './kept.ts';
import { replaceThemeStakes, selectStakesState, selectThemeSums, themeSums } from './theme-queries.server.ts';
import type { ThemesFirst, TouchpointSums } from './touchpoint.ts';

/** The same customers are drawn for the same sums, today and in a year. */
const seed = 20260102;
/** How many ends of months are kept, so that the weeks of the last year have their ranking too. */
const monthsKept = 13;

const ranked = keptFor((sums: TouchpointSums[]) => fixFirst(sums, { random: seededRandom(seed) }));

/** Works out what is at stake by theme where rows or rules have changed since; nobody who looks at a page waits for it. */
export async function stakeThemes(db: Db, { now }: { now: () => Date }): Promise<void> {
	const [latest, state] = await Promise.all([selectLatestRefresh(db), selectStakesState(db)]);
	if (!latest?.revenueThrough || state.isOfNow) return;
	const to = addMonths(monthOf(addDays(latest.revenueThrough, 1)), -1);
	const kept = { refreshId: latest.id, from: addMonths(to, 1 - monthsKept), to, at: now() };
	await db.transaction((tx) => replaceThemeStakes(tx, kept));
}

/** Which theme to fix first, seen from the end of the last complete month; null where nothing is known of any. */
export async function whichThemesFirst(
	db: Db,
	scope: Scope,
	revenueThrough: string | null
): Promise<(ThemesFirst & { about: Explained }) | null> {
	if (!revenueThrough) return null;
	const asOf = lastCompleteMonth(scope, revenueThrough);
	const [sums, state, records, checked] = await Promise.all([
		selectThemeSums(db, scope, asOf),
		selectStakesState(db),
		themes(db),
		checkedThemes(db)
	]);
	if (state.at === null || sums.length === 0) return null;
	const found = ranked(sums);
	const left = found.touchpoints.reduce((all, { leftOut }) => all + leftOut, 0);
	const wasRead = (id: number) => checked.some(({ themeId, read }) => themeId === id && read > 0);
	return {
		...found,
		names: Object.fromEntries(records.map(({ id, name }) => [`theme:${id}`, name])),
		unchecked: records.flatMap(({ id }) => (wasRead(id) ? [] : [`theme:${id}`])),
		isInUse: records.some(({ id, fromDemo }) => !fromDemo || wasRead(id)),
		isStale: !state.isOfNow,
		at: state.at,
		about: explainedChart({
			definition: themesFirstDefinition,
			population: 'Customers who wrote about a theme and gave a score',
			n: found.touchpoints.reduce((all, { exposed }) => all + exposed.n, 0),
			period: { from: addMonths(asOf, -23), to: addDays(addMonths(asOf, 1), -1) },
			excluded:
				left > 0 ? [{ count: left, why: 'followed after a low answer, with too few like them to compare' }] : [],
			grade: 'C',
			source: queryText(themeSums(scope, asOf))
		})
	};
}
