import { addDays, addMonths, mondayOf } from '../scope/calendar.ts';
import type { Scope } from '../scope/scope.ts';
import { firstDay } from '../scope/scope.ts';
import type { Series } from '../surveys/series.ts';
import { byMonth } from '../voice/behind.ts';
import type { Behind, BehindScope } from '../voice/behind.ts';

/** What money can be spoken of in a week: the week at whose end customers are looked at, and the last complete month. */
export type SpokenOf = { monday: string; month: string };

/** The last week that ends within a month: there its customers are looked at. */
const lastWeekOf = (month: string) => mondayOf(addDays(addMonths(month, 1), -7));

/** What stands behind the figure that was picked; null: none was, or there are no books to see it in. */
export function behindScope(
	scope: Scope,
	{ behind, month, touchpoint }: { behind: Behind | null; month: string | null; touchpoint: string | null },
	series: Series | null,
	spoken: SpokenOf | null
): BehindScope | null {
	if (behind === null || series === null) return null;
	const about = { whose: behind, series: touchpoint ?? series.id, ...(scope.apart ? { apart: scope.apart } : {}) };
	// What was asked and answered needs no books.
	if (behind === 'scores' || behind === 'asked') return { ...about, monday: firstDay(scope), month: firstDay(scope) };
	if (spoken === null) return null;
	return { ...about, ...spoken, ...(month !== null && byMonth.includes(behind) ? { monday: lastWeekOf(month) } : {}) };
}

/** When those wrote who stand behind a figure: in the time that it speaks of. */
export function timeBehind({ whose, monday, month }: BehindScope): { from: string; to: string } {
	const sunday = addDays(monday, 6);
	const endOf = (last: string) => addDays(addMonths(last, 1), -1);
	if (whose === 'scores') return { from: addDays(monday, -7 * 12), to: sunday };
	if (whose === 'heard') return { from: addDays(monday, -7 * 51), to: sunday };
	if (whose === 'asked') return { from: addDays(monday, -7 * 51), to: addMonths(sunday, 12) };
	if (whose === 'priced') return { from: addMonths(month, -35), to: endOf(addMonths(month, -12)) };
	if (whose === 'moved') return { from: addMonths(month, -23), to: endOf(month) };
	if (whose === 'bought' || whose === 'low-there' || whose.startsWith('worth'))
		return { from: addMonths(month, -11), to: endOf(month) };
	return { from: addDays(addMonths(sunday, -12), 1), to: sunday };
}
