import { addDays, mondayOf } from '../scope/calendar.ts';
import { weekOf } from '../scope/week.ts';
import type { Week } from '../scope/week.ts';

/** A week that nobody has closed closes by itself when the one after it is over, too. */
export const daysToClose = 7;

/** Weeks that should have closed by now, oldest first. Weeks before `since` were over before anybody could close them. */
export function overdueWeeks({
	today,
	since,
	closed
}: {
	today: string;
	since: string;
	closed: readonly Week[];
}): Week[] {
	const isClosed = new Set(closed);
	const overdue: Week[] = [];
	for (let monday = mondayOf(since); addDays(monday, 7 + daysToClose) <= today; monday = addDays(monday, 7))
		if (!isClosed.has(weekOf(monday))) overdue.push(weekOf(monday));
	return overdue;
}
