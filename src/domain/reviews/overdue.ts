import { addDays, mondayOf } from '../scope/calendar.ts';
import type { ClosingHour } from '../scope/organisation.ts';
import { mondayOfWeek, weekOf } from '../scope/week.ts';
import type { Week } from '../scope/week.ts';
import { instantOf } from '../scope/zone.ts';

/**
 * The moment at which a week that nobody has closed closes by itself: the set hour of the week after it. An hour that
 * the clocks skip is the next one that exists, one that they show twice is the first of the two.
 */
export const closesItself = (week: Week, { weekday, at }: ClosingHour, zone: string): Date =>
	instantOf(`${addDays(mondayOfWeek(week), 6 + weekday)}T${at}`, zone);

type Asked = {
	now: Date;
	zone: string;
	closing: ClosingHour;
	/** Weeks before that of this day were over before anybody could close them. */
	since: string;
	closed: readonly Week[];
};

/** Weeks that should have closed by now, oldest first. */
export function overdueWeeks({ now, zone, closing, since, closed }: Asked): Week[] {
	const isClosed = new Set(closed);
	const overdue: Week[] = [];
	for (let monday = mondayOf(since); closesItself(weekOf(monday), closing, zone) <= now; monday = addDays(monday, 7))
		if (!isClosed.has(weekOf(monday))) overdue.push(weekOf(monday));
	return overdue;
}
