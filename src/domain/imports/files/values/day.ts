import { readClock } from './clock.ts';
import { readDate, splitTime, type DayOrder } from './date.ts';
import { isoDay, startsWithDay } from './iso-day.ts';
import { isProblem, problem, shown, type Problem } from '../problem.ts';

/**
 * A day as 'YYYY-MM-DD'. A time behind it is left off, unless it has a zone: then the day depends on whose calendar
 * counts, which only a moment can tell.
 */
export function readDay(text: string, order: DayOrder): string | Problem {
	if (text.length === 10 && startsWithDay(text)) return text;

	const trimmed = text.trim();
	const { date, time } = splitTime(trimmed);
	const clock = time === '' ? null : readClock(time);
	if (time !== '' && !clock) return problem(`${shown(trimmed)} is not a day; write days as 2026-03-05.`);
	if (clock && clock.offset !== null)
		return problem(`${shown(trimmed)} is a moment with a time zone; read it as a moment.`);

	const parts = readDate(date, order);
	return isProblem(parts) ? parts : isoDay(parts);
}
