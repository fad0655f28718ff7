import { addDays, mondayOf } from '../scope/calendar.ts';
import { weekOf } from '../scope/week.ts';
import type { Week } from '../scope/week.ts';

/** Days with words that a review may open at: those of the week that runs and of the one before it. */
export type Readable = { from: string; before: string };

/**
 * On its Monday the week that runs has hardly begun: then one meets about the week that has just ended, of which the mail
 * of that morning told as well.
 */
export function readableOn(today: string): Readable {
	const monday = mondayOf(today);
	return { from: addDays(monday, -7), before: today === monday ? today : addDays(today, 1) };
}

/**
 * The week at which the review opens: the latest that has something to read. `latest`: the week that runs, or where the
 * data end; `newest`: the last of the readable days on which somebody wrote, null where nobody did.
 */
export const openingWeek = (latest: Week, { today, newest }: { today: string; newest: string | null }): Week =>
	latest === weekOf(today) && newest !== null ? weekOf(newest) : latest;
