import { addDays, mondayOf } from '../../scope/calendar.ts';
import { weekOf } from '../../scope/week.ts';

/**
 * The Monday of the last week that is over: the given one, or the last before `knownThrough` ends. A week that still
 * runs is shown, and never judged as a change. `judged` names the week where it is not the one shown.
 */
export function lastWholeWeek(monday: string, knownThrough: string): { monday: string; judged?: string } {
	if (addDays(monday, 6) <= knownThrough) return { monday };
	const whole = addDays(mondayOf(addDays(knownThrough, 1)), -7);
	return { monday: whole, judged: `week ${Number(weekOf(whole).slice(6))}` };
}
