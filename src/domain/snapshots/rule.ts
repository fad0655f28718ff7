import { addDays, addMonths, monthOf } from '../scope/calendar.ts';
import { weekOf } from '../scope/week.ts';
import type { Week } from '../scope/week.ts';
import { dayIn, instantOf } from '../scope/zone.ts';

/** 1 to 28, which every month has; or its last day, whichever that is. */
export type DayOfMonth = number | 'last';

/** By the clock: on which days, and when on the wall, 'HH:MM'. Weekdays: 1 Monday … 7 Sunday. */
export type ClockRule =
	| { every: 'week'; weekdays: readonly number[]; time: string }
	| { every: 'month'; day: DayOfMonth; time: string }
	| { every: 'quarter'; month: 1 | 2 | 3; day: DayOfMonth; time: string };

/** After a week's review was closed: at once, or when clocks next show `time`. */
export type ReviewRule = { every: 'review closed'; time: string | null };

export type Rule = ClockRule | ReviewRule;

/** A time at which a rule falls due: on which day, and which moment that is. */
export type Occurrence = { day: string; at: Date };

const everyMonth = (day: string) => addMonths(monthOf(day), 1);
const everyQuarter = (day: string) => addMonths(monthOf(day), 3);

/** The first of the quarter that the day lies in. */
const quarterOf = (day: string) => addMonths(monthOf(day), -((Number(day.slice(5, 7)) - 1) % 3));

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const dayOf = (month: string, day: DayOfMonth) =>
	day === 'last' ? addDays(addMonths(month, 1), -1) : addDays(month, day - 1);

/** The days on which a rule falls, from a day on. */
function* daysFrom(rule: ClockRule, from: string): Generator<string> {
	if (rule.every === 'week') {
		let weekday = weekdayOf(from);
		for (let day = from; ; day = addDays(day, 1), weekday = (weekday % 7) + 1)
			if (rule.weekdays.includes(weekday)) yield day;
	}
	const [first, after] = rule.every === 'month' ? [monthOf(from), everyMonth] : [quarterOf(from), everyQuarter];
	const skipped = rule.every === 'month' ? 0 : rule.month - 1;
	for (let start = first; ; start = after(start)) {
		const day = dayOf(addMonths(start, skipped), rule.day);
		if (day >= from) yield day;
	}
}

/**
 * When a rule falls due in a zone, after a moment. A time that clocks skip is the next that exists, one they show twice
 * the first of the two; of days that a zone leaves out altogether and the day after, which then begin at once, one is
 * due.
 */
export function* occurrencesAfter(rule: ClockRule, zone: string, after: Date): Generator<Occurrence> {
	let last = after;
	// A day before, as a day that the zone left out is due on the one after it.
	for (const day of daysFrom(rule, addDays(dayIn(after, zone), -1))) {
		const at = instantOf(`${day}T${rule.time}`, zone);
		if (at <= last) continue;
		yield { day, at };
		last = at;
	}
}

export function occurrencesBetween(rule: ClockRule, zone: string, after: Date, through: Date): Occurrence[] {
	const found: Occurrence[] = [];
	for (const occurrence of occurrencesAfter(rule, zone, after)) {
		if (occurrence.at > through) break;
		found.push(occurrence);
	}
	return found;
}

/** The first moment, not before `from`, at which clocks in the zone show a time. */
export function firstAt(time: string, zone: string, from: Date): Date {
	for (let day = addDays(dayIn(from, zone), -1); ; day = addDays(day, 1)) {
		const at = instantOf(`${day}T${time}`, zone);
		if (at >= from) return at;
	}
}

/** The week that an edition of a day tells of: the last one that was over when the day's own week began. */
export const weekToldOn = (day: string): Week => weekOf(addDays(day, -7));

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const ordinal = (n: number) => `${n}${['st', 'nd', 'rd'][n % 10 > 3 || (n > 10 && n < 14) ? 3 : (n % 10) - 1] ?? 'th'}`;
const dayName = (day: DayOfMonth) => (day === 'last' ? 'last day' : ordinal(day));

/** 'every Monday at 07:30', 'on the last day of the month at 18:00', 'when a review is closed'. */
export function ruleText(rule: Rule): string {
	switch (rule.every) {
		case 'week':
			return `every ${weekdayList(rule.weekdays)} at ${rule.time}`;
		case 'month':
			return `on the ${dayName(rule.day)} of the month at ${rule.time}`;
		case 'quarter':
			return `on the ${dayName(rule.day)} of the ${ordinal(rule.month)} month of the quarter at ${rule.time}`;
		case 'review closed':
			return rule.time === null ? 'when a review is closed' : `at ${rule.time} after a review is closed`;
	}
}

function weekdayList(weekdays: readonly number[]): string {
	const names = [...weekdays].sort().map((day) => weekdayNames[day - 1]);
	if (names.length === 7) return 'day';
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
